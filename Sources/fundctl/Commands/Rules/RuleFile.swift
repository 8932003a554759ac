import ArgumentParser
import AuditTrail
import FundLedger

/// A rule set as commands read and show it.
enum RuleFile {
    static var help: ArgumentHelp {
        .init(
            fr: "Le fichier de règles; « - » pour l'entrée standard.", en: "The file of rules; \"-\" for standard input.",
            value: ("fichier", "file"))
    }

    static func source(_ path: String, _ call: Invocation) throws -> RuleSource {
        try RuleSource(yaml: call.readFile(path), file: path)
    }

    /// A rule set, from a YAML file or from compiled rules (`rules/SEQUENCE.json` of a bundle).
    static func rules(_ path: String, _ call: Invocation) throws -> RuleSet {
        let bytes = try call.readFile(path)
        guard bytes.starts(with: Array(#"{"attributes":"#.utf8)) else { return try RuleSource(yaml: bytes, file: path).rules }
        let line = bytes.last == UInt8(ascii: "\n") ? Array(bytes.dropLast()) : bytes
        return try RuleSet(compiled: CanonicalScanner.scan(line))
    }

    static func facts(_ rules: RuleSet) -> [(label: Message, value: Cell)] {
        let until = rules.until.map { Message.verbatim($0.iso) } ?? Message(fr: "sans fin dite", en: "no end told")
        return [
            (Message(fr: "Règles", en: "Rules"), .text(rules.identity.text)),
            (Message(fr: "Titre", en: "Title"), .message(RuleWords.text(rules.title))),
            (Message(fr: "Statut", en: "Status"), .message(RuleWords.status(rules.status))),
            (
                Message(fr: "Fonds", en: "Fund"),
                rules.fund.map { .text($0.shown) } ?? .message(Message(fr: "l'un ou l'autre", en: "either"))
            ),
            (Message(fr: "Du", en: "From"), .text(rules.from.iso)), (Message(fr: "Au", en: "Until"), .message(until)),
            (Message(fr: "Nombre de règles", en: "Number of rules"), .integer(rules.rules.count)),
        ]
    }
}
