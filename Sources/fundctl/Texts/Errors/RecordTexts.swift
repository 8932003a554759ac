import AuditTrail

extension ErrorCatalogue {
    /// E-REC: canonical lines and their members.
    static let records: [ErrorText] = [
        ErrorText(
            AuditError.Code.recordNotCanonical, .integrityBroken,
            fr: .init(
                what: "Un enregistrement n'est pas une ligne canonique.",
                why: "Après {offset} octets, la ligne s'écarte de la seule écriture permise ({reason}[?, {code_point}]).",
                next: "Quelque chose a changé cette ligne après coup. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "A record is not a canonical line.",
                why: "After {offset} bytes the line departs from the only spelling allowed ({reason}[?, {code_point}]).",
                next: "Something changed this line afterwards. Take a safe copy, and compare.")),
        ErrorText(
            AuditError.Code.recordTooLong, .refused,
            fr: .init(
                what: "Un enregistrement est trop long.",
                why: "Il atteint {length_bytes} octets; la limite est de {limit_bytes}.",
                next: "Raccourcissez les textes, ou partagez ce que vous enregistrez."),
            en: .init(
                what: "A record is too long.",
                why: "It reaches {length_bytes} bytes; the limit is {limit_bytes}.",
                next: "Shorten the texts, or split what you record.")),
        ErrorText(
            AuditError.Code.recordTooDeep, .integrityBroken,
            fr: .init(
                what: "Un enregistrement est trop imbriqué.",
                why: "Après {offset} octets, il dépasse {limit} niveaux.",
                next: "Aucun programme de fundctl n'écrit une telle ligne. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "A record is nested too deep.",
                why: "After {offset} bytes it goes beyond {limit} levels.",
                next: "No program of fundctl writes such a line. Take a safe copy, and compare.")),
        ErrorText(
            AuditError.Code.textForbiddenCodePoint, .refused,
            fr: .init(
                what: "Le texte contient un signe invisible ({code_point}) en position {position}.",
                why: "Un signe de commande ou de direction pourrait faire lire autre chose que ce qui est écrit.",
                next: "Retapez le texte, ou retirez ce signe."),
            en: .init(
                what: "The text holds an invisible sign ({code_point}) at position {position}.",
                why: "A control or direction sign could make people read something else than what is written.",
                next: "Type the text again, or take that sign out.")),
        ErrorText(
            AuditError.Code.textNotUTF8, .refused,
            fr: .init(
                what: "Le texte n'est pas en UTF-8.",
                why: "Le premier octet fautif vient après {offset} octets justes.",
                next: "Convertissez le fichier en UTF-8, ou donnez son encodage dans la carte d'importation."),
            en: .init(
                what: "The text is not UTF-8.",
                why: "The first wrong byte comes after {offset} right ones.",
                next: "Convert the file to UTF-8, or give its encoding in the import map.")),
        ErrorText(
            AuditError.Code.recordMemberMissing, .integrityBroken,
            fr: .init(
                what: "Il manque « {member} » à un enregistrement.",
                why: "Son genre l'exige.",
                next: "Aucun programme de fundctl n'écrit un tel enregistrement. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "A record lacks \"{member}\".",
                why: "Its kind requires it.",
                next: "No program of fundctl writes such a record. Take a safe copy, and compare.")),
        ErrorText(
            AuditError.Code.recordMemberUnknown, .integrityBroken,
            fr: .init(
                what: "« {member} » est de trop dans un enregistrement.",
                why: "Son genre ne le connaît pas.",
                next: "Aucun programme de fundctl n'écrit un tel enregistrement. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "\"{member}\" is one too many in a record.",
                why: "Its kind does not know it.",
                next: "No program of fundctl writes such a record. Take a safe copy, and compare.")),
        ErrorText(
            AuditError.Code.recordMemberShape, .integrityBroken,
            fr: .init(
                what: "« {member} » n'a pas la forme voulue dans un enregistrement.",
                why: "Son genre attend ceci : {expected}.",
                next: "Aucun programme de fundctl n'écrit un tel enregistrement. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "\"{member}\" has not the right shape in a record.",
                why: "Its kind expects this: {expected}.",
                next: "No program of fundctl writes such a record. Take a safe copy, and compare.")),
        ErrorText(
            AuditError.Code.recordMemberInteger, .integrityBroken,
            fr: .init(
                what: "« {member} » n'est pas un nombre entier dans un enregistrement.",
                why: "Un entier s'écrit sans signe plus ni zéro de tête, et tient sur 64 bits.",
                next: "Aucun programme de fundctl n'écrit un tel enregistrement. Reprenez une copie sûre, et comparez."),
            en: .init(
                what: "\"{member}\" is not an integer in a record.",
                why: "An integer is written without plus sign or leading zero, and fits in 64 bits.",
                next: "No program of fundctl writes such a record. Take a safe copy, and compare.")),
    ]
}
