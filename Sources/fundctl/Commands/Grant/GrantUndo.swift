import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant undo ID --record N --reason R`.
struct GrantUndo: FundctlCommand {
    static let help = CommandHelp(
        "undo", summary: Message(fr: "Défait une étape : ses écritures sont contrepassées", en: "Takes a step back: its entries are reversed"),
        examples: [.init("fundctl grant undo FNF-G-000001 --record 214 --reason \"Mauvaise demande\"")],
        details: [
            Message(
                fr: """
                    Une étape sur laquelle d'autres reposent ne se défait pas seule : « fundctl grant correct » montre et fait tout ce \
                    qu'une correction demande. Un paiement fait ne se défait pas : on récupère.
                    """,
                en: """
                    A step that others rest on is not taken back alone: \"fundctl grant correct\" shows and does all that a correction \
                    needs. A payment made is not taken back: it is recovered.
                    """)
        ])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "L'enregistrement de l'étape (fundctl grant show).", en: "The record of the step (fundctl grant show).", value: ("enregistrement", "record")))
    var record: Int64

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-undo", content: ["grant": id.text, "reason": reason, "record": String(record)], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            try grants.undo(record, of: id, reason: reason, on: step.date == nil ? nil : notes.date, documents: notes.documents)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "L'étape serait défaite.", en: "The step would be taken back.")
                : Message(fr: "L'étape est défaite.", en: "The step is taken back."))
    }
}
