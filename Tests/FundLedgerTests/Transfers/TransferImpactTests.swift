import ReferenceData
import Testing

@testable import FundLedger

/// Transfers judged again under a draft.
@Suite struct TransferImpactTests {
    private func impact(_ book: TransferBook, _ rules: [String], _ year: FiscalYear? = nil) throws -> TransferImpact {
        let draft = try RuleFixture.source(RuleFixture.yaml(rules)).rules
        return try book.sample.read(.fnf) { try Transfers($0.session).impact(of: draft, in: year) }
    }

    /// The rules that judged them say of each what they said then, however they have moved budget since.
    @Test func theSameRulesChangeNothing() throws {
        let book = try TransferBook()
        for (from, to, cents) in [
            ("A", "B", 9_000), ("ADM", "A", 100), ("A", "C", 30_000), ("B", "C", 20_000), ("C", "A", 10_000),
        ] as [(String, String, Int64)] {
            try book.propose(book.operation(from, to, cents))
        }
        let found = try impact(book, TransferBook.rules)
        #expect(found.rows.count == 5)
        #expect(found.rows.map(\.change) == Array(repeating: .same, count: 5))
    }

    /// One change a row: each limit is counted at its own place, with what came before and not what came after.
    @Test func aDraftIsToldOfEachTransferInItsPlace() throws {
        let book = try TransferBook()
        let posted = try book.propose(book.operation("A", "B", 6_000)).record
        let second = try book.propose(book.operation("A", "B", 5_000)).record
        let refused = try book.propose(book.operation("ADM", "A", 100)).record
        let waiting = try book.propose(book.operation("C", "A", 12_000)).record
        let lacking = try book.propose(book.operation("B", "C", 500_000)).record
        let found = try impact(
            book,
            [
                "id: P1, permit: {}",
                "id: L1, limit: {cap: \"10 %\", of: source, base: current, counts: outflow, over: year, across: envelope}",
                "id: Q2, require: {approval: commission}, when: {amount: {above: \"100,00\"}}",
            ])
        // A has 100 000: 6 000 holds, 11 000 of what is then 94 000 does not.
        #expect(found.rows.map(\.transfer.record) == [posted, second, refused, waiting, lacking])
        #expect(found.rows.map(\.change) == [.same, .nowRefused, .nowLawful, .nowRefused, .same])
        #expect(found.rows[1].judgement.terms.map { [$0.base ?? 0, $0.cap, $0.counted] } == [[94_000, 9_400, 6_000]])
        #expect(found.rows[1].judgement.rules == ["L1"])
        #expect(found.count(.nowRefused) == 2)
    }

    @Test func otherApprovalsAreTold() throws {
        let book = try TransferBook()
        try book.propose(book.operation("A", "B", 12_000))
        let found = try impact(book, ["id: P1, permit: {}", "id: Q1, require: {approval: commission}"])
        #expect(found.rows.map(\.change) == [.otherApprovals])
        #expect(found.rows[0].judgement.approvals == ["commission"])
    }

    /// A year takes those that touch it; the others still count.
    @Test func aYearTakesWhatTouchesIt() throws {
        let book = try TransferBook()
        try book.propose(book.operation("A", "A", 1_000, .carryOver, date: "2027-04-10"))
        try book.propose(book.operation("A", "B", 1_000))
        #expect(try impact(book, TransferBook.rules, book.year).rows.count == 2)
        #expect(try impact(book, TransferBook.rules, book.year.next()).rows.count == 1)
        #expect(throws: LedgerError.self) { try impact(book, TransferBook.rules, FiscalYear(startYear: 2040)) }
    }

    /// Replaying writes nothing.
    @Test func nothingIsWritten() throws {
        let book = try TransferBook()
        try book.propose(book.operation("A", "B", 1_000))
        let before = try book.sample.dump()
        _ = try impact(book, ["id: F1, forbid: {}"])
        #expect(try book.sample.dump() == before)
    }
}
