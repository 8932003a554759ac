import AuditTrail

extension ErrorCatalogue {
    /// E-KEY: keys and their files.
    static let keyFiles: [ErrorText] = [
        ErrorText(
            AuditError.Code.publicKeyLength, .failed,
            fr: .init(
                what: "Une clé publique doit compter 32 octets; celle-ci en compte {length}.",
                why: "Le fichier est tronqué, ou ce n'est pas une clé Ed25519.",
                next: "Demandez de nouveau la clé à la personne."),
            en: .init(
                what: "A public key has 32 bytes; this one has {length}.",
                why: "The file is cut short, or it is no Ed25519 key.",
                next: "Ask the person for the key again.")),
        ErrorText(
            AuditError.Code.publicKeyNotCanonical, .refused,
            fr: .init(
                what: "La clé publique {key} n'est pas une clé.",
                why: "Ces octets ne désignent aucun point de la courbe, ou le désignent d'une façon détournée (RFC 8032).",
                next: "Demandez à la personne de créer une clé par « fundctl key create »."),
            en: .init(
                what: "The public key {key} is not a key.",
                why: "These bytes name no point of the curve, or name it in a roundabout way (RFC 8032).",
                next: "Ask the person to make a key with \"fundctl key create\".")),
        ErrorText(
            AuditError.Code.publicKeySmallOrder, .refused,
            fr: .init(
                what: "La clé publique {key} est l'une de celles qui ne protègent rien.",
                why: "N'importe qui peut faire une signature qu'elle accepte.",
                next: "Refusez-la, et demandez à la personne d'où elle vient."),
            en: .init(
                what: "The public key {key} is one of those that protect nothing.",
                why: "Anyone can make a signature that it accepts.",
                next: "Refuse it, and ask the person where it comes from.")),
        ErrorText(
            AuditError.Code.publicKeyHex, .usage,
            fr: .init(
                what: "« {text} » n'est pas une clé publique.",
                why: "Une clé s'écrit en 64 chiffres hexadécimaux minuscules.",
                next: "Copiez-la de nouveau, en entier."),
            en: .init(
                what: "\"{text}\" is not a public key.",
                why: "A key is written in 64 lower-case hexadecimal digits.",
                next: "Copy it again, whole.")),
        ErrorText(
            AuditError.Code.publicKeyPEM, .failed,
            fr: .init(
                what: "Le fichier n'est pas une clé publique.",
                why: "Il doit contenir un seul bloc « PUBLIC KEY », tel que l'écrit « openssl pkey -pubout ».",
                next: "Donnez le fichier NOM.pub.pem, et non la clé privée."),
            en: .init(
                what: "The file is not a public key.",
                why: "It must hold a single \"PUBLIC KEY\" block, as \"openssl pkey -pubout\" writes it.",
                next: "Give the file NAME.pub.pem, and not the private key.")),
        ErrorText(
            AuditError.Code.publicKeyAlgorithm, .refused,
            fr: .init(
                what: "La clé publique est d'un autre genre.",
                why: "fundctl n'emploie que des clés Ed25519.",
                next: "Créez-en une par « fundctl key create »."),
            en: .init(
                what: "The public key is of another kind.",
                why: "fundctl uses Ed25519 keys only.",
                next: "Make one with \"fundctl key create\".")),
        ErrorText(
            AuditError.Code.privateKeyMalformed, .failed,
            fr: .init(
                what: "Le fichier n'est pas une clé privée.",
                why: "Il doit contenir un seul bloc PKCS#8, « PRIVATE KEY » ou « ENCRYPTED PRIVATE KEY ».",
                next: "Vérifiez le fichier, ou reprenez-en une copie sûre."),
            en: .init(
                what: "The file is not a private key.",
                why: "It must hold a single PKCS#8 block, \"PRIVATE KEY\" or \"ENCRYPTED PRIVATE KEY\".",
                next: "See to the file, or take a safe copy of it.")),
        ErrorText(
            AuditError.Code.privateKeyAlgorithm, .refused,
            fr: .init(
                what: "La clé privée est d'un autre genre.",
                why: "fundctl n'emploie que des clés Ed25519.",
                next: "Créez-en une par « fundctl key create »."),
            en: .init(
                what: "The private key is of another kind.",
                why: "fundctl uses Ed25519 keys only.",
                next: "Make one with \"fundctl key create\".")),
        ErrorText(
            AuditError.Code.passphraseMissing, .notAllowed,
            fr: .init(
                what: "La clé privée est protégée par une phrase secrète.",
                why: "Elle n'a pas été donnée.",
                next: "Donnez-la par --passphrase-file, ou refaites la commande sur un terminal."),
            en: .init(
                what: "The private key is protected by a passphrase.",
                why: "None was given.",
                next: "Give it with --passphrase-file, or run the command again on a terminal.")),
        ErrorText(
            AuditError.Code.passphraseWrong, .notAllowed,
            fr: .init(
                what: "La phrase secrète n'ouvre pas la clé.",
                why: "Elle est fausse, ou le fichier de la clé a été altéré.",
                next: "Réessayez. Si la phrase est juste, reprenez une copie sûre de la clé."),
            en: .init(
                what: "The passphrase does not open the key.",
                why: "It is wrong, or the key's file was altered.",
                next: "Try again. If the passphrase is right, take a safe copy of the key.")),
        ErrorText(
            AuditError.Code.passphraseUnusable, .usage,
            fr: .init(
                what: "Cette phrase secrète ne peut pas servir.",
                why: "Elle est vide, dépasse 1024 octets ou contient une fin de ligne : openssl ne pourrait pas la recevoir.",
                next: "Choisissez-en une autre."),
            en: .init(
                what: "This passphrase cannot be used.",
                why: "It is empty, longer than 1024 bytes or holds the end of a line: openssl could not be given it.",
                next: "Choose another.")),
        ErrorText(
            AuditError.Code.keyFileExists, .refused,
            fr: .init(
                what: "La clé {path} existe déjà.",
                why: "La remplacer ferait perdre à jamais ce qu'elle seule peut signer.",
                next: "Choisissez un autre nom, ou gardez la clé qui existe."),
            en: .init(
                what: "The key {path} exists already.",
                why: "To replace it would lose for ever what it alone can sign.",
                next: "Choose another name, or keep the key that exists.")),
        ErrorText(
            AuditError.Code.keyFileMode, .refused,
            fr: .init(
                what: "La clé privée {path} est ouverte à d'autres (mode {mode}).",
                why: "Qui peut la lire peut signer à votre place.",
                next: "Fermez-la par « chmod 600 {path} », et changez de clé si quelqu'un a pu la copier."),
            en: .init(
                what: "The private key {path} is open to others (mode {mode}).",
                why: "Whoever can read it can sign in your place.",
                next: "Close it with \"chmod 600 {path}\", and change keys if someone may have copied it.")),
        ErrorText(
            AuditError.Code.keyFileTooLarge, .failed,
            fr: .init(
                what: "{path} est trop gros pour être une clé.",
                why: "Un fichier de clé ne dépasse pas 64 Kio.",
                next: "Vérifiez le chemin."),
            en: .init(
                what: "{path} is too large to be a key.",
                why: "A key file is not above 64 KiB.",
                next: "See to the path.")),
        ErrorText(
            AuditError.Code.keyFileKind, .failed,
            fr: .init(
                what: "{path} n'est pas un fichier ordinaire.",
                why: "Une clé est un fichier, non un dossier ni un périphérique.",
                next: "Vérifiez le chemin."),
            en: .init(
                what: "{path} is not a plain file.",
                why: "A key is a file, not a folder or a device.",
                next: "See to the path.")),
        ErrorText(
            AuditError.Code.keyFileAbsent, .failed,
            fr: .init(
                what: "Il n'y a pas de clé {path}.",
                why: "Aucun fichier n'est à cet endroit.",
                next: "« fundctl key list » montre vos clés; --keys nomme un autre dossier."),
            en: .init(
                what: "There is no key {path}.",
                why: "No file is at that place.",
                next: "\"fundctl key list\" shows your keys; --keys names another folder.")),
        ErrorText(
            AuditError.Code.keyFileSystem, .failed,
            fr: .init(
                what: "La clé {path} n'a pas pu être lue ou écrite.",
                why: "Le système répond ({step}) : {errno}.",
                next: "Vérifiez vos droits sur le dossier des clés."),
            en: .init(
                what: "The key {path} could not be read or written.",
                why: "The system answers ({step}): {errno}.",
                next: "See to your rights on the key folder.")),
        ErrorText(
            AuditError.Code.cryptoLibraryFailed, .failed,
            fr: .init(
                what: "La bibliothèque de chiffrement n'a pas pu faire ceci : {operation}.",
                why: "Elle répond : « {detail} ».",
                next: "Vérifiez l'installation d'OpenSSL, puis refaites la commande."),
            en: .init(
                what: "The cryptographic library could not do this: {operation}.",
                why: "It answers: \"{detail}\".",
                next: "See to the installation of OpenSSL, then run the command again.")),
    ]
}
