import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// Steps taken back, and mistakes mended.
@Suite struct GrantCorrections {
    private var plan: [GrantPlanLine] { get throws { [try GrantOnPaper.line(2026, 60_000), try GrantOnPaper.line(2027, 40_000)] } }

    @Test func aStepTakenBackReversesItsEntries() throws {
        let book = try GrantBook()
        let id = try book.signed(plan)
        let before = try book.detail(id)
        let day = try GrantBook.day("2026-06-18")
        try book.write { grants in
            try grants.claim(id, Cents(20_000), from: day, to: day, .init(on: day))
            try grants.accept(id, claim: 1, eligible: Cents(20_000), .init(on: day))
            try grants.accrue(id, Cents(1_000), in: FiscalYear(startYear: 2026))
        }
        for kind in ["accrued", "accepted", "claimed"] {
            let record = try book.last(kind, of: id)
            #expect(try book.refused { try $0.undo(record, of: id, reason: "r", on: GrantBook.day("2026-06-17")) }?.code == .undoneBefore)
            try book.write { try $0.undo(record, of: id, reason: "saisie") }
            try book.expectSound()
        }
        let after = try book.detail(id)
        #expect(after.row == before.row && after.state == before.state && after.payables.isEmpty)
        let undone = try #require(after.steps.first { $0.kind == "accrued" })
        #expect(after.steps.first { $0.sequence == undone.undoneBy }?.entries.count == 2)
        #expect(try book.envelope("A").committed == 60_000 && book.envelope("A").spent == 0)
        let first = try #require(after.steps.first).sequence
        #expect(try book.refused { try $0.undo(first, of: id, reason: "r") }?.code == .stepNotUndone)
        #expect(try book.refused { try $0.undo(undone.sequence, of: id, reason: "r") }?.code == .stepUnknown)
        #expect(try book.refused { try $0.undo(1, of: id, reason: "r") }?.code == .stepUnknown)
    }

    @Test func aLaterStepMayRestOnAnEarlierOne() throws {
        let book = try GrantBook()
        let id = try book.signed(plan)
        let day = try GrantBook.day("2026-06-18")
        try book.write { grants in
            try grants.advance(id, Cents(5_000), .init(on: day))
            try book.pay(grants, grants.session.register.size - 1, 5_000, on: day)
            try grants.claim(id, Cents(20_000), from: day, to: day, .init(on: day))
            try grants.accept(id, claim: 1, eligible: Cents(20_000), .init(on: day))
            try grants.report(id, memo: "", .init(on: day))
        }
        func refusedUndo(_ kind: String) throws -> GrantError? {
            let record = try book.last(kind, of: id)
            return try book.refused { try $0.undo(record, of: id, reason: "r") }
        }
        #expect(try refusedUndo("advanced")?.parameters["step"] == "payment.issued")
        #expect(try refusedUndo("claimed")?.parameters["step"] == "accepted")
        #expect(try refusedUndo("signed")?.code == .laterStepRests)
        // The report rests on nothing but the state; the acceptance goes from under it.
        let accepted = try book.last("accepted", of: id)
        try book.write { try $0.undo(accepted, of: id, reason: "r") }
        #expect(try book.detail(id).row.stage == .reported)
        try book.expectSound()
    }

    @Test func aStepWhoseEntriesWouldDifferStays() throws {
        let book = try GrantBook()
        let id = try book.signed(plan)
        let (day, late) = (try GrantBook.day("2026-06-18"), try GrantBook.day("2027-05-02"))
        try book.write { grants in
            try grants.accrue(id, Cents(5_000), in: FiscalYear(startYear: 2026))
            try grants.claim(id, Cents(20_000), from: day, to: late, .init(on: late))
            try grants.accept(id, claim: 1, eligible: Cents(20_000), .init(on: late))
        }
        let accrued = try book.last("accrued", of: id)
        let error = try book.refused { try $0.undo(accrued, of: id, reason: "r") }
        #expect(error?.code == .laterStepRests && error?.parameters["cause"] == "entries")
    }

    /// 152.00 typed for 125.00: the claim, what was accepted of it and what was released.
    @Test func aClaimTypedWrongIsMendedWithAllThatFollowsIt() throws {
        let book = try GrantBook()
        let id = try book.signed(plan)
        let (day, later) = (try GrantBook.day("2026-06-18"), try GrantBook.day("2026-07-02"))
        try book.write { grants in
            try grants.claim(id, Cents(15_200), from: day, to: day, .init(on: day))
            try grants.accept(id, claim: 1, eligible: Cents(15_200), holdback: Cents(2_000), .init(on: later))
            try grants.release(id, Cents(2_000), .init(on: later))
            try grants.claim(id, Cents(700), from: day, to: day, .init(on: later))
            try grants.report(id, memo: "fin", .init(on: later))
        }
        let claimed = try #require(try book.detail(id).steps.first { $0.kind == "claimed" }).sequence
        var change = GrantCorrection.Change()
        change.amount = 12_500
        let before = try book.sample.dump()
        let shown = try book.write(dryRun: true) { try $0.planCorrection(of: claimed, in: id, change, reason: "saisie") }
        #expect(try book.sample.dump() == before)
        #expect(shown.undoings.map(\.move) == [.claimed, .released, .accepted, .claimed])
        #expect(shown.redoings.map(\.move) == [.claimed, .accepted, .released, .claimed])
        #expect(shown.undoings.map(\.entries.count) == [0, 1, 1, 0])
        #expect(shown.redoings[1].entries.map(\.line) == [
            "2026-2027 2026-07-02 expense[A] +12500, holdbacks -2000, payable -10500 | A: committed +12500, A: spent -12500"
        ])
        #expect(shown.before.payable == 15_200 && shown.after.payable == 12_500)
        let done = try book.write { grants in
            try grants.correct(grants.planCorrection(of: claimed, in: id, change, reason: "saisie"))
        }
        #expect(done.count == 8)
        let detail = try book.detail(id)
        #expect(detail.row.stage == .reported && detail.row.figures.accepted == 12_500 && detail.row.figures.payable == 12_500)
        #expect(detail.state == shown.after)
        #expect(try book.envelope("A").spent == 12_500)
        try book.expectSound()
    }

    @Test func aMistakeThatIsPaidIsRecoveredInstead() throws {
        let book = try GrantBook()
        let id = try book.signed(plan)
        let day = try GrantBook.day("2026-06-18")
        try book.write { grants in
            try grants.claim(id, Cents(15_200), from: day, to: day, .init(on: day))
            try grants.accept(id, claim: 1, eligible: Cents(15_200), .init(on: day))
            try book.pay(grants, grants.session.register.size - 1, 15_200, on: day)
        }
        let accepted = try book.last("accepted", of: id)
        var change = GrantCorrection.Change()
        change.eligible = 12_500
        change.reason = "hors délai"
        let plan = try book.write(dryRun: true) { try $0.planCorrection(of: accepted, in: id, change, reason: "r") }
        #expect(plan.undoings.isEmpty && plan.redoings.isEmpty && plan.after == plan.before)
        #expect(plan.settlements.map(\.remedies) == [[.recoverClaim(2_700, of: book.first)]])
        #expect(try book.refused { try $0.correct(plan) }?.code == .correctionBlocked)
        // The right step is judged as any: without a reason, above the claim.
        change.reason = nil
        #expect(try book.refused { _ = try $0.planCorrection(of: accepted, in: id, change, reason: "r") }?.code == .claimReason)
        change.eligible = 15_201
        #expect(try book.refused { _ = try $0.planCorrection(of: accepted, in: id, change, reason: "r") }?.code == .eligibleAboveClaim)
        change = GrantCorrection.Change()
        #expect(try book.refused { _ = try $0.planCorrection(of: accepted, in: id, change, reason: "r") }?.code == .nothingCorrected)
        change.amount = 5
        #expect(try book.refused { _ = try $0.planCorrection(of: accepted, in: id, change, reason: "r") }?.code == .correctionPart)
        #expect(try book.refused { _ = try $0.planCorrection(of: 1, in: id, change, reason: "r") }?.code == .stepUnknown)
    }

    @Test func anotherDateMovesWhatIsUndoneAndDoneAgain() throws {
        let book = try GrantBook()
        let id = try book.signed(plan)
        let (day, now) = (try GrantBook.day("2026-06-18"), try GrantBook.day("2026-09-01"))
        try book.write { try $0.advance(id, Cents(15_200), .init(on: day)) }
        let advanced = try book.last("advanced", of: id)
        var change = GrantCorrection.Change()
        change.amount = 12_500
        let plan = try book.write { grants in
            let plan = try grants.planCorrection(of: advanced, in: id, change, reason: "saisie", on: now)
            try grants.correct(plan)
            return plan
        }
        #expect(plan.undoings.map(\.date) == [now] && plan.redoings.map(\.date) == [now])
        #expect(try book.detail(id).payables.map(\.left) == [12_500])
        try book.expectSound()
    }
}
