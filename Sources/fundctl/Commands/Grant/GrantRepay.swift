import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant repay ID --amount A`.
struct GrantRepay: FundctlCommand {
    static let help = CommandHelp(
        "repay", summary: Message(fr: "Inscrit un remboursement reçu du bénéficiaire", en: "Enters a repayment received from the recipient"),
        examples: [.init("fundctl grant repay FNF-G-000001 --amount 2700")])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "Le montant.", en: "The amount.", value: ("montant", "amount")))
    var amount: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let amount = try AmountText.parse(self.amount)
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-repay", content: ["amount": amount.canonical, "grant": id.text], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            try grants.repay(id, amount, notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "\(money: amount) seraient remboursés.", en: "\(money: amount) would be repaid.")
                : Message(fr: "\(money: amount) sont remboursés.", en: "\(money: amount) is repaid."))
    }
}
