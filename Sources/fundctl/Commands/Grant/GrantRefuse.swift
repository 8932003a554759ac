import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant refuse ID --reason R`.
struct GrantRefuse: FundctlCommand {
    static let help = CommandHelp(
        "refuse", summary: Message(fr: "Refuse une demande", en: "Refuses an application"),
        examples: [.init("fundctl grant refuse FNF-G-000003 --reason \"Hors des normes du programme\"")])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-refuse", content: ["grant": id.text, "reason": reason], step: step, write: write)
        let done = try call.take(request) { grants, notes in try grants.refuse(id, reason: reason, notes) }
        return done.result(
            write.dryRun
                ? Message(fr: "La demande serait refusée.", en: "The application would be refused.")
                : Message(fr: "La demande est refusée.", en: "The application is refused."))
    }
}
