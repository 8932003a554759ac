/// The words of one error code: what happened, why, what to do next, in both languages, and the exit status.
///
/// `{name}` is replaced by the parameter; one that ends in `_cents` is shown as money. A part between `[?` and `]` is
/// shown only where every parameter in it is there: `Ligne {line}[?, colonne {column}] …`.
/// Words are typed with plain spaces, as in `Message`.
struct ErrorText: Sendable {
    struct Words: Sendable {
        let what: String
        let why: String
        let next: String

        init(what: String, why: String, next: String) {
            self.what = what
            self.why = why
            self.next = next
        }
    }

    let code: String
    let exit: ExitStatus
    let fr: Words
    let en: Words

    init(_ code: String, _ exit: ExitStatus, fr: Words, en: Words) {
        self.code = code
        self.exit = exit
        self.fr = fr
        self.en = en
    }

    init<Code: RawRepresentable<String>>(_ code: Code, _ exit: ExitStatus, fr: Words, en: Words) {
        self.init(code.rawValue, exit, fr: fr, en: en)
    }

    func words(in language: Language) -> Words { language == .fr ? fr : en }
}
