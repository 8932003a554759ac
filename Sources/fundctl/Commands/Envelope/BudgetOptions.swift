import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `--fund F --year Y`, of every command about a year's budget.
struct BudgetOptions: ParsableArguments {
    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "L'exercice, comme 2026-2027.", en: "The fiscal year, such as 2026-2027.", value: ("exercice", "year")))
    var year: String

    /// Refuses: E-REF codes.
    func read() throws -> (fund: FundCode, year: FiscalYear) { (try fund.code(), try FiscalYear(parsing: year)) }
}

/// `--date D` of an act of a budget.
struct ActDateOption: ParsableArguments {
    @Option(
        help: .init(
            fr: "La date d'effet; sinon aujourd'hui, ramené dans l'exercice.",
            en: "The effective date; else today, brought into the year.", value: ("date", "date")))
    var date: String?

    /// The date typed, or today where the year has it, else the year's nearest day. A date before the year is kept: budgets
    /// are decided before their year begins. Refuses: E-REF codes, E-ENV-028.
    func day(in year: FiscalYear, _ call: Invocation) throws -> CalendarDate {
        if let date {
            let day = try CalendarDate(iso: date)
            try Budget.requireDay(day, notAfter: year)
            return day
        }
        let today = try CalendarDate(iso: call.edge.clock.today())
        return min(max(today, year.firstDay), year.lastDay)
    }
}
