import ArgumentParser
import AuditTrail

/// `fundctl register show R [--pem]`.
struct RegisterShow: FundctlCommand {
    static let help = CommandHelp(
        "show",
        summary: Message(
            fr: "Montre un registre : ce que l'auditeur épingle, et où il en est",
            en: "Shows a register: what the auditor pins, and where it stands"),
        examples: [
            .init("fundctl register show fnf"),
            .init(
                "fundctl register show fnf --pem -o fnf.pem",
                Message(fr: "la clé du registre, pour « audit verify --key »", en: "the ledger key, for \"audit verify --key\"")),
        ])

    @Argument(help: .init(fr: "Le registre.", en: "The register.", value: ("registre", "register")))
    var register: OneRegister

    @Flag(help: .init(fr: "Ne montre que la clé du registre, en PEM.", en: "Shows the ledger key only, as PEM."))
    var pem = false

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let head = try call.openBookToRead().read { try $0.register(register.rawValue).register }
        var result = CommandResult(
            json: [:],
            text: [
                .title(RegisterWords.name(head.name)),
                .facts([
                    (RegisterWords.register, .text(head.name)), (RegisterWords.id, .text(head.id.hex)),
                    (RegisterWords.ledgerKey, .text(head.ledgerKey.hex)),
                    (Message(fr: "Clé de récupération", en: "Recovery key"), .text(head.recoveryKey.hex)),
                    (Message(fr: "Nom des points de contrôle", en: "Checkpoint name"), .text(head.checkpointOrigin)),
                    (RegisterWords.records, .integer(head.size)), (RegisterWords.batches, .integer(head.batches)),
                    (RegisterWords.root, .text(head.root.hex)), (RegisterWords.lastSeal, .text(head.time)),
                ]),
            ])
        let text = String(decoding: head.ledgerKey.pem, as: UTF8.self)
        result.json = RegisterShow.members(head) + [(name: "ledger_key_pem", value: .string(text))]
        if pem, global.format == .text { result.raw = head.ledgerKey.pem }
        return result
    }

    /// A register as every command's JSON shows it.
    static func members(_ head: RegisterHead) -> [(name: String, value: JSONValue)] {
        [
            (name: "register", value: .string(head.name)), (name: "id", value: .string(head.id.hex)),
            (name: "origin", value: .string(head.origin)), (name: "ledger_key", value: .string(head.ledgerKey.hex)),
            (name: "recovery_key", value: .string(head.recoveryKey.hex)), (name: "size", value: .integer(head.size)),
            (name: "batches", value: .integer(head.batches)), (name: "root", value: .string(head.root.hex)),
            (name: "last_seal", value: .string(head.time)),
        ]
    }
}
