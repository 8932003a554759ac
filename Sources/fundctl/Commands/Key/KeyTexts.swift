/// The words that the key commands share.
enum KeyTexts {
    static let name = Message(fr: "Nom", en: "Name")
    static let publicKey = Message(fr: "Clé publique", en: "Public key")
    static let privateFile = Message(fr: "Fichier privé", en: "Private file")
    static let publicFile = Message(fr: "Fichier public", en: "Public file")
    static let passphrase = Message(fr: "Phrase secrète", en: "Passphrase")
    static let folder = Message(fr: "Dossier", en: "Folder")

    static func yesOrNo(_ value: Bool) -> Message {
        value ? Message(fr: "oui", en: "yes") : Message(fr: "non", en: "no")
    }
}
