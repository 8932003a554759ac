import ReferenceData
import Testing

@testable import FundLedger

/// Each rule of a grant's figures, at its bound and one cent beyond. FORMAT.md, section 19.4.
@Suite struct GrantRules {
    private func expect(
        _ grant: GrantOnPaper, _ lawful: GrantAct?, _ unlawful: GrantAct, _ code: GrantError.Code,
        _ parameters: [String: String] = [:], date: String = "2026-06-18", at location: SourceLocation = #_sourceLocation
    ) throws {
        if let lawful {
            let error = try grant.refused(lawful, date)
            #expect(error == nil, sourceLocation: location)
        }
        let error = try grant.refused(unlawful, date)
        #expect(error?.code == code, "\(String(describing: error))", sourceLocation: location)
        for (name, value) in parameters { #expect(error?.parameters[name] == value, "\(name)", sourceLocation: location) }
    }

    @Test func theLadderOfAuthorities() {
        func asked(_ cents: Int64, _ norms: ProgramAdded.Norms, _ fund: FundCode) -> GrantAuthority {
            GrantAuthority.required(total: cents, norms: norms, fund: fund)
        }
        for norms in ProgramAdded.Norms.allCases {
            #expect(asked(5_000_000, norms, .fnf) == .direction)
            #expect(asked(100_000_000, norms, .fdmt) == .government)
        }
        #expect(asked(5_000_001, .approved, .fnf) == .commission)
        #expect(asked(5_000_001, .approved, .fdmt) == .minister)
        #expect(asked(5_000_001, .none, .fnf) == .conseilDuTresor)
        #expect(asked(99_999_999, .none, .fdmt) == .conseilDuTresor)
        #expect(asked(99_999_999, .approved, .fdmt) == .minister)
    }

    @Test func anAuthorityApprovesUpToItsRung() throws {
        func plan(_ cents: Int64) throws -> [GrantPlanLine] { [try GrantOnPaper.line(2026, cents)] }
        let approved = try GrantOnPaper.fresh(.assessed)
        try expect(
            approved, .approved(.direction, plan(5_000_000)), .approved(.direction, plan(5_000_001)), .authorityTooLow,
            ["required": "commission", "total_cents": "5000001", "norms": "approved"])
        try expect(
            approved, .approved(.commission, plan(99_999_999)), .approved(.conseilDuTresor, plan(100_000_000)),
            .authorityTooLow, ["required": "gouvernement"])
        try expect(approved, .approved(.government, plan(1)), .approved(.minister, plan(1)), .authorityOfOtherFund)
        var other = try GrantOnPaper(norms: .none)
        try other.take(.applied(1))
        try other.take(.assessed)
        try expect(
            other, .approved(.conseilDuTresor, plan(5_000_001)), .approved(.commission, plan(5_000_001)), .authorityTooLow)
    }

    @Test func aPlanHasItsForm() throws {
        let grant = try GrantOnPaper.fresh(.assessed)
        func refused(_ plan: [GrantPlanLine], _ code: GrantError.Code, _ cause: String? = nil) throws {
            try expect(grant, nil, .approved(.government, plan), code, cause.map { ["cause": $0] } ?? [:])
        }
        try refused([], .planShape, "count")
        try refused((2026...2047).map { try GrantOnPaper.line($0, 1, nil) }, .planShape, "count")
        try refused([GrantOnPaper.line(2027, 1), GrantOnPaper.line(2026, 1)], .planShape, "order")
        try refused([GrantOnPaper.line(2026, 1), GrantOnPaper.line(2026, 1)], .planShape, "order")
        try refused([GrantOnPaper.line(2026, -1)], .planShape, "amount")
        try refused([GrantOnPaper.line(2026, .max), GrantOnPaper.line(2027, 1)], .planShape, "amount")
        try refused([GrantOnPaper.line(2026, 0)], .planShape, "zero")
        try refused([GrantOnPaper.line(2025, 1, nil)], .planYearPast)
        try refused([GrantOnPaper.line(2026, 1, nil)], .planEnvelope, "missing")
        try refused([GrantOnPaper.line(2028, 1, "A")], .planEnvelope, "needless")
        #expect(try grant.refused(.approved(.direction, [GrantOnPaper.line(2026, 0), GrantOnPaper.line(2028, 1, nil)])) == nil)
    }

    @Test func anAgreementIsWhatWasApprovedAndItsInstalments() throws {
        let grant = try GrantOnPaper.fresh(.approved)
        let day = try GrantOnPaper.day("2026-07-01")
        func signing(_ plan: [GrantPlanLine], _ instalments: [GrantInstalment], from: CalendarDate? = nil) -> GrantAct {
            .signed(begins: from ?? day, ends: day, plan, instalments, .name("N"))
        }
        let most = [try GrantOnPaper.line(2026, 60_000), try GrantOnPaper.line(2027, 40_001)]
        try expect(
            grant, GrantOnPaper.signing(GrantOnPaper.plan), GrantOnPaper.signing(most), .aboveApproved,
            ["asked_cents": "100001", "approved_cents": "100000", "excess_cents": "1"])
        let plan = [try GrantOnPaper.line(2026, 60_000)]
        try expect(
            grant, signing(plan, [GrantOnPaper.instalment("2026-08-01", 20_000), GrantOnPaper.instalment("2027-03-31", 40_000)]),
            signing(plan, [GrantOnPaper.instalment("2026-08-01", 59_999)]), .instalmentsDiffer,
            ["year": "2026-2027", "planned_cents": "60000", "instalments_cents": "59999", "difference_cents": "1"])
        try expect(
            grant, nil, signing(plan, [GrantOnPaper.instalment("2027-04-01", 60_000)]), .instalmentsDiffer)
        try expect(grant, nil, signing(plan, []), .termsShape, ["cause": "count"])
        try expect(
            grant, nil, signing(plan, [GrantOnPaper.instalment("2027-03-01", 1), GrantOnPaper.instalment("2026-08-01", 59_999)]),
            .termsShape, ["cause": "order"])
        try expect(
            grant, nil, signing(plan, [GrantOnPaper.instalment("2026-08-01", 60_000)], from: day.adding(days: 1)), .agreementEnds)
    }

    @Test func anAmendmentKeepsWhatIsDone() throws {
        let grant = try GrantOnPaper.rich(.signed)
        func amending(_ first: Int64, _ second: Int64, _ envelope: String = "A", _ authority: GrantAuthority? = nil) throws -> GrantAct {
            let plan = [try GrantOnPaper.line(2026, first, envelope)] + (second > 0 ? [try GrantOnPaper.line(2027, second)] : [])
            let instalments = try plan.filter { $0.amount > 0 }.map { try GrantOnPaper.instalment($0.year.lastDay.iso, $0.amount) }
            return .amended(plan, instalments, ends: nil, authority)
        }
        // 19 000 are spent; 20 000 accepted and 5 000 of advances are open.
        try expect(grant, nil, amending(18_999, 81_001), .planBelowSpent, ["spent_cents": "19000", "shortfall_cents": "1"])
        // The 5 000 stay covered by what the year has committed.
        try expect(
            grant, amending(24_000, 76_000), amending(23_999, 76_001), .advanceUncovered,
            ["outstanding_cents": "5000", "committed_cents": "4999", "shortfall_cents": "1"])
        try expect(grant, nil, amending(60_000, 40_000, "B"), .planEnvelopeSpent, ["expected": "A"])
        try expect(grant, amending(25_000, 0), amending(24_999, 0), .aboveAgreement, ["excess_cents": "1"])
        try expect(grant, amending(60_000, 40_000), amending(60_000, 40_001), .amendmentAuthority, ["cause": "missing"])
        try expect(grant, nil, amending(60_000, 40_000, "A", .commission), .amendmentAuthority, ["cause": "needless"])
        try expect(
            grant, amending(60_000, 4_940_000, "A", .direction), amending(60_000, 4_940_001, "A", .direction), .authorityTooLow)
        try expect(grant, nil, .amended(GrantOnPaper.plan, nil, ends: GrantOnPaper.day("2026-06-30"), nil), .agreementEnds)
        let other = [try GrantOnPaper.line(2026, 61_000), try GrantOnPaper.line(2027, 39_000)]
        try expect(grant, nil, .amended(other, nil, ends: nil, nil), .instalmentsDiffer)
    }

    @Test func nothingGoesAboveTheAgreement() throws {
        let grant = try GrantOnPaper.rich(.signed)
        // 100 000 less 20 000 accepted and 5 000 of advances.
        // And 1 000 that are to come back; the year has 40 000 committed.
        try expect(
            grant, .advanced(35_000), .advanced(74_001), .aboveAgreement,
            ["asked_cents": "74001", "left_cents": "74000", "excess_cents": "1", "agreement_cents": "100000", "recoverable_cents": "1000"])
        try expect(grant, nil, .advanced(35_001), .advanceUncovered, ["shortfall_cents": "1", "committed_cents": "40000"])
        try expect(grant, nil, .advanced(0), .amountNotPositive)
        var claimed = grant
        try claimed.take(GrantOnPaper.claiming(3, 90_000))
        try expect(claimed, GrantOnPaper.acceptance(3, 35_000, hasReason: true), GrantOnPaper.acceptance(3, 75_001, hasReason: true), .aboveAgreement)
        try expect(claimed, nil, GrantOnPaper.acceptance(3, 35_001, hasReason: true), .advanceUncovered, ["shortfall_cents": "1"])
        // With the advance taken off, 80 000 are left; the year has 40 000 committed.
        try expect(claimed, nil, GrantOnPaper.acceptance(3, 80_001, advance: 5_000, hasReason: true), .aboveAgreement)
        try expect(
            claimed, GrantOnPaper.acceptance(3, 40_000, advance: 5_000, hasReason: true),
            GrantOnPaper.acceptance(3, 40_001, advance: 5_000, hasReason: true),
            .heldExceeded, ["held_cents": "40000", "shortfall_cents": "1", "envelope": "A"])
        let year = try FiscalYear(startYear: 2026)
        try expect(grant, .accrued(40_000, year), .accrued(40_001, year), .heldExceeded, date: "2027-03-31")
        try expect(grant, nil, .accrued(80_001, year), .aboveAgreement, date: "2027-03-31")
    }

    @Test func aClaimIsJudgedOnce() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        let (first, last) = (try GrantOnPaper.day("2026-05-01"), try GrantOnPaper.day("2026-06-18"))
        try expect(
            grant, .claimed(1, number: 1, from: first, to: last), .claimed(1, number: 2, from: first, to: last), .claimNumber)
        try expect(grant, nil, .claimed(1, number: 1, from: last, to: first), .claimDays)
        try expect(grant, nil, .claimed(1, number: 1, from: first, to: last.adding(days: 1)), .claimDays)
        try expect(grant, nil, .claimed(0, number: 1, from: first, to: last), .amountNotPositive)
        try expect(grant, nil, GrantOnPaper.acceptance(1, 1), .claimUnknown)
        try grant.take(GrantOnPaper.claiming(1, 1_000))
        try expect(
            grant, GrantOnPaper.acceptance(1, 1_000), GrantOnPaper.acceptance(1, 1_001), .eligibleAboveClaim, ["excess_cents": "1"])
        try expect(grant, GrantOnPaper.acceptance(1, 999, hasReason: true), GrantOnPaper.acceptance(1, 999), .claimReason, ["refused_cents": "1", "cause": "missing"])
        try expect(grant, nil, GrantOnPaper.acceptance(1, 1_000, hasReason: true), .claimReason, ["cause": "needless"])
        try expect(grant, GrantOnPaper.acceptance(1, 1_000, holdback: 1_000), GrantOnPaper.acceptance(1, 1_000, holdback: 1_001), .deductionsAboveEligible)
        try expect(grant, nil, GrantOnPaper.acceptance(1, 1_000, advance: 1), .advanceExceeded)
        try expect(grant, nil, GrantOnPaper.acceptance(1, 1_000, holdback: -1), .amountNotPositive)
        try grant.take(GrantOnPaper.acceptance(1, 600, hasReason: true))
        try expect(grant, nil, GrantOnPaper.acceptance(1, 1), .claimAccepted, ["record": String(grant.sequence), "eligible_cents": "600"])
    }

    @Test func anAdvanceCountsOnceItIsPaid() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        try grant.take(.advanced(1_000))
        let payable = grant.sequence
        try grant.take(GrantOnPaper.claiming(1, 5_000))
        try expect(grant, nil, GrantOnPaper.acceptance(1, 5_000, advance: 1), .advanceExceeded, ["paid_cents": "0"])
        try expect(grant, nil, .recovered(1, .advance, nil), .advanceExceeded)
        try grant.take(.paid(600, payable: payable))
        try grant.take(.settled(100, payable: payable))
        try expect(grant, GrantOnPaper.acceptance(1, 5_000, advance: 700), GrantOnPaper.acceptance(1, 5_000, advance: 701), .advanceExceeded, ["left_cents": "700"])
        try expect(grant, .recovered(700, .advance, nil), .recovered(701, .advance, nil), .advanceExceeded)
        try expect(grant, nil, .recovered(1, .advance, FiscalYear(startYear: 2026)), .recoveryYear, ["cause": "needless"])
        // A payment that comes back after its use leaves nothing to use, and an acceptance without advance stays lawful.
        try grant.take(.recovered(700, .advance, nil))
        try grant.take(.rejected(600, payable: payable))
        #expect(try grant.refused(GrantOnPaper.acceptance(1, 5_000)) == nil)
        try expect(grant, nil, GrantOnPaper.acceptance(1, 5_000, advance: 1), .advanceExceeded, ["left_cents": "0"])
    }

    @Test func whatIsRecoveredWasAcceptedAndPaid() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        let year = try FiscalYear(startYear: 2026)
        try grant.take(GrantOnPaper.claiming(1, 10_000))
        try grant.take(GrantOnPaper.acceptance(1, 10_000, holdback: 1_000))
        let payable = grant.sequence
        try expect(grant, nil, .recovered(1, .claim, year), .recoveryAbovePaid)
        try grant.take(.paid(9_000, payable: payable))
        try expect(grant, .recovered(9_000, .claim, year), .recovered(9_001, .claim, year), .recoveryAbovePaid, ["left_cents": "9000", "excess_cents": "1"])
        try expect(grant, nil, .recovered(10_001, .claim, year), .recoveryAboveAccepted, ["left_cents": "10000"])
        try expect(grant, nil, .recovered(1, .claim, year.next()), .recoveryYear, ["cause": "after"])
        try expect(grant, nil, .recovered(1, .claim, nil), .recoveryYear, ["cause": "missing"])
        try expect(grant, nil, .recovered(1, .claim, year.previous()), .recoveryAboveAccepted)
        try grant.take(.recovered(9_000, .claim, year))
        try expect(grant, .repaid(9_000), .repaid(9_001), .aboveRecoverable, ["recoverable_cents": "9000"])
        try expect(grant, .offset(9_000), .offset(9_001), .aboveRecoverable)
        try expect(grant, .writtenOff(9_000, envelope: "A"), .writtenOff(9_001, envelope: "A"), .aboveRecoverable)
        try expect(grant, nil, .writtenOff(1, envelope: nil), .stepEnvelope, ["cause": "missing"])
        try expect(grant, .released(1_000), .released(1_001), .aboveHoldback, ["held_back_cents": "1000"])
    }

    /// What is paid in all is more than one year's claims.
    @Test func aYearAnswersForItsOwnClaimsAlone() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        let year = try FiscalYear(startYear: 2026)
        for (number, date) in [(1, "2026-06-18"), (2, "2027-04-02")] {
            try grant.take(GrantOnPaper.claiming(Int64(number), 10_000), date)
            try grant.take(GrantOnPaper.acceptance(Int64(number), 10_000), date)
            try grant.take(.paid(10_000, payable: grant.sequence), date)
        }
        try grant.take(.recovered(6_000, .claim, year), "2027-04-03")
        try expect(
            grant, .recovered(4_000, .claim, year), .recovered(4_001, .claim, year), .recoveryAboveAccepted,
            ["left_cents": "4000", "recovered_cents": "6000"], date: "2027-04-03")
    }

    /// An accrual spent for the claim in the year before: of this year no more can be recovered than it took itself.
    @Test func aRecoveryTakesBackNoMoreThanItsYearTook() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        try grant.take(.accrued(5_000, FiscalYear(startYear: 2026)), "2027-03-31")
        try grant.take(GrantOnPaper.claiming(1, 8_000), "2027-05-02")
        try grant.take(GrantOnPaper.acceptance(1, 8_000), "2027-05-02")
        try grant.take(.paid(8_000, payable: grant.sequence), "2027-05-02")
        let year = try FiscalYear(startYear: 2027)
        try expect(
            grant, .recovered(3_000, .claim, year), .recovered(3_001, .claim, year), .recoveryAboveAccepted,
            ["left_cents": "3000", "excess_cents": "1"], date: "2027-06-01")
        let entries = try grant.take(.recovered(3_000, .claim, year), "2027-06-01")
        #expect(entries.map(\.line) == [
            "2027-2028 2027-06-01 recoverable +3000, expense[A] -3000 | A: spent +3000, A: available -3000"
        ])
        #expect(grant.state.lines[2027]?.spent == 0 && grant.state.lines[2026]?.spent == 5_000)
    }

    @Test func aHoldbackAloneKeepsAGrantOpen() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        try grant.take(GrantOnPaper.claiming(1, 10_000))
        try grant.take(GrantOnPaper.acceptance(1, 10_000, holdback: 1_000))
        try grant.take(.paid(9_000, payable: grant.sequence))
        try grant.take(.reported)
        try expect(
            grant, nil, .closed, .notFinished,
            ["held_back_cents": "1000", "payable_cents": "0", "claims": "", "advances_cents": "0"])
        try grant.take(.released(1_000))
        try grant.take(.paid(1_000, payable: grant.sequence))
        #expect(try grant.refused(.closed) == nil)
    }

    @Test func aPayableIsPaidOnce() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        try grant.take(.advanced(1_000))
        let payable = grant.sequence
        try expect(grant, .paid(1_000, payable: payable), .paid(1_001, payable: payable), .payableExceeded)
        try grant.take(.paid(1_000, payable: payable))
        try expect(grant, nil, .paid(1, payable: payable), .payableExceeded, ["left_cents": "0"])
        try expect(grant, nil, .settled(1, payable: payable), .payableExceeded)
        try expect(grant, nil, .paid(1, payable: 7), .payableUnknown)
        try expect(grant, .rejected(1_000, payable: payable), .rejected(1_001, payable: payable), .paymentUnknown)
        try grant.take(.rejected(1_000, payable: payable))
        #expect(grant.state.payable == 1_000 && grant.state.paid == 0)
    }

    @Test func anAccrualIsOfItsYearAndOnce() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        let year = try FiscalYear(startYear: 2026)
        try expect(grant, nil, .accrued(1, year), .accrualDay, ["expected": "2027-03-31"], date: "2027-03-30")
        try expect(grant, nil, .accrued(1, year.next()), .accrualYear, ["year": "2028-2029"], date: "2028-03-31")
        try grant.take(.accrued(1, year), "2027-03-31")
        try expect(grant, nil, .accrued(1, year), .accrualKnown, date: "2027-03-31")
        var short = try GrantOnPaper.fresh(.assessed)
        let plan = [try GrantOnPaper.line(2026, 10)]
        try short.take(.approved(.direction, plan))
        try short.take(GrantOnPaper.signing(plan))
        try expect(short, nil, .accrued(1, year), .planYearMissing, ["year": "2027-2028"], date: "2027-03-31")
        try short.take(GrantOnPaper.claiming(1, 10), "2027-04-02")
        try expect(short, nil, GrantOnPaper.acceptance(1, 10), .planYearMissing, date: "2027-04-02")
    }

    @Test func aGrantEndsWithNothingOutstanding() throws {
        var grant = try GrantOnPaper.rich(.signed)
        try expect(grant, nil, .cancelled, .moneyMoved, ["claims": "2", "accepted_cents": "20000", "advances_cents": "5000"])
        try grant.take(.reported)
        try expect(grant, nil, .closed, .notFinished, ["claims": "2", "advances_cents": "5000", "held_back_cents": "2000"])
        try grant.take(GrantOnPaper.acceptance(2, 3_000, advance: 3_000))
        try grant.take(.recovered(2_000, .advance, nil))
        try grant.take(.released(2_000))
        let released = grant.sequence
        try expect(grant, nil, .closed, .notFinished, ["payable_cents": "2000", "claims": "", "advances_cents": "0"])
        try grant.take(.paid(2_000, payable: released))
        #expect(try grant.refused(.closed) == nil)
        var advanced = try GrantOnPaper.fresh(.signed)
        try advanced.take(.advanced(5))
        try expect(advanced, nil, .cancelled, .moneyMoved, ["payable_cents": "5"])
        try advanced.take(.paid(5, payable: advanced.sequence))
        try advanced.take(.recovered(5, .advance, nil))
        try expect(advanced, nil, .cancelled, .moneyMoved, ["recoverable_cents": "5", "advances_cents": "0"])
        try advanced.take(.repaid(5))
        #expect(try advanced.refused(.cancelled) == nil)
    }

    @Test func figuresStayWithin64Bits() throws {
        var grant = try GrantOnPaper()
        grant.facts = GrantFacts(fund: .fnf, norms: .approved) { _ in BudgetControl.none }
        let most = GrantState.largestAmount
        try expect(grant, .applied(most), .applied(most + 1), .amountTooLarge, ["amount_cents": "100000000000000"])
        try expect(grant, .imported(most, envelope: nil), .imported(.max, envelope: nil), .amountTooLarge)
        let plan = [try GrantOnPaper.line(2026, most, nil)], above = [try GrantOnPaper.line(2026, most + 1, nil)]
        for act in [.applied(most), .assessed] as [GrantAct] { try grant.take(act) }
        try expect(grant, .approved(.government, plan), .approved(.government, above), .amountTooLarge)
        try grant.take(.approved(.government, plan))
        let twice = [try GrantOnPaper.instalment("2026-08-01", .max), try GrantOnPaper.instalment("2026-08-02", .max)]
        #expect(
            try grant.refused(
                .signed(begins: GrantOnPaper.day("2026-07-01"), ends: GrantOnPaper.day("2027-03-31"), plan, twice, .name("N")))?.code
                == .overflow)
        try grant.take(GrantOnPaper.signing(plan))
        #expect(try grant.refused(.imported(1, envelope: nil))?.code == .stepNotOpen)
    }

    @Test func budgetOfAYearThatIsOverDoesNotComeBack() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        func amending(_ first: Int64, _ second: Int64) throws -> GrantAct {
            let plan = [try GrantOnPaper.line(2026, first), try GrantOnPaper.line(2027, second)]
            return .amended(plan, try plan.map { try GrantOnPaper.instalment($0.year.lastDay.iso, $0.amount) }, ends: nil, nil)
        }
        try expect(
            grant, amending(60_000, 40_000), amending(60_001, 39_999), .planYearRaised,
            ["year": "2026-2027", "planned_cents": "60001", "before_cents": "60000"], date: "2027-04-01")
        #expect(try grant.refused(amending(60_001, 39_999), "2027-03-31") == nil)
        // An agreement of June 2026 accrues nothing in March before it.
        try grant.take(.claimed(5, number: 1, from: GrantOnPaper.day("2026-06-01"), to: GrantOnPaper.day("2026-06-02")))
        try expect(
            grant, nil, .accrued(1, FiscalYear(startYear: 2025)), .accrualBeforeAgreement, ["signed": "2026-06-18"], date: "2026-03-31")
    }
}
