import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// A reproducer for each code that an entry, an account or a year is refused with, and that nothing is left of it.
@Suite struct JournalRefusals {
    private static let date = "2026-06-18"

    private func draft(_ postings: [(String, Int64)], date: String = date, period: String? = nil) throws -> EntryDraft {
        try EntryDraft(
            date: CalendarDate(iso: date), period: period.map { try PeriodID(parsing: $0) }, reference: "R", memo: "essai",
            postings: postings.map { Posting(account: $0.0, amount: Cents($0.1)) })
    }

    /// Posts to the FNF of a fresh book where 2026-2027 is open; the state is the same after.
    private func expect(_ code: LedgerError.Code, _ sample: SampleBook, _ body: (RegisterSession) throws -> Void) throws {
        let before = try sample.dump()
        #expect(refusal { try sample.write([.fnf]) { try body($0(.fnf)) } } == code)
        #expect(try sample.dump() == before)
    }

    @Test(
        "An entry that breaks a rule is refused with that rule's code",
        arguments: [
            ([("5100", 500), ("2100", -400)], .unbalanced), ([("9100", 500), ("9200", -500)], .budgetaryUncontrolled),
            ([("1000", 0), ("2100", 0)], .zeroAmount),
            ([("1000", .max), ("1300", 1), ("2100", -5)], .overflow), ([("1000", 5)], .postingCount),
            ([("1700", 5), ("1000", -5)], .interfundWithoutPair), ([("1001", 5), ("1000", -5)], .accountUnknown),
            ([("1220", 5), ("1000", -5)], .accountOfOtherFund),
        ] as [([(String, Int64)], LedgerError.Code)])
    func postings(_ postings: [(String, Int64)], _ code: LedgerError.Code) throws {
        try expect(code, SampleBook()) { try Journal($0).post(draft(postings)) }
    }

    @Test func theDebitsOfTheBookStayWithinTheirBounds() throws {
        let sample = try SampleBook()
        try sample.post(.fnf, Self.date, [("1000", .max - 1), ("2100", 1 - .max)])
        try expect(.overflow, sample) { try Journal($0).post(draft([("1000", 1), ("1000", 1), ("1300", -2)])) }
        try expect(.overflow, sample) { try Journal($0).post(draft([("1300", 2), ("2100", -1), ("2100", -1)])) }
        try sample.post(.fnf, Self.date, [("1300", 1), ("1000", -1)])
        try expect(.overflow, sample) { try Journal($0).post(draft([("1000", 1), ("1300", -1)])) }
    }

    /// Budgetary accounts alone get there before the debits of the book do: each year has its own envelopes, the account
    /// has the sums of all years.
    @Test func theSumsOfAnAccountStayWithinTheirBounds() throws {
        let book = try BudgetBook(isEmpty: true)
        func open(_ code: String, _ startYear: Int, _ cents: Int64) throws {
            let envelope = try Envelope(code: code, year: FiscalYear(startYear: startYear), amount: Cents(cents))
            let day = try CalendarDate(iso: "\(startYear)-06-18")
            try book.write { try Budget($0).open(envelope, on: day) }
        }
        try open("A", 2026, .max - 1)
        #expect(refusal { try open("B", 2027, 2) } == .overflow)
        try open("B", 2027, 1)
        #expect(refusal { try open("C", 2027, 1) } == .overflow)
    }

    @Test func datesAndPeriodsLieInOpenYears() throws {
        let sample = try SampleBook()
        let postings = [("5100", Int64(5)), ("2100", -5)]
        try expect(.yearNotOpen, sample) { try Journal($0).post(draft(postings, date: "2025-06-18")) }
        try expect(.yearNotOpen, sample) { try Journal($0).post(draft(postings, date: "2025-06-18", period: "2026-P01")) }
        try expect(.dateAfterPeriod, sample) { try Journal($0).post(draft(postings, period: "2026-P02")) }
        try expect(.yearKnown, sample) { try $0.append(YearOpened(year: FiscalYear(startYear: 2026), budget: .none)) }
    }

    @Test func spendingUnderBudgetControlNamesAnEnvelope() throws {
        let sample = try SampleBook(years: [])
        try sample.write([.fnf]) { try $0(.fnf).append(YearOpened(year: FiscalYear(startYear: 2026), budget: .controlled)) }
        try expect(.envelopeMissing, sample) { try Journal($0).post(draft([("5100", 5), ("2100", -5)])) }
        try expect(.envelopeMissing, sample) { try Journal($0).post(draft([("9100", 5), ("9200", -5)])) }
        var named = try draft([("5100", 5), ("2100", -5)])
        named.postings[0] = Posting(account: "5100", amount: Cents(5), envelope: "FORM-12")
        let entry = named
        try expect(.envelopeUnknown, sample) { try Journal($0).post(entry) }
        // What is no spending needs none.
        try sample.post(.fnf, Self.date, [("1000", 5), ("4000", -5)])
    }

    @Test func aReversalIsTheOppositeOnceAndNotEarlier() throws {
        let sample = try SampleBook(founders: ["marie"])
        let original = try sample.post(.fnf, Self.date, [("5100", 5), ("2100", -5)])
        let unknown = try EntryID(parsing: "FNF-2026-000009")
        try expect(.entryUnknown, sample) { try Journal($0).reverse(unknown, date: nil, reason: "x") }
        let ofTheOtherFund = try EntryID(parsing: "FDMT-2026-000001")
        try expect(.entryUnknown, sample) { try Journal($0).reverse(ofTheOtherFund, date: nil, reason: "x") }
        try expect(.reversalBeforeOriginal, sample) {
            try Journal($0).reverse(original.id, date: CalendarDate(iso: "2026-06-17"), reason: "x")
        }
        try expect(.textTooLong, sample) {
            try Journal($0).reverse(original.id, date: nil, reason: String(repeating: "é", count: 501))
        }
        try expect(.reasonMissing, sample) { session in
            var entry = try Journal(session).reversal(of: original.id, date: nil, reason: "x")
            entry.reason = nil
            try session.append(entry)
        }
        try expect(.reversalDiffers, sample) { session in
            var entry = JournalEntry(
                id: try Journal(session).nextID(FiscalYear(startYear: 2026)), date: original.date, period: original.period,
                reference: "", memo: "", postings: original.postings)
            entry.reverses = original.id
            entry.reason = "x"
            try session.append(entry)
        }
        let reversal = try sample.write([.fnf]) { try Journal($0(.fnf)).reverse(original.id, date: nil, reason: "x") }
        try expect(.reversedAlready, sample) { try Journal($0).reverse(original.id, date: nil, reason: "x") }
        try expect(.reversalOfReversal, sample) { try Journal($0).reverse(reversal.id, date: nil, reason: "x") }
        let other = try sample.post(.fnf, Self.date, [("5100", 7), ("2100", -7)])
        let sequence = try sample.read(.fnf) { try $0.entry(other.id).sequence }
        try sample.write([.fnf]) { try $0(.fnf).append(RecordAnnulled(record: sequence, reason: "x", consent: .alone)) }
        try expect(.reversalOfAnnulled, sample) { try Journal($0).reverse(other.id, date: nil, reason: "x") }
    }

    @Test func aMovementBetweenFundsHasBothHalvesOrNone() throws {
        let sample = try SampleBook()
        #expect(refusal { _ = try move(0) } == .interfundMovement)
        let movement = try move(500)
        let halves = try sample.write(FundCode.allCases) { try movement.post(register: $0) }
        try expect(.interfundWithoutPair, sample) { try Journal($0).reverse(halves[0].id, date: nil, reason: "x") }
        let plain = try sample.post(.fnf, Self.date, [("5100", 5), ("2100", -5)])
        try expect(.reversalPair, sample) { session in
            _ = try InterfundMovement.reverse(plain.id, date: nil, reason: "x") { _ in session }
        }
        let other = try sample.read(.fdmt) { $0.session.register.id }
        let pair = JournalEntry.Pair(entry: try EntryID(parsing: "FDMT-2026-000002"), register: other)
        func half(_ session: RegisterSession, _ postings: [(String, Int64)], _ pair: JournalEntry.Pair) throws {
            let draft = try draft(postings)
            var entry = draft.entry(try Journal(session).nextID(FiscalYear(startYear: 2026)))
            entry.pair = pair
            try session.append(entry)
        }
        try expect(.pairWithoutInterfund, sample) { try half($0, [("1000", 5), ("2100", -5)], pair) }
        try expect(.pairWithoutSibling, sample) { try half($0, [("1700", 5), ("1000", -5)], pair) }
        try expect(.pairWithoutSibling, sample) { session in
            let own = JournalEntry.Pair(entry: pair.entry, register: session.register.id)
            try half(session, [("1700", 5), ("1000", -5)], own)
        }
    }

    private func move(_ cents: Int64) throws -> InterfundMovement {
        try InterfundMovement(
            from: .fnf, amount: Cents(cents), date: CalendarDate(iso: Self.date), reference: "IF", memo: "essai")
    }

    @Test func idsFollowOneAnotherAndTextsAndDocumentsAreBounded() throws {
        let sample = try SampleBook()
        try expect(.entryNumber, sample) { session in
            let draft = try draft([("5100", 5), ("2100", -5)])
            try session.append(draft.entry(EntryID(parsing: "FNF-2026-000002")))
        }
        #expect(
            refusal {
                _ = try EntryDraft(
                    date: CalendarDate(iso: Self.date), reference: String(repeating: "r", count: 201), memo: "", postings: [])
            } == .textTooLong)
        var cited = try draft([("5100", 5), ("2100", -5)])
        cited.documents = [String(repeating: "0", count: 64)]
        let entry = cited
        try expect(.documentUnknown, sample) { try Journal($0).post(entry) }
    }

    @Test func accountsAreOpenedOnceAndClosedEmpty() throws {
        let sample = try SampleBook()
        try sample.post(.fnf, Self.date, [("5100", 5), ("2100", -5)])
        let account = try Account(code: "5100", name: "Encore", class: .expense)
        try expect(.accountKnown, sample) { try $0.append(AccountOpened(account)) }
        try expect(.accountHasBalance, sample) { try $0.append(AccountClosed(account: "5100")) }
        try sample.write([.fnf]) { try $0(.fnf).append(AccountClosed(account: "6900")) }
        try expect(.accountClosed, sample) { try Journal($0).post(draft([("6900", 5), ("2100", -5)])) }
        try expect(.accountClosed, sample) { try $0.append(AccountClosed(account: "6900")) }
        let code = try sample.book.read { reading in
            let employers = try reading.register(RegisterName.employers)
            return refusal { _ = try FundReader(employers) }
        }
        #expect(code == .notAFund)
    }
}
