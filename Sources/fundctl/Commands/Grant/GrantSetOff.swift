import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant set-off ID --payable N --amount A`.
struct GrantSetOff: FundctlCommand {
    static let help = CommandHelp(
        "set-off", summary: Message(fr: "Compense une somme à récupérer avec ce qui est dû au même bénéficiaire", en: "Sets what is recoverable off what is due to the same recipient"),
        examples: [.init("fundctl grant set-off FNF-G-000001 --payable 214 --amount 2700")])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "L'enregistrement de ce qui est à payer (fundctl grant show).", en: "The record of what is payable (fundctl grant show).", value: ("enregistrement", "record")))
    var payable: Int64

    @Option(help: .init(fr: "Le montant.", en: "The amount.", value: ("montant", "amount")))
    var amount: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let amount = try AmountText.parse(self.amount)
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-set-off", content: ["amount": amount.canonical, "grant": id.text, "payable": String(payable)], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            try grants.offset(id, amount, from: payable, notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "\(money: amount) seraient compensés.", en: "\(money: amount) would be set off.")
                : Message(fr: "\(money: amount) sont compensés.", en: "\(money: amount) is set off."))
    }
}
