import AuditTrail

extension ErrorCatalogue {
    /// E-CLI-040 … 049 and E-AUD-040 … 049: what the commands of the book refuse beside the records themselves.
    static let bookCommands: [ErrorText] = bookUsage + documents

    private typealias Code = CommandLineError.Code

    private static let bookUsage: [ErrorText] = [
        ErrorText(
            Code.whichProposal, .usage,
            fr: .init(
                what: "Plusieurs registres ont une proposition {proposal} : {ids}.",
                why: "Le numéro seul ne dit pas laquelle.",
                next: "Écrivez le registre avec le numéro, comme {ids}."),
            en: .init(
                what: "Several registers have a proposal {proposal}: {ids}.",
                why: "The number alone does not say which.",
                next: "Type the register with the number, as in {ids}.")),
        ErrorText(
            Code.textLength, .usage,
            fr: .init(
                what: "Le texte de {option} compte {length} octets.",
                why: "Il en faut de {least} à {limit}.",
                next: "Raccourcissez-le, ou écrivez-le s'il est vide."),
            en: .init(
                what: "The text of {option} has {length} bytes.",
                why: "It takes {least} to {limit}.",
                next: "Shorten it, or write it where it is empty.")),
        ErrorText(
            Code.proofFileMalformed, .refused,
            fr: .init(
                what: "Le fichier {path} n'est pas une preuve de possession ({cause}).",
                why: "Ce n'est pas la ligne qu'écrit « fundctl key prove », ou elle a été retouchée.",
                next: "Demandez à la personne de la refaire, et prenez le fichier tel quel."),
            en: .init(
                what: "The file {path} is no proof of possession ({cause}).",
                why: "It is not the line that \"fundctl key prove\" writes, or it was touched.",
                next: "Ask the person to make it again, and take the file as it is.")),
        ErrorText(
            Code.whichDocument, .usage,
            fr: .init(
                what: "Plusieurs pièces commencent par {hash} : {hashes}.",
                why: "Ces chiffres ne suffisent pas à dire laquelle.",
                next: "Donnez-en davantage."),
            en: .init(
                what: "Several documents begin with {hash}: {hashes}.",
                why: "These digits do not say which.",
                next: "Give more of them.")),
        ErrorText(
            Code.namedTwice, .usage,
            fr: .init(
                what: "« {name} » est nommé deux fois par {option}.",
                why: "Chaque personne ne compte qu'une fois.",
                next: "Retirez l'un des deux, ou corrigez le nom."),
            en: .init(
                what: "\"{name}\" is named twice by {option}.",
                why: "Each person counts once.",
                next: "Take one out, or mend the name.")),
        ErrorText(
            Code.notOfferedYet, .usage,
            fr: .init(
                what: "L'option {option} n'est pas encore offerte.",
                why: "Cette version de fundctl ne sait pas encore rejouer une exportation dans un livre.",
                next: "Restaurez sans elle pour lire la sauvegarde, et gardez l'exportation : elle se vérifie seule."),
            en: .init(
                what: "The option {option} is not offered yet.",
                why: "This version of fundctl cannot yet replay a bundle into a book.",
                next: "Restore without it to read the backup, and keep the bundle: it can be verified by itself.")),
        ErrorText(
            Code.ownFileNotRead, .usage,
            fr: .init(
                what: "Votre fichier {path} ne s'ouvre pas : {errno}.",
                why: "C'est un fichier que l'auditeur apporte; sans lui, rien n'a été jugé.",
                next: "Vérifiez le nom du fichier, puis refaites la commande."),
            en: .init(
                what: "Your file {path} cannot be opened: {errno}.",
                why: "It is a file that the auditor brings; without it, nothing was judged.",
                next: "Check the file's name, then run the command again.")),
        ErrorText(
            Code.proofOfOther, .refused,
            fr: .init(
                what: "La preuve {path} est faite pour autre chose ({member} : « {found} » au lieu de « {expected} »).",
                why: "Une preuve ne vaut que pour une personne, une clé, un registre, un rôle et une portée.",
                next: "Corrigez la commande, ou demandez à la personne de refaire « fundctl key prove »."),
            en: .init(
                what: "The proof {path} is for something else ({member}: \"{found}\" instead of \"{expected}\").",
                why: "A proof holds only for one person, one key, one register, one role and one scope.",
                next: "Mend the command, or ask the person to run \"fundctl key prove\" again.")),
    ]

    private static let documents: [ErrorText] = [
        ErrorText(
            AuditError.Code.documentKind, .usage,
            fr: .init(
                what: "{path} n'est pas un fichier ordinaire.",
                why: "Une pièce est un fichier : ni un dossier, ni un tube, ni un périphérique.",
                next: "Nommez un fichier; pour plusieurs, faites-en une archive."),
            en: .init(
                what: "{path} is not a regular file.",
                why: "A document is a file: no folder, no pipe, no device.",
                next: "Name a file; for several, make an archive of them.")),
        ErrorText(
            AuditError.Code.documentUnreadable, .failed,
            fr: .init(
                what: "La pièce {path} n'a pas pu être lue.",
                why: "Le système répond : {errno}.",
                next: "Vérifiez le chemin et les droits de lecture."),
            en: .init(
                what: "The document {path} could not be read.",
                why: "The system answers: {errno}.",
                next: "See to the path and to the right to read it.")),
        ErrorText(
            AuditError.Code.documentTooLarge, .refused,
            fr: .init(
                what: "La pièce {path} est trop grande.",
                why: "Une pièce compte au plus {limit_bytes} octets.",
                next: "Divisez-la, ou gardez-la ailleurs et versez-en l'empreinte dans un texte."),
            en: .init(
                what: "The document {path} is too large.",
                why: "A document has at most {limit_bytes} bytes.",
                next: "Split it, or keep it elsewhere and add a text that holds its hash.")),
        ErrorText(
            AuditError.Code.documentStoreRefused, .failed,
            fr: .init(
                what: "Le dossier des pièces n'a pas pu être écrit ({path}).",
                why: "Le système répond : {errno} ({step}).",
                next: "Vérifiez vos droits et la place libre. Rien n'a été écrit au registre."),
            en: .init(
                what: "The documents' folder could not be written ({path}).",
                why: "The system answers: {errno} ({step}).",
                next: "See to your rights and to the room left. Nothing was written to the register.")),
        ErrorText(
            AuditError.Code.documentAltered, .integrityBroken,
            fr: .init(
                what: "Le fichier de la pièce {sha256} a changé.",
                why: "Son contenu n'est plus celui de son empreinte ({path}).",
                next: "Remettez le bon fichier, d'une sauvegarde, puis refaites la commande."),
            en: .init(
                what: "The file of the document {sha256} has changed.",
                why: "Its content is no longer that of its hash ({path}).",
                next: "Put the right file back, from a backup, then run the command again.")),
        ErrorText(
            AuditError.Code.documentUnknown, .refused,
            fr: .init(
                what: "Aucun registre ne connaît de pièce {sha256}.",
                why: "Aucune pièce versée n'a cette empreinte.",
                next: "Calculez-la par « sha256sum FICHIER », ou versez la pièce par « fundctl document add »."),
            en: .init(
                what: "No register knows a document {sha256}.",
                why: "No document added has this hash.",
                next: "Compute it with \"sha256sum FILE\", or add the document with \"fundctl document add\".")),
        ErrorText(
            AuditError.Code.documentAbsent, .integrityBroken,
            fr: .init(
                what: "Le fichier de la pièce {sha256} manque.",
                why: "Un registre la connaît, mais {path} n'est pas là.",
                next: "Remettez ce fichier, d'une sauvegarde."),
            en: .init(
                what: "The file of the document {sha256} is missing.",
                why: "A register knows it, but {path} is not there.",
                next: "Put that file back, from a backup.")),
    ]
}
