import ReferenceData
import Testing

@testable import FundLedger

/// The entries of every step, as FORMAT.md, section 19.4, says them.
@Suite struct GrantEntries {
    private func lines(_ grant: inout GrantOnPaper, _ act: GrantAct, _ date: String = "2026-06-18") throws -> [String] {
        try grant.take(act, date).map(\.line)
    }

    @Test func approvalReservesAndSigningCommits() throws {
        var grant = try GrantOnPaper()
        #expect(try lines(&grant, .applied(100_000)) == [])
        #expect(try lines(&grant, .assessed) == [])
        #expect(try lines(&grant, .approved(.commission, GrantOnPaper.plan)) == [
            "2026-2027 2026-06-18  | A: available +60000, A: reserved -60000",
            "2027-2028 2026-06-18  | A: available +40000, A: reserved -40000",
        ])
        #expect(grant.state.reserved == 100_000 && grant.state.committed == 0)
        // Less than approved, another envelope in the second year.
        let plan = [try GrantOnPaper.line(2026, 50_000), try GrantOnPaper.line(2027, 40_000, "B")]
        #expect(try lines(&grant, GrantOnPaper.signing(plan)) == [
            "2026-2027 2026-06-18  | A: reserved +60000, A: available -10000, A: committed -50000",
            "2027-2028 2026-06-18  | A: reserved +40000, A: available -40000, B: available +40000, B: committed -40000",
        ])
        #expect(grant.state.reserved == 0 && grant.state.committed == 90_000 && grant.state.agreement == 90_000)
    }

    @Test func anAmendmentMovesOnlyWhatChanges() throws {
        var grant = try GrantOnPaper.rich(.signed)
        let plan = [try GrantOnPaper.line(2026, 70_000), try GrantOnPaper.line(2027, 30_000)]
        let instalments = [try GrantOnPaper.instalment("2027-03-01", 70_000), try GrantOnPaper.instalment("2027-05-01", 30_000)]
        // 20 000 spent less 1 000 recovered: 40 000 committed before, 70 000 − 19 000 after.
        #expect(try lines(&grant, .amended(plan, instalments, ends: nil, nil)) == [
            "2026-2027 2026-06-18  | A: available +11000, A: committed -11000",
            "2027-2028 2026-06-18  | A: committed +10000, A: available -10000",
        ])
        #expect(try lines(&grant, .amended(plan, nil, ends: nil, nil)) == [], "the same plan moves nothing")
    }

    @Test func moneyOfAnAgreement() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        #expect(try lines(&grant, .advanced(10_000)) == ["2026-2027 2026-06-18 advances +10000, payable -10000"])
        try grant.take(.paid(10_000, payable: grant.sequence))
        #expect(try lines(&grant, GrantOnPaper.claiming(1, 20_000)) == [])
        #expect(try lines(&grant, GrantOnPaper.acceptance(1, 15_000, advance: 5_000, holdback: 2_000, hasReason: true)) == [
            "2026-2027 2026-06-18 expense[A] +15000, advances -5000, holdbacks -2000, payable -8000 "
                + "| A: committed +15000, A: spent -15000"
        ])
        let accepted = grant.sequence
        #expect(grant.state.payables[accepted]?.left == 8_000)
        #expect(try lines(&grant, .released(2_000)) == ["2026-2027 2026-06-18 holdbacks +2000, payable -2000"])
        #expect(try lines(&grant, .recovered(5_000, .advance, nil)) == ["2026-2027 2026-06-18 recoverable +5000, advances -5000"])
        try grant.take(.paid(8_000, payable: accepted))
        #expect(try lines(&grant, .recovered(1_000, .claim, FiscalYear(startYear: 2026))) == [
            "2026-2027 2026-06-18 recoverable +1000, expense[A] -1000 | A: spent +1000, A: available -1000"
        ])
        #expect(try lines(&grant, .recovered(700, .claim, FiscalYear(startYear: 2026)), "2027-04-02") == [
            "2027-2028 2027-04-02 recoverable +700, recoveries -700"
        ])
        #expect(try lines(&grant, .repaid(300), "2027-04-02") == ["2027-2028 2027-04-02 cash +300, recoverable -300"])
        #expect(try lines(&grant, .offset(200), "2027-04-02") == ["2027-2028 2027-04-02 payable +200, recoverable -200"])
        #expect(try lines(&grant, .writtenOff(100, envelope: "Z"), "2027-04-02") == [
            "2027-2028 2027-04-02 bad-debts[Z] +100, recoverable -100 | Z: available +100, Z: spent -100"
        ])
        #expect(grant.state.recoverable == 6_100 && grant.state.spent == 14_000)
    }

    @Test func anAcceptanceOfNothingHasNoEntry() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        try grant.take(GrantOnPaper.claiming(1, 20_000))
        #expect(try lines(&grant, GrantOnPaper.acceptance(1, 0, hasReason: true)) == [])
        #expect(grant.state.openClaims.isEmpty && grant.state.payables.isEmpty)
    }

    @Test func anAccrualIsSpentOnceAndItsClaimSpendsWhatExceedsIt() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        let year = try FiscalYear(startYear: 2026)
        #expect(try lines(&grant, .accrued(12_000, year), "2027-03-31") == [
            "2026-2027 2027-03-31 expense[A] +12000, accrued -12000 | A: committed +12000, A: spent -12000",
            "2027-2028 2027-04-01 accrued +12000, expense[A] -12000",
        ])
        #expect(grant.state.accrued == 12_000)
        try grant.take(GrantOnPaper.claiming(1, 10_000), "2027-05-01")
        #expect(try lines(&grant, GrantOnPaper.acceptance(1, 10_000), "2027-05-01") == [
            "2027-2028 2027-05-01 expense[A] +10000, payable -10000"
        ])
        #expect(grant.state.accrued == 2_000)
        try grant.take(GrantOnPaper.claiming(2, 5_000), "2027-05-02")
        #expect(try lines(&grant, GrantOnPaper.acceptance(2, 5_000), "2027-05-02") == [
            "2027-2028 2027-05-02 expense[A] +5000, payable -5000 | A: committed +3000, A: spent -3000"
        ])
        #expect(grant.state.accrued == 0 && grant.state.spent == 15_000)
    }

    /// The work of 120.00 is not claimed in the next year, and 30.00 more is done: the year spends what is new.
    @Test func anAccrualNotClaimedIsTakenOverByTheNext() throws {
        let controls: [Int: BudgetControl] = [2026: .controlled, 2027: .controlled, 2028: .none]
        var grant = try GrantOnPaper.fresh(.signed)
        grant.facts = GrantFacts(fund: .fnf, norms: .approved) { controls[$0] }
        try grant.take(.accrued(12_000, FiscalYear(startYear: 2026)), "2027-03-31")
        // The room is that of the agreement, and what is taken over is not counted twice.
        #expect(try grant.refused(.accrued(52_001, FiscalYear(startYear: 2027)), "2028-03-31")?.code == .heldExceeded)
        #expect(try grant.refused(.accrued(100_001, FiscalYear(startYear: 2027)), "2028-03-31")?.code == .aboveAgreement)
        #expect(try lines(&grant, .accrued(15_000, FiscalYear(startYear: 2027)), "2028-03-31") == [
            "2027-2028 2028-03-31 expense[A] +15000, accrued -15000 | A: committed +3000, A: spent -3000",
            "2028-2029 2028-04-01 accrued +15000, expense -15000",
        ])
        #expect(grant.state.accruals == [2026: 0, 2027: 15_000] && grant.state.spent == 15_000)
        try grant.take(GrantOnPaper.claiming(1, 20_000), "2028-05-01")
        try grant.take(GrantOnPaper.acceptance(1, 20_000), "2028-05-01")
        #expect(grant.state.accrued == 0 && grant.state.acceptedIn[2027] == 15_000 && grant.state.acceptedIn[2028] == 5_000)
        #expect(grant.state.acceptedIn[2026] ?? 0 == 0)
    }

    @Test func aClaimTwoYearsLaterUsesTheAccrual() throws {
        let controls: [Int: BudgetControl] = [2026: .controlled, 2027: .controlled, 2028: .controlled]
        var grant = try GrantOnPaper()
        grant.facts = GrantFacts(fund: .fnf, norms: .approved) { controls[$0] }
        let plan = try [(2026, 60_000), (2027, 0), (2028, 40_000)].map { try GrantOnPaper.line($0, Int64($1)) }
        for act in [.applied(100_000), .assessed, .approved(.commission, plan), try GrantOnPaper.signing(plan)] as [GrantAct] {
            try grant.take(act)
        }
        try grant.take(.accrued(12_000, FiscalYear(startYear: 2026)), "2027-03-31")
        try grant.take(GrantOnPaper.claiming(1, 20_000), "2028-05-01")
        #expect(try lines(&grant, GrantOnPaper.acceptance(1, 20_000), "2028-05-01") == [
            "2028-2029 2028-05-01 expense[A] +20000, payable -20000 | A: committed +8000, A: spent -8000"
        ])
        #expect(grant.state.accrued == 0)
    }

    @Test func whatAnAccrualCoveredIsRecoveredOfItsYear() throws {
        var grant = try GrantOnPaper.fresh(.signed)
        let (first, second) = (try FiscalYear(startYear: 2026), try FiscalYear(startYear: 2027))
        try grant.take(.accrued(12_000, first), "2027-03-31")
        try grant.take(GrantOnPaper.claiming(1, 20_000), "2027-05-01")
        try grant.take(GrantOnPaper.acceptance(1, 20_000), "2027-05-01")
        try grant.take(.paid(20_000, payable: grant.sequence), "2027-05-02")
        let above = try grant.refused(.recovered(8_001, .claim, second), "2027-06-01")
        #expect(above?.code == .recoveryAboveAccepted && above?.parameters["accepted_cents"] == "8000")
        #expect(try grant.refused(.recovered(12_001, .claim, first), "2027-06-01")?.code == .recoveryAboveAccepted)
        #expect(try lines(&grant, .recovered(8_000, .claim, second), "2027-06-01") == [
            "2027-2028 2027-06-01 recoverable +8000, expense[A] -8000 | A: spent +8000, A: available -8000"
        ])
        #expect(try lines(&grant, .recovered(12_000, .claim, first), "2027-06-01") == [
            "2027-2028 2027-06-01 recoverable +12000, recoveries -12000"
        ])
        #expect(grant.state.spent == 12_000)
    }

    @Test func closingAndCancellingLetGo() throws {
        var grant = try GrantOnPaper.fresh(.approved)
        #expect(try lines(&grant, .cancelled) == [
            "2026-2027 2026-06-18  | A: reserved +60000, A: available -60000",
            "2027-2028 2026-06-18  | A: reserved +40000, A: available -40000",
        ])
        grant = try GrantOnPaper.fresh(.signed)
        #expect(try lines(&grant, .cancelled).first == "2026-2027 2026-06-18  | A: committed +60000, A: available -60000")
        grant = try GrantOnPaper.fresh(.reported)
        #expect(try lines(&grant, .closed, "2027-06-01") == [
            "2026-2027 2027-03-31  | A: committed +60000, A: available -60000",
            "2027-2028 2027-06-01  | A: committed +40000, A: available -40000",
        ])
        #expect(grant.state.committed == 0)
    }

    @Test func anImportIsAnAwardAcceptedAndPayable() throws {
        var grant = try GrantOnPaper()
        #expect(try lines(&grant, .imported(5_000, envelope: "A")) == [
            "2026-2027 2026-06-18 expense[A] +5000, payable -5000 | A: available +5000, A: spent -5000"
        ])
        #expect(grant.state.agreement == 5_000 && grant.state.accepted == 5_000 && grant.state.payable == 5_000)
        var old = try GrantOnPaper()
        #expect(try lines(&old, .imported(5_000, envelope: nil), "2025-06-18") == [
            "2025-2026 2025-06-18 expense +5000, payable -5000"
        ])
        #expect(old.state.spent == 0)
    }

    @Test func aYearOpenedSinceTakesItsPart() throws {
        var grant = try GrantOnPaper()
        let plan = [try GrantOnPaper.line(2026, 60_000), try GrantOnPaper.line(2028, 40_000, nil)]
        for act in [.applied(100_000), .assessed, .approved(.commission, plan), try GrantOnPaper.signing(plan)] as [GrantAct] {
            try grant.take(act)
        }
        #expect(grant.state.committed == 60_000)
        let year = try FiscalYear(startYear: 2028)
        #expect(try grant.refused(.continued(year, envelope: "C"))?.parameters["cause"] == "year")
        grant.facts = GrantFacts(fund: .fnf, norms: .approved) { _ in .controlled }
        #expect(try lines(&grant, .continued(year, envelope: "C"), "2028-04-02") == [
            "2028-2029 2028-04-02  | C: available +40000, C: committed -40000"
        ])
        #expect(try grant.refused(.continued(year, envelope: "C"), "2028-04-02")?.parameters["cause"] == "envelope")
        #expect(try grant.refused(.continued(FiscalYear(startYear: 2029), envelope: "C"), "2028-04-02")?.parameters["cause"] == "line")
    }
}
