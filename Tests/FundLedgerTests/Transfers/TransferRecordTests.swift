import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// Records that no command would write.
@Suite struct TransferRecordTests {
    @Test func aRuleSetIsAdoptedOnceForItsFundAndItsDays() throws {
        let book = try TransferBook()
        let set = try RuleFixture.set("id: P1, permit: {}")
        func refused(_ change: (inout RuleSet) throws -> Void) throws -> String? {
            var changed = set
            try change(&changed)
            return try book.refused { try book.adopt(changed) }
        }
        #expect(try refused { $0.fund = .fdmt } == "E-TRF-001")
        #expect(try refused { _ in } == "E-TRF-002")
        #expect(try refused { $0.identity = .init(name: "essai", version: 2) } == "E-TRF-004")
        #expect(
            try refused {
                $0.identity = .init(name: "essai", version: 2)
                $0.replaces = .init(name: "essai", version: 9)
            } == "E-TRF-003")
        var next = set
        next.identity = .init(name: "essai", version: 2)
        next.replaces = set.identity
        next.from = try CalendarDate(iso: "2026-10-01")
        try book.adopt(next)
        let sets = try book.sample.read(.fnf) { try Transfers($0.session).ruleSets() }
        #expect(sets.map(\.until?.iso) == ["2026-09-30", nil])
        try book.requireSound()
    }

    @Test func whatASetReplacesGoesOnCountingWhereTheLimitIsTheSame() throws {
        let book = try TransferBook()
        for _ in 0..<4 { try book.propose(book.operation("A", "C", 10_000)) }
        var next = try RuleFixture.source(RuleFixture.yaml(TransferBook.rules)).rules
        next.identity = .init(name: "essai", version: 2)
        next.replaces = .init(name: "essai", version: 1)
        next.from = try CalendarDate(iso: "2026-10-01")
        try book.adopt(next)
        #expect(try book.check(book.operation("A", "C", 2_001, date: "2026-10-02")) == .overLimit)
        #expect(try book.check(book.operation("A", "C", 2_000, date: "2026-10-02")) == .permitted)
        try book.requireSound()
    }

    @Test func anEnvelopeHasTheAttributesThatTheRulesDeclare() throws {
        let book = try TransferBook(adopts: false)
        var set = try RuleFixture.set("id: P1, permit: {}")
        set.from = book.year.firstDay
        try book.adopt(set)
        for attributes in [["mesure": "x"], ["nature": "autre"]] {
            let code = try book.refused {
                try book.write {
                    _ = try Budget($0).open(
                        Envelope(code: "N", year: book.year, attributes: attributes, amount: .zero), on: book.day)
                }
            }
            #expect(code == "E-ENV-009")
        }
    }

    @Test func aPostingNeedsItsApprovalsAndTheGroundAndItsEntries() throws {
        let book = try TransferBook()
        let waiting = try book.propose(book.operation("A", "C", 15_000))
        func post(_ proposal: Int64, entries count: Int64 = 1, as key: PrivateKey? = nil, approving: Bool = false) throws -> String? {
            try book.refused {
                try book.write(as: key) { session in
                    if approving {
                        try session.append(TransferApproved(proposal: proposal, authority: "board", instrument: "1"))
                    }
                    let first = try Journal(session).nextID(book.year)
                    let entries = try (0..<count).map { try EntryID(fund: .fnf, year: book.year, number: first.number + $0) }
                    try session.append(TransferPosted(proposal: proposal, entries: entries))
                }
            }
        }
        #expect(try post(waiting.record) == "E-TRF-011")
        #expect(try post(waiting.record, entries: 2, as: book.sample.jean, approving: true) == "E-TRF-017")
        #expect(try post(1) == "E-TRF-006")
        for _ in 0..<3 { try book.propose(book.operation("B", "C", 10_000)) }
        #expect(try post(waiting.record, as: book.sample.jean, approving: true) == "E-TRF-013")
    }

    @Test func aRecordSaysWhatTheRulesGive() throws {
        let book = try TransferBook()
        let operation = try book.operation("ADM", "A", 100)
        let judgement = try book.sample.read(.fnf) { try Transfers($0.session).check(operation).judgement }
        for verdict in [TransferVerdict(judgement, ruleset: nil), TransferVerdict(judgement, ruleset: 1)] {
            let code = try book.refused {
                try book.write { _ = try $0.append(TransferRefused(operation, reason: "", verdict: verdict)) }
            }
            #expect(code == "E-TRF-012")
        }
    }

    @Test func oneWhoMayOnlyApproveSealsTheEntriesOfWhatTheyApproveAndNothingElse() throws {
        let book = try TransferBook()
        let paul = try SampleBook.key("paul")
        var proposal: Int64 = 0
        try book.write { session in
            let proof = Proofs.possession(register: session.register.id, person: "paul", role: .approver, scope: "")
            proposal = try session.append(
                Proposed(PersonAdmitted(person: "paul", key: paul.publicKey, role: .approver, proof: paul.sign(proof))))
        }
        try book.write(as: book.sample.jean) { session in
            try session.append(ApprovalGiven(proposal: proposal))
            guard let proposed = try session.record(at: proposal) as? any ProposalRecord else { return }
            _ = try proposed.carryOut(in: session, proposal: proposal)
        }
        let waiting = try book.propose(book.operation("A", "B", 12_000))
        #expect(try book.approve(waiting.record, "board", as: paul).state == .posted)
        #expect(try book.refused { try book.propose(book.operation("A", "B", 100), as: paul) } == "E-KEY-021")
        let open = try book.write { session -> Int64 in
            let operation = try book.operation("A", "B", 100)
            let judgement = try Transfers(session).check(operation).judgement
            let ruleset = try Transfers(session).ruleSets().first?.sequence
            return try session.append(
                TransferProposed(
                    operation, reason: "", verdict: TransferVerdict(judgement, ruleset: ruleset), approvals: [], notices: []))
        }
        let unapproved = try book.refused {
            try book.write(as: paul) { session in
                let posted = TransferPosted(proposal: open, entries: [try Journal(session).nextID(book.year)])
                try Budget(session).post(posted, on: book.day, reference: "r", memo: "m")
            }
        }
        #expect(unapproved == "E-TRF-014")
        try book.requireSound()
    }

    @Test func aTransferIsNamedByItsRecord() throws {
        let book = try TransferBook()
        #expect(try book.refused { try book.sample.read(.fnf) { _ = try Transfers($0.session).explain(1) } } == "E-TRF-006")
        #expect(LedgerError.Code.ruleSetUnknown.rawValue == "E-TRF-005")
    }
}
