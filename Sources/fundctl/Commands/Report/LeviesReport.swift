import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl report levies --fund F [--year Y]`.
struct LeviesReport: FundctlCommand {
    static let help = CommandHelp(
        "levies",
        summary: Message(
            fr: "Les cotisations par année d'imposition, et les revenus affectés : ce qui en reste, jusqu'à quand",
            en: "Levies by taxation year, and earmarked revenue: what is left of it, and until when"),
        examples: [
            .init("fundctl report levies --fund FNF"),
            .init(
                "fundctl report levies --fund FNF --year 2026-2027 --format html -o cotisations.html",
                Message(fr: "une page à imprimer", en: "a page to print")),
        ],
        details: [
            Message(
                fr: """
                    Une ligne par année d'imposition (civile). Avec --year, les actes datés de cet exercice, entre ce qui \
                    était à recevoir au début et ce qui l'est à la fin. Revenus et redressements font ce qui est remis, plus \
                    l'à-recevoir de la fin, moins celui du début. Les redressements sont ceux d'années antérieures.
                    """,
                en: """
                    A line for each taxation year (a calendar year). With --year, the acts dated in that fiscal year, between \
                    what was receivable at its start and what is at its end. Revenue and adjustments make what is remitted, \
                    plus what is receivable at the end, less what was at the start. Adjustments are those of earlier years.
                    """),
            Message(
                fr: "Le CSV a les années d'imposition. « fundctl revenue list --format csv » a les revenus affectés.",
                en: "The CSV has the taxation years. \"fundctl revenue list --format csv\" has the earmarked revenue."),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv, .html]

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Les actes de cet exercice.", en: "The acts of this fiscal year.", value: ("exercice", "year")))
    var year: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code()
        let year = try self.year.map { try FiscalYear(parsing: $0) }
        let view = try call.openBookToRead().read { reading in
            let reader = try FundReader(reading.register(fund.rawValue))
            let heading = try ReportHeading(reader, year: year)
            let day = try heading.day()
            let account = try reader.controls().account(of: .leviesReceivable)
            let balances = try account.map { _ in try reader.trialBalance(year.map { .year($0) } ?? .all) }
            let earmarks = try reader.earmarkBalances(year, on: min(day, year?.lastDay ?? day))
            let names = try reader.accounts().map { ($0.account.code, $0.account) }
            return LeviesReportView(
                heading: heading, year: year, levies: try reader.levySummary(year), earmarks: earmarks,
                accounts: Dictionary(names) { $1 },
                control: account.map { code in
                    (code, balances?.rows.first { $0.account.code == code }?.balance ?? .zero)
                })
        }
        return try view.result()
    }
}
