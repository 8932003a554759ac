import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant cancel ID --reason R`.
struct GrantCancel: FundctlCommand {
    static let help = CommandHelp(
        "cancel", summary: Message(fr: "Annule une subvention dont rien n'est versé ni accepté", en: "Cancels a grant of which nothing is paid or accepted"),
        examples: [.init("fundctl grant cancel FNF-G-000004 --reason \"Projet abandonné\"")])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-cancel", content: ["grant": id.text, "reason": reason], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            try grants.cancel(id, reason: reason, notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "La subvention serait annulée.", en: "The grant would be cancelled.")
                : Message(fr: "La subvention est annulée.", en: "The grant is cancelled."))
    }
}
