import AuditTrail
import ReferenceData
import Storage

@testable import FundLedger

/// A sample book whose FNF has 2026-2027 under budget control, with the envelopes A (1 000.00), A.1 under it (500.00) and
/// B (200.00, until 30 September).
final class BudgetBook {
    let sample: SampleBook
    let year: FiscalYear
    let day: CalendarDate

    init(founders: [String] = ["marie", "jean"], isEmpty: Bool = false) throws {
        sample = try SampleBook(years: [], founders: founders)
        let year = try FiscalYear(startYear: 2026)
        let day = try CalendarDate(iso: "2026-06-18")
        self.year = year
        self.day = day
        try sample.write([.fnf]) { register in
            let session = try register(.fnf)
            try session.append(YearOpened(year: year, budget: .controlled))
            try session.append(YearOpened(year: year.next(), budget: .controlled))
            try session.append(YearOpened(year: year.previous(), budget: .none))
            guard !isEmpty else { return }
            let budget = try Budget(session)
            try budget.open(Envelope(code: "A", year: year, name: "Aide", amount: Cents(100_000)), on: day)
            try budget.open(Envelope(code: "A.1", year: year, parent: "A", amount: Cents(50_000)), on: day)
            try budget.open(
                Envelope(code: "B", year: year, expires: CalendarDate(iso: "2026-09-30"), amount: Cents(20_000)), on: day)
        }
    }

    @discardableResult
    func write<T>(dryRun: Bool = false, _ body: (RegisterSession) throws -> T) throws -> T {
        try sample.write([.fnf], dryRun: dryRun) { try body($0(.fnf)) }
    }

    func amounts(_ code: String) throws -> EnvelopeAmounts {
        try sample.read(.fnf) { try $0.envelope(code, in: year).amounts }
    }

    /// `1000 = 400 + 0 + 500 + 100`: authorised, then available, reserved, committed and spent; cents.
    func line(_ code: String) throws -> String {
        let amounts = try amounts(code)
        return "\(amounts.authorised) = \(amounts.available) + \(amounts.reserved) + \(amounts.committed) + \(amounts.spent)"
    }

    func draft(
        _ postings: [(String, Int64, String?)], date: String = "2026-06-18", period: String? = nil
    ) throws -> EntryDraft {
        try EntryDraft(
            date: CalendarDate(iso: date), period: period.map { try PeriodID(parsing: $0) }, reference: "R", memo: "m",
            postings: postings.map { Posting(account: $0.0, amount: Cents($0.1), envelope: $0.2) })
    }

    /// Spends of an envelope: 5100 against 2100.
    @discardableResult
    func spend(_ cents: Int64, of envelope: String, date: String = "2026-06-18") throws -> JournalEntry {
        try write { session in
            try Journal(session).post(try self.draft([("5100", cents, envelope), ("2100", 0 - cents, nil)], date: date))
        }
    }

    @discardableResult
    func commit(_ cents: Int64, of envelope: String = "A", later: [CommitmentOpened.Later] = []) throws -> EntryID {
        try write { session in
            try Budget(session).commit(
                Cents(cents), of: envelope, in: year, reference: "C", memo: "convention", later: later, on: day
            ).entry
        }
    }

    /// What a change is refused with. The book is the same after, byte for byte.
    func refused(_ body: (RegisterSession) throws -> Void) throws -> LedgerError? {
        let before = try sample.dump()
        var found: LedgerError?
        do {
            try write(body)
        } catch let error as LedgerError {
            found = error
        }
        return try sample.dump() == before ? found : nil
    }

    /// The entry as it would be posted, to be spoilt.
    func entry(_ session: RegisterSession, _ postings: [(String, Int64, String?)]) throws -> JournalEntry {
        let entry = try draft(postings)
        return JournalEntry(
            id: try Journal(session).nextID(entry.period.year), date: entry.date, period: entry.period, reference: "R",
            memo: "m", postings: entry.postings)
    }

    /// Two persons take a record out.
    func annul(_ id: EntryID) throws {
        let sequence = try sample.read(.fnf) { try $0.entry(id).sequence }
        var proposal: Int64 = 0
        _ = try sample.book.write(sample.order(["fnf"])) {
            proposal = try $0.register("fnf").append(Proposed(RecordAnnulled(record: sequence, reason: "saisie")))
        }
        _ = try sample.book.write(sample.order(["fnf"], key: sample.jean)) { transaction in
            let session = try transaction.register("fnf")
            try session.append(ApprovalGiven(proposal: proposal))
            guard let proposed = try session.record(at: proposal) as? any ProposalRecord else { return }
            _ = try proposed.carryOut(in: session, proposal: proposal)
        }
    }
}
