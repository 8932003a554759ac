import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

@Suite struct TransferTests {
    @Test func aPermittedTransferIsPostedAtOnceWithItsEntry() throws {
        let book = try TransferBook()
        let outcome = try book.propose(book.operation("A", "B", 5_000))
        #expect(outcome.state == .posted)
        let (a, b) = (try book.amounts("A"), try book.amounts("B"))
        #expect([a.authorised, a.available, a.transferredOut] == [95_000, 95_000, 5_000])
        #expect([b.authorised, b.available, b.transferredIn] == [105_000, 105_000, 5_000])
        try book.requireSound()
    }

    @Test func whatTheRulesDoNotAllowLeavesARefusalAndMovesNothing() throws {
        let book = try TransferBook()
        for (operation, expected) in [
            (try book.operation("ADM", "A", 100), "forbidden"),
            (try book.operation("A", nil, 100, .cancellation), "not-permitted"),
            (try book.operation("A", "C", 42_001), "over-limit"), (try book.operation("X", "A", 100), "error"),
        ] {
            let before = try book.amounts("A")
            let outcome = try book.propose(operation)
            #expect(outcome.state == .refused)
            let row = try book.sample.read(.fnf) { try Transfers($0.session).explain(outcome.record) }
            #expect(row.row.verdict.outcome.rawValue == expected)
            #expect(row.finding.judgement.outcome.rawValue == expected)
            #expect(try book.amounts("A") == before)
        }
        try book.requireSound()
    }

    @Test func badInputLeavesNothing() throws {
        let book = try TransferBook()
        let operations = [
            ("E-ENV-006", try book.operation("A", "NULLE", 100)), ("E-RUL-041", try book.operation("A", "A", 100)),
            ("E-RUL-040", try book.operation("A", "B", 0)), ("E-RUL-043", try book.operation("A", nil, 100)),
            ("E-RUL-044", try book.operation("A", "B", 100, .temporaryTransfer)),
            ("E-YEA-001", try book.operation("A", "B", 100, date: "2029-06-18")),
        ]
        for (code, operation) in operations {
            #expect(try book.refused { try book.propose(operation) } == code)
        }
    }

    @Test func toSplitATransferDoesNotPassTheCap() throws {
        let book = try TransferBook()
        for _ in 0..<4 { #expect(try book.propose(book.operation("A", "C", 10_000)).state == .posted) }
        #expect(try book.propose(book.operation("B", "C", 2_000)).state == .posted)
        // 20 % of 210 000 cents: 42 000 have gone.
        #expect(try book.check(book.operation("B", "C", 1)) == .overLimit)
        try book.requireSound()
    }

    @Test func approvalsArriveOneByOneAndTheLastPosts() throws {
        let book = try TransferBook()
        let waiting = try book.propose(book.operation("A", "B", 20_000))
        #expect(waiting.state == .waiting)
        #expect(waiting.awaited == ["board", "commission"])
        #expect(try book.approve(waiting.record, "board").awaited == ["commission"])
        #expect(try book.refused { try book.approve(waiting.record, "board") } == "E-TRF-009")
        #expect(try book.refused { try book.approve(waiting.record, "manager") } == "E-TRF-008")
        let posted = try book.approve(waiting.record, "commission")
        #expect(posted.state == .posted)
        #expect(try book.amounts("A").transferredOut == 20_000)
        #expect(try book.refused { try book.approve(waiting.record, "commission") } == "E-TRF-007")
        try book.requireSound()
    }

    @Test func nobodyApprovesWhatTheyProposed() throws {
        let book = try TransferBook()
        let waiting = try book.propose(book.operation("A", "B", 12_000))
        let refused = try book.refused { try book.approve(waiting.record, "board", as: book.sample.marie) }
        #expect(refused == "E-TRF-010")
        let inOneBatch = try book.refused {
            try book.write { session in
                let outcome = try Transfers(session).propose(try book.operation("A", "B", 12_000), reason: "")
                try Transfers(session).approve(outcome.record, authority: "board", instrument: "1")
            }
        }
        #expect(inOneBatch == "E-TRF-010")
    }

    @Test func whereTheGroundMovedTheLastApprovalRecordsARefusal() throws {
        let book = try TransferBook()
        let waiting = try book.propose(book.operation("A", "C", 15_000))
        for _ in 0..<3 { try book.propose(book.operation("B", "C", 10_000)) }
        let outcome = try book.approve(waiting.record, "board")
        #expect(outcome.state == .refused)
        let (row, finding) = try book.sample.read(.fnf) { try Transfers($0.session).explain(waiting.record) }
        #expect(row.verdict.outcome == .overLimit)
        #expect(finding.judgement.outcome == .overLimit)
        #expect(try book.refused { try book.approve(waiting.record, "board") } == "E-TRF-007")
        try book.requireSound()
    }

    @Test func aWithdrawnProposalIsDead() throws {
        let book = try TransferBook()
        let waiting = try book.propose(book.operation("A", "B", 12_000))
        try book.write { try Transfers($0).withdraw(waiting.record, reason: "double emploi") }
        #expect(try book.refused { try book.approve(waiting.record, "board") } == "E-TRF-007")
        try book.requireSound()
    }

    @Test func aTemporaryTransferIsGivenBackAndNetCountsIt() throws {
        let book = try TransferBook()
        let lent = try book.propose(book.operation("A", "B", 9_000, .temporaryTransfer, repayBy: "2026-09-30"))
        #expect(lent.state == .posted)
        #expect(try book.refused { _ = try book.write { try Transfers($0).giveBack(lent.record, Cents(9_001), on: book.day) } } == "E-TRF-016")
        try book.write { try Transfers($0).giveBack(lent.record, Cents(4_000), on: book.day) }
        let late = try book.sample.read(.fnf) { try Transfers($0.session).late(on: CalendarDate(iso: "2026-10-01")) }
        #expect(late.map(\.left) == [5_000])
        #expect(try book.amounts("A").authorised == 95_000)
        let moved = try book.propose(book.operation("A", "B", 100))
        #expect(try book.refused { _ = try book.write { try Transfers($0).giveBack(moved.record, Cents(1), on: book.day) } } == "E-TRF-015")
        #expect(try book.refused { _ = try book.write { try Transfers($0).giveBack(1, Cents(1), on: book.day) } } == "E-TRF-006")
        try book.requireSound()
    }

    @Test func aCarryOverHasAnEntryInEachYear() throws {
        let book = try TransferBook()
        let outcome = try book.propose(book.operation("A", "A", 5_000, .carryOver, date: "2027-04-10"))
        #expect(outcome.state == .posted)
        #expect(try book.amounts("A").authorised == 95_000)
        #expect(try book.amounts("A", book.year.next()).authorised == 55_000)
        try book.requireSound()
    }

    @Test func whereNoRulesAreAdoptedNothingIsPermitted() throws {
        let book = try TransferBook(adopts: false)
        #expect(try book.check(book.operation("A", "B", 1)) == .notPermitted)
        #expect(try book.propose(book.operation("A", "B", 1)).state == .refused)
        try book.requireSound()
    }

    @Test func suggestionsBeginWithTheFewestApprovals() throws {
        let book = try TransferBook()
        try book.propose(book.operation("A", "B", 100))
        let sources = try book.sample.read(.fnf) {
            try Transfers($0.session).sources(to: .init("C", book.year), amount: Cents(1_000), on: book.day)
        }
        #expect(sources.map(\.envelope.code) == ["B", "A"])
    }
}
