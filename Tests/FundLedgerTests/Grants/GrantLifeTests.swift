import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// Lives of grants in a book: what is kept of them, who may do what, what is taken back.
@Suite struct GrantLives {
    private func year(_ start: Int) throws -> FiscalYear { try FiscalYear(startYear: start) }

    private func plan(_ first: Int64, _ second: Int64) throws -> [GrantPlanLine] {
        [try GrantOnPaper.line(2026, first), try GrantOnPaper.line(2027, second)]
    }

    @Test func aWholeLifeLeavesNothingOpen() throws {
        let book = try GrantBook()
        let id = try book.signed(plan(60_000, 40_000))
        #expect(id.text == "FNF-G-000001")
        #expect(try book.envelope("A").committed == 60_000)
        let day = try GrantBook.day("2026-06-18")
        try book.write { grants in
            try grants.advance(id, Cents(10_000), .init(on: day))
            try book.pay(grants, grants.session.register.size - 1, 10_000, on: day)
            try grants.claim(id, Cents(30_000), from: day, to: day, .init(on: day))
            try grants.accept(
                id, claim: 1, eligible: Cents(25_000), advance: Cents(10_000), holdback: Cents(2_500), reason: "hors délai",
                .init(on: day))
        }
        let accepted = try book.last("accepted", of: id)
        var detail = try book.detail(id)
        #expect(detail.row.name == "Atelier Nord inc." && detail.row.stage == .signed)
        #expect(detail.row.figures.accepted == 25_000 && detail.row.figures.payable == 12_500)
        #expect(detail.payables.map(\.left) == [0, 12_500] && detail.payables.last?.sequence == accepted)
        #expect(detail.steps.map(\.kind) == ["applied", "assessed", "approved", "signed", "advanced", "paid", "claimed", "accepted"])
        #expect(detail.steps[2].person == "jean" && detail.steps[2].entries.count == 2)
        try book.write { grants in
            try grants.accrue(id, Cents(5_000), in: year(2026))
            let late = try GrantBook.day("2027-05-01")
            try book.pay(grants, accepted, 12_500, on: late)
            try grants.claim(id, Cents(8_000), from: day, to: late, .init(on: late))
            try grants.accept(id, claim: 2, eligible: Cents(8_000), .init(on: late))
            try book.pay(grants, grants.session.register.size - 1, 8_000, on: late)
            try grants.release(id, Cents(2_500), .init(on: late))
            try book.pay(grants, grants.session.register.size - 1, 2_500, on: late)
            try grants.report(id, memo: "fini", .init(on: late))
            try grants.close(id, .init(on: late))
        }
        detail = try book.detail(id)
        #expect(detail.row.stage == .closed && detail.row.figures.committed == 0 && detail.row.figures.paid == 33_000)
        // 25 000 and the accrual in the first year, what exceeds it in the second.
        #expect(try book.envelope("A").spent == 30_000 && book.envelope("A").committed == 0)
        #expect(try book.envelope("A", year(2027)).spent == 3_000 && book.envelope("A", year(2027)).available == 997_000)
        try book.expectSound()
    }

    @Test func whoAssessedDoesNotApprove() throws {
        let book = try GrantBook()
        let notes = try GrantBook.notes("2026-05-01")
        let id = try book.write { grants in
            let id = try grants.apply(Cents(1), program: "P", recipient: "X-2", title: "T", notes).grant
            try grants.assess(id, .approve, memo: "", notes)
            return id
        }
        let decision = GrantDecision(authority: .direction, instrument: "D-1")
        let plan = [try GrantOnPaper.line(2026, 1)]
        #expect(try book.refused { try $0.approve(id, plan, by: decision, notes) }?.code == .ownAssessment)
        // Also in one batch.
        #expect(try book.refused(as: book.sample.jean) { grants in
            try grants.assess(id, .approve, memo: "", notes)
            try grants.approve(id, plan, by: decision, notes)
        }?.code == .ownAssessment)
        try book.write(as: book.sample.jean) { try $0.approve(id, plan, by: decision, notes) }
        try book.expectSound()
    }

    @Test func moreThanTheEnvelopeHasIsNotReserved() throws {
        let book = try GrantBook()
        let line = try GrantPlanLine(year: year(2026), amount: 100_001, envelope: "B")
        do {
            _ = try book.approved([line])
            Issue.record("this was accepted")
        } catch let error as LedgerError {
            #expect(error.code == .insufficientAvailable && error.parameters["shortfall_cents"] == "1")
        }
        _ = try book.approved([GrantPlanLine(year: year(2026), amount: 100_000, envelope: "B")])
        #expect(try book.envelope("B").available == 0 && book.envelope("B").reserved == 100_000)
    }

    @Test func textsDocumentsAndNumbersAreJudged() throws {
        let book = try GrantBook()
        let notes = try GrantBook.notes("2026-05-01")
        #expect(try book.refused { try $0.apply(Cents(1), program: "P", recipient: "X-2", title: "", notes) }?.code == .textLength)
        #expect(try book.refused {
            try $0.apply(
                Cents(1), program: "P", recipient: "X-2", title: "T",
                .init(on: notes.date, documents: [String(repeating: "0", count: 64)]))
        }?.code == .documentUnknown)
        let id = try GrantID(fund: .fnf, number: 2)
        #expect(try book.refused {
            try $0.session.append(GrantApplied(GrantHead(id, on: notes.date), amount: 1, program: "P", recipient: "X-2", title: "T"))
        }?.code == .grantNumber)
        #expect(try book.refused { try $0.report(id, memo: "", notes) }?.code == .grantUnknown)
        let grant = try book.approved(plan(10, 10))
        #expect(try book.refused {
            try $0.session.append(GrantCancelled(GrantHead(grant, on: notes.date), reason: "r", entries: []))
        }?.code == .entryCount)
        let empty = GrantTerms(objectives: "", activities: "a", results: "r", contributions: [], terms: "t")
        let lines = try plan(10, 10)
        #expect(try book.refused {
            try $0.sign(
                grant, empty, from: notes.date, to: notes.date, lines, GrantBook.instalments(of: lines), with: .name("N"), notes)
        }?.parameters["part"] == "objectives")
        let none = GrantTerms(objectives: "o", activities: "a", results: "r", contributions: [], terms: "t")
        #expect(try book.refused {
            try $0.sign(
                grant, none, from: notes.date, to: notes.date, lines, GrantBook.instalments(of: lines), with: .name("N"), notes)
        }?.code == .termsShape)
        #expect(try book.refused {
            try $0.sign(
                grant, GrantBook.terms, from: notes.date, to: notes.date, lines, GrantBook.instalments(of: lines),
                with: .subject(String(repeating: "0", count: 32)), notes)
        }?.code == .partySubject)
    }

    @Test func aSoleProprietorIsNeverNamed() throws {
        let book = try GrantBook()
        let subject = String(repeating: "a", count: 32)
        try book.write { grants in
            try grants.session.openSubject(subject, values: ["name": "Nom"], salts: ["name": [UInt8](repeating: 7, count: 32)])
            try Recipients(grants.session).add("2212345678", .subject(subject))
        }
        let lines = try plan(10, 10)
        let id = try book.approved(lines, recipient: "2212345678")
        func sign(_ party: RecipientName) -> (Grants) throws -> Void {
            { grants in
                try grants.sign(
                    id, GrantBook.terms, from: GrantBook.day("2026-05-01"), to: GrantBook.day("2026-05-01"), lines,
                    GrantBook.instalments(of: lines), with: party, GrantBook.notes("2026-05-01"))
            }
        }
        #expect(try book.refused(sign(.name("Nom")))?.code == .partyNaming)
        try book.write(sign(.subject(subject)))
        #expect(try book.detail(id).row.name == nil)
        try book.expectSound()
    }

    @Test func aSetOffIsAStepOfTwoGrants() throws {
        let book = try GrantBook()
        let (one, two) = (try book.signed(plan(50_000, 10)), try book.signed(plan(50_000, 10)))
        let other = try book.signed(plan(50_000, 10), recipient: "X-2")
        let day = try GrantBook.day("2026-06-18")
        for id in [one, two, other] {
            try book.write { grants in
                try grants.claim(id, Cents(9_000), from: day, to: day, .init(on: day))
                try grants.accept(id, claim: 1, eligible: Cents(9_000), .init(on: day))
                if id == one { try book.pay(grants, grants.session.register.size - 1, 9_000, on: day) }
            }
        }
        let (payable, strange) = (try book.last("accepted", of: two), try book.last("accepted", of: other))
        try book.write { try $0.recover(one, Cents(4_000), .claim, of: year(2026), reason: "trop payé", .init(on: day)) }
        #expect(try book.refused { try $0.offset(one, Cents(1), from: strange, .init(on: day)) }?.code == .payableOfOther)
        #expect(try book.refused { try $0.offset(one, Cents(1), from: 3, .init(on: day)) }?.code == .payableUnknown)
        try book.write { try $0.offset(one, Cents(3_000), from: payable, .init(on: day)) }
        #expect(try book.detail(one).row.figures.recoverable == 1_000)
        #expect(try book.detail(two).payables.map(\.left) == [6_000])
        try book.expectSound()
        // It is undone by the grant that it names, and rests on what it settles.
        let offset = try book.last("offset", of: one)
        #expect(try book.refused { try $0.undo(payable, of: two, reason: "r") }?.parameters["later"] == String(offset))
        #expect(try book.refused { try $0.undo(offset, of: two, reason: "r") }?.code == .stepNotUndone)
        try book.write { try $0.undo(offset, of: one, reason: "saisie") }
        #expect(try book.detail(two).payables.map(\.left) == [9_000])
        #expect(try book.detail(one).row.figures.recoverable == 4_000)
        try book.write { try $0.undo(payable, of: two, reason: "saisie") }
        #expect(try book.detail(two).row.figures.accepted == 0)
        try book.expectSound()
    }

    @Test func whatIsWrittenOffTakesTwoPersons() throws {
        let book = try GrantBook()
        let id = try book.signed(plan(50_000, 10))
        let day = try GrantBook.day("2026-06-18")
        try book.write { grants in
            try grants.claim(id, Cents(9_000), from: day, to: day, .init(on: day))
            try grants.accept(id, claim: 1, eligible: Cents(9_000), .init(on: day))
            try book.pay(grants, grants.session.register.size - 1, 9_000, on: day)
            try grants.recover(id, Cents(4_000), .claim, of: year(2026), reason: "r", .init(on: day))
        }
        #expect(try book.refused { try $0.proposeWriteOff(id, Cents(4_001), envelope: "B", reason: "r", .init(on: day)) }?.code == .aboveRecoverable)
        #expect(try book.refused { try $0.proposeWriteOff(id, Cents(1), envelope: nil, reason: "r", .init(on: day)) }?.code == .stepEnvelope)
        let proposal = try book.write { try $0.proposeWriteOff(id, Cents(4_000), envelope: "B", reason: "faillite", .init(on: day)) }
        try book.write(as: book.sample.jean) { grants in
            try grants.session.append(ApprovalGiven(proposal: proposal))
            _ = try (grants.session.record(at: proposal) as? any ProposalRecord)?.carryOut(in: grants.session, proposal: proposal)
        }
        #expect(try book.detail(id).row.figures.recoverable == 0)
        #expect(try book.envelope("B").spent == 4_000 && book.detail(id).row.figures.spent == 5_000)
        try book.expectSound()
    }

    @Test func anExistingRegisterIsTakenOver() throws {
        let book = try GrantBook()
        let opening = GrantOpening(program: "P", recipient: "X-2", title: "Ancien")
        try book.write { grants in
            for row in 1...3 as ClosedRange<Int64> {
                try grants.importGrant(
                    Cents(1_000 * row), opening, envelope: row == 1 ? nil : "A", row: row, source: "S-\(row)",
                    GrantBook.notes(row == 1 ? "2025-06-01" : "2026-06-01"))
            }
            try grants.session.append(ImportRecorded(
                    file: "f.csv", fileHash: SHA256.hash([]), map: CanonicalObject(), rows: 3, entries: 3, known: 0, skipped: 0))
        }
        let rows = try book.sample.read(.fnf) { try $0.grants(GrantFilter(stage: .imported)) }
        #expect(rows.map(\.figures.payable) == [1_000, 2_000, 3_000] && rows.map(\.name) == ["Comité", "Comité", "Comité"])
        #expect(try book.envelope("A").spent == 5_000)
        let again = refusal {
            _ = try book.write {
                try $0.importGrant(Cents(1), opening, envelope: "A", row: 9, source: "S-2", GrantBook.notes("2026-06-01"))
            }
        }
        #expect(again == .sourceKnown)
        // Outside an import no grant has a row or a source.
        let outside = try book.refused {
            try $0.importGrant(Cents(1), opening, envelope: "A", row: 9, source: "S-9", GrantBook.notes("2026-06-01"))
        }
        #expect(outside?.code == .importMisplaced)
        try book.expectSound()
    }
}
