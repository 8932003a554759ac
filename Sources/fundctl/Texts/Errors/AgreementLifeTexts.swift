import EmployerServices

extension ErrorCatalogue {
    /// E-AGR-001 … E-AGR-014: the life of qualification agreements.
    static let agreementLives: [ErrorText] = [
        ErrorText(
            AgreementError.Code.agreementUnknown, .refused,
            fr: .init(
                what: "Aucune entente {agreement}.",
                why: "Une étape porte sur une entente inscrite.",
                next: "« fundctl agreement list » les montre."),
            en: .init(
                what: "There is no agreement {agreement}.",
                why: "A step is of an agreement that was entered.",
                next: "\"fundctl agreement list\" shows them.")),
        ErrorText(
            AgreementError.Code.stepNotAllowed, .refused,
            fr: .init(
                what: "L'entente {agreement} ne permet pas cette étape (agreement {step}).",
                why: "Elle est dans l'état « {state} »[?, qui permet : {open}].",
                next: "« fundctl agreement show {agreement} » montre où elle en est."),
            en: .init(
                what: "The agreement {agreement} does not allow this step (agreement {step}).",
                why: "Its state is \"{state}\"[?, which allows: {open}].",
                next: "\"fundctl agreement show {agreement}\" shows where it stands.")),
        ErrorText(
            AgreementError.Code.notNext, .refused,
            fr: .init(
                what: "L'entente {agreement} n'est pas la suivante de son exercice.",
                why: "Les numéros se suivent sans trou; le suivant est {expected}.",
                next: "Refaites la commande : elle prend le numéro suivant."),
            en: .init(
                what: "The agreement {agreement} is not the next of its fiscal year.",
                why: "Numbers follow without a gap; the next is {expected}.",
                next: "Give the command again: it takes the next number.")),
        ErrorText(
            AgreementError.Code.dateBefore, .refused,
            fr: .init(
                what: "Le {date} précède la dernière étape de l'entente {agreement}.",
                why: "Les étapes d'une entente vont dans l'ordre des jours; la dernière est du {last}.",
                next: "Donnez une date qui n'est pas avant le {last} (--date)."),
            en: .init(
                what: "{date} is before the last step of the agreement {agreement}.",
                why: "The steps of an agreement go in the order of days; the last is of {last}.",
                next: "Give a date that is not before {last} (--date).")),
        ErrorText(
            AgreementError.Code.alreadyOpen, .refused,
            fr: .init(
                what: "L'apprenti a déjà une entente ouverte pour la norme {standard} : {agreement}.",
                why: "Une personne n'a qu'une entente ouverte par norme; celle-ci est dans l'état {state}.",
                next: "Poursuivez celle-là (fundctl agreement change), ou mettez-y fin (fundctl agreement terminate)."),
            en: .init(
                what: "The apprentice has an open agreement of the standard {standard} already: {agreement}.",
                why: "A person has one open agreement of a standard; the state of this one is {state}.",
                next: "Go on with that one (fundctl agreement change), or end it (fundctl agreement terminate).")),
        ErrorText(
            AgreementError.Code.ownCompanion, .refused,
            fr: .init(
                what: "L'apprenti de l'entente {agreement} ne peut être son propre compagnon.",
                why: "Le compagnon montre le métier et atteste ce qui est appris.",
                next: "Nommez une autre personne (--companion)."),
            en: .init(
                what: "The apprentice of the agreement {agreement} cannot be the own companion.",
                why: "The companion shows the trade and vouches for what is learnt.",
                next: "Name another person (--companion).")),
        ErrorText(
            AgreementError.Code.signatureDate, .refused,
            fr: .init(
                what: "Une signature de l'entente {agreement} est du {found} ({part}).",
                why: "Chaque partie signe entre l'ébauche et l'inscription : du {least} au {most}.",
                next: "Corrigez la date de la signature, ou celle de l'étape (--date)."),
            en: .init(
                what: "A signature of the agreement {agreement} is of {found} ({part}).",
                why: "Each party signs between the draft and the entry: from {least} to {most}.",
                next: "Correct the date of the signature, or that of the step (--date).")),
        ErrorText(
            AgreementError.Code.beginsBefore, .refused,
            fr: .init(
                what: "L'entente {agreement} commencerait le {begins}, avant la dernière signature.",
                why: "Une entente ne commence qu'une fois signée par tous : le {least} au plus tôt.",
                next: "Donnez un début qui n'est pas avant le {least} (--begins)."),
            en: .init(
                what: "The agreement {agreement} would begin on {begins}, before the last signature.",
                why: "An agreement begins once all have signed it: on {least} at the earliest.",
                next: "Give a begin that is not before {least} (--begins).")),
        ErrorText(
            AgreementError.Code.term, .refused,
            fr: .init(
                what: "L'entente {agreement} irait du {begins} au {ends}.",
                why: "Une entente dure de 3 à 36 mois : elle finirait entre le {least} et le {most}.",
                next: "Corrigez la fin (--ends)."),
            en: .init(
                what: "The agreement {agreement} would go from {begins} to {ends}.",
                why: "An agreement lasts from 3 to 36 months: it would end between {least} and {most}.",
                next: "Correct the end (--ends).")),
        ErrorText(
            AgreementError.Code.startedOutside, .refused,
            fr: .init(
                what: "L'entente {agreement} ne peut débuter le {date}.",
                why: "Le carnet est remis pendant l'entente : du {least} au {most}.",
                next: "Corrigez la date (--date), ou la fin de l'entente (fundctl agreement change)."),
            en: .init(
                what: "The agreement {agreement} cannot start on {date}.",
                why: "The booklet is handed over during the agreement: from {least} to {most}.",
                next: "Correct the date (--date), or the end of the agreement (fundctl agreement change).")),
        ErrorText(
            AgreementError.Code.moduleUnknown, .refused,
            fr: .init(
                what: "La norme {standard} n'a pas de module {module}.",
                why: "L'entente {agreement} suit la norme comme elle était à l'ébauche : {modules}.",
                next: "Donnez un de ces modules (--module)."),
            en: .init(
                what: "The standard {standard} has no module {module}.",
                why: "The agreement {agreement} follows the standard as it was at the draft: {modules}.",
                next: "Give one of these modules (--module).")),
        ErrorText(
            AgreementError.Code.moduleLearnt, .refused,
            fr: .init(
                what: "Le module {module} de l'entente {agreement} est déjà appris.",
                why: "Un module s'apprend une fois.",
                next: "« fundctl agreement show {agreement} » montre où elle en est."),
            en: .init(
                what: "The module {module} of the agreement {agreement} is learnt already.",
                why: "A module is learnt once.",
                next: "\"fundctl agreement show {agreement}\" shows where it stands.")),
        ErrorText(
            AgreementError.Code.companionOther, .refused,
            fr: .init(
                what: "Ce n'est pas le compagnon de l'entente {agreement}.",
                why: "Seul le compagnon en fonction atteste un module.",
                next: "Changez d'abord de compagnon (fundctl agreement change {agreement} --companion …)."),
            en: .init(
                what: "This is not the companion of the agreement {agreement}.",
                why: "Only the companion in force vouches for a module.",
                next: "Change the companion first (fundctl agreement change {agreement} --companion …).")),
        ErrorText(
            AgreementError.Code.moduleNotLearnt, .refused,
            fr: .init(
                what: "Le module {module} de l'entente {agreement} n'est pas encore appris.",
                why: "L'agent vérifie ce que le compagnon a attesté.",
                next: "Inscrivez d'abord l'apprentissage (fundctl agreement progress {agreement} --module {module})."),
            en: .init(
                what: "The module {module} of the agreement {agreement} is not learnt yet.",
                why: "The agent checks what the companion vouched for.",
                next: "Enter first that it is learnt (fundctl agreement progress {agreement} --module {module}).")),
    ]
}
