import AuditTrail

extension ErrorCatalogue {
    /// E-SUB: persons whose information lies outside the records.
    static let subjects: [ErrorText] = [
        ErrorText(
            SubjectError.Code.disclosureMalformed, .integrityBroken,
            fr: .init(
                what: "Le fichier n'a pas la forme d'une communication (ligne {line}).",
                why: "Elle commence par fundctl/disclosure/v1; chaque sujet y tient une ligne canonique, dans l'ordre.",
                next: "Demandez-la de nouveau à qui tient le registre."),
            en: .init(
                what: "The file has not the form of a disclosure (line {line}).",
                why: "It begins with fundctl/disclosure/v1; each subject has one canonical line in it, in order.",
                next: "Ask those who keep the register for it again.")),
        ErrorText(
            SubjectError.Code.disclosureOfOther, .integrityBroken,
            fr: .init(
                what: "La communication est d'un autre registre : {found}.",
                why: "On attendait {expected} : les sujets d'une communication sont tous d'un même registre, celui de l'export.",
                next: "Prenez l'export de ce registre, ou faites une communication par registre."),
            en: .init(
                what: "The disclosure is of another register: {found}.",
                why: "Expected {expected}: the subjects of a disclosure are all of one register, that of the export.",
                next: "Take that register's export, or make one disclosure for each register.")),
        ErrorText(
            SubjectError.Code.subjectUnknown, .refused,
            fr: .init(
                what: "Aucun sujet {subject} à cet endroit.",
                why: "Un sujet est un numéro de 32 chiffres hexadécimaux, ouvert une fois dans un registre.",
                next: "Lisez-le dans « fundctl recipient list --format json », ou dans les enregistrements d'un export (subject.opened)."),
            en: .init(
                what: "There is no subject {subject} there.",
                why: "A subject is a number of 32 hexadecimal digits, opened once in a register.",
                next: "Read it in \"fundctl recipient list --format json\", or in the records of an export (subject.opened).")),
        ErrorText(
            SubjectError.Code.openingDiffers, .integrityBroken,
            fr: .init(
                what: "Le champ « {field} » du sujet {subject} n'est pas celui que le registre a engagé.",
                why: "Sa valeur ou son sel a été changé, ou vient d'un autre sujet ou d'un autre champ.",
                next: "Ne vous fiez pas à cette valeur; demandez la communication de nouveau."),
            en: .init(
                what: "The field \"{field}\" of subject {subject} is not the one that the register committed to.",
                why: "Its value or salt was changed, or comes from another subject or field.",
                next: "Do not rely on this value; ask for the disclosure again.")),
        ErrorText(
            SubjectError.Code.stateDiffers, .integrityBroken,
            fr: .init(
                what: "Le sujet {subject} est dit {said}; au registre il est {found}.",
                why: "Ce qui est tu ne peut passer pour effacé, ni ce qui est effacé pour ouvert.",
                next: "Demandez pourquoi à qui tient le registre."),
            en: .init(
                what: "Subject {subject} is said to be {said}; in the register it is {found}.",
                why: "What is withheld cannot pass for erased, nor what is erased for open.",
                next: "Ask those who keep the register why.")),
        ErrorText(
            SubjectError.Code.fieldsDiffer, .integrityBroken,
            fr: .init(
                what: "Les champs du sujet {subject} ne sont pas ceux du registre.",
                why: "Communiqués : {said}. Au registre : {found}. Un champ qui n'est pas montré doit être dit tu.",
                next: "Demandez la communication de nouveau."),
            en: .init(
                what: "The fields of subject {subject} are not those of the register.",
                why: "Disclosed: {said}. In the register: {found}. A field that is not shown must be said to be withheld.",
                next: "Ask for the disclosure again.")),
        ErrorText(
            SubjectError.Code.bundleOlder, .refused,
            fr: .init(
                what: "L'export est plus ancien que la communication.",
                why: "Elle a vu {size} enregistrements; l'export en a {found}.",
                next: "Prenez un export plus récent."),
            en: .init(
                what: "The export is older than the disclosure.",
                why: "It saw {size} records; the export has {found}.",
                next: "Take a later export.")),
        ErrorText(
            SubjectError.Code.fieldUnknown, .refused,
            fr: .init(
                what: "Aucun des sujets {subject} n'a de champ « {field} ».",
                why: "Leurs champs : {fields}.",
                next: "Nommez ceux-là avec --fields, ou omettez l'option pour les montrer tous."),
            en: .init(
                what: "None of the subjects {subject} has a field \"{field}\".",
                why: "Their fields: {fields}.",
                next: "Name those with --fields, or leave the option out to show all.")),
        ErrorText(
            SubjectError.Code.residue, .failed,
            fr: .init(
                what: "Des octets de ce qui est effacé restent dans {path}.",
                why: "Le livre a été récrit, et sa recherche les a encore trouvés.",
                next: "Refaites la même commande; si elle le dit encore, ne donnez ce fichier à personne et signalez-le."),
            en: .init(
                what: "Bytes of what was erased remain in {path}.",
                why: "The book was rewritten, and the search still found them.",
                next: "Type the same command again; if it still says so, give this file to nobody and report it.")),
        ErrorText(
            SubjectError.Code.alreadyErased, .refused,
            fr: .init(
                what: "Des sujets nommés sont effacés déjà : {erased}.",
                why: "Un sujet ne s'efface qu'une fois.",
                next: "Effacez les autres seuls; refaites la commande avec ceux-là seuls pour finir un effacement en attente."),
            en: .init(
                what: "Some of the subjects named are erased already: {erased}.",
                why: "A subject is erased only once.",
                next: "Erase the others alone; name these alone to finish an erasure that is pending.")),
        ErrorText(
            SubjectError.Code.nothingDisclosed, .integrityBroken,
            fr: .init(
                what: "La communication ne parle d'aucun sujet.",
                why: "Ce qui ne montre rien ne prouve rien.",
                next: "Nommez au moins un sujet."),
            en: .init(
                what: "The disclosure is about no subject.",
                why: "What shows nothing proves nothing.",
                next: "Name at least one subject.")),
    ]
}
