import ReferenceData
import Testing

@Suite struct FundTests {
    @Test func aFundIsReadInAnyCase() throws {
        #expect(try FundCode(parsing: "FNF") == .fnf)
        #expect(try FundCode(parsing: "fDmT") == .fdmt)
        #expect(FundCode.fnf.other == .fdmt)
        let error = refusal(.fundUnknown) { _ = try FundCode(parsing: "FRD") }
        #expect(error?.parameters == ["found": "FRD", "expected": "FNF, FDMT"])
    }

    @Test(arguments: ["FNF-2026-000123", "FDMT-1990-000001", "FNF-2026-1234567", "FNF-2026-999999999999"])
    func anIdIsReadAndWrittenBack(_ text: String) throws {
        #expect(try EntryID(parsing: text).text == text)
    }

    @Test(arguments: [
        "", "FNF", "FNF-2026-123", "FNF-2026-0000123", "fnf-2026-000123", "ABC-2026-000123", "FNF-2026-00012x",
        "FNF-26-000123", "FNF-2026-000123 ", "FNF-2026+000123", "FNF-2026-+00123", "FNF--2026-000123",
    ])
    func anotherIdIsRefused(_ text: String) {
        refusal(.entryIDMalformed) { _ = try EntryID(parsing: text) }
    }

    @Test func numbersBeginAtOneAndEndSomewhere() throws {
        let year = try FiscalYear(startYear: 2026)
        refusal(.entryIDOutOfRange) { _ = try EntryID(parsing: "FNF-2026-000000") }
        refusal(.entryIDOutOfRange) { _ = try EntryID(parsing: "FNF-2026-1000000000000") }
        refusal(.entryIDOutOfRange) { _ = try EntryID(parsing: "FNF-2026-99999999999999999999999") }
        refusal(.entryIDOutOfRange) { _ = try EntryID(fund: .fnf, year: year, number: 0) }
        refusal(.fiscalYearOutOfRange) { _ = try EntryID(parsing: "FNF-1989-000001") }
    }

    @Test func idsAreOrderedAsNumbers() throws {
        let ids = ["FDMT-2027-000001", "FNF-2025-000009", "FNF-2026-000002", "FNF-2026-999999", "FNF-2026-1000000"]
        #expect(try ids.reversed().map { try EntryID(parsing: $0) }.sorted().map(\.text) == ids)
    }
}
