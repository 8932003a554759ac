/// A text in both languages. There is no other way to make one: a missing language does not compile.
///
///     Message(fr: "Clé \(name) créée.", en: "Key \(name) created.")
///
/// Words are typed with plain spaces; the renderer sets the no-break spaces of French (`Typographer`).
/// What is interpolated is shown as it is, but amounts and counts, which follow the language.
struct Message: Sendable, Equatable {
    let fr: Phrase
    let en: Phrase

    init(fr: Phrase, en: Phrase) {
        self.fr = fr
        self.en = en
    }

    /// The same in both languages: a code, a name, a command.
    static func verbatim(_ text: String) -> Message {
        Message(fr: Phrase(verbatim: text), en: Phrase(verbatim: text))
    }

    func text(in language: Language) -> String {
        switch language {
        case .fr: fr.text(in: .fr)
        case .en: en.text(in: .en)
        }
    }
}
