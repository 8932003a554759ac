import ArgumentParser
import AuditTrail

/// `fundctl audit checkpoint --register R`.
struct AuditCheckpoint: FundctlCommand {
    static let help = CommandHelp(
        "checkpoint",
        summary: Message(
            fr: "Donne le point de contrôle signé d'un registre : sa taille et sa racine",
            en: "Gives a register's signed checkpoint: its size and its root"),
        examples: [.init("fundctl audit checkpoint --register fnf -o fnf.checkpoint")],
        details: [
            Message(
                fr: "Une note signée (C2SP tlog-checkpoint), qu'un témoin peut garder et comparer.",
                en: "A signed note (C2SP tlog-checkpoint), which a witness can keep and compare.")
        ])

    @Option(help: .init(fr: "Le registre : fnf, fdmt ou employers.", en: "The register: fnf, fdmt or employers.", value: ("registre", "register")))
    var register: String

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let head = try call.openBookToRead().read { try $0.register(register.lowercased()).register }
        let note = try head.signedCheckpoint(call.ledgerKeys(of: head))
        let text = String(decoding: note.bytes, as: UTF8.self)
        return CommandResult(
            json: [
                "register": .string(head.name), "register_id": .string(head.id.hex), "size": .integer(head.size),
                "root": .string(head.root.hex), "checkpoint": .string(text),
            ],
            text: [.verbatim(text)])
    }
}
