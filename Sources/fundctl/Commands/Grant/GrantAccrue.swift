import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant accrue ID --year Y --amount A`.
struct GrantAccrue: FundctlCommand {
    static let help = CommandHelp(
        "accrue", summary: Message(fr: "Inscrit en charges à payer des travaux non réclamés au 31 mars", en: "Accrues eligible work not claimed at 31 March"),
        examples: [.init("fundctl grant accrue FNF-G-000001 --year 2026-2027 --amount 6000")],
        details: [
            Message(
                fr: """
                    Une subvention est une charge quand ses critères sont remplis (SP 3410). La charge est dépensée à l'exercice qui \
                    finit; la demande de versement qui suit ne dépense que ce qui la dépasse.
                    """,
                en: """
                    A grant is an expense when its criteria are met (SP 3410). The accrual is spent of the year that ends; the claim \
                    that follows spends only what is beyond it.
                    """)
        ])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "L'exercice qui finit.", en: "The fiscal year that ends.", value: ("exercice", "year")))
    var year: String

    @Option(help: .init(fr: "Le montant.", en: "The amount.", value: ("montant", "amount")))
    var amount: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let amount = try AmountText.parse(self.amount)
        let year = try FiscalYear(parsing: self.year)
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-accrue", content: ["amount": amount.canonical, "grant": id.text, "year": year.text], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            try grants.accrue(id, amount, in: year, documents: notes.documents)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "\(money: amount) seraient inscrits en charges à payer, et contrepassés le 1er avril.", en: "\(money: amount) would be accrued, and reversed on 1 April.")
                : Message(fr: "\(money: amount) sont inscrits en charges à payer, et contrepassés le 1er avril.", en: "\(money: amount) is accrued, and reversed on 1 April."))
    }
}
