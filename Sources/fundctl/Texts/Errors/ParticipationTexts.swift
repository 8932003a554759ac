import EmployerServices

extension ErrorCatalogue {
    /// E-PAR: who takes part in strategies and regulated programmes.
    static let participations: [ErrorText] = [
        ErrorText(
            ParticipationError.Code.participationUnknown, .refused,
            fr: .init(
                what: "Aucune participation {participation}.",
                why: "Une étape porte sur une participation inscrite.",
                next: "« fundctl participant list » les montre."),
            en: .init(
                what: "There is no participation {participation}.",
                why: "A step is of a participation that was entered.",
                next: "\"fundctl participant list\" shows them.")),
        ErrorText(
            ParticipationError.Code.notNext, .refused,
            fr: .init(
                what: "La participation {participation} n'est pas la suivante de son exercice.",
                why: "Les numéros se suivent sans trou; le suivant est {expected}.",
                next: "Refaites la commande : elle prend le numéro suivant."),
            en: .init(
                what: "The participation {participation} is not the next of its fiscal year.",
                why: "Numbers follow without a gap; the next is {expected}.",
                next: "Give the command again: it takes the next number.")),
        ErrorText(
            ParticipationError.Code.ended, .refused,
            fr: .init(
                what: "La participation {participation} est terminée depuis le {ended}.",
                why: "Elle se termine une fois.",
                next: "Si elle est fautive, « fundctl participant annul {participation} --reason … » l'annule."),
            en: .init(
                what: "The participation {participation} ended on {ended}.",
                why: "It ends once.",
                next: "If it is wrong, \"fundctl participant annul {participation} --reason …\" annuls it.")),
        ErrorText(
            ParticipationError.Code.annulled, .refused,
            fr: .init(
                what: "La participation {participation} est annulée.",
                why: "Ce qui est annulé ne compte plus et ne change plus.",
                next: "Inscrivez-en une autre (fundctl participant add)."),
            en: .init(
                what: "The participation {participation} is annulled.",
                why: "What is annulled counts no more and changes no more.",
                next: "Enter another one (fundctl participant add).")),
        ErrorText(
            ParticipationError.Code.dateBefore, .refused,
            fr: .init(
                what: "La participation {participation} se terminerait le {date}, avant son début.",
                why: "Elle a commencé le {started}.",
                next: "Corrigez la date (--date)."),
            en: .init(
                what: "The participation {participation} would end on {date}, before it starts.",
                why: "It started on {started}.",
                next: "Correct the date (--date).")),
        ErrorText(
            ParticipationError.Code.textLength, .usage,
            fr: .init(
                what: "Un texte de la participation {participation} a {bytes} octets ({part}).",
                why: "Il en a de 1 à {limit}.",
                next: "Raccourcissez-le, ou donnez-le."),
            en: .init(
                what: "A text of the participation {participation} has {bytes} bytes ({part}).",
                why: "It has from 1 to {limit}.",
                next: "Shorten it, or give it.")),
    ]
}
