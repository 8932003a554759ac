import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant report ID --memo M`.
struct GrantReport: FundctlCommand {
    static let help = CommandHelp(
        "report", summary: Message(fr: "Reçoit le rapport final", en: "Takes the final report"),
        examples: [.init("fundctl grant report FNF-G-000001 --memo \"18 attestations sur 20\" --document rapport.pdf")])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "Ce que dit le rapport, sans renseignement personnel.", en: "What the report says, without personal information.", value: ("texte", "text")))
    var memo: String = ""

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-report", content: ["grant": id.text, "memo": memo], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            try grants.report(id, memo: memo, notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "Le rapport final serait inscrit.", en: "The final report would be entered.")
                : Message(fr: "Le rapport final est inscrit.", en: "The final report is entered."))
    }
}
