import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl levy list`.
struct LevyList: FundctlCommand {
    static let help = CommandHelp(
        "list",
        summary: Message(
            fr: "Montre les cotisations estimées, remises et à recevoir, par année d'imposition",
            en: "Shows levies estimated, remitted and receivable, by taxation year"),
        examples: [.init("fundctl levy list"), .init("fundctl levy list --taxation-year 2025")],
        details: [
            Message(
                fr: "Le CSV a une ligne par année d'imposition.", en: "The CSV has a row for each taxation year.")
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "Cette année d'imposition.", en: "This taxation year.", value: ("année", "year")))
    var taxationYear: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let year = try taxationYear.map { try TaxationYear(parsing: $0) }
        let (years, acts, account) = try call.openBookToRead().read { reading in
            let reader = try FundReader(reading.register(FundCode.fnf.rawValue))
            let all = try reader.levyYears()
            let account = try reader.controls().account(of: .leviesReceivable).map { try reader.account($0) }
            return (all.filter { year == nil || $0.year == year }, try reader.levyActs(of: year), account)
        }
        let receivable = try Cents.sum(years.map(\.state.receivable))
        var text: [TextBlock] = [.paragraph(Message(fr: "Aucune cotisation inscrite.", en: "No levy recorded."))]
        if !years.isEmpty { text = [.table(LevyActView.table(years, totals: receivable)), .table(LevyActView.table(acts))] }
        if let account, year == nil {
            let label = Message(
                fr: "Solde du compte \(account.account.code)", en: "Balance of the account \(account.account.code)")
            text.append(.facts([(label, .amount(account.balance))]))
        }
        return CommandResult(
            json: [
                "fund": .string(FundCode.fnf.shown), "receivable": .amount(receivable),
                "years": .array(years.map(LevyActView.json)), "acts": .array(acts.map(LevyActView.json)),
            ],
            text: text, csv: CSVTable(columns: LevyActView.columns, rows: years.map(LevyActView.csv)))
    }
}
