import Testing

@testable import ReferenceData

/// Ids that begin anew each fiscal year, and levels. FORMAT.md, section 20.
@Suite struct YearlyIDTests {
    @Test(arguments: ["INT-2026-000001", "INT-1990-999999", "INT-2026-1000000", "INT-2998-999999999999"])
    func readsBackAsWritten(text: String) throws {
        let id = try InterventionID(parsing: text)
        #expect(id.text == text)
        #expect(try InterventionID(key: id.key) == id)
        #expect(InterventionID.keys(of: id.year).contains(id.key))
    }

    @Test(arguments: [
        "", "INT-2026-", "INT-2026-000000", "INT-2026-00001", "INT-2026-0000001", "INT-1989-000001", "INT-2999-000001",
        "AGR-2026-000001", "int-2026-000001", "INT-2026-00000a", "INT-2026-1000000000000", "INT-2026_000001",
    ])
    func refusesAnotherForm(text: String) {
        do {
            _ = try InterventionID(parsing: text)
            Issue.record("this was accepted: \(text)")
        } catch { #expect((error as? ReferenceError)?.code == .yearlyIDMalformed) }
    }

    @Test func eachSeriesHasItsPrefix() throws {
        let year = try FiscalYear(startYear: 2026)
        #expect(try AgreementID(year: year, number: 7).text == "AGR-2026-000007")
        #expect(try ParticipationID(year: year, number: 1).text == "PAR-2026-000001")
        #expect(try InterventionID(year: year, number: 9) < InterventionID(year: year.next(), number: 1))
    }

    @Test(arguments: ["national", "region-01", "region-17", "office-R06", "office-MTL-CENTRE"])
    func levelsReadBack(text: String) throws { #expect(try Level(parsing: text).text == text) }

    @Test(arguments: ["", "National", "region-0", "region-18", "region-6", "office-", "office-r06", "office--A", "region"])
    func anotherLevelIsRefused(text: String) {
        do {
            _ = try Level(parsing: text)
            Issue.record("this was accepted: \(text)")
        } catch { #expect((error as? ReferenceError)?.code == .levelMalformed) }
    }

    @Test func aMonthIsNoAdjustmentPeriod() throws {
        #expect(try PeriodID(month: "2026-P01").days.lowerBound.iso == "2026-04-01")
        #expect(throws: ReferenceError.self) { try PeriodID(month: "2026-P13") }
    }
}
