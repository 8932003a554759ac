/// `fundctl approval`: what waits for a second person.
enum ApprovalNoun {
    static let noun = Noun(
        "approval",
        summary: Message(fr: "Ce qui attend une deuxième personne", en: "What waits for a second person"),
        [ApprovalList.self, ApprovalShow.self, ApprovalGive.self, ApprovalRefuse.self])
}

/// The words that the approval commands share.
enum ApprovalWords {
    static let number = Message(fr: "Numéro", en: "Number")
    static let act = Message(fr: "Acte", en: "Act")
    static let proposedBy = Message(fr: "Proposé par", en: "Proposed by")
    static let since = Message(fr: "Depuis", en: "Since")
    static let canApprove = Message(fr: "Peut approuver", en: "May approve")
    static let record = Message(fr: "Enregistrement", en: "Record")
}
