import AuditTrail
import ReferenceData
import Storage

/// The journal of one fund inside a transaction: posting and reversing.
public struct Journal {
    public let session: RegisterSession
    let workspace: JournalWorkspace

    /// Refuses: E-ACC-025 for a register that keeps no books.
    public init(_ session: RegisterSession) throws {
        self.session = session
        workspace = try JournalWorkspace.of(session)
    }

    public var fund: FundCode { workspace.fund }

    /// Posts one entry under the next id of its fund and year. In a year with budget control the budgetary postings of
    /// a spending are added to it. Refuses: E-YEA-001, E-ACC-020 … E-ACC-024, E-JRN codes, E-ENV codes.
    @discardableResult
    public func post(_ draft: EntryDraft) throws -> JournalEntry {
        var draft = draft
        draft.postings = try workspace.withBudget(draft.postings, in: draft.period.year)
        let entry = draft.entry(try workspace.nextID(draft.period.year))
        try session.append(entry)
        return entry
    }

    /// The date and period that a reversal gets unless another date is asked for: the original's own, while no later
    /// rule closes it. Refuses: E-JRN-026.
    public func reversalDate(of id: EntryID) throws -> CalendarDate {
        try workspace.entryRecord(at: workspace.storedEntry(id).sequence).date
    }

    /// Reverses an entry that is no half of a pair: the opposite postings, linked both ways, once.
    /// Refuses: E-JRN-014 … E-JRN-020, E-JRN-026, E-JRN-029.
    @discardableResult
    public func reverse(_ id: EntryID, date: CalendarDate?, reason: String) throws -> JournalEntry {
        let reversal = try self.reversal(of: id, date: date, reason: reason)
        try session.append(reversal)
        return reversal
    }

    /// The entry that would reverse another, without its pair.
    func reversal(of id: EntryID, date: CalendarDate?, reason: String) throws -> JournalEntry {
        try EntryDraft.limit("reason", reason, EntryLimits.reasonBytes)
        let original = try workspace.entryRecord(at: workspace.storedEntry(id).sequence)
        let date = date ?? original.date
        let period = date == original.date ? original.period : try PeriodID(of: date)
        var reversal = JournalEntry(
            id: try workspace.nextID(period.year), date: date, period: period, reference: original.reference,
            memo: original.memo, postings: try original.postings.map { try $0.negated() })
        reversal.reverses = id
        reversal.reason = reason
        return reversal
    }

    /// The id that the next entry of a year gets. Refuses: E-YEA-001.
    public func nextID(_ year: FiscalYear) throws -> EntryID { try workspace.nextID(year) }
}
