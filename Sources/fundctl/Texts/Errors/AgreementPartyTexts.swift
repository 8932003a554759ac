import EmployerServices

extension ErrorCatalogue {
    /// E-AGR-015 … E-AGR-027: their terms and their parties.
    static let agreementParties: [ErrorText] = [
        ErrorText(
            AgreementError.Code.moduleChecked, .refused,
            fr: .init(
                what: "Le module {module} de l'entente {agreement} est déjà vérifié.",
                why: "Un module se vérifie une fois.",
                next: "« fundctl agreement show {agreement} » montre où elle en est."),
            en: .init(
                what: "The module {module} of the agreement {agreement} is checked already.",
                why: "A module is checked once.",
                next: "\"fundctl agreement show {agreement}\" shows where it stands.")),
        ErrorText(
            AgreementError.Code.nothingChanged, .usage,
            fr: .init(
                what: "Rien ne changerait à l'entente {agreement}.",
                why: "Un changement nomme au moins une chose.",
                next: "Donnez --companion, --employer avec --office, --ends ou --hours."),
            en: .init(
                what: "Nothing of the agreement {agreement} would change.",
                why: "A change names at least one thing.",
                next: "Give --companion, --employer with --office, --ends or --hours.")),
        ErrorText(
            AgreementError.Code.employerAndOffice, .usage,
            fr: .init(
                what: "L'employeur et le bureau de l'entente {agreement} changent ensemble.",
                why: "Le carnet suit l'apprenti chez son nouvel employeur, qu'un bureau dessert; un établissement est celui de l'employeur donné.",
                next: "Donnez --employer et --office; --establishment s'y ajoute."),
            en: .init(
                what: "The employer and the office of the agreement {agreement} change together.",
                why: "The booklet follows the apprentice to the new employer, whom an office serves; an establishment is one of the employer given.",
                next: "Give --employer and --office; --establishment may be added.")),
        ErrorText(
            AgreementError.Code.draftTerms, .refused,
            fr: .init(
                what: "L'entente {agreement} n'est pas encore signée : elle n'a ni fin ni heures à changer.",
                why: "La durée et les heures se disent à la signature.",
                next: "« fundctl agreement sign {agreement} --begins … --ends … --hours … » la signe."),
            en: .init(
                what: "The agreement {agreement} is not signed yet: it has no end and no hours to change.",
                why: "Its term and its hours are said at signing.",
                next: "\"fundctl agreement sign {agreement} --begins … --ends … --hours …\" signs it.")),
        ErrorText(
            AgreementError.Code.endsOutside, .refused,
            fr: .init(
                what: "L'entente {agreement} ne peut finir le {ends}.",
                why: "Elle finit au plus tôt le jour de l'étape, au plus tard 36 mois après son début, les suspensions en sus : du {least} au {most}.",
                next: "Corrigez la fin (--ends)."),
            en: .init(
                what: "The agreement {agreement} cannot end on {ends}.",
                why: "It ends on the day of the step at the earliest, 36 months after its begin at the latest, suspensions on top: from {least} to {most}.",
                next: "Correct the end (--ends).")),
        ErrorText(
            AgreementError.Code.modulesLeft, .refused,
            fr: .init(
                what: "Des modules de l'entente {agreement} ne sont pas vérifiés : {modules}.",
                why: "Le certificat de qualification professionnelle demande tous les modules.",
                next: "Vérifiez-les (fundctl agreement check), ou reconnaissez ce qui est acquis (fundctl agreement recognise)."),
            en: .init(
                what: "Modules of the agreement {agreement} are not checked: {modules}.",
                why: "The certificate of professional qualification asks for all modules.",
                next: "Check them (fundctl agreement check), or recognise what is acquired (fundctl agreement recognise).")),
        ErrorText(
            AgreementError.Code.notPartly, .refused,
            fr: .init(
                what: "Modules vérifiés de l'entente {agreement} : {checked}, sur {modules}.",
                why: "L'attestation de compétences en reconnaît une partie : au moins un, et pas tous.",
                next: "Avec tous : fundctl agreement complete. Sans aucun : fundctl agreement terminate."),
            en: .init(
                what: "Modules checked of the agreement {agreement}: {checked}, of {modules}.",
                why: "The attestation of competences recognises a part of them: at least one, and not all.",
                next: "With all of them: fundctl agreement complete. With none: fundctl agreement terminate.")),
        ErrorText(
            AgreementError.Code.hours, .refused,
            fr: .init(
                what: "L'entente aurait {hours} heures par semaine.",
                why: "Un apprenti travaille de {least} à {most} heures par semaine.",
                next: "Corrigez les heures (--hours)."),
            en: .init(
                what: "The agreement would have {hours} hours a week.",
                why: "An apprentice works from {least} to {most} hours a week.",
                next: "Correct the hours (--hours).")),
        ErrorText(
            AgreementError.Code.tooYoung, .refused,
            fr: .init(
                what: "L'apprenti aurait moins de {age} ans à la signature, le {signed}.",
                why: "Une entente de qualification est pour les personnes de {age} ans ou plus; celle-ci les aura le {least}.",
                next: "Signez le {least} ou après, ou corrigez la date de naissance."),
            en: .init(
                what: "The apprentice would be under {age} at signing, on {signed}.",
                why: "A qualification agreement is for persons of {age} or more; this one will be on {least}.",
                next: "Sign on {least} or later, or correct the birth date.")),
        ErrorText(
            AgreementError.Code.bornUnknown, .refused,
            fr: .init(
                what: "La date de naissance de l'apprenti de l'entente {agreement} n'est pas connue.",
                why: "L'âge se vérifie à la signature, d'après une date AAAA-MM-JJ gardée hors des enregistrements.",
                next: "Donnez-la (--born)."),
            en: .init(
                what: "The birth date of the apprentice of the agreement {agreement} is not known.",
                why: "The age is checked at signing, by a date YYYY-MM-DD kept outside the records.",
                next: "Give it (--born).")),
        ErrorText(
            AgreementError.Code.samePerson, .refused,
            fr: .init(
                what: "Cette personne a déjà une entente ouverte pour la norme {standard} : {agreement}.",
                why: "Le nom et la date de naissance sont les mêmes; une personne n'a qu'une entente ouverte par norme.",
                next: "Poursuivez celle-là (fundctl agreement change), ou mettez-y fin (fundctl agreement terminate)."),
            en: .init(
                what: "This person has an open agreement of the standard {standard} already: {agreement}.",
                why: "Name and birth date are the same; a person has one open agreement of a standard.",
                next: "Go on with that one (fundctl agreement change), or end it (fundctl agreement terminate).")),
        ErrorText(
            AgreementError.Code.textLength, .usage,
            fr: .init(
                what: "Un texte de l'entente {agreement} a {bytes} octets ({part}).",
                why: "Il en a de 1 à {limit}.",
                next: "Raccourcissez-le, ou donnez-le."),
            en: .init(
                what: "A text of the agreement {agreement} has {bytes} bytes ({part}).",
                why: "It has from 1 to {limit}.",
                next: "Shorten it, or give it.")),
        ErrorText(
            AgreementError.Code.nothingToCheck, .refused,
            fr: .init(
                what: "Rien de ce qui est appris ne reste à vérifier dans l'entente {agreement}.",
                why: "Modules vérifiés : {checked}, sur {modules}; les autres ne sont pas encore appris.",
                next: "Inscrivez d'abord ce qui est appris (fundctl agreement progress)."),
            en: .init(
                what: "Nothing that is learnt is left to check in the agreement {agreement}.",
                why: "Modules checked: {checked}, of {modules}; the others are not learnt yet.",
                next: "First enter what is learnt (fundctl agreement progress).")),
        ErrorText(
            AgreementError.Code.companionMissing, .usage,
            fr: .init(
                what: "L'entente {agreement} serait signée sans compagnon.",
                why: "Un apprenti a un compagnon, qui atteste ce qu'il apprend.",
                next: "Nommez-le (--companion)."),
            en: .init(
                what: "The agreement {agreement} would be signed without a companion.",
                why: "An apprentice has a companion, who vouches for what is learnt.",
                next: "Name one (--companion).")),
    ]
}
