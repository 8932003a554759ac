import AuditTrail
import ReferenceData
import TabularImport
import Testing

@testable import FundLedger

/// Each rule of section 18 that a budget can break, and the code that says so. A refusal leaves the book as it was.
@Suite struct BudgetRefusals {
    private func expect(
        _ code: LedgerError.Code, _ book: BudgetBook, _ body: (RegisterSession) throws -> Void,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        #expect(try book.refused(body)?.code == code, sourceLocation: location)
    }

    private func open(_ book: BudgetBook, _ code: String, parent: String? = nil, expires: String? = nil, in year: FiscalYear? = nil)
        -> (RegisterSession) throws -> Void
    {
        { session in
            let envelope = try Envelope(
                code: code, year: year ?? book.year, parent: parent, expires: expires.map { try CalendarDate(iso: $0) },
                amount: Cents(5))
            try Budget(session).open(envelope, on: book.day)
        }
    }

    @Test func envelopesAreOpenedInOrder() throws {
        let book = try BudgetBook()
        try expect(.envelopeKnown, book, open(book, "A"))
        try expect(.parentUnknown, book, open(book, "C", parent: "D"))
        try expect(.expiryBeforeYear, book, open(book, "C", expires: "2026-03-31"))
        try expect(.yearUncontrolled, book, open(book, "C", in: book.year.previous()))
        try expect(.yearNotOpen, book, open(book, "C", in: FiscalYear(startYear: 2030)))
    }

    @Test func whatIsSaidOfAnEnvelopeHasItsForm() throws {
        let book = try BudgetBook(isEmpty: true)
        func code(_ body: () throws -> Envelope) -> LedgerError.Code? { refusal { _ = try body() } }
        #expect(code { try Envelope(code: "-A", year: book.year, amount: .zero) } == .envelopeCodeMalformed)
        #expect(code { try Envelope(code: "A", year: book.year, name: "", amount: .zero) } == .envelopeNameLength)
        #expect(code { try Envelope(code: "A", year: book.year, attributes: ["Région": "06"], amount: .zero) } == .attributeMalformed)
        #expect(code { try Envelope(code: "A", year: book.year, attributes: ["year": "06"], amount: .zero) } == .attributeMalformed)
        #expect(code { try Envelope(code: "A", year: book.year, amount: Cents(-1)) } == .envelopeAmountNegative)
        #expect(code { try Envelope(code: "A", year: book.year, parent: "A", amount: .zero) } == .envelopeCycle)
        #expect(refusal { _ = try Envelope.attributes(typed: ["region=06", "region=07"]) } == .attributeMalformed)
        #expect(refusal { _ = try Envelope.attributes(typed: ["region"]) } == .attributeMalformed)
        let reserved = Envelope(
            recorded: "A", year: book.year, parent: nil, name: "A", attributes: ["parent": "B"], expires: nil, amount: .zero)
        try expect(.attributeMalformed, book) { try $0.append(EnvelopeOpened(reserved, entry: nil)) }
    }

    @Test func attributesAreThoseThatTheRulesDeclare() throws {
        let year = try FiscalYear(startYear: 2026)
        func check(_ attributes: [String: String]) throws {
            let envelope = try Envelope(code: "A", year: year, attributes: attributes, amount: .zero)
            try AttributeRules.check(envelope, against: ["nature": ["aid", "staff"], "region": []])
        }
        try check(["nature": "aid", "region": "06"])
        #expect(refusal { try check(["nature": "other"]) } == .attributeRefused)
        #expect(refusal { try check(["office": "06"]) } == .attributeRefused)
    }

    @Test func anActSaysItsEntryIfItHasOne() throws {
        let book = try BudgetBook()
        try expect(.actEntry, book) { try $0.append(EnvelopeOpened(Envelope(code: "C", year: book.year, amount: Cents(5)), entry: nil)) }
        try expect(.actEntry, book) { session in
            try session.append(
                EnvelopeOpened(Envelope(code: "C", year: book.year, amount: .zero), entry: Journal(session).nextID(book.year)))
        }
        try expect(.actAmount, book) { try Budget($0).revise("A", in: book.year, by: .zero, reason: "r", on: book.day) }
        try expect(.budgetEnvelopeUnknown, book) {
            try Budget($0).revise("A.2", in: book.year, by: Cents(1), reason: "r", on: book.day)
        }
        try expect(.actAmount, book) {
            try Budget($0).commit(.zero, of: "A", in: book.year, reference: "C", memo: "m", on: book.day)
        }
    }

    @Test func anUnknownEnvelopeNamesTheNearest() throws {
        let book = try BudgetBook()
        try book.write { session in
            try Budget(session).open(Envelope(code: "FORM-06", year: book.year, amount: .zero), on: book.day)
        }
        let refused = try book.refused {
            _ = try Journal($0).post(book.draft([("5100", 5, "FROM-06"), ("2100", -5, nil)]))
        }
        #expect(refused?.code == .envelopeUnknown)
        #expect(refused?.parameters["nearest"] == "FORM-06")
    }

    @Test func moreThanIsAvailableIsRefusedWithEachTerm() throws {
        let book = try BudgetBook()
        try book.spend(10_000, of: "A")
        try book.commit(30_000)
        let refused = try book.refused {
            _ = try Journal($0).post(book.draft([("5100", 60_001, "A"), ("2100", -60_001, nil)]))
        }
        #expect(refused?.code == .insufficientAvailable)
        #expect(refused?.parameters == [
            "envelope": "A", "year": "2026-2027", "authorised_cents": "100000", "reserved_cents": "0",
            "committed_cents": "30000", "spent_cents": "10000", "available_cents": "60000", "asked_cents": "60001",
            "shortfall_cents": "1",
        ])
        try book.spend(60_000, of: "A")
        try expect(.insufficientAvailable, book) {
            try Budget($0).revise("A", in: book.year, by: Cents(-1), reason: "r", on: book.day)
        }
        try expect(.insufficientAvailable, book) {
            try Budget($0).commit(Cents(1), of: "A", in: book.year, reference: "C", memo: "m", on: book.day)
        }
        try expect(.amountBelowZero, book) {
            _ = try Journal($0).post(book.draft([("5100", -70_001, "A"), ("2100", 70_001, nil)]))
        }
    }

    @Test func anExpiredEnvelopeIsNotUsed() throws {
        let book = try BudgetBook()
        try book.spend(5, of: "B", date: "2026-09-30")
        try expect(.envelopeExpired, book) {
            _ = try Journal($0).post(book.draft([("5100", 5, "B"), ("2100", -5, nil)], date: "2026-10-01"))
        }
        // What lowers it is still lawful.
        try book.spend(-5, of: "B", date: "2026-10-01")
    }

    @Test func theLowerCeilingBindsWhatRises() throws {
        let book = try BudgetBook()
        func set(_ basis: CeilingBasis, _ cents: Int64) throws {
            try book.write { try Budget($0).set(CeilingSet(year: book.year, basis: basis, amount: cents, citation: "art. 47")) }
        }
        try set(.estimates, 170_000)
        let refused = try book.refused(open(book, "C"))
        #expect(refused?.code == .overCeiling && refused?.parameters["excess_cents"] == "5")
        try set(.balance, 1_000)
        try expect(.overCeiling, book) { _ = try Journal($0).post(book.draft([("5100", 1_001, "A"), ("2100", -1_001, nil)])) }
        try book.spend(1_000, of: "A")
        // Lower is lawful, even above the ceiling.
        try book.write { _ = try Budget($0).revise("A", in: book.year, by: Cents(-5), reason: "r", on: book.day) }
        try set(.balance, 200_000)
        try set(.estimates, 180_000)
        try book.write(open(book, "C"))
        try expect(.yearUncontrolled, book) {
            try Budget($0).set(CeilingSet(year: book.year.previous(), basis: .balance, amount: 5, citation: "x"))
        }
    }

    @Test func sumsStayWithin64Bits() throws {
        let book = try BudgetBook(isEmpty: true)
        try book.write { session in
            try Budget(session).open(Envelope(code: "A", year: book.year, amount: Cents(.max)), on: book.day)
        }
        #expect(try book.line("A") == "\(Int64.max) = \(Int64.max) + 0 + 0 + 0")
        let refused = try book.refused(open(book, "B"))
        #expect([.budgetOverflow, .overflow].contains(refused?.code))
    }

    @Test func commitmentsKeepToTheirAmounts() throws {
        let book = try BudgetBook()
        let id = try book.commit(1_000)
        let unknown = try EntryID(parsing: "FNF-2026-000001")
        try expect(.commitmentUnknown, book) { try Budget($0).release(unknown, nil, reason: "r", reference: "C", on: book.day) }
        let refused = try book.refused { try Budget($0).release(id, Cents(1_001), reason: "r", reference: "C", on: book.day) }
        #expect(refused?.code == .commitmentExceeded && refused?.parameters["excess_cents"] == "1")
        try expect(.commitmentExceeded, book) {
            try Budget($0).spend(id, book.draft([("5100", 1_001, nil), ("2100", -1_001, nil)]))
        }
        try expect(.actAmount, book) { try Budget($0).spend(id, book.draft([("1000", 1, nil), ("2100", -1, nil)])) }
        try expect(.commitmentLater, book) {
            try Budget($0).commit(
                Cents(5), of: "A", in: book.year, reference: "C", memo: "m", later: [.init(year: book.year, amount: 5)], on: book.day)
        }
        try expect(.continuesUnknown, book) {
            try Budget($0).commit(
                Cents(5), of: "A", in: book.year, reference: "C", memo: "m", continues: id, on: book.day)
        }
    }

    @Test func anActIsFollowedByItsEntryAlone() throws {
        let book = try BudgetBook()
        func act(_ session: RegisterSession, _ add: Int64 = 0) throws -> EnvelopeRevised {
            let next = try Journal(session).nextID(book.year)
            return EnvelopeRevised(
                envelope: "A", year: book.year, amount: 5, reason: "r",
                entry: try EntryID(fund: .fnf, year: book.year, number: next.number + add))
        }
        try expect(.actNotFollowed, book) { try $0.append(act($0)) }
        try expect(.actNotFollowed, book) { try $0.append(act($0)); try $0.append(act($0)) }
        try expect(.actNotFollowed, book) { session in
            try session.append(act(session, 1))
            try session.append(book.entry(session, [("9100", 5, "A"), ("9200", -5, "A")]))
        }
        try expect(.actNotFollowed, book) { session in
            try session.append(act(session))
            try session.append(AccountOpened(Account(code: "9999", name: "x", class: .spent)))
            try session.append(book.entry(session, [("9100", 5, "A"), ("9200", -5, "A")]))
        }
    }

    @Test(
        "An entry that is not what its act says is refused",
        arguments: [
            ([("9100", 6, "A"), ("9200", -6, "A")], "movement"), ([("9100", 5, "B"), ("9200", -5, "B")], "movement"),
            ([("9200", 5, "A"), ("9500", -5, "A")], "movement"),
            ([("9100", 5, "A"), ("9200", -5, "A"), ("1000", 1, nil), ("2100", -1, nil)], "financial"),
        ] as [([(String, Int64, String?)], String)])
    func boundEntriesAreExact(_ postings: [(String, Int64, String?)], _ cause: String) throws {
        let book = try BudgetBook()
        let refused = try book.refused { session in
            try session.append(
                EnvelopeRevised(envelope: "A", year: book.year, amount: 5, reason: "r", entry: Journal(session).nextID(book.year)))
            try session.append(book.entry(session, postings))
        }
        #expect(refused?.code == .boundEntryDiffers && refused?.parameters["cause"] == cause)
    }

    @Test func theExpensesOfACommitmentsSpendingAreItsOwn() throws {
        let book = try BudgetBook()
        let id = try book.commit(1_000)
        func spend(_ postings: [(String, Int64, String?)]) throws -> String? {
            try book.refused { session in
                try session.append(CommitmentSpent(commitment: id, amount: 5, entry: Journal(session).nextID(book.year)))
                try session.append(book.entry(session, postings))
            }?.parameters["cause"]
        }
        let budgetary: [(String, Int64, String?)] = [("9400", 5, "A"), ("9500", -5, "A")]
        #expect(try spend([("5100", 6, "A"), ("2100", -6, nil)] + budgetary) == "expense")
        #expect(try spend([("5100", 5, "B"), ("2100", -5, nil)] + budgetary) == "expense")
        #expect(try spend([("5100", 5, "A"), ("2100", -5, nil), ("9200", 5, "A"), ("9500", -5, "A")]) == "movement")
    }

    @Test(
        "A spending has just the budgetary postings that its expenses give",
        arguments: [
            [("9200", 5, "A"), ("9500", -5, "A")],
            [("5100", 5, "A"), ("2100", -5, nil), ("9200", 4, "A"), ("9500", -4, "A")],
            [("5100", 5, "A"), ("2100", -5, nil), ("9400", 5, "A"), ("9500", -5, "A")],
            [("5100", 5, "A"), ("2100", -5, nil), ("9200", 5, "B"), ("9500", -5, "B")],
        ] as [[(String, Int64, String?)]])
    func spendingsAreExact(_ postings: [(String, Int64, String?)]) throws {
        let book = try BudgetBook()
        try expect(.spendingDiffers, book) { try $0.append(book.entry($0, postings)) }
    }

    @Test func theBooksSayWhereAnEnvelopeStands() throws {
        let book = try BudgetBook()
        try expect(.budgetaryUnbalanced, book) { try $0.append(book.entry($0, [("9100", 5, "A"), ("9200", -4, "A")])) }
        try expect(.mixedToBalance, book) { try $0.append(book.entry($0, [("9100", 5, "A"), ("1000", -5, nil)])) }
        try expect(.envelopeMisplaced, book) { try $0.append(book.entry($0, [("1000", 5, "A"), ("2100", -5, nil)])) }
        try expect(.envelopeMisplaced, book) {
            _ = try Journal($0).post(book.draft([("5100", 5, "A"), ("2100", -5, nil)], date: "2025-06-18"))
        }
        try expect(.budgetaryUncontrolled, book) {
            _ = try Journal($0).post(book.draft([("9200", 5, "A"), ("9500", -5, "A")], date: "2025-06-18"))
        }
    }

    @Test func theEntriesOfActsAreNeitherReversedNorAnnulled() throws {
        let book = try BudgetBook()
        let first = try EntryID(parsing: "FNF-2026-000001")
        try expect(.boundEntryReversed, book) { _ = try Journal($0).reverse(first, date: nil, reason: "r") }
        #expect(refusal { try book.annul(first) } == .boundEntryAnnulled)
        let id = try book.commit(1_000)
        try expect(.boundEntryReversed, book) { _ = try Journal($0).reverse(id, date: nil, reason: "r") }
    }

    @Test func aSpendingIsReversedInItsOwnYear() throws {
        let book = try BudgetBook()
        let entry = try book.spend(5, of: "A")
        let next = try book.year.next()
        try book.write { session in
            try Budget(session).open(Envelope(code: "A", year: next, amount: Cents(50)), on: next.firstDay)
            try Journal(session).post(book.draft([("5100", 9, "A"), ("2100", -9, nil)], date: "2027-06-01"))
        }
        try expect(.reversalOfOtherYear, book) {
            _ = try Journal($0).reverse(entry.id, date: CalendarDate(iso: "2027-06-01"), reason: "r")
        }
    }

    @Test func sharesOfAnAllocationAreOthersAndInOrder() throws {
        let book = try BudgetBook()
        func run(_ shares: [(String, Int64)]) -> (RegisterSession) throws -> Void {
            { session in
                let assent = AllocationRun.Assent(by: "C", on: book.day)
                try Budget(session).post(
                    AllocationRun(
                        envelope: "A", year: book.year, shares: shares.map { .init(envelope: $0.0, amount: $0.1) },
                        agreed: assent, approved: assent, criteria: SHA256.hash([]), inputs: [],
                        entry: Journal(session).nextID(book.year)), on: book.day, reference: "A", memo: "m")
            }
        }
        try expect(.allocationShares, book, run([("A", 5)]))
        try expect(.allocationShares, book, run([("B", 5), ("A.1", 5)]))
        try expect(.allocationShares, book, run([("B", 5), ("B", 5)]))
        try expect(.actAmount, book, run([("B", 0)]))
        try expect(.insufficientAvailable, book, run([("B", 100_001)]))
    }

    @Test func aFundWithoutBudgetaryAccountsSaysSo() throws {
        let book = try BudgetBook(isEmpty: true)
        try book.write { try $0.append(AccountClosed(account: "9500")) }
        try book.write(open(book, "A"))
        try expect(.budgetAccountMissing, book) {
            _ = try Journal($0).post(book.draft([("5100", 5, "A"), ("2100", -5, nil)]))
        }
    }

    @Test func anImportSpendsOfEnvelopes() throws {
        let book = try BudgetBook()
        let csv = "entry,date,reference,memo,account,amount_cents,envelope\na,2026-05-01,R,m,5100,70000,A\na,2026-05-01,R,m,2100,-70000,\nb,2026-05-01,R,m,5100,40000,A\nb,2026-05-01,R,m,2100,-40000,\n"
        let bytes = Array(csv.utf8)
        let order = EntryImport(
            map: try EntryImportTarget.defaultMap(), fileName: "a.csv", fileHash: SHA256.hash(bytes))
        let before = try book.sample.dump()
        let refusal = #expect(throws: ImportRefusal.self) { try book.write { _ = try order.run(MemoryByteSource(bytes), in: $0) } }
        #expect(refusal?.problems.map(\.code) == [LedgerError.Code.insufficientAvailable.rawValue])
        #expect(try book.sample.dump() == before)
        try book.write { _ = try Budget($0).revise("A", in: book.year, by: Cents(10_000), reason: "r", on: book.day) }
        try book.write { _ = try order.run(MemoryByteSource(bytes), in: $0) }
        #expect(try book.line("A") == "110000 = 0 + 0 + 0 + 110000")
    }
}
