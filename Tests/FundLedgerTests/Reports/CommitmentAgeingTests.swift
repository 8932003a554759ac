import ReferenceData
import Testing

@testable import FundLedger

@Suite("Commitments by age")
struct CommitmentAgeingTests {
    private func commit(_ book: BudgetBook, _ cents: Int64, on date: String, later: [(Int, Int64)] = []) throws -> EntryID {
        try book.write { session in
            try Budget(session).commit(
                Cents(cents), of: "A", in: book.year, reference: "C", memo: "convention \(cents)", payee: "Centre",
                later: later.map { .init(year: try FiscalYear(startYear: $0.0), amount: $0.1) }, on: CalendarDate(iso: date)
            ).entry
        }
    }

    private func ageing(_ book: BudgetBook, _ day: String, _ year: FiscalYear? = nil) throws -> CommitmentAgeing {
        try book.sample.read(.fnf) { try $0.commitmentAgeing(year, on: CalendarDate(iso: day)) }
    }

    @Test(arguments: [
        (-5, AgeBand.upTo30), (0, .upTo30), (30, .upTo30), (31, .upTo90), (90, .upTo90), (91, .upTo180), (180, .upTo180),
        (181, .upTo365), (365, .upTo365), (366, .older), (5000, .older),
    ])
    func everyDayHasItsBand(days: Int, band: AgeBand) {
        #expect(AgeBand(days: days) == band)
    }

    @Test func theBandsSumToWhatIsOutstanding() throws {
        let book = try BudgetBook()
        let old = try commit(book, 10_000, on: "2026-04-01")
        _ = try commit(book, 20_000, on: "2026-06-01")
        let gone = try commit(book, 5_000, on: "2026-06-10")
        _ = try commit(book, 700, on: "2026-06-30")
        try book.write { session in
            try Budget(session).spend(old, book.draft([("5100", 4_000, nil), ("2100", -4_000, nil)]))
            try Budget(session).release(gone, nil, reason: "fin", reference: "L", on: book.day)
        }
        let ageing = try ageing(book, "2026-06-30")
        #expect(ageing.lines.map { "\($0.id) \($0.age) \($0.outstanding.value)" } == [
            "FNF-2026-000004 90 6000", "FNF-2026-000005 29 20000", "FNF-2026-000007 0 700",
        ])
        #expect(ageing.sum(of: .upTo30) == .init(count: 2, amount: Cents(20_700)))
        #expect(ageing.sum(of: .upTo90) == .init(count: 1, amount: Cents(6_000)))
        #expect(ageing.sum(of: .older) == .init(count: 0, amount: .zero))
        #expect(ageing.outstanding.value == (try book.amounts("A").committed))
        #expect(ageing.bands.values.reduce(0) { $0 + $1.amount.value } == ageing.outstanding.value)
        #expect(try self.ageing(book, "2027-09-30").sum(of: .older).count == 3)
    }

    @Test func laterYearsAreObligationsUntilTheyAreContinued() throws {
        let book = try BudgetBook()
        let first = try commit(book, 1_000, on: "2026-06-01", later: [(2027, 800), (2028, 300)])
        _ = try commit(book, 1_000, on: "2026-06-02", later: [(2028, 50)])
        try book.write { session in
            try Budget(session).release(first, nil, reason: "fini", reference: "L", on: book.day)
            let next = try book.year.next()
            try Budget(session).open(Envelope(code: "A", year: next, amount: Cents(5_000)), on: book.day)
            try Budget(session).commit(
                Cents(500), of: "A", in: next, reference: "C", memo: "suite", continues: first, on: CalendarDate(iso: "2027-04-01"))
        }
        let all = try ageing(book, "2026-06-30")
        #expect(all.later.map { "\($0.year.text) \($0.id) \($0.amount.value)" } == [
            "2027-2028 \(first.text) 300", "2028-2029 \(first.text) 300", "2028-2029 FNF-2026-000005 50",
        ])
        #expect(all.laterYears.map(\.sum.amount.value) == [300, 350])
        #expect(all.obligations.value == 650)
        #expect(all.lines.map(\.outstanding.value) == [1_000, 500])
        #expect(try ageing(book, "2026-06-30", book.year).lines.map(\.outstanding.value) == [1_000])
        #expect(try ageing(book, "2026-06-30", book.year.next()).later.isEmpty)
    }
}
