import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl report trial-balance --fund F [--as-of D | --period P | --year Y]`.
struct TrialBalanceReport: FundctlCommand {
    static let help = CommandHelp(
        "trial-balance", summary: Message(fr: "La balance de vérification d'un fonds", en: "The trial balance of a fund"),
        examples: [
            .init("fundctl report trial-balance --fund FNF --as-of 2026-06-30"),
            .init(
                "fundctl report trial-balance --fund FNF --year 2026-2027",
                Message(fr: "les mouvements d'un exercice, avec l'ouverture", en: "the movements of a year, with the opening")),
        ],
        details: [
            Message(
                fr: """
                    --as-of suit les dates d'effet : tout ce qui est daté de ce jour ou d'avant. --period et --year suivent \
                    les périodes, comme les états financiers. Sans rien, tout ce qui est inscrit. Le solde est l'ouverture, \
                    plus le débit, moins le crédit. Les comptes budgétaires sont à part.
                    """,
                en: """
                    --as-of follows effective dates: all that is dated that day or before. --period and --year follow \
                    posting periods, as the statements do. Without any, all that is recorded. The balance is the opening, \
                    plus the debit, minus the credit. Budgetary accounts stand apart.
                    """)
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv, .html]

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "À cette date d'effet.", en: "As of this effective date.", value: ("date", "date")))
    var asOf: String?

    @Option(help: .init(fr: "La période, comme 2026-P05.", en: "The period, such as 2026-P05.", value: ("période", "period")))
    var period: String?

    @Option(help: .init(fr: "L'exercice, comme 2026-2027.", en: "The fiscal year, such as 2026-2027.", value: ("exercice", "year")))
    var year: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let span = try span()
        let (report, years, heading) = try call.openBookToRead().read { reading in
            let reader = try FundReader(reading.register(fund.rawValue))
            return (try reader.trialBalance(span), try reader.years(), try ReportHeading(reader, days: days(span), year: year(span)))
        }
        return try TrialBalanceView(report: report, heading: heading, withoutBudget: withoutBudget(years, span))
            .result(global.format)
    }

    private func span() throws -> TrialBalanceSpan {
        let given = [("--as-of", asOf), ("--period", period), ("--year", year)].filter { $0.1 != nil }.map(\.0)
        if given.count > 1 { throw CommandLineError(.exclusiveOptions, ["option": given[0], "other": given[1]]) }
        if let asOf { return .asOf(try CalendarDate(iso: asOf)) }
        if let period { return .period(try PeriodID(parsing: period)) }
        if let year { return .year(try FiscalYear(parsing: year)) }
        return .all
    }

    /// That of a period, or the one named.
    private func year(_ span: TrialBalanceSpan) -> FiscalYear? {
        switch span {
        case .all, .asOf: nil
        case .period(let period): period.year
        case .year(let year): year
        }
    }

    /// The days of a period or a year.
    private func days(_ span: TrialBalanceSpan) -> ClosedRange<CalendarDate>? {
        switch span {
        case .all: nil
        case .asOf(let date): date...date
        case .period(let period): period.days
        case .year(let year): year.firstDay...year.lastDay
        }
    }

    /// Years of the span that are held by no budget.
    private func withoutBudget(_ years: [FundReader.YearRow], _ span: TrialBalanceSpan) -> [FiscalYear] {
        years.filter { row in
            switch span {
            case .all: true
            case .asOf(let date): row.year.firstDay <= date
            case .period(let period): row.year <= period.year
            case .year(let year): row.year <= year
            }
        }.filter { $0.budget == .none }.map(\.year)
    }
}
