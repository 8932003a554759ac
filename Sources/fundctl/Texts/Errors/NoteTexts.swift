import AuditTrail

extension ErrorCatalogue {
    /// E-NOT: signed notes and checkpoints.
    static let notes: [ErrorText] = [
        ErrorText(
            AuditError.Code.noteTooLarge, .refused,
            fr: .init(
                what: "La note signée est trop grande ({length} octets).",
                why: "Une note ne dépasse pas 1 Mio.",
                next: "Vérifiez que le fichier est bien une note."),
            en: .init(
                what: "The signed note is too large ({length} bytes).",
                why: "A note is not above 1 MiB.",
                next: "See that the file is a note.")),
        ErrorText(
            AuditError.Code.noteCharacters, .integrityBroken,
            fr: .init(
                what: "La note signée contient des signes qui n'y ont pas leur place.",
                why: "Une note est en UTF-8, sans autre signe de commande que la fin de ligne.",
                next: "Demandez-la de nouveau à qui l'a faite."),
            en: .init(
                what: "The signed note holds signs that have no place in it.",
                why: "A note is UTF-8, with no control character but the line feed.",
                next: "Ask for it again from whoever made it.")),
        ErrorText(
            AuditError.Code.noteShape, .integrityBroken,
            fr: .init(
                what: "Le fichier n'a pas la forme d'une note signée.",
                why: "Une note est un texte, une ligne vide, puis des signatures, chaque ligne étant terminée.",
                next: "Demandez-la de nouveau à qui l'a faite."),
            en: .init(
                what: "The file has not the shape of a signed note.",
                why: "A note is a text, an empty line, then signatures, each line being ended.",
                next: "Ask for it again from whoever made it.")),
        ErrorText(
            AuditError.Code.noteSignatureLine, .integrityBroken,
            fr: .init(
                what: "La ligne de signature {line} de la note est mal formée.",
                why: "Elle doit porter un tiret cadratin, un nom et une signature en base64.",
                next: "Demandez la note de nouveau à qui l'a faite."),
            en: .init(
                what: "Signature line {line} of the note is malformed.",
                why: "It must hold an em dash, a name and a signature in base64.",
                next: "Ask for the note again from whoever made it.")),
        ErrorText(
            AuditError.Code.noteTooManySignatures, .integrityBroken,
            fr: .init(
                what: "La note porte trop de signatures.",
                why: "La limite est de 100.",
                next: "Demandez une note qui ne porte que les signatures utiles."),
            en: .init(
                what: "The note has too many signatures.",
                why: "The limit is 100.",
                next: "Ask for a note with only the signatures that are of use.")),
        ErrorText(
            AuditError.Code.noteKeyName, .usage,
            fr: .init(
                what: "« {name} » ne peut pas nommer la clé d'une note.",
                why: "Un nom n'est pas vide et ne contient ni espace, ni signe de commande, ni « + ».",
                next: "Choisissez un autre nom."),
            en: .init(
                what: "\"{name}\" cannot name the key of a note.",
                why: "A name is not empty and holds no space, no control character and no \"+\".",
                next: "Choose another name.")),
        ErrorText(
            AuditError.Code.noteVerifierKey, .usage,
            fr: .init(
                what: "« {vkey} » n'est pas une clé de vérification.",
                why: "Elle s'écrit NOM+EMPREINTE+BASE64, et l'empreinte doit être celle de la clé.",
                next: "Copiez-la de nouveau, en entier."),
            en: .init(
                what: "\"{vkey}\" is not a verifier key.",
                why: "It is written NAME+HASH+BASE64, and the hash must be that of the key.",
                next: "Copy it again, whole.")),
        ErrorText(
            AuditError.Code.noteSignatureInvalid, .integrityBroken,
            fr: .init(
                what: "La signature de {name} ({key_hash}) sur la note est fausse.",
                why: "Le texte a changé après la signature, ou la signature vient d'ailleurs.",
                next: "Ne vous fiez pas à cette note. Demandez-la de nouveau, par un autre chemin."),
            en: .init(
                what: "The signature of {name} ({key_hash}) on the note is wrong.",
                why: "The text changed after it was signed, or the signature comes from elsewhere.",
                next: "Do not trust this note. Ask for it again, by another way.")),
        ErrorText(
            AuditError.Code.noteUnverified, .integrityBroken,
            fr: .init(
                what: "Aucune signature de la note n'est d'une clé connue.",
                why: "La note ne prouve donc rien.",
                next: "Donnez la clé de qui l'a signée, ou demandez une note signée par une clé connue."),
            en: .init(
                what: "No signature of the note is by a known key.",
                why: "So the note proves nothing.",
                next: "Give the key of whoever signed it, or ask for a note signed by a known key.")),
        ErrorText(
            AuditError.Code.noteVerifierAmbiguous, .usage,
            fr: .init(
                what: "Deux clés connues ont le même nom et la même empreinte : {name} ({key_hash}).",
                why: "Une ligne de signature les désignerait toutes deux.",
                next: "Retirez l'une d'elles."),
            en: .init(
                what: "Two known keys have the same name and the same hash: {name} ({key_hash}).",
                why: "A signature line would name both.",
                next: "Take one of them out.")),
        ErrorText(
            AuditError.Code.checkpointShape, .integrityBroken,
            fr: .init(
                what: "Le texte n'est pas celui d'un point de contrôle.",
                why: "Il compte trois lignes : l'origine, la taille et la racine.",
                next: "Demandez le point de contrôle de nouveau."),
            en: .init(
                what: "The text is not that of a checkpoint.",
                why: "It has three lines: the origin, the size and the root.",
                next: "Ask for the checkpoint again.")),
        ErrorText(
            AuditError.Code.checkpointOrigin, .integrityBroken,
            fr: .init(
                what: "L'origine du point de contrôle manque, ou contient un signe de commande.",
                why: "C'est elle qui dit de quel registre il s'agit.",
                next: "Demandez le point de contrôle de nouveau."),
            en: .init(
                what: "The checkpoint's origin is missing, or holds a control character.",
                why: "It is what tells which register this is.",
                next: "Ask for the checkpoint again.")),
        ErrorText(
            AuditError.Code.checkpointSize, .integrityBroken,
            fr: .init(
                what: "« {text} » n'est pas la taille d'un point de contrôle.",
                why: "Elle s'écrit en chiffres, sans signe ni zéro de tête.",
                next: "Demandez le point de contrôle de nouveau."),
            en: .init(
                what: "\"{text}\" is not the size of a checkpoint.",
                why: "It is written in digits, without sign or leading zero.",
                next: "Ask for the checkpoint again.")),
        ErrorText(
            AuditError.Code.checkpointRoot, .integrityBroken,
            fr: .init(
                what: "« {text} » n'est pas la racine d'un point de contrôle.",
                why: "Elle s'écrit en base64 et compte 32 octets.",
                next: "Demandez le point de contrôle de nouveau."),
            en: .init(
                what: "\"{text}\" is not the root of a checkpoint.",
                why: "It is written in base64 and has 32 bytes.",
                next: "Ask for the checkpoint again.")),
        ErrorText(
            AuditError.Code.checkpointExtension, .integrityBroken,
            fr: .init(
                what: "Le point de contrôle porte des lignes de trop.",
                why: "Les nôtres n'ont que l'origine, la taille et la racine.",
                next: "Demandez le point de contrôle de nouveau."),
            en: .init(
                what: "The checkpoint has lines too many.",
                why: "Ours have only the origin, the size and the root.",
                next: "Ask for the checkpoint again.")),
    ]
}
