import EmployerServices

extension ErrorCatalogue {
    /// E-EMP: employers and establishments.
    static let employers: [ErrorText] = [
        ErrorText(
            EmployerError.Code.employerKnown, .refused,
            fr: .init(
                what: "L'employeur {employer} est déjà au registre[?, sous le nom « {name} »].",
                why: "Un employeur y entre une fois, par son NEQ.",
                next: "« fundctl employer show {employer} » le montre; « fundctl employer update » le met à jour."),
            en: .init(
                what: "The employer {employer} is in the register already[?, as \"{name}\"].",
                why: "An employer enters it once, by its NEQ.",
                next: "\"fundctl employer show {employer}\" shows it; \"fundctl employer update\" brings it up to date.")),
        ErrorText(
            EmployerError.Code.employerUnknown, .refused,
            fr: .init(
                what: "Aucun employeur du registre n'a le NEQ {employer}.",
                why: "Le NEQ n'a pas de chiffre de contrôle : une erreur de frappe donne un autre numéro bien formé.",
                next: "Cherchez-le par son nom (fundctl employer search), ou inscrivez-le (fundctl employer add)."),
            en: .init(
                what: "No employer of the register has the NEQ {employer}.",
                why: "A NEQ has no check digit: a slip of the finger gives another well-formed number.",
                next: "Look for it by name (fundctl employer search), or enter it (fundctl employer add).")),
        ErrorText(
            EmployerError.Code.employerMerged, .refused,
            fr: .init(
                what: "L'employeur {employer} a été fusionné : c'est {into} qui compte pour lui.",
                why: "Les deux numéros mènent au même employeur; seul {into} change encore.",
                next: "Reprenez la commande avec {into}."),
            en: .init(
                what: "The employer {employer} was merged: {into} counts for it.",
                why: "Both numbers lead to the same employer; only {into} still changes.",
                next: "Give the command again with {into}.")),
        ErrorText(
            EmployerError.Code.employerNaming, .refused,
            fr: .init(
                what: "L'employeur {employer} n'a pas la désignation qu'il faut.",
                why: "Une personne morale, une société ou un organisme porte un nom; une entreprise individuelle (NEQ en 22) est une personne : son nom est gardé à part et peut être effacé.",
                next: "Donnez un nom, ou pour un NEQ en 22 une personne (--person)."),
            en: .init(
                what: "The employer {employer} is not designated as it must be.",
                why: "A corporation, a partnership or a body has a name; a sole proprietor (NEQ in 22) is a person, whose name is kept apart and can be erased.",
                next: "Give a name, or for a NEQ in 22 a person (--person).")),
        ErrorText(
            EmployerError.Code.employerForm, .refused,
            fr: .init(
                what: "La forme « {form} » ne va pas avec le NEQ {employer}.",
                why: "Le NEQ commence par 22 pour une entreprise individuelle, par 33 pour une société ou une association, par 88 pour un organisme public, par 11 pour le reste.",
                next: "Corrigez la forme ou le numéro."),
            en: .init(
                what: "The form \"{form}\" does not go with the NEQ {employer}.",
                why: "A NEQ begins with 22 for a sole proprietor, 33 for a partnership or an association, 88 for a public body, 11 for the rest.",
                next: "Mend the form or the number.")),
        ErrorText(
            EmployerError.Code.employerClosed, .refused,
            fr: .init(
                what: "L'employeur {employer} a fermé.",
                why: "Rien de nouveau ne lui est rattaché; ce qui était commencé se termine.",
                next: "S'il a repris ses activités, « fundctl employer reopen {employer} » le dit."),
            en: .init(
                what: "The employer {employer} has closed.",
                why: "Nothing new is tied to it; what was begun comes to its end.",
                next: "If it is at work again, \"fundctl employer reopen {employer}\" says so.")),
        ErrorText(
            EmployerError.Code.employerNotClosed, .refused,
            fr: .init(
                what: "L'employeur {employer} n'est pas fermé.",
                why: "On ne rouvre que ce qui a fermé.",
                next: "« fundctl employer show {employer} » montre où il en est."),
            en: .init(
                what: "The employer {employer} is not closed.",
                why: "Only what closed is opened again.",
                next: "\"fundctl employer show {employer}\" shows where it stands.")),
        ErrorText(
            EmployerError.Code.employerDateOrder, .refused,
            fr: .init(
                what: "Le {date} est avant le dernier changement de l'employeur {employer} ({last}).",
                why: "L'histoire d'un employeur s'écrit dans l'ordre des jours.",
                next: "Donnez le {last} ou un jour plus tardif."),
            en: .init(
                what: "{date} is before the last change of the employer {employer} ({last}).",
                why: "An employer's history is written in the order of days.",
                next: "Give {last} or a later day.")),
        ErrorText(
            EmployerError.Code.employerNothingChanged, .refused,
            fr: .init(
                what: "Rien ne change pour l'employeur {employer}.",
                why: "Une mise à jour nomme au moins une chose.",
                next: "Ajoutez ce qui change (fundctl employer update --help)."),
            en: .init(
                what: "Nothing changes for the employer {employer}.",
                why: "An update names at least one thing.",
                next: "Add what changes (fundctl employer update --help).")),
        ErrorText(
            EmployerError.Code.employerMergedIntoItself, .refused,
            fr: .init(
                what: "L'employeur {employer} ne fusionne pas avec lui-même.",
                why: "Une fusion réunit deux numéros.",
                next: "Vérifiez les deux NEQ."),
            en: .init(
                what: "The employer {employer} is not merged into itself.",
                why: "A merger joins two numbers.",
                next: "Check both NEQ.")),
        ErrorText(
            EmployerError.Code.establishmentUnknown, .refused,
            fr: .init(
                what: "L'employeur {employer} n'a pas d'établissement {establishment}.",
                why: "Un établissement est connu par le NEQ sous lequel il fut inscrit et son numéro.",
                next: "« fundctl employer show {employer} » les montre; « fundctl establishment set » l'inscrit."),
            en: .init(
                what: "The employer {employer} has no establishment {establishment}.",
                why: "An establishment is known by the NEQ that it was entered under and its number.",
                next: "\"fundctl employer show {employer}\" shows them; \"fundctl establishment set\" enters it.")),
        ErrorText(
            EmployerError.Code.establishmentClosed, .refused,
            fr: .init(
                what: "L'établissement {establishment} de l'employeur {employer} est fermé.",
                why: "Rien de nouveau ne s'y fait.",
                next: "Nommez un autre établissement, ou aucun."),
            en: .init(
                what: "The establishment {establishment} of the employer {employer} is closed.",
                why: "Nothing new is done there.",
                next: "Name another establishment, or none.")),
        ErrorText(
            EmployerError.Code.employerNearDuplicate, .refused,
            fr: .init(
                what: "« {name} » ressemble à ce que le registre a déjà ({found}).",
                why: "Une même entreprise inscrite deux fois se compte deux fois.",
                next: "Si c'est bien une autre, ajoutez --distinct. Sinon servez-vous du NEQ connu ({employer} est celui que vous donnez)."),
            en: .init(
                what: "\"{name}\" resembles what the register has already ({found}).",
                why: "One firm entered twice is counted twice.",
                next: "If it is another indeed, add --distinct. Otherwise use the NEQ that is known ({employer} is the one you gave).")),
        ErrorText(
            EmployerError.Code.searchEmpty, .usage,
            fr: .init(
                what: "« {found} » n'a ni lettre ni chiffre à chercher.",
                why: "On cherche par les mots des noms.",
                next: "Donnez au moins un mot."),
            en: .init(
                what: "\"{found}\" has no letter or digit to look for.",
                why: "A search goes by the words of names.",
                next: "Give a word at least.")),
        ErrorText(
            EmployerError.Code.establishmentNumber, .usage,
            fr: .init(
                what: "Le numéro d'établissement {establishment} de {employer} est hors des bornes.",
                why: "Un employeur numérote ses établissements de {least} à {most}.",
                next: "Vérifiez la colonne que la carte donne pour numéro."),
            en: .init(
                what: "The establishment number {establishment} of {employer} is out of bounds.",
                why: "An employer numbers its establishments from {least} to {most}.",
                next: "Check the column that the map gives as the number.")),
    ]
}
