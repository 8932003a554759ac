import ReferenceData
import Testing

@Suite struct FiscalYearTests {
    @Test func aFiscalYearRunsFromTheFirstOfAprilToTheLastOfMarch() throws {
        let year = try FiscalYear(parsing: "2026-2027")
        #expect(year.startYear == 2026)
        #expect(year.text == "2026-2027")
        #expect(year.firstDay.iso == "2026-04-01")
        #expect(year.lastDay.iso == "2027-03-31")
        #expect(try !year.contains(CalendarDate(iso: "2026-03-31")))
        #expect(try year.contains(CalendarDate(iso: "2026-04-01")))
        #expect(try year.contains(CalendarDate(iso: "2027-03-31")))
        #expect(try !year.contains(CalendarDate(iso: "2027-04-01")))
        #expect(try FiscalYear(of: CalendarDate(iso: "2027-03-31")) == year)
        #expect(try year.next().text == "2027-2028")
        #expect(try year.previous() < year)
        #expect(year.periods.map(\.number) == Array(1...13))
    }

    @Test(
        arguments: [
            ("2026-2028", "2026-2027"), ("2026", "2026-2027"), ("2026-27", "2026-2027"), ("2026/2027", "2026-2027"),
            ("", nil), ("abcd-2027", nil), ("+026-2027", nil), (" 2026-2027", nil), ("2026-2027 ", "2026-2027"),
        ] as [(String, String?)])
    func anotherFormIsRefusedWithTheNearest(_ text: String, _ nearest: String?) {
        let error = refusal(.fiscalYearMalformed) { _ = try FiscalYear(parsing: text) }
        #expect(error?.parameters["nearest"] == nearest)
    }

    @Test func fiscalYearsHaveTwoEnds() throws {
        refusal(.fiscalYearOutOfRange) { _ = try FiscalYear(parsing: "1989-1990") }
        refusal(.fiscalYearOutOfRange) { _ = try FiscalYear(parsing: "2999-3000") }
        refusal(.fiscalYearOutOfRange) { _ = try FiscalYear(startYear: 1989) }
        refusal(.fiscalYearOutOfRange) { _ = try FiscalYear(of: CalendarDate(iso: "1990-03-31")) }
        refusal(.fiscalYearOutOfRange) { _ = try FiscalYear(startYear: 2998).next() }
        refusal(.fiscalYearOutOfRange) { _ = try PeriodID(of: CalendarDate(iso: "2999-04-01")) }
        #expect(try FiscalYear(startYear: 2998).lastDay.iso == "2999-03-31")
    }

    @Test(arguments: [
        ("2026-04-01", "2026-P01"), ("2026-08-31", "2026-P05"), ("2026-12-31", "2026-P09"),
        ("2027-01-01", "2026-P10"), ("2027-02-28", "2026-P11"), ("2027-03-31", "2026-P12"),
    ])
    func aDayLiesInItsMonthAndNeverInTheAdjustments(_ day: String, _ period: String) throws {
        let date = try CalendarDate(iso: day)
        let id = try PeriodID(of: date)
        #expect(id.text == period)
        #expect(try PeriodID(parsing: period) == id)
        #expect(id.contains(date))
        #expect(id.days.contains(date))
        #expect(!id.isAdjustment)
    }

    @Test func theTwelveMonthsFollowOneAnotherAndMakeTheYear() throws {
        let year = try FiscalYear(startYear: 2027)
        var next = year.firstDay
        for period in year.periods where !period.isAdjustment {
            #expect(period.days.lowerBound == next)
            next = try period.days.upperBound.adding(days: 1)
        }
        #expect(try next == year.next().firstDay)
        #expect(year.periods == year.periods.sorted())
    }

    @Test func theAdjustmentPeriodTakesAnyDayOfItsYear() throws {
        let id = try PeriodID(parsing: "2026-P13")
        #expect(id.isAdjustment)
        #expect(id.days == id.year.lastDay...id.year.lastDay)
        #expect(try id.contains(CalendarDate(iso: "2026-04-01")))
        #expect(try !id.contains(CalendarDate(iso: "2027-04-01")))
    }

    @Test(arguments: ["2026-P00", "2026-P14", "2026-P5", "2026-p05", "2026P05", "2026-P055", "", "2026-P+5", "26-P05"])
    func anotherPeriodIsRefused(_ text: String) {
        refusal(.periodMalformed) { _ = try PeriodID(parsing: text) }
    }

    @Test func aPeriodsNumberIsJudged() throws {
        let year = try FiscalYear(startYear: 2026)
        refusal(.periodMalformed) { _ = try PeriodID(year: year, number: 14) }
        refusal(.fiscalYearOutOfRange) { _ = try PeriodID(parsing: "1989-P01") }
    }

    @Test func leviesFollowTheCalendarYear() throws {
        #expect(try FiscalCalendar.levyDue(forTaxationYear: 2026).iso == "2027-02-28")
        #expect(try FiscalCalendar.levyDue(forTaxationYear: 2027).iso == "2028-02-29")
        refusal(.dateOutOfRange) { _ = try FiscalCalendar.levyDue(forTaxationYear: 1899) }
        #expect(try FiscalCalendar.annualReportDue(for: FiscalYear(startYear: 2026)).iso == "2027-09-30")
    }
}
