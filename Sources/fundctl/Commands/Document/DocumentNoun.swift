import AuditTrail

/// `fundctl document`: the files that go with the records.
enum DocumentNoun {
    static let noun = Noun(
        "document", summary: Message(fr: "Les pièces jointes aux registres", en: "The documents that go with the registers"),
        [DocumentAdd.self, DocumentShow.self])
}

/// The words that the document commands share.
enum DocumentWords {
    static let hash = Message(fr: "Empreinte SHA-256", en: "SHA-256")
    static let name = Message(fr: "Nom", en: "Name")
    static let type = Message(fr: "Type", en: "Type")
    static let size = Message(fr: "Octets", en: "Bytes")
    static let file = Message(fr: "Fichier", en: "File")
    static let fileState = Message(fr: "État du fichier", en: "State of the file")

    static func word(_ state: DocumentStore.State) -> Message {
        switch state {
        case .present: Message(fr: "présent, conforme à l'empreinte", en: "present, as its hash says")
        case .absent: Message(fr: "ABSENT", en: "ABSENT")
        case .altered: Message(fr: "ALTÉRÉ : ce n'est plus le fichier versé", en: "ALTERED: no longer the file that was added")
        }
    }
}
