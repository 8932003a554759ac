import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

@Suite struct TransferPropertyTests {
    private static let operations: [BudgetOperation] = [.transfer, .transfer, .temporaryTransfer, .cancellation, .carryOver]

    /// Random operations on a book: a check says what proposing then does, sums are kept, nothing is below zero, a refusal
    /// moves nothing, and a replay gives the same tables.
    @Test(arguments: [1, 7, 2026] as [UInt64])
    func operationsAtRandomKeepWhatMustBeKept(seed: UInt64) throws {
        let book = try TransferBook()
        var dice = Dice(seed)
        var waiting: [(record: Int64, awaited: [String])] = []
        var cancelled: Int64 = 0
        let codes = ["A", "B", "C", "ADM", "X"]
        func sum() throws -> Int64 {
            try codes.reduce(0) { try $0 + book.amounts($1).authorised } + book.amounts("A", book.year.next()).authorised
        }
        let total = try sum()
        for _ in 0..<60 {
            if let first = waiting.first, dice.number(0...2) == 0 {
                waiting.removeFirst()
                for authority in first.awaited {
                    let outcome = try book.approve(first.record, authority)
                    guard outcome.state != .waiting else { continue }
                    #expect(outcome.state == .posted || outcome.state == .refused)
                }
            } else {
                let kind = dice.pick(Self.operations)
                let from = kind == .carryOver ? "A" : dice.pick(codes)
                let target = kind == .carryOver ? "A" : dice.pick(codes.filter { $0 != from })
                let operation = try book.operation(
                    from, kind == .cancellation ? nil : target, dice.number(1...18_000), kind,
                    date: kind == .carryOver ? "2027-04-10" : "2026-06-18",
                    repayBy: kind == .temporaryTransfer ? "2026-09-30" : nil)
                let expected = try book.check(operation)
                let before = try sum()
                let outcome = try book.propose(operation)
                switch outcome.state {
                case .posted:
                    #expect(expected == .permitted)
                    if kind == .cancellation { cancelled += operation.amount }
                case .waiting:
                    #expect(expected == .needsApproval)
                    waiting.append((outcome.record, outcome.awaited))
                case .refused:
                    #expect(!expected.isLawful)
                    #expect(try sum() == before)
                    let explained = try book.sample.read(.fnf) {
                        try Transfers($0.session).explain(outcome.record).finding.judgement.outcome
                    }
                    #expect(explained == expected)
                }
            }
            #expect(try sum() == total - cancelled)
            for code in codes { #expect(try book.amounts(code).available >= 0) }
        }
        try book.requireSound()
    }
}
