/// The words of grants, programmes and recipients.
enum GrantWords {
    static let grant = Message(fr: "Subvention", en: "Grant")
    static let program = Message(fr: "Programme", en: "Programme")
    static let recipient = Message(fr: "Bénéficiaire", en: "Recipient")
    static let norms = Message(fr: "Normes", en: "Norms")
    static let title = Message(fr: "Objet", en: "Title")
    static let state = Message(fr: "État", en: "State")
    static let yes = Message(fr: "oui", en: "yes")
    static let no = Message(fr: "non", en: "no")
    static let erased = Message(fr: "(effacé)", en: "(erased)")
}
