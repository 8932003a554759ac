import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// Mistakes with a rejected payment, an approval or a raised agreement in them.
@Suite struct GrantMending {
    private var plan: [GrantPlanLine] { get throws { [try GrantOnPaper.line(2026, 60_000), try GrantOnPaper.line(2027, 40_000)] } }
    private let decision = GrantDecision(authority: .direction, instrument: "D-2")

    /// Accepted too much, paid, and the payment came back: nothing is to be recovered.
    @Test func aPaymentThatCameBackGoesWithItsStep() throws {
        let book = try GrantBook()
        let id = try book.signed(plan)
        let (day, back) = (try GrantBook.day("2026-06-18"), try GrantBook.day("2026-06-25"))
        try book.write { grants in
            try grants.claim(id, Cents(20_000), from: day, to: day, .init(on: day))
            try grants.accept(id, claim: 1, eligible: Cents(15_200), reason: "hors délai", .init(on: day))
            try book.pay(grants, grants.session.register.size - 1, 15_200, on: day)
        }
        let accepted = try book.last("accepted", of: id)
        var change = GrantCorrection.Change()
        change.eligible = 12_500
        #expect(try book.refused { _ = try $0.planCorrection(of: accepted, in: id, change, reason: "r") }?.code == .correctionBlocked)
        try book.write { try book.pay($0, accepted, 15_200, isBack: true, on: back) }
        let early = try book.refused { try $0.undo(accepted, of: id, reason: "r", on: day) }
        #expect(early?.code == .undoneBefore && early?.parameters["expected"] == "2026-06-25")
        let done = try book.write { grants in
            try grants.correct(grants.planCorrection(of: accepted, in: id, change, reason: "saisie"))
        }
        #expect(done.map { $0.date } == [back, day])
        let detail = try book.detail(id)
        #expect(detail.payables.map(\.left) == [12_500] && detail.row.figures.accepted == 12_500 && detail.row.figures.paid == 0)
        #expect(detail.steps.filter { $0.undoneBy != nil }.map(\.kind) == ["accepted", "paid", "rejected"])
        #expect(try book.envelope("A").spent == 12_500)
        try book.expectSound()
        // Paid anew, it stays.
        let again = try book.last("accepted", of: id)
        try book.write { try book.pay($0, again, 12_500, on: back) }
        #expect(try book.refused { try $0.undo(again, of: id, reason: "r") }?.code == .laterStepRests)
        try book.expectSound()
    }

    /// Two payables of a grant: only what is of the step goes with it.
    @Test func anotherPayableStays() throws {
        let book = try GrantBook()
        let id = try book.signed(plan)
        let day = try GrantBook.day("2026-06-18")
        let payables = try book.write { grants in
            try ([1_000, 2_000] as [Int64]).map { cents in
                try grants.advance(id, Cents(cents), .init(on: day))
                let payable = grants.session.register.size - 1
                try book.pay(grants, payable, cents, on: day)
                return payable
            }
        }
        try book.write { try book.pay($0, payables[0], 1_000, isBack: true, on: day) }
        try book.write { try $0.undo(payables[0], of: id, reason: "r") }
        #expect(try book.detail(id).payables.map(\.paid) == [2_000])
        #expect(try book.refused { try $0.undo(payables[1], of: id, reason: "r") }?.code == .laterStepRests)
        try book.expectSound()
    }

    @Test func anApprovalIsLoweredWithTheAgreementOnIt() throws {
        let book = try GrantBook()
        let id = try book.approved(plan)
        let day = try GrantBook.day("2026-05-02")
        let instalments = [
            try GrantOnPaper.instalment("2026-07-01", 45_000), try GrantOnPaper.instalment("2027-03-31", 15_000),
            try GrantOnPaper.instalment("2027-12-31", 40_000),
        ]
        try book.write {
            try $0.sign(
                id, GrantBook.terms, from: day, to: GrantBook.day("2028-03-31"), plan, instalments, with: .name("Atelier Nord"),
                .init(on: day))
        }
        let approved = try book.last("approved", of: id)
        var change = GrantCorrection.Change()
        change.plan = [try GrantOnPaper.line(2026, 42_000, "B"), try GrantOnPaper.line(2027, 40_000)]
        // Marie assessed; who corrects an approval is another.
        #expect(try book.refused {
            try $0.correct($0.planCorrection(of: approved, in: id, change, reason: "saisie"))
        }?.code == .ownAssessment)
        let done = try book.write(as: book.sample.jean) { grants in
            let plan = try grants.planCorrection(of: approved, in: id, change, reason: "saisie")
            #expect(plan.undoings.map(\.move) == [.signed, .approved])
            #expect(plan.redoings.map(\.move) == [.approved, .signed])
            return try grants.correct(plan)
        }
        let signed = try #require(done.last as? GrantSigned)
        #expect(signed.plan == change.plan && signed.instalments.map(\.amount) == [42_000, 40_000])
        #expect(try book.detail(id).row.figures.agreement == 82_000 && book.envelope("B").committed == 42_000)
        #expect(try book.envelope("A").committed == 0)
        try book.expectSound()
        // With the instalments given.
        let again = try book.last("approved", of: id)
        change.plan = [try GrantOnPaper.line(2026, 30_000), try GrantOnPaper.line(2027, 10_000)]
        change.instalments = [try GrantOnPaper.instalment("2026-08-01", 30_000), try GrantOnPaper.instalment("2027-08-01", 9_000)]
        try book.write(as: book.sample.jean) {
            try $0.correct($0.planCorrection(of: again, in: id, change, reason: "saisie"))
        }
        #expect(try book.detail(id).row.figures.agreement == 39_000 && book.envelope("A").committed == 30_000)
        try book.expectSound()
    }

    /// One year of the approval goes: its line does too.
    @Test func aYearThatIsNoLongerApprovedLeavesTheAgreement() throws {
        let book = try GrantBook()
        let id = try book.signed(plan)
        var change = GrantCorrection.Change()
        change.plan = [try GrantOnPaper.line(2026, 60_000)]
        let approved = try book.last("approved", of: id)
        try book.write(as: book.sample.jean) {
            try $0.correct($0.planCorrection(of: approved, in: id, change, reason: "saisie"))
        }
        let state = try book.detail(id).state
        #expect(state.lines.keys.sorted() == [2026] && state.instalments.map(\.amount) == [60_000])
        try book.expectSound()
    }

    @Test func aCorrectionSaysWhichRolesItTakes() throws {
        let book = try GrantBook()
        let id = try book.signed(plan)
        let (paul, olga) = (try admit("paul", .approver, to: book), try admit("olga", .financeOfficer, to: book))
        let approved = try book.last("approved", of: id)
        var change = GrantCorrection.Change()
        change.plan = [try GrantOnPaper.line(2026, 40_000), try GrantOnPaper.line(2027, 40_000)]
        for (key, lacking) in [(paul, "finance-officer"), (olga, "approver")] {
            let error = try book.refused(as: key) {
                try $0.correct($0.planCorrection(of: approved, in: id, change, reason: "r"))
            }
            #expect(error?.code == .correctionRoles && error?.parameters["lacking"] == lacking)
            #expect(error?.parameters["roles"] == "finance-officer, approver" && error?.parameters["step"] == "approved")
        }
    }

    private func admit(_ person: String, _ role: Role, to book: GrantBook) throws -> PrivateKey {
        let key = try SampleBook.key(person)
        let proposal = try book.write { grants in
            let proof = Proofs.possession(register: grants.session.register.id, person: person, role: role, scope: "")
            return try grants.session.append(
                Proposed(PersonAdmitted(person: person, key: key.publicKey, role: role, proof: key.sign(proof))))
        }
        try book.write(as: book.sample.jean) { grants in
            try grants.session.append(ApprovalGiven(proposal: proposal))
            _ = try (grants.session.record(at: proposal) as? any ProposalRecord)?.carryOut(in: grants.session, proposal: proposal)
        }
        return key
    }

    @Test func whoAssessedDoesNotRaiseWhatIsApproved() throws {
        let book = try GrantBook()
        let id = try book.signed(plan)
        let notes = try GrantBook.notes("2026-06-01")
        let more = [try GrantOnPaper.line(2026, 70_000), try GrantOnPaper.line(2027, 40_000)]
        var change = GrantChange()
        change.instalments = GrantBook.instalments(of: more)
        func raise(_ grants: Grants) throws {
            try grants.amend(id, more, change, by: decision, reason: "r", notes)
        }
        #expect(try book.refused(as: nil, raise)?.code == .ownAssessment)
        let olga = try admit("olga", .financeOfficer, to: book)
        #expect(try book.refused(as: olga, raise)?.code == .amendmentApprover)
        try book.write(as: book.sample.jean, raise)
        let state = try book.detail(id).state
        let first = try GrantBook.day("2026-05-01")
        #expect(state.approved == 110_000 && state.approvals == [first, notes.date])
        try book.expectSound()
    }

    /// An advance is paid, given back, the grant is cancelled; then the bank sends the payment back: it is due again, and
    /// what another grant owes is set off against it.
    @Test func aCancelledGrantMayOweStill() throws {
        let book = try GrantBook()
        let (one, two) = (try book.signed(plan), try book.signed(plan))
        let (day, later) = (try GrantBook.day("2026-06-18"), try GrantBook.day("2026-07-18"))
        let payable = try book.write { grants in
            try grants.advance(one, Cents(5_000), .init(on: day))
            let payable = grants.session.register.size - 1
            try book.pay(grants, payable, 5_000, on: day)
            try grants.recover(one, Cents(5_000), .advance, of: nil, reason: "r", .init(on: day))
            try grants.repay(one, Cents(5_000), .init(on: day))
            try grants.cancel(one, reason: "r", .init(on: day))
            try book.pay(grants, payable, 5_000, isBack: true, on: later)
            try grants.advance(two, Cents(900), .init(on: day))
            try book.pay(grants, grants.session.register.size - 1, 900, on: day)
            try grants.recover(two, Cents(900), .advance, of: nil, reason: "r", .init(on: day))
            return payable
        }
        try book.write { try $0.offset(two, Cents(900), from: payable, .init(on: later)) }
        #expect(try book.detail(one).payables.map(\.left) == [4_100] && book.detail(one).row.stage == .cancelled)
        try book.expectSound()
    }
}
