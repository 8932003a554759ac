import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl levy estimate --taxation-year Y --amount A --basis B`.
struct LevyEstimate: FundctlCommand {
    static let help = CommandHelp(
        "estimate",
        summary: Message(
            fr: "Inscrit les cotisations dues et non remises, d'ordinaire au 31 mars",
            en: "Records levies that are due and not remitted, at 31 March as a rule"),
        examples: [
            .init("fundctl levy estimate --taxation-year 2025 --amount 18000000 --basis \"Moyenne de trois ans\" --date 2026-03-31"),
            .init(
                "fundctl levy estimate --taxation-year 2025 --amount=-500000 --basis \"Révision\"",
                Message(fr: "retire une part de l'estimation", en: "takes a part of the estimate back")),
        ],
        details: [
            Message(
                fr: "L'écriture débite les cotisations à recevoir et crédite les revenus. Les remises de cette année d'imposition prennent d'abord sur ce qui est à recevoir.",
                en: "The entry debits levies receivable and credits revenue. Remittances of that taxation year take of the receivable first.")
        ])

    @Option(help: .init(fr: "L'année d'imposition (civile).", en: "The taxation year (a calendar year).", value: ("année", "year")))
    var taxationYear: String

    @Option(help: .init(fr: "Le montant; négatif pour retirer.", en: "The amount; below zero to take back.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "Comment l'estimation est faite.", en: "How the estimate is made.", value: ("base", "basis")))
    var basis: String

    @OptionGroup var date: EffectiveDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let year = try TaxationYear(parsing: taxationYear), amount = try AmountText.parse(self.amount)
        try TypedText.check(basis, option: "--basis", bytes: LevyEstimated.basisBytes)
        let day = try date.day(call)
        let request = WriteRequest(
            registers: [FundCode.fnf.rawValue],
            content: [
                "amount": .string(amount.canonical), "basis": .string(basis), "command": "levy-estimate",
                "date": .string(date.date ?? ""), "taxation_year": .string(year.text),
            ], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(FundCode.fnf.rawValue)
            return try LevyDone(Levies(session).estimate(year, amount, basis: basis, on: day), in: session)
        } again: { reading, receipts in
            guard let found = try reading.sequence(of: LevyEstimated.self, in: receipts) else {
                throw LevyError(.levyUnknown, ["record": year.text, "fund": FundCode.fnf.rawValue])
            }
            return try LevyDone(found.sequence, in: found.session)
        }
        let title =
            write.dryRun
            ? Message(fr: "L'estimation serait inscrite.", en: "The estimate would be recorded.")
            : Message(fr: "L'estimation est inscrite.", en: "The estimate is recorded.")
        return done.value.result(title, done)
    }
}
