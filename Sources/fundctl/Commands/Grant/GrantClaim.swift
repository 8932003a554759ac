import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant claim ID --amount A --from D --to D`.
struct GrantClaim: FundctlCommand {
    static let help = CommandHelp(
        "claim", summary: Message(fr: "Inscrit une demande de versement", en: "Enters a claim"),
        examples: [.init("fundctl grant claim FNF-G-000001 --amount 12500 --from 2026-06-01 --to 2026-09-30 --document pieces.pdf")],
        details: [
            Message(
                fr: """
                    La demande ne doit rien encore : « fundctl grant accept » dit ce qui en est admissible.
                    """,
                en: """
                    The claim owes nothing yet: \"fundctl grant accept\" says what of it is eligible.
                    """)
        ])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "Le montant.", en: "The amount.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "Le premier jour des dépenses.", en: "The first day of the spending.", value: ("date", "date")))
    var from: String

    @Option(help: .init(fr: "Le dernier jour.", en: "The last day.", value: ("date", "date")))
    var to: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let amount = try AmountText.parse(self.amount)
        let days = (try CalendarDate(iso: from), try CalendarDate(iso: to))
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-claim", content: ["amount": amount.canonical, "from": from, "grant": id.text, "to": to], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            try grants.claim(id, amount, from: days.0, to: days.1, notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "La demande de versement \(done.value.1.claim) serait inscrite.", en: "The claim \(done.value.1.claim) would be entered.")
                : Message(fr: "La demande de versement \(done.value.1.claim) est inscrite.", en: "The claim \(done.value.1.claim) is entered."))
    }
}
