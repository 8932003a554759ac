import ReferenceData
import Testing

@testable import FundLedger

/// A limit that a later set continues has one margin, on whichever side of the change an operation is dated.
@Suite struct ContinuedLimitTests {
    private static let limit = [
        "id: P1, permit: {}",
        "id: L1, limit: {cap: \"10 %\", of: source, base: initial, counts: outflow, over: year, across: envelope}",
    ]

    private func book(_ second: [String]) throws -> TransferBook {
        let book = try TransferBook(rules: Self.limit)
        var next = try RuleFixture.source(RuleFixture.yaml(second)).rules
        next.replaces = next.identity
        next.identity = RuleSetVersion(name: next.identity.name, version: 2)
        next.from = try CalendarDate(iso: "2026-07-01")
        try book.adopt(next)
        return book
    }

    @Test func backdatingGivesNoSecondMargin() throws {
        let book = try book(Self.limit)
        try book.propose(book.operation("A", "B", 10_000, date: "2026-08-01"))
        #expect(try book.check(book.operation("A", "B", 1, date: "2026-05-01")) == .overLimit)
        #expect(try book.check(book.operation("A", "B", 1, date: "2026-08-02")) == .overLimit)
        try book.requireSound()
    }

    @Test func whatCameBeforeCountsToo() throws {
        let book = try book(Self.limit)
        try book.propose(book.operation("A", "B", 9_000, date: "2026-05-01"))
        #expect(try book.check(book.operation("A", "B", 1_001, date: "2026-08-01")) == .overLimit)
        #expect(try book.check(book.operation("A", "B", 1_000, date: "2026-08-01")) == .permitted)
    }

    @Test func anotherLimitCountsByItself() throws {
        let book = try book([Self.limit[0], Self.limit[1].replacing("10 %", with: "11 %")])
        try book.propose(book.operation("A", "B", 10_000, date: "2026-08-01"))
        #expect(try book.check(book.operation("A", "B", 10_000, date: "2026-05-01")) == .permitted)
    }
}
