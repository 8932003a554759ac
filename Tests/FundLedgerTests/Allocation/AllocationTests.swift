import AuditTrail
import Foundation
import ReferenceData
import Testing

@testable import FundLedger

/// Amounts shared out by criteria, and what a book keeps of it.
@Suite struct AllocationTests {
    private func share(_ cents: Int64, _ old: String = "", _ new: String = "") throws -> [String: Int64] {
        let yaml = old.isEmpty ? CriteriaFixture.yaml : CriteriaFixture.yaml.replacingOccurrences(of: old, with: new)
        let working = try CriteriaFixture.source(yaml).criteria.share(Cents(cents))
        return Dictionary(uniqueKeysWithValues: working.lines.map { ($0.target.envelope, $0.result.value) })
    }

    private func refusal(_ old: String, _ new: String, _ cents: Int64 = 1_000) -> AllocationError.Code? {
        do {
            _ = try share(cents, old, new)
            return nil
        } catch { return (error as? AllocationError)?.code }
    }

    @Test func sharesAreTheWeightedProportions() throws {
        // 60 % × 1⁄6 + 40 % × 1⁄4 = 20 %; 60 % × 1⁄3 + 40 % × 1⁄4 = 30 %; 60 % × 1⁄2 + 40 % × 1⁄2 = 50 %.
        #expect(try share(1_000) == ["A.1": 200, "A.2": 300, "B": 500])
        #expect(try share(1_001) == ["A.1": 200, "A.2": 300, "B": 501])
        #expect(try share(1_000, "floor: 10 %", "floor: 25 %") == ["A.1": 250, "A.2": 281, "B": 469])
        #expect(try share(1_000, "floor: 10 %", "ceiling: '4,00'") == ["A.1": 240, "A.2": 360, "B": 400])
        #expect(try share(1_000, "{envelope: A.1}", "{envelope: A.1, ceiling: 15 %}") == ["A.1": 150, "A.2": 319, "B": 531])
        let guarantee = "guarantee: {share: 95 %, values: {A.1: '3,00', A.2: 0, B: 0}}"
        #expect(try share(1_000, "floor: 10 %", guarantee) == ["A.1": 285, "A.2": 268, "B": 447])
    }

    @Test func weightsCountByTheirProportion() throws {
        let yaml = CriteriaFixture.yaml.replacingOccurrences(of: "weight: 60 %", with: "weight: 3")
            .replacingOccurrences(of: "weight: 40 %", with: "weight: 2")
        #expect(try CriteriaFixture.source(yaml).criteria.share(Cents(1_000)).lines.map(\.result.value) == [200, 300, 500])
    }

    @Test func boundsThatCannotHoldAreRefused() {
        #expect(refusal("floor: 10 %", "floor: 0 %", 0) == .amountNotPositive)
        #expect(refusal("floor: 10 %", "floor: 30 %\nceiling: 20 %") == .floorAboveCeiling)
        #expect(refusal("floor: 10 %", "floor: 40 %") == .floorsAboveAmount)
        #expect(refusal("floor: 10 %", "ceiling: 30 %") == .ceilingsBelowAmount)
        #expect(refusal("floor: 10 %", "guarantee: {share: 1000 %, values: {A.1: '90000000000000000', A.2: 0, B: 0}}") == .tooLarge)
    }

    @Test func theWorkingSaysWhatWasApplied() throws {
        let yaml = CriteriaFixture.yaml.replacingOccurrences(of: "floor: 10 %", with: "floor: 25 %")
        let lines = try CriteriaFixture.source(yaml).criteria.share(Cents(1_000)).lines
        #expect(lines.map(\.applied) == [.floor, .none, .none] && lines.map(\.round) == [1, nil, nil])
        #expect(lines.map(\.raw.value) == [200, 300, 500] && lines.map(\.proportion) == [200_000, 300_000, 500_000])
        #expect(lines.map(\.hasCent) == [false, false, true])
    }

    @Test func aRunOpensItsEnvelopesAndMovesTheBudget() throws {
        let book = try BudgetBook()
        let source = try CriteriaFixture.source()
        let id = try book.write { session in
            let working = try source.criteria.share(Cents(1_000))
            let done = try Budget(session).allocate(working, of: source, from: "A", in: book.year, on: book.day)
            #expect(done.opened == ["A.2"])
            return done.run.entry
        }
        #expect(try book.line("A") == "99000 = 99000 + 0 + 0 + 0")
        #expect(try book.line("A.2") == "300 = 300 + 0 + 0 + 0")
        #expect(try book.line("B") == "20500 = 20500 + 0 + 0 + 0")
        let run = try book.sample.read(.fnf) { try $0.allocation(id) }
        #expect(try run.total() == 1_000 && run.inputs.map(\.name) == ["firms.csv"])
        let report = try BookCheck.run(book.sample.book)
        #expect(report.isSound, "\(report.faults)")
    }

    @Test func whatTheBookDoesNotTakeLeavesItAsItWas() throws {
        let book = try BudgetBook()
        let source = try CriteriaFixture.source()
        func run(_ cents: Int64, from code: String, _ session: RegisterSession) throws {
            _ = try Budget(session).allocate(
                source.criteria.share(Cents(cents)), of: source, from: code, in: book.year, on: book.day)
        }
        #expect(try book.refused { try run(100_001, from: "A", $0) }?.code == .insufficientAvailable)
        #expect(try book.refused { try run(1_000, from: "Z", $0) }?.code == .budgetEnvelopeUnknown)
        #expect(try book.refused { try run(1_000, from: "B", $0) }?.code == .allocationShares)
    }

    @Test func anAllocationIsFoundByItsEntryAlone() throws {
        let book = try BudgetBook()
        for number in [1, 99] as [Int64] {
            let id = try EntryID(fund: .fnf, year: book.year, number: number)
            do {
                _ = try book.sample.read(.fnf) { try $0.allocation(id) }
                Issue.record("found")
            } catch let error as AllocationError { #expect(error.code == .unknownAllocation) }
        }
    }

    /// The order in which a file names envelopes and measures changes nothing of what each gets.
    @Test("Random criteria: sum, bounds, order", arguments: [21, 22] as [UInt64])
    func randomCriteria(seed: UInt64) throws {
        var dice = Dice(seed)
        for _ in 0..<60 {
            let codes = (1...Int(dice.number(2...17))).map { "R\($0)" }
            let measures = (1...Int(dice.number(1...5))).map { number in
                "  - {id: m\(number), fr: m, en: m, weight: \(dice.number(1...9)), values: {"
                    + codes.map { "\($0): \(dice.number(0...9_999_999)).\(dice.number(1...9))" }.joined(separator: ", ") + "}}\n"
            }
            let had = codes.map { "\($0): '\(dice.number(0...40_000)).00'" }.joined(separator: ", ")
            let heading = CriteriaFixture.yaml.components(separatedBy: "measures:")[0]
            func lines(_ codes: [String], _ measures: [String]) throws -> AllocationWorking {
                let yaml = heading + "measures:\n" + measures.joined() + "ceiling: 90 %\nguarantee: {share: 95 %, values: {\(had)}}\n"
                    + "envelopes:\n" + codes.map { "  - {envelope: \($0)}\n" }.joined()
                return try CriteriaFixture.source(yaml).criteria.share(Cents(100_000_000_001))
            }
            let working = try lines(codes, measures)
            #expect(working.lines.reduce(0) { $0 + $1.result.value } == 100_000_000_001)
            #expect(working.lines.allSatisfy { $0.result >= $0.guarantee ?? .zero && $0.result <= $0.ceiling ?? .zero })
            let other = try lines(codes.shuffled(using: &dice), measures.shuffled(using: &dice))
            #expect(other.lines.map(\.result) == working.lines.map(\.result))
        }
    }
}
