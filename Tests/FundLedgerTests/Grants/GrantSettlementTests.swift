import ReferenceData
import Testing

@testable import FundLedger

/// What a correction says of a mistake that is paid: what was paid, what the right step would owe, and what settles the
/// difference. Carried out, the remedies leave what the right step would have left.
@Suite struct GrantSettlements {
    private let book: GrantBook
    private let id: GrantID
    private let day: CalendarDate

    init() throws {
        book = try GrantBook()
        id = try book.signed([try GrantOnPaper.line(2026, 60_000), try GrantOnPaper.line(2027, 40_000)])
        day = try GrantBook.day("2026-06-18")
    }

    private var notes: Grants.Notes { Grants.Notes(on: day) }

    /// A claim, accepted and paid.
    private func paid(
        _ claimed: Int64, eligible: Int64? = nil, advance: Int64 = 0, holdback: Int64 = 0, isPaid: Bool = true
    ) throws {
        try book.write { grants in
            let number = try grants.claim(id, Cents(claimed), from: day, to: day, notes).claim
            let reason = eligible.map { $0 < claimed ? "pièces" : nil } ?? nil
            try grants.accept(
                id, claim: number, eligible: Cents(eligible ?? claimed), advance: Cents(advance), holdback: Cents(holdback),
                reason: reason, notes)
            let payable = grants.session.register.size - 1
            if isPaid { try book.pay(grants, payable, (eligible ?? claimed) - advance - holdback, on: day) }
        }
    }

    private func settlements(
        of kind: String, _ change: (inout GrantCorrection.Change) -> Void
    ) throws -> [GrantCorrection.Settlement] {
        var mended = GrantCorrection.Change()
        change(&mended)
        let record = try book.last(kind, of: id)
        let before = try book.sample.dump()
        let plan = try book.write(dryRun: true) { try $0.planCorrection(of: record, in: id, mended, reason: "saisie") }
        #expect(try book.sample.dump() == before)
        #expect(plan.undoings.isEmpty && plan.redoings.isEmpty)
        return plan.settlements
    }

    /// Does what the remedies say.
    private func carryOut(_ settlements: [GrantCorrection.Settlement]) throws {
        try book.write { grants in
            for remedy in settlements.flatMap(\.remedies) {
                switch remedy {
                case .recoverClaim(let amount, let year):
                    try grants.recover(id, Cents(amount), .claim, of: year, reason: "saisie", notes)
                case .recoverAdvance(let amount):
                    try grants.recover(id, Cents(amount), .advance, of: nil, reason: "saisie", notes)
                case .claim(let amount, let number, let from, let to, let holdback):
                    try grants.claim(id, Cents(amount), from: from, to: to, notes)
                    try grants.accept(id, claim: number, eligible: Cents(amount), holdback: Cents(holdback), notes)
                case .advance(let amount): try grants.advance(id, Cents(amount), notes)
                case .release(let amount): try grants.release(id, Cents(amount), notes)
                case .holdBack: break
                }
            }
        }
        try book.expectSound()
    }

    /// 152.00 typed for 125.00 in the claim, accepted whole and paid.
    @Test func aClaimTypedTooHighIsRecovered() throws {
        try paid(15_200)
        let found = try settlements(of: "claimed") { $0.amount = 12_500 }
        #expect(found.count == 1)
        #expect(try found.first?.record == book.last("accepted", of: id))
        #expect(found.first?.move == .accepted)
        #expect(found.first?.paid == 15_200 && found.first?.left == 0 && found.first?.owed == 12_500)
        #expect(found.first?.difference == 2_700 && found.first?.recovered == 0)
        #expect(found.first?.remedies == [.recoverClaim(2_700, of: book.first)])
        try carryOut(found)
        let row = try book.detail(id).row.figures
        #expect(row.recoverable == 2_700 && row.spent == 12_500 && row.paid == 15_200)
        // Asked again, it is not recovered twice.
        let again = try settlements(of: "claimed") { $0.amount = 12_500 }
        #expect(again.first?.difference == 2_700 && again.first?.recovered == 2_700 && again.first?.remedies == [])
        let more = try settlements(of: "claimed") { $0.amount = 12_000 }
        #expect(more.first?.recovered == 2_700 && more.first?.remedies == [.recoverClaim(500, of: book.first)])
    }

    @Test func whatIsStillToBePaidIsClaimedOnceMore() throws {
        try paid(12_500, eligible: 10_000, holdback: 1_000)
        let found = try settlements(of: "accepted") {
            $0.eligible = 12_500
            $0.reason = ""
            $0.holdback = 1_250
        }
        #expect(found.first?.paid == 9_000 && found.first?.owed == 11_250 && found.first?.difference == -2_250)
        #expect(found.first?.remedies == [.claim(2_500, number: 2, from: day, to: day, holdback: 250)])
        try carryOut(found)
        let row = try book.detail(id).row.figures
        #expect(row.accepted == 12_500 && row.heldBack == 1_250 && row.payable == 2_250)
    }

    @Test func eachPartOfAnAcceptanceHasItsWay() throws {
        try book.write { grants in
            try grants.advance(id, Cents(8_000), notes)
            try book.pay(grants, grants.session.register.size - 1, 8_000, on: day)
        }
        try paid(20_000, advance: 3_000, holdback: 2_000)
        // More of the advance should have been used, less held back.
        let more = try settlements(of: "accepted") {
            $0.advance = 5_000
            $0.holdback = 1_500
        }
        #expect(more.first?.paid == 15_000 && more.first?.owed == 13_500 && more.first?.difference == 1_500)
        #expect(more.first?.remedies == [.recoverAdvance(2_000), .release(500)])
        let less = try settlements(of: "accepted") {
            $0.advance = 2_000
            $0.holdback = 2_600
        }
        #expect(less.first?.difference == -400 && less.first?.remedies == [.advance(1_000), .holdBack(600)])
        try carryOut(more)
        let state = try book.detail(id).state
        #expect(state.advancesOutstanding == 3_000 && state.heldBack == 1_500)
    }

    @Test func anAdvanceOrAReleaseTypedWrong() throws {
        try book.write { grants in
            try grants.advance(id, Cents(15_200), notes)
            try book.pay(grants, grants.session.register.size - 1, 15_200, on: day)
        }
        #expect(try settlements(of: "advanced") { $0.amount = 12_500 }.map(\.remedies) == [[.recoverAdvance(2_700)]])
        #expect(try settlements(of: "advanced") { $0.amount = 16_000 }.map(\.remedies) == [[.advance(800)]])
        try book.write { try $0.recover(id, Cents(2_000), .advance, of: nil, reason: "trop", notes) }
        let rest = try settlements(of: "advanced") { $0.amount = 12_500 }
        #expect(rest.map(\.recovered) == [2_000] && rest.map(\.remedies) == [[.recoverAdvance(700)]])
        try paid(20_000, holdback: 2_000)
        try book.write { grants in
            try grants.release(id, Cents(1_500), notes)
            try book.pay(grants, grants.session.register.size - 1, 1_500, on: day)
        }
        #expect(try settlements(of: "released") { $0.amount = 1_000 }.map(\.remedies) == [[.holdBack(500)]])
        #expect(try settlements(of: "released") { $0.amount = 1_800 }.map(\.remedies) == [[.release(300)]])
        // The claim from which it was held back: the acceptance and the release, which has less to release.
        let both = try settlements(of: "accepted") { $0.holdback = 1_000 }
        #expect(both.map(\.move) == [.accepted, .released] && both.map(\.difference) == [-1_000, 500])
    }

    /// A payment that came back hinders nothing: it goes with the step, and there is nothing to settle.
    @Test func whatCameBackHindersNothing() throws {
        try paid(15_200)
        let accepted = try book.last("accepted", of: id)
        try book.write { try book.pay($0, accepted, 15_200, isBack: true, on: day) }
        var mended = GrantCorrection.Change()
        mended.eligible = 12_500
        mended.reason = "pièces"
        let plan = try book.write(dryRun: true) { try $0.planCorrection(of: accepted, in: id, mended, reason: "saisie") }
        #expect(plan.settlements.isEmpty && plan.undoings.map(\.record) == [accepted] && plan.redoings.count == 1)
    }

    @Test func aCorrectionThatAnUnrelatedStepBlocksIsRefused() throws {
        try book.write { grants in
            try grants.advance(id, Cents(5_000), notes)
            try book.pay(grants, grants.session.register.size - 1, 5_000, on: day)
        }
        try paid(20_000, advance: 5_000)
        var change = GrantCorrection.Change()
        change.amount = 4_000
        let advanced = try book.last("advanced", of: id)
        // The claim used all of the advance: with less it would be refused.
        let error = try book.refused { _ = try $0.planCorrection(of: advanced, in: id, change, reason: "r") }
        #expect(error?.code == .correctionBlocked && error?.parameters["step"] == "payment.issued")
        // Nothing that is paid would differ.
        try paid(9_000, eligible: 8_000)
        change.amount = 8_500
        let claimed = try book.last("claimed", of: id)
        #expect(try book.refused { _ = try $0.planCorrection(of: claimed, in: id, change, reason: "r") }?.code == .correctionBlocked)
    }
}
