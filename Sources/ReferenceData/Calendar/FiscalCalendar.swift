/// The dates that law and practice hang on a fiscal or calendar year (DOMAIN, *Levels, calendar* and *Levy*).
public enum FiscalCalendar {
    /// The one month in which targets are revised (seed 646-656): September, period P06.
    public static let targetRevisionMonth = 9

    /// The annual report is due by 30 September after the fiscal year's end (seed 927).
    public static func annualReportDue(for year: FiscalYear) -> CalendarDate {
        FiscalYear.day(year.startYear + 1, 9, 30)
    }

    /// Levies follow the calendar year: that of a taxation year is due by the last day of February after
    /// (D-8.3 s. 3). Refuses a year outside the calendar with `E-REF-012`.
    public static func levyDue(forTaxationYear taxationYear: Int) throws -> CalendarDate {
        guard (1900..<2999).contains(taxationYear) else {
            throw ReferenceError(
                .dateOutOfRange, ["found": String(taxationYear), "expected": "1900…2998"])
        }
        let day = CalendarDate.daysIn(month: 2, of: taxationYear + 1)
        return try CalendarDate(year: taxationYear + 1, month: 2, day: day)
    }
}
