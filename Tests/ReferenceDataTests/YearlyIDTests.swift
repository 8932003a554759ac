import Testing

@testable import ReferenceData

/// Keys and order of ids that begin anew each fiscal year; months. FORMAT.md, section 20.
@Suite struct YearlyIDTests {
    @Test(arguments: ["INT-2026-000001", "INT-1990-999999", "INT-2998-999999999999"])
    func aKeyReadsBack(text: String) throws {
        let id = try InterventionID(parsing: text)
        #expect(try InterventionID(key: id.key) == id)
        #expect(InterventionID.keys(of: id.year).contains(id.key))
    }

    @Test func eachSeriesHasItsPrefixAndItsYears() throws {
        let year = try FiscalYear(startYear: 2026)
        #expect(try AgreementID(year: year, number: 7).text == "AGR-2026-000007")
        #expect(try ParticipationID(year: year, number: 1).text == "PAR-2026-000001")
        #expect(try InterventionID(year: year, number: 9) < InterventionID(year: year.next(), number: 1))
    }

    @Test func aMonthIsNoAdjustmentPeriod() throws {
        #expect(try PeriodID(month: "2026-P01").days.lowerBound.iso == "2026-04-01")
        #expect(throws: ReferenceError.self) { try PeriodID(month: "2026-P13") }
    }
}
