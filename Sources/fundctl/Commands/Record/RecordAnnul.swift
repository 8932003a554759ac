import ArgumentParser
import AuditTrail

/// `fundctl record`: the records themselves.
enum RecordNoun {
    static let noun = Noun(
        "record", summary: Message(fr: "Les enregistrements eux-mêmes", en: "The records themselves"), [RecordAnnul.self])
}

/// `fundctl record annul SEQ --register R --reason R`.
struct RecordAnnul: FundctlCommand {
    static let help = CommandHelp(
        "annul",
        summary: Message(
            fr: "Sort de l'état un enregistrement accepté à tort", en: "Takes a wrongly accepted record out of the state"),
        examples: [.init("fundctl record annul 57 --register fnf --reason \"saisie en double\"")],
        details: [
            Message(
                fr: """
                    L'enregistrement reste au registre avec son numéro, et chaque exportation le nomme parmi les \
                    annulés. Une erreur ordinaire se corrige plutôt par « fundctl entry reverse ».
                    """,
                en: """
                    The record stays in the register under its number, and every export names it among those annulled. \
                    An ordinary mistake is rather mended with "fundctl entry reverse".
                    """), RoleWords.twoPersons,
        ])

    enum Fund: String, CaseIterable, ExpressibleByArgument { case fnf, fdmt }

    @Argument(help: .init(fr: "Le numéro de l'enregistrement.", en: "The record's number.", value: ("numéro", "number")))
    var record: String

    @Option(help: .init(fr: "Le registre du fonds.", en: "The fund's register.", value: ("registre", "register")))
    var register: Fund

    @Option(help: .init(fr: "Le motif, qui reste au registre.", en: "The reason, which stays in the register.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let typed = record.hasPrefix("\(register.rawValue):") ? String(record.dropFirst(register.rawValue.count + 1)) : record
        guard let sequence = CanonicalInteger.parse(typed), sequence > 0 else {
            throw CommandLineError(.invalidValue, ["value": record, "option": "SEQ", "choices": "57, fnf:57"])
        }
        try TypedText.check(reason, option: "--reason", bytes: 1...1000)
        return try TwoPersonCommand(
            call: call, options: write, registers: [register.rawValue],
            content: [
                "command": "record annul", "record": .integer(sequence), "register": .string(register.rawValue),
                "reason": .text(reason),
            ],
            done: Message(fr: "L'enregistrement \(sequence) est annulé.", en: "The record \(sequence) is annulled."),
            members: ["register": .string(register.rawValue), "record": .integer(sequence), "reason": .string(reason)],
            record: { _ in RecordAnnulled(record: sequence, reason: reason) }
        ).perform()
    }
}
