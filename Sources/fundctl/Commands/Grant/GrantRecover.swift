import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant recover ID --amount A [--year Y | --advance] --reason R`.
struct GrantRecover: FundctlCommand {
    static let help = CommandHelp(
        "recover", summary: Message(fr: "Met une somme à récupérer du bénéficiaire", en: "Makes a sum recoverable from the recipient"),
        examples: [.init("fundctl grant recover FNF-G-000001 --amount 2700 --year 2026-2027 --reason \"Pièces refusées à la vérification\""),
            .init("fundctl grant recover FNF-G-000001 --amount 5000 --advance --reason \"Avance non employée\"")],
        details: [
            Message(
                fr: """
                    D'un même exercice, la charge diminue et le budget redevient disponible; d'un exercice antérieur, c'est un revenu, \
                    et le budget de cet exercice ne bouge pas.
                    """,
                en: """
                    Of the same year, the expense falls and the budget is available again; of an earlier year it is revenue, and that \
                    year's budget does not move.
                    """)
        ])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "Le montant.", en: "The amount.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "L'exercice où la demande a été acceptée, ou courue.", en: "The fiscal year in which the claim was accepted, or accrued.", value: ("exercice", "year")))
    var year: String?

    @Flag(help: .init(fr: "Récupère une avance versée et non employée.", en: "Recovers an advance paid and not used."))
    var advance = false

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let amount = try AmountText.parse(self.amount)
        let year = try self.year.map { try FiscalYear(parsing: $0) }
        let request = GrantStepRequest(
            fund: id.fund, command: "grant-recover", content: [
                "advance": advance ? "yes" : "", "amount": amount.canonical, "grant": id.text, "reason": reason,
                "year": year?.text ?? "",
            ], step: step,
            write: write)
        let done = try call.take(request) { grants, notes in
            let of = try advance ? nil : year ?? FiscalYear(of: notes.date)
            return try grants.recover(id, amount, advance ? .advance : .claim, of: of, reason: reason, notes)
        }
        return done.result(
            write.dryRun
                ? Message(fr: "\(money: amount) seraient à récupérer.", en: "\(money: amount) would be recoverable.")
                : Message(fr: "\(money: amount) sont à récupérer.", en: "\(money: amount) is recoverable."))
    }
}
