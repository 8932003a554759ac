import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// What each act and each entry moves.
@Suite struct BudgetTests {
    @Test func anEnvelopeIsOpenedWithTheEntryThatAuthorisesIt() throws {
        let book = try BudgetBook()
        #expect(try book.line("A") == "100000 = 100000 + 0 + 0 + 0")
        let row = try book.sample.read(.fnf) { try $0.envelope("A.1", in: book.year) }
        #expect(row.parent == "A" && row.name == "A.1" && row.amounts.initial == 50_000)
        let entries = try book.sample.read(.fnf) { try $0.entries(of: row) }
        #expect(entries.map(\.entry.id.text) == ["FNF-2026-000002"])
        #expect(entries.first?.entry.postings == [
            Posting(account: "9100", amount: Cents(50_000), envelope: "A.1"),
            Posting(account: "9200", amount: Cents(-50_000), envelope: "A.1"),
        ])
    }

    @Test func anEmptyEnvelopeHasNoEntry() throws {
        let book = try BudgetBook(isEmpty: true)
        let opened = try book.write { try Budget($0).open(Envelope(code: "Z", year: book.year, amount: .zero), on: book.day) }
        #expect(opened.entry == nil)
        #expect(try book.line("Z") == "0 = 0 + 0 + 0 + 0")
    }

    @Test func aSpendingGetsItsBudgetaryPostings() throws {
        let book = try BudgetBook()
        let entry = try book.write { session in
            try Journal(session).post(
                book.draft([("5100", 300, "A"), ("6300", 70, "B"), ("5100", -100, "A"), ("2100", -270, nil)]))
        }
        #expect(entry.postings.suffix(4) == [
            Posting(account: "9200", amount: Cents(200), envelope: "A"),
            Posting(account: "9500", amount: Cents(-200), envelope: "A"),
            Posting(account: "9200", amount: Cents(70), envelope: "B"),
            Posting(account: "9500", amount: Cents(-70), envelope: "B"),
        ])
        #expect(try book.line("A") == "100000 = 99800 + 0 + 0 + 200")
        #expect(try book.line("B") == "20000 = 19930 + 0 + 0 + 70")
    }

    @Test func aReversalGivesBackWhatASpendingTook() throws {
        let book = try BudgetBook()
        let entry = try book.spend(300, of: "A")
        try book.write { _ = try Journal($0).reverse(entry.id, date: nil, reason: "erreur") }
        #expect(try book.line("A") == "100000 = 100000 + 0 + 0 + 0")
    }

    @Test func aCommitmentIsSpentReleasedAndGivenBack() throws {
        let book = try BudgetBook()
        let id = try book.commit(1_000)
        #expect(try book.line("A") == "100000 = 99000 + 0 + 1000 + 0")
        let spent = try book.write { session in
            try Budget(session).spend(id, book.draft([("5100", 400, nil), ("2100", -400, nil)]))
        }
        #expect(try book.line("A") == "100000 = 99000 + 0 + 600 + 400")
        try book.write { _ = try Budget($0).release(id, Cents(100), reason: "moins", reference: "C", on: book.day) }
        #expect(try book.line("A") == "100000 = 99100 + 0 + 500 + 400")
        try book.write { _ = try Journal($0).reverse(spent.id, date: nil, reason: "erreur") }
        #expect(try book.line("A") == "100000 = 99100 + 0 + 900 + 0")
        let row = try book.sample.read(.fnf) { try $0.commitment(id) }
        #expect(row.outstanding == 900 && row.released == 100 && row.spent == 0)
        try book.write { _ = try Budget($0).release(id, nil, reason: "le reste", reference: "C", on: book.day) }
        #expect(try book.line("A") == "100000 = 100000 + 0 + 0 + 0")
        let entries = try book.sample.read(.fnf) { try $0.entries(of: $0.commitment(id)) }
        #expect(entries.count == 5)
    }

    @Test func anAnnulledReversalOfACommitmentsSpendingTakesItAgain() throws {
        let book = try BudgetBook()
        let id = try book.commit(1_000)
        let spent = try book.write { session in
            try Budget(session).spend(id, book.draft([("5100", 400, nil), ("2100", -400, nil)]))
        }
        let reversal = try book.write { try Journal($0).reverse(spent.id, date: nil, reason: "erreur") }
        try book.annul(reversal.id)
        #expect(try book.line("A") == "100000 = 99000 + 0 + 600 + 400")
        #expect(try book.sample.read(.fnf) { try $0.commitment(id).outstanding } == 600)
        try book.write { _ = try Journal($0).reverse(spent.id, date: nil, reason: "erreur") }
        try book.write { _ = try Budget($0).release(id, Cents(900), reason: "fin", reference: "C", on: book.day) }
        let again = try book.sample.read(.fnf) { try $0.entry(spent.id).reversedBy }
        #expect(throws: LedgerError.self) { try book.annul(try #require(again)) }
    }

    /// A reversal gives room under the ceiling; once others took that room, it is not annulled.
    @Test func anAnnulmentDoesNotPassTheCeiling() throws {
        let book = try BudgetBook()
        try book.write { try Budget($0).set(CeilingSet(year: book.year, basis: .balance, amount: 170_000, citation: "c")) }
        try book.write { try Budget($0).revise("A", in: book.year, by: Cents(-1_000), reason: "moins", on: book.day) }
        try book.write { try Budget($0).set(CeilingSet(year: book.year, basis: .balance, amount: 300, citation: "c")) }
        let spent = try book.spend(300, of: "A")
        let reversal = try book.write { try Journal($0).reverse(spent.id, date: nil, reason: "erreur") }
        try book.spend(300, of: "A.1")
        #expect(refusal { try book.annul(reversal.id) } == .overCeiling)
    }

    @Test func anAnnulledSpendingIsOutOfItsEnvelope() throws {
        let book = try BudgetBook()
        let entry = try book.spend(300, of: "A")
        try book.annul(entry.id)
        #expect(try book.line("A") == "100000 = 100000 + 0 + 0 + 0")
        let left = try book.sample.read(.fnf) { try $0.entries(of: $0.envelope("A", in: book.year)) }
        #expect(left.map(\.entry.id.number) == [1])
    }

    @Test func aRevisionAddsOrTakesAway() throws {
        let book = try BudgetBook()
        try book.write { _ = try Budget($0).revise("A", in: book.year, by: Cents(500), reason: "plus", on: book.day) }
        try book.write { _ = try Budget($0).revise("A", in: book.year, by: Cents(-700), reason: "moins", on: book.day) }
        let amounts = try book.amounts("A")
        #expect(amounts.initial == 100_000 && amounts.revised == -200 && amounts.available == 99_800)
    }

    @Test func anAllocationSharesAnEnvelopeOut() throws {
        let book = try BudgetBook()
        let assent = AllocationRun.Assent(by: "Commission", on: book.day)
        try book.write { session in
            let run = AllocationRun(
                envelope: "A", year: book.year,
                shares: [.init(envelope: "A.1", amount: 60_000), .init(envelope: "B", amount: 40_000)], agreed: assent,
                approved: assent, criteria: SHA256.hash([]), inputs: [], entry: try Journal(session).nextID(book.year))
            try Budget(session).post(run, on: book.day, reference: "A", memo: "partage")
        }
        #expect(try book.line("A") == "0 = 0 + 0 + 0 + 0")
        #expect(try book.amounts("A.1").initial == 110_000)
        #expect(try book.line("B") == "60000 = 60000 + 0 + 0 + 0")
    }

    @Test func aLaterYearContinuesACommitment() throws {
        let book = try BudgetBook()
        let next = try book.year.next()
        let id = try book.commit(1_000, later: [.init(year: next, amount: 500)])
        try book.write { session in
            let budget = try Budget(session)
            try budget.open(Envelope(code: "A", year: next, amount: Cents(5_000)), on: next.firstDay)
            try budget.commit(
                Cents(300), of: "A", in: next, reference: "C", memo: "m", continues: id, on: next.firstDay)
        }
        #expect(try book.sample.read(.fnf) { try $0.commitment(id).continued } == [next: 300])
        let refused = try book.refused {
            try Budget($0).commit(Cents(201), of: "A", in: next, reference: "C", memo: "m", continues: id, on: next.firstDay)
        }
        #expect(refused?.code == .continuesExceeded && refused?.parameters["excess_cents"] == "1")
    }
}
