import Foundation
import Storage
import Testing

@testable import AuditTrail

/// A reproducer for every refusal of persons, roles, approvals, batches and registers. Each leaves the book as it was.
@Suite struct Refusals {
    /// The code that a batch of the register is refused with.
    private func code(
        _ book: TestBook, by person: String = "anne", _ body: (RegisterSession) throws -> Void
    ) throws -> AuditError.Code? {
        let before = try heads(book)
        do {
            try book.write(by: person) { try body($0) }
            Issue.record("this was accepted")
            return nil
        } catch let error as AuditError {
            #expect(try heads(book) == before)
            return error.code
        }
    }

    private func heads(_ book: TestBook) throws -> [RegisterHead] {
        try book.book.read { try $0.registers().map(\.register) }
    }

    private func admission(
        _ book: TestBook, _ person: String, role: Role = .auditor, scope: String = "", key: PrivateKey? = nil,
        provenFor: String? = nil
    ) throws -> PersonAdmitted {
        let key = key ?? TestBook.key(person)
        let id = try #require(book.ids["fnf"])
        let proof = Proofs.possession(register: id, person: provenFor ?? person, role: role, scope: scope)
        return PersonAdmitted(
            person: person, key: key.publicKey, role: role, scope: scope, proof: try key.sign(proof))
    }

    private func propose(_ book: TestBook, _ record: some TwoPersonRecord, by person: String = "anne") throws -> Int64 {
        try book.write(by: person) { try $0.append(Proposed(record)) }
    }

    private func give(_ book: TestBook, _ proposal: Int64, by person: String = "bruno") throws {
        try book.write(by: person) { session in
            try session.append(ApprovalGiven(proposal: proposal))
            let proposed = try #require(try session.record(at: proposal) as? any ProposalRecord)
            _ = try proposed.carryOut(in: session, proposal: proposal)
        }
    }

    @Test func aKeyThatNobodyHasWritesNothing() throws {
        let book = try TestBook()
        #expect(try code(book, by: "stranger") { try $0.append(DocumentAdded(name: "a", sha256: SHA256.hash([]), size: 0, type: "t")) } == .keyUnknown)
    }

    @Test func aPersonWritesOnlyWhatTheirRolesAllow() throws {
        let book = try TestBook()
        try give(book, try propose(book, try admission(book, "clara")))
        #expect(try code(book, by: "clara") { try $0.append(NotePosted("n", 1)) } == .roleMissing)
    }

    @Test func aPersonOfOneRegionProvesTheKeyForThatRegion() throws {
        let book = try TestBook()
        let id = try #require(book.ids["fnf"])
        let text = Proofs.possession(register: id, person: "clara", role: .coordinator, scope: "region-03")
        #expect(text == Array("fundctl/possession/v1\n\(id.hex)\nclara\ncoordinator\nregion-03\n".utf8))
        let everywhere = Proofs.possession(register: id, person: "clara", role: .auditor, scope: "")
        #expect(everywhere == Array("fundctl/possession/v1\n\(id.hex)\nclara\nauditor\n-\n".utf8))
        let elsewhere = PersonAdmitted(
            person: "clara", key: TestBook.key("clara").publicKey, role: .coordinator, scope: "region-04",
            proof: try TestBook.key("clara").sign(text))
        #expect(try code(book) { try $0.append(Proposed(elsewhere)) } == .possessionProof)
        try give(book, try propose(book, try admission(book, "clara", role: .coordinator, scope: "region-03")))
        let people = try book.book.read { try $0.register("fnf").people }
        #expect(people.roles(of: "clara") == [RoleGrant(person: "clara", role: .coordinator, scope: "region-03")])
        #expect(people.keys["clara"] == TestBook.key("clara").publicKey)
    }

    @Test func whatTwoAdminsDidIsVerified() throws {
        let book = try TestBook()
        let role = RoleGrant(person: "anne", role: .approver)
        try give(book, try propose(book, RoleRevoked(role)))
        try give(book, try propose(book, RoleGranted(role)))
        try give(book, try propose(book, RoleGranted(RoleGrant(person: "anne", role: .coordinator, scope: "region-04"))))
        try give(book, try propose(book, RoleRevoked(RoleGrant(person: "anne", role: .coordinator, scope: "region-04"))))
        try give(book, try propose(book, try admission(book, "clara", role: .coordinator, scope: "region-03")))
        try book.annul(try book.post(5))
        #expect(try book.verify(book.export("one")).isAccepted)
    }

    @Test func aProposalThatIsRefusedStaysSo() throws {
        let book = try TestBook()
        let proposal = try propose(book, RoleRevoked(RoleGrant(person: "anne", role: .approver)))
        let refusal = try book.write(by: "bruno") {
            try $0.append(ApprovalRefused(proposal: proposal, reason: "not now"))
        }
        let (place, line) = try book.book.read { read in
            let session = try read.register("fnf")
            return (try session.proposal(proposal), String(decoding: try session.line(of: refusal), as: UTF8.self))
        }
        #expect(place?.state == .refused)
        #expect(line == #"{"kind":"approval.refused/1","proposal":"\#(proposal)","reason":"not now"}"#)
        #expect(try code(book, by: "bruno") { try $0.append(ApprovalGiven(proposal: proposal)) } == .proposalDecided)
    }

    @Test func aRoleCountsOnlyFromTheNextBatchOn() throws {
        let book = try TestBook()
        let granted = RoleGrant(person: "anne", role: .approver)
        try give(book, try propose(book, RoleRevoked(granted)))
        try give(book, try propose(book, RoleGranted(granted)))
        #expect(try code(book) { try $0.append(Proposed(RoleGranted(granted))) } == .roleHeldAlready)
    }

    @Test func namesAndKeysAreAdmittedOnce() throws {
        let book = try TestBook()
        #expect(try code(book) { try $0.append(Proposed(try admission(book, "bruno", key: TestBook.key("other")))) } == .personKnown)
        #expect(try code(book) { try $0.append(Proposed(try admission(book, "twin", key: TestBook.key("anne")))) } == .keyInUse)
        #expect(try code(book) { try $0.append(Proposed(try admission(book, "thief", key: TestBook.ledgerKey()))) } == .keyInUse)
        #expect(try code(book) { try $0.append(Proposed(try admission(book, "ledger"))) } == .personNameReserved)
        #expect(try code(book) { try $0.append(Proposed(try admission(book, "clara", provenFor: "anne"))) } == .possessionProof)
        #expect(try code(book) { try $0.append(Proposed(try admission(book, "clara", role: .founder))) } == .founderOutsideGenesis)
    }

    @Test func rolesKeepToTheirScopesAndAreGrantedAndRevokedOnce() throws {
        let book = try TestBook()
        func role(_ record: some TwoPersonRecord) throws -> AuditError.Code? { try code(book) { try $0.append(Proposed(record)) } }
        #expect(try role(RoleGranted(RoleGrant(person: "anne", role: .coordinator))) == .roleScope)
        #expect(try role(RoleGranted(RoleGrant(person: "anne", role: .auditor, scope: "x"))) == .roleScope)
        #expect(try role(RoleGranted(RoleGrant(person: "nobody", role: .auditor))) == .personUnknown)
        #expect(try role(RoleGranted(RoleGrant(person: "anne", role: .auditor))) == .roleHeldAlready)
        #expect(try role(RoleRevoked(RoleGrant(person: "anne", role: .agent, scope: "region-03"))) == .roleNotHeld)
        try give(book, try propose(book, RoleRevoked(RoleGrant(person: "bruno", role: .admin))))
        #expect(try code(book) { try $0.append(RoleRevoked(RoleGrant(person: "anne", role: .admin), consent: .alone)) } == .lastAdmin)
    }

    @Test func twoAdminsAreNeededWhileThereAreTwo() throws {
        let book = try TestBook()
        let grant = RoleGranted(RoleGrant(person: "anne", role: .agent, scope: "region-03"))
        #expect(try code(book) { try $0.append(grant) } == .consentShape)
        #expect(try code(book) { try $0.append(RoleGranted(grant.grant, consent: .alone)) } == .consentShape)
        #expect(try code(book) { try $0.append(RoleGranted(grant.grant, consent: .proposal(2))) } == .proposalUnknown)
        let proposal = try propose(book, grant)
        #expect(try code(book) { try $0.append(RoleGranted(grant.grant, consent: .proposal(proposal))) } == .proposalDecided)
        #expect(try code(book, by: "anne") { try $0.append(ApprovalGiven(proposal: proposal)) } == .ownProposal)
        let other = RoleGrant(person: "bruno", role: .agent, scope: "region-03")
        #expect(
            try code(book, by: "bruno") {
                try $0.append(ApprovalGiven(proposal: proposal))
                try $0.append(RoleGranted(other, consent: .proposal(proposal)))
            } == .proposalDiffers)
        try give(book, proposal)
        #expect(try code(book, by: "bruno") { try $0.append(ApprovalGiven(proposal: proposal)) } == .proposalDecided)
        #expect(try code(book) { try $0.append(ApprovalRefused(proposal: 99, reason: "no")) } == .proposalUnknown)
    }

    @Test func aSingleAdminActsAloneAndIsListed() throws {
        let book = try TestBook()
        try give(book, try propose(book, RoleRevoked(RoleGrant(person: "bruno", role: .admin))))
        let sequence = try book.write { try $0.append(RoleGranted(RoleGrant(person: "bruno", role: .agent, scope: "region-03"), consent: .alone)) }
        let marks = try book.book.store.read { connection in
            try connection.query("SELECT sequence FROM mark WHERE mark = 'alone'") { $0.int(0) }
        }
        #expect(marks == [sequence])
        #expect(try code(book) { try $0.append(RoleGranted(RoleGrant(person: "anne", role: .agent, scope: "region-04"))) } == .consentShape)
    }

    @Test func recoveryTakesTheRecoveryKeyAndTheFirstPlace() throws {
        let book = try TestBook()
        let id = try #require(book.ids["fnf"])
        let dora = TestBook.key("dora")
        func recovered(by recovery: PrivateKey, proven: Role = .admin) throws -> PersonRecovered {
            PersonRecovered(
                person: "dora", key: dora.publicKey,
                proof: try dora.sign(Proofs.possession(register: id, person: "dora", role: proven, scope: "")),
                recoveryProof: try recovery.sign(Proofs.recovery(register: id, person: "dora", key: dora.publicKey)))
        }
        func recover(_ record: PersonRecovered, by person: String = "dora", after: Bool = false) throws -> AuditError.Code? {
            do {
                _ = try book.book.write(book.order(["fnf"], person)) { transaction in
                    let session = try transaction.recover("fnf")
                    if after { try session.append(NotePosted("n", 1)) }
                    try session.append(record)
                }
                return nil
            } catch let error as AuditError { return error.code }
        }
        #expect(try recover(recovered(by: TestBook.key("anne"))) == .recoveryProof)
        #expect(try recover(recovered(by: TestBook.key("recovery"), proven: .auditor)) == .possessionProof)
        #expect(try recover(recovered(by: TestBook.key("recovery")), by: "anne") == .recoveryPlace)
        #expect(try recover(recovered(by: TestBook.key("recovery")), by: "anne", after: true) == .recoveryPlace)
        #expect(try recover(recovered(by: TestBook.key("recovery"))) == nil)
        #expect(try book.book.read { try $0.register("fnf").people.admins } == 3)
    }

    @Test func theLedgerKeyChangesOnlyByBothKeys() throws {
        let book = try TestBook()
        let id = try #require(book.ids["fnf"])
        let old = TestBook.ledgerKey(), new = TestBook.key("ledger two")
        let text = Proofs.rotation(register: id, old: old.publicKey, new: new.publicKey)
        func rotation(_ from: PrivateKey, _ to: PrivateKey, _ first: PrivateKey, _ second: PrivateKey) throws -> LedgerKeyRotated {
            LedgerKeyRotated(
                oldKey: from.publicKey, newKey: to.publicKey, proofOld: try first.sign(text), proofNew: try second.sign(text))
        }
        #expect(try code(book) { try $0.append(try rotation(new, old, new, old)) } == .ledgerKeyNotInForce)
        #expect(try code(book) { try $0.append(try rotation(old, new, new, new)) } == .rotationProof)
        #expect(try code(book) { try $0.append(try rotation(old, TestBook.key("anne"), old, TestBook.key("anne"))) } == .keyInUse)
        try book.write { try $0.append(try rotation(old, new, old, new)) }
        #expect(try book.book.read { try $0.register("fnf").register.ledgerKey } == new.publicKey)
        #expect(try code(book) { try $0.append(try rotation(new, old, new, old)) } == .keyInUse)
    }

    @Test func documentsAndSubjectsAreKnownOnce() throws {
        let book = try TestBook()
        let document = DocumentAdded(name: "a.pdf", sha256: SHA256.hash([1]), size: 1, type: "application/pdf")
        try book.write { try $0.append(document) }
        #expect(try code(book) { try $0.append(document) } == .documentKnown)
        let subject = String(repeating: "ab", count: 16)
        let salts = ["name": [UInt8](repeating: 1, count: 32)]
        #expect(try code(book) { try $0.append(SubjectErased(subject: subject, reason: "asked")) } == .subjectNotOpen)
        try book.write { try $0.openSubject(subject, values: ["name": "Tremblay"], salts: salts) }
        #expect(try code(book) { try $0.openSubject(subject, values: ["name": "Roy"], salts: salts) } == .subjectKnown)
        try book.write { try $0.append(SubjectErased(subject: subject, reason: "asked")) }
        #expect(try code(book) { try $0.append(SubjectErased(subject: subject, reason: "again")) } == .subjectNotOpen)
        let left = try book.book.store.read { connection in try connection.query("SELECT 1 FROM subject_secret") { $0.int(0) } }
        #expect(left.isEmpty)
    }

    @Test func annulmentNamesAnEarlierRecordOfAKindThatAllowsIt() throws {
        let book = try TestBook()
        #expect(try code(book) { try $0.append(Proposed(RecordAnnulled(record: 500, reason: "r"))) } == .annulledRecordUnknown)
        #expect(try code(book) { try $0.append(Proposed(RecordAnnulled(record: 1, reason: "r"))) } == .notAnnullable)
    }

    @Test func exportsAreNumberedAloneAndNeverInARow() throws {
        let book = try TestBook()
        func opened(_ number: Int64, _ previous: Digest? = nil) -> ExportOpened {
            ExportOpened(number: number, previousStatement: previous, software: "t", time: "2026-05-01T00:00:00Z")
        }
        #expect(try code(book) { try $0.append(opened(2, SHA256.hash([]))) } == .exportNumber)
        #expect(
            try code(book) {
                try $0.append(NotePosted("n", 1))
                try $0.append(opened(1))
            } == .exportAlone)
        #expect(
            try code(book) {
                try $0.append(opened(1))
                try $0.append(NotePosted("n", 1))
            } == .exportAlone)
        try book.write { try $0.append(opened(1)) }
        #expect(try code(book) { try $0.append(opened(2, SHA256.hash([]))) } == .exportAlone)
    }

    @Test func registersTakeTheirOwnKindsAndAnswerToTheirNames() throws {
        let book = try TestBook(registers: ["employers"])
        do {
            try book.write("employers") { try $0.append(NotePosted("n", 1)) }
            Issue.record("this was accepted")
        } catch let error as AuditError { #expect(error.code == .kindNotInRegister) }
        #expect(throws: AuditError(.registerUnknown, ["register": "fnf"])) { try book.book.read { _ = try $0.register("fnf") } }
        #expect(throws: AuditError(.recordUnknown, ["record": "99"])) {
            try book.book.read { _ = try $0.register("employers").record(at: 99) }
        }
        let line = Array(#"{"kind":"unheard.of/1"}"#.utf8)
        #expect(throws: AuditError(.unknownKind, ["kind": "unheard.of/1"])) {
            _ = try line.withUnsafeBytes { try NoteDomain.layout.kinds.decode($0) }
        }
    }

    @Test func genesisAndFoundersComeFirstAndOnce() throws {
        let book = try TestBook()
        let genesis = try book.book.read { try $0.register("fnf").record(at: 1) as? RegisterCreated }
        let first = try #require(genesis)
        #expect(try code(book) { try $0.append(first) } == .genesisPlace)
        let fresh = RegisterCreated(
            register: "fdmt", origin: "book.example", random: SHA256.hash([]), ledgerKey: TestBook.ledgerKey("fdmt").publicKey,
            recoveryKey: TestBook.key("recovery").publicKey, founders: first.founders, template: nil)
        func found(_ genesis: RegisterCreated, _ body: (RegisterSession) throws -> Void) throws -> AuditError.Code? {
            do {
                _ = try book.book.write(book.order(["fdmt"], "anne")) { try body($0.found(genesis)) }
                return nil
            } catch let error as AuditError { return error.code }
        }
        #expect(throws: AuditError(.founderExpected, ["person": "bruno", "record": "2"])) {
            _ = try book.book.write(book.order(["fdmt"], "anne")) { _ = try $0.found(fresh) }
        }
        #expect(try found(fresh) { try $0.append(NotePosted("n", 1)) } == .founderExpected)
        let sameKeys = RegisterCreated(
            register: "fdmt", origin: "book.example", random: SHA256.hash([]), ledgerKey: TestBook.key("anne").publicKey,
            recoveryKey: TestBook.key("recovery").publicKey, founders: first.founders, template: nil)
        #expect(try found(sameKeys) { _ in } == .keyInUse)
    }

    @Test func aRequestIsNamedOnceForOneContent() throws {
        let book = try TestBook()
        func ask(_ content: String) throws -> Bool {
            let order = WriteOrder(
                key: TestBook.key("anne"), registers: ["fnf"], now: "2026-06-01T00:00:00Z", idempotencyKey: "the-request",
                contentHash: SHA256.hash(Array(content.utf8)))
            let outcome = try book.book.write(order) { try $0.register("fnf").append(NotePosted("n", 1)) }
            if case .repeated(let receipts) = outcome {
                #expect(receipts.map { [$0.batch, $0.first, $0.count] } == [[2, 5, 1]])
                return receipts.map(\.register) == ["fnf"]
            }
            return false
        }
        #expect(try ask("one") == false)
        #expect(try ask("one") == true)
        #expect(throws: AuditError.self) { try ask("two") }
    }
}
