/// Questions to a person: only on a terminal, never with `--no-input`, and never the only way, since every answer has
/// an option, which the refusal names.
struct Prompter {
    let edge: Edge
    let language: Language
    let isAllowed: Bool

    /// Whether there is somebody to ask.
    var canAsk: Bool { isAllowed && edge.terminal.isInput && edge.terminal.isTalk }

    /// One line.
    func ask(_ question: Message, option: String) throws -> String {
        String(decoding: try answer(question, option: option, echo: true), as: UTF8.self)
    }

    /// Yes or no (`o`, `oui`, `y`, `yes`); anything else is no, and no is `CommandLineError.cancelled`, exit 2.
    func confirm(_ question: Message, option: String) throws {
        let full = Message(fr: "\(question) [o/N]", en: "\(question) [y/N]")
        let typed = try ask(full, option: option).lowercased()
        guard ["o", "oui", "y", "yes"].contains(typed) else { throw CommandLineError(.cancelled) }
    }

    /// Typed without echo; twice where it is a new one. An empty answer is an empty passphrase.
    func passphrase(_ question: Message, isNew: Bool, option: String = "--passphrase-file") throws -> [UInt8] {
        let first = try answer(question, option: option, echo: false)
        if isNew {
            let again = Message(fr: "La même, pour confirmer", en: "The same again, to confirm")
            guard try answer(again, option: option, echo: false) == first else {
                throw CommandLineError(.passphrasesDiffer)
            }
        }
        return first
    }

    private func answer(_ question: Message, option: String, echo: Bool) throws -> [UInt8] {
        guard canAsk else {
            throw CommandLineError(.answerNeeded, ["option": option])
        }
        edge.talk.write(Message(fr: "\(question) : ", en: "\(question): ").text(in: language))
        // The line feed that was typed was not echoed either.
        defer { if !echo { edge.talk.write("\n") } }
        let line = try edge.input.line(echo: echo)
        guard let line else { throw CommandLineError(.cancelled) }
        return line
    }
}
