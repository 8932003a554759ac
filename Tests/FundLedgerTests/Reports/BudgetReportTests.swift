import ReferenceData
import Testing

@testable import FundLedger

@Suite("Reports of the budget")
struct BudgetReportTests {
    private func book() throws -> BudgetBook {
        let book = try BudgetBook(isEmpty: true)
        try book.write { session in
            let budget = try Budget(session)
            for (code, parent, region, cents) in [
                ("N", nil, nil, 700), ("N.06", "N", "06", 100_000), ("N.07", "N", "07", 50_000), ("S.06", nil, "06", 30_000),
            ] as [(String, String?, String?, Int64)] {
                try budget.open(
                    Envelope(
                        code: code, year: book.year, parent: parent, attributes: region.map { ["region": $0] } ?? [:],
                        amount: Cents(cents)), on: book.day)
            }
        }
        return book
    }

    @Test func eachEnvelopeCountsOnceUnderItsOwnValue() throws {
        let book = try book()
        try book.spend(4_000, of: "N.06")
        try book.commit(9_000, of: "S.06")
        let rows = try book.sample.read(.fnf) { try $0.envelopes(book.year) }
        let grouping = try BudgetGrouping(rows, by: "region", fund: .fnf, year: book.year)
        #expect(grouping.groups.map(\.value) == ["06", "07", nil])
        #expect(grouping.groups.map { $0.envelopes.map(\.code) } == [["N.06", "S.06"], ["N.07"], ["N"]])
        #expect(grouping.groups.map(\.sum.authorised) == [130_000, 50_000, 700])
        #expect(grouping.groups[0].sum.spent == 4_000 && grouping.groups[0].sum.committed == 9_000)
        #expect(grouping.total == (try EnvelopeTree(rows).total))
        #expect(grouping.groups.flatMap(\.envelopes).count == rows.count)
    }

    @Test func anAttributeThatNoneHasIsRefusedWithThoseThatTheyHave() throws {
        let book = try book()
        let rows = try book.sample.read(.fnf) { try $0.envelopes(book.year) }
        let error = #expect(throws: ReportError.self) {
            try BudgetGrouping(rows, by: "regoin", fund: .fnf, year: book.year)
        }
        #expect(error?.code == .attributeUnknown)
        #expect(error?.parameters == [
            "attribute": "regoin", "fund": "fnf", "year": "2026-2027", "known": "region", "nearest": "region",
        ])
        #expect(try BudgetGrouping([], by: "regoin", fund: .fnf, year: book.year).groups.isEmpty)
    }

    @Test func spendingByPeriodSumsToWhatWasSpent() throws {
        let book = try book()
        for (cents, date) in [(4_000, "2026-06-18"), (1_500, "2026-04-02"), (700, "2026-06-30")] as [(Int64, String)] {
            try book.spend(cents, of: "N.06", date: date)
        }
        let back = try book.spend(250, of: "N.07", date: "2026-05-05")
        try book.write { try Journal($0).reverse(back.id, date: CalendarDate(iso: "2026-09-01"), reason: "double") }
        let periods = try book.sample.read(.fnf) { try $0.budgetPeriods(book.year) }
        #expect(periods.map { $0.period.number } == Array(1...6))
        #expect(periods.map(\.spent.value) == [1_500, 250, 4_700, 0, 0, -250])
        #expect(periods.last?.cumulated.value == 6_200)
        let spent = try book.sample.read(.fnf) { try EnvelopeTree($0.envelopes(book.year)).total.spent }
        #expect(periods.last?.cumulated.value == spent)
        #expect(try book.sample.read(.fnf) { try $0.budgetPeriods(book.year.next()) }.isEmpty)
        #expect(try book.sample.read(.fdmt) { try $0.budgetPeriods(book.year) }.isEmpty)
    }
}
