import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// The report of levies against the journal, which knows nothing of taxation years.
@Suite("Report of levies")
struct LevyReportTests {
    /// Debit less credit of an account in a span, from the trial balance.
    private func moved(_ account: String, _ span: TrialBalanceSpan, _ book: LevyBook) throws -> Int64 {
        let row = try book.sample.read(.fnf) { try $0.trialBalance(span).rows.first { $0.account.code == account } }
        return (row?.debit.value ?? 0) - (row?.credit.value ?? 0)
    }

    private func balance(_ account: String, _ span: TrialBalanceSpan, _ book: LevyBook) throws -> Int64 {
        try book.sample.read(.fnf) { try $0.trialBalance(span).rows.first { $0.account.code == account }?.balance.value ?? 0 }
    }

    /// Random acts over three fiscal years; some are refused, and leave nothing.
    private func live(_ book: LevyBook, _ seed: UInt64) throws -> Int {
        var dice = Dice(seed), done = 0
        let days = ["2025-05-01", "2026-03-31", "2026-04-01", "2026-11-15", "2027-03-31", "2027-04-01", "2027-10-02"]
        for day in days {
            for _ in 0..<6 {
                let isEstimate = dice.number(0...2) == 0
                let year = Int(dice.number(2022...2027)), cents = dice.number(-4_000...9_000)
                let others = (0..<dice.number(0...2)).map { _ in Int(dice.number(2022...2027)) }
                let parts = Set(others + [year]).sorted().map { ($0, dice.number(-3_000...9_000), 0 as Int64, dice.number(0...4) == 0) }
                let code = try book.refused {
                    if isEstimate { try book.estimate(year, cents, on: day) } else { try book.remit(parts, on: day) }
                }
                done += code == nil ? 1 : 0
            }
        }
        try book.remit([(2026, 5_000, 300, false)], envelope: "FRAIS", on: "2026-12-01")
        return done + 1
    }

    @Test(arguments: [7, 8, 9] as [UInt64])
    func itsSumsAreThoseOfTheAccounts(seed: UInt64) throws {
        let book = try LevyBook()
        #expect(try live(book, seed) > 20)
        let spans: [(FiscalYear?, TrialBalanceSpan)] = [
            (nil, .all), (try book.year.previous(), .year(try book.year.previous())), (book.year, .year(book.year)),
            (try book.year.next(), .year(try book.year.next())),
        ]
        for (year, span) in spans {
            let told = try book.sample.read(.fnf) { try $0.levySummary(year) }
            #expect(!told.lines.isEmpty && !told.acts.isEmpty)
            #expect(try told.sum(\.receivable).value == balance("1200", span, book), "\(year?.text ?? "")")
            #expect(try told.sum(\.receivable).value - told.sum(\.opening).value == moved("1200", span, book))
            #expect(try told.sum(\.revenue).value == 0 - moved("4000", span, book))
            #expect(try told.sum(\.adjusted).value == 0 - moved("4010", span, book))
            #expect(try told.sum(\.fees).value == moved("5800", span, book))
            #expect(try told.sum(\.remitted).value - told.sum(\.fees).value == moved("1000", span, book))
            for line in told.lines {
                #expect(line.revenue.value + line.adjusted.value == line.remitted.value + line.receivable.value - line.opening.value)
            }
        }
        // The years follow each other: what one leaves, the next begins with.
        let years = try spans.dropFirst().map { span in try book.sample.read(.fnf) { try $0.levySummary(span.0) } }
        for (one, next) in zip(years, years.dropFirst()) {
            #expect(try one.sum(\.receivable) == next.sum(\.opening))
        }
        // Over the whole book, what the tables keep.
        let kept = try book.sample.read(.fnf) { try $0.levyYears() }
        let whole = try book.sample.read(.fnf) { try $0.levySummary() }
        #expect(whole.lines.map(\.year) == kept.map(\.year))
        #expect(whole.lines.map { [$0.estimated, $0.remitted, $0.fees, $0.receivable] }
            == kept.map { [$0.state.estimated, $0.state.remitted, $0.state.fees, $0.state.receivable] })
    }

    @Test func whatAYearHasNothingToDoWithIsNotTold() throws {
        let book = try LevyBook()
        try book.estimate(2025, 900)
        try book.remit([(2025, 900, 0, false)], on: "2026-04-15")
        let lines = try [book.year.previous(), book.year, book.year.next()].map { year in
            try book.sample.read(.fnf) { try $0.levySummary(year).lines.map { "\($0.year.text) \($0.opening.value) \($0.receivable.value)" } }
        }
        #expect(lines == [["2025 0 900"], ["2025 900 0"], []])
    }

    @Test func whatIsLeftOfEarmarkedRevenueIsInTheRestrictedAndDeferredAccounts() throws {
        let book = try LevyBook()
        let mutual = try book.earmark(), outside = try book.earmark(8_000, account: "4900", basis: .outside)
        try book.release(mutual, 20_000, .used)
        try book.release(outside, 8_000, .used, on: "2027-04-02")
        func told(_ year: FiscalYear?, _ day: String) throws -> [EarmarkBalance] {
            try book.sample.read(.fnf) { try $0.earmarkBalances(year, on: LevyBook.day(day)) }
        }
        let year = try told(book.year, "2026-09-29")
        #expect(year.map(\.left.value) == [30_000, 8_000] && year.map(\.released.value) == [20_000, 0])
        #expect(year.map(\.daysLeft) == [1, 1] && year.map(\.state) == [.open, .open])
        #expect(try year[0].left.value == 0 - balance("3110", .year(book.year), book))
        #expect(try year[1].left.value == 0 - balance("2400", .year(book.year), book))
        #expect(try told(book.year.previous(), "2026-03-31").isEmpty)
        let next = try told(book.year.next(), "2026-10-01")
        #expect(next.map(\.state) == [.expired, .settled] && next.map(\.left.value) == [30_000, 0])
        #expect(next.map(\.daysLeft) == [-1, -1])
        #expect(try told(nil, "2027-05-01").map(\.left.value) == [30_000, 0])
        // Nothing left at its start: no longer told.
        let later = try FiscalYear(startYear: 2028)
        #expect(try told(later, "2028-05-01").map(\.row.sequence) == [mutual])
    }
}
