import AuditTrail
import ReferenceData

/// What a person says of an entry; its id comes when it is posted.
public struct EntryDraft: Sendable, Equatable {
    public var date: CalendarDate
    /// The period of `date` unless named.
    public var period: PeriodID
    public var reference: String
    public var memo: String
    public var postings: [Posting]
    /// SHA-256 of documents, in any order.
    public var documents: [String] = []

    /// Refuses: E-JRN-029 for a text that is too long.
    public init(
        date: CalendarDate, period: PeriodID? = nil, reference: String, memo: String, postings: [Posting],
        documents: [String] = []
    ) throws {
        self.date = date
        self.period = try period ?? PeriodID(of: date)
        self.reference = reference
        self.memo = memo
        self.postings = postings
        self.documents = documents.sorted()
        try Self.limit("reference", reference, EntryLimits.referenceBytes)
        try Self.limit("memo", memo, EntryLimits.memoBytes)
    }

    static func limit(_ field: String, _ text: String, _ limit: Int) throws {
        guard text.utf8.count <= limit else {
            throw LedgerError(
                .textTooLong, ["field": field, "bytes": String(text.utf8.count), "limit": String(limit)])
        }
    }

    func entry(_ id: EntryID) -> JournalEntry {
        var entry = JournalEntry(
            id: id, date: date, period: period, reference: reference, memo: memo, postings: postings)
        entry.documents = documents
        return entry
    }
}
