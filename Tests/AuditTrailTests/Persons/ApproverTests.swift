import Storage
import Testing

@testable import AuditTrail

/// A record of two persons, the second an approver: what it takes, and who may. FORMAT.md, section 7.
@Suite struct Approvers {
    /// A book where clara is approver alone, dora finance officer alone, and eve admin alone; anne and bruno are all.
    private func book() throws -> TestBook {
        let book = try TestBook()
        for (name, role) in [("clara", Role.approver), ("dora", .financeOfficer), ("eve", .admin)] {
            let id = try #require(book.ids["fnf"])
            let proof = Proofs.possession(register: id, person: name, role: role, scope: "")
            let admission = PersonAdmitted(
                person: name, key: TestBook.key(name).publicKey, role: role, proof: try TestBook.key(name).sign(proof))
            let proposal = try book.write { try $0.append(Proposed(admission)) }
            try carryOut(book, proposal, by: "bruno")
        }
        return book
    }

    private func propose(_ book: TestBook, _ amount: Int64 = 5, by person: String = "dora") throws -> Int64 {
        try book.write(by: person) { try $0.append(Proposed(NotePaid(amount: amount))) }
    }

    @discardableResult
    private func carryOut(_ book: TestBook, _ proposal: Int64, by person: String) throws -> Int64 {
        try book.write(by: person) { session in
            try session.append(ApprovalGiven(proposal: proposal))
            let proposed = try #require(try session.record(at: proposal) as? any ProposalRecord)
            return try proposed.carryOut(in: session, proposal: proposal)
        }
    }

    private func refusal<T>(_ body: () throws -> T) throws -> AuditError? {
        do {
            _ = try body()
            Issue.record("this was accepted")
            return nil
        } catch let error as AuditError { return error }
    }

    @Test func anApproverGivesAndTheRecordIsDoneWithWhatFollowsIt() throws {
        let book = try book()
        let proposal = try propose(book)
        let done = try carryOut(book, proposal, by: "clara")
        let (proposed, record, after) = try book.book.read { reading in
            let session = try reading.register("fnf")
            return try (
                String(decoding: session.line(of: proposal), as: UTF8.self),
                String(decoding: session.line(of: done), as: UTF8.self), session.record(at: done + 1) as? NotePosted)
        }
        #expect(proposed == #"{"amount":"5","kind":"note.paid.proposed/1"}"#)
        #expect(record == #"{"amount":"5","kind":"note.paid/1","name":"paid-\#(done)","proposal":"\#(proposal)"}"#)
        #expect(after?.text == "bound")
        #expect(try book.verify(book.export("one")).isAccepted)
    }

    @Test func aNumberThatMovedSinceTheProposalIsThatOfTheDay() throws {
        let book = try book()
        let first = try propose(book), second = try propose(book, 7)
        let done = try carryOut(book, second, by: "clara")
        let later = try carryOut(book, first, by: "clara")
        #expect(later > done)
        #expect(try book.verify(book.export("one")).isAccepted)
    }

    @Test func anAdminWhoIsNoApproverMayNot() throws {
        let book = try book()
        let proposal = try propose(book)
        let error = try refusal { try carryOut(book, proposal, by: "eve") }
        #expect(error?.code == .roleMissing)
        #expect(error?.parameters == ["person": "eve", "kind": "approval.given/1", "roles": "approver", "register": "fnf"])
        #expect(
            try refusal { try book.write(by: "eve") { try $0.append(ApprovalRefused(proposal: proposal, reason: "no")) } }?.code
                == .roleMissing)
    }

    @Test func anApproverWhoIsNoAdminMayNotDecideWhatAdminsDo() throws {
        let book = try book()
        let proposal = try book.write {
            try $0.append(Proposed(RoleGranted(RoleGrant(person: "clara", role: .auditor))))
        }
        #expect(try refusal { try carryOut(book, proposal, by: "clara") }?.parameters["roles"] == "admin")
        for person in ["clara", "dora"] {
            let error = try refusal {
                try book.write(by: person) { try $0.append(ApprovalRefused(proposal: proposal, reason: "no")) }
            }
            #expect(error?.code == .roleMissing)
        }
    }

    @Test func whoProposedWithdrawsAndDoesNotApprove() throws {
        let book = try book()
        let proposal = try propose(book)
        try book.write(by: "dora") { try $0.append(ApprovalRefused(proposal: proposal, reason: "twice")) }
        let other = try propose(book, by: "anne")
        #expect(try refusal { try carryOut(book, other, by: "anne") }?.code == .ownProposal)
        #expect(
            try refusal { try book.write(by: "dora") { try $0.append(ApprovalRefused(proposal: other, reason: "no")) } }?.code
                == .roleMissing)
        try book.write(by: "clara") { try $0.append(ApprovalRefused(proposal: other, reason: "no")) }
        #expect(try book.verify(book.export("one")).isAccepted)
    }

    @Test func whoOnlyApprovesDoesNotPropose() throws {
        let book = try book()
        #expect(try refusal { _ = try propose(book, by: "clara") }?.parameters["roles"] == "finance-officer")
    }

    @Test func nobodyActsAlone() throws {
        let book = try TestBook()
        let revoked = try book.write { try $0.append(Proposed(RoleRevoked(RoleGrant(person: "bruno", role: .admin)))) }
        try carryOut(book, revoked, by: "bruno")
        #expect(try book.book.read { try $0.register("fnf").people.admins } == 1)
        var record = NotePaid(amount: 5, name: "x")
        record.consent = .alone
        #expect(try refusal { try book.write { try $0.append(record) } }?.code == .consentShape)
        let proposal = try propose(book, by: "anne")
        try carryOut(book, proposal, by: "bruno")
        #expect(try book.verify(book.export("one")).isAccepted)
    }

    @Test func whatWasApprovedIsWhatIsDone() throws {
        let book = try book()
        let proposal = try propose(book)
        let error = try refusal {
            try book.write(by: "clara") { session in
                try session.append(ApprovalGiven(proposal: proposal))
                try session.append(NotePaid(amount: 6, name: "x", consent: .proposal(proposal)))
            }
        }
        #expect(error?.code == .proposalDiffers)
    }

    @Test func aVerifierSeesAnApprovalByAnotherRole() throws {
        let book = try book()
        let proposal = try propose(book)
        // A program that does not ask who approves.
        let given = try book.write(by: "eve") { session in
            try session.appendUnjudged(ApprovalGiven(proposal: proposal))
        }
        let report = try book.verify(book.export("one"))
        #expect(report.code(.authorship) == .roleMissing)
        #expect(report.verdicts[.authorship]?.record == given)
    }
}

extension RegisterSession {
    /// Appends a record as it stands, judged by nobody.
    fileprivate func appendUnjudged(_ record: ApprovalGiven) throws -> Int64 {
        let sequence = register.size + 1
        beginBatchIfNeeded()
        writer.clear()
        try record.write(into: &writer, kind: ApprovalGiven.kind)
        try writer.finish()
        try record.apply(in: self, at: sequence)
        try insertCurrentLine(sequence)
        noteContent(record)
        return sequence
    }
}
