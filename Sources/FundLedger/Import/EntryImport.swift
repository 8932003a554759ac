import AuditTrail
import ReferenceData
import TabularImport

/// An import of entries from a delimited file: one batch, all or nothing, streaming.
public struct EntryImport {
    /// What an import did.
    public struct Outcome: Sendable, Equatable {
        public var rows: Int64 = 0
        public var entries: Int64 = 0
        public var postings: Int64 = 0
        /// Sum of the positive amounts of its postings, in cents.
        public var debitCents: Int64 = 0
        /// Items that the fund knew already by their source.
        public var known: Int64 = 0
        /// Rows that the map says to skip.
        public var skipped: Int64 = 0
        public var firstEntry: EntryID?
        public var lastEntry: EntryID?
    }

    private let reading: ImportReading

    public var map: ImportMap { reading.map }
    public var fileName: String { reading.fileName }
    public var fileHash: Digest { reading.fileHash }

    /// `fileHash`: SHA-256 of the file's bytes. `problemLimit`: bad rows listed at most; reading stops when ten times as
    /// many were found.
    public init(map: ImportMap, fileName: String, fileHash: Digest, problemLimit: Int = 50) {
        reading = ImportReading(map: map, fileName: fileName, fileHash: fileHash, problemLimit: problemLimit)
    }

    /// The same file by the same map into the same register is the same request.
    public func idempotencyKey(register: Digest) -> String { reading.idempotencyKey(register: register) }

    /// Reads the file and posts its entries. `progress` is given the number of entries so far.
    ///
    /// Throws `ImportRefusal` where a row cannot be taken: the caller's transaction is then rolled back whole.
    public func run(
        _ source: any ByteSource, in session: RegisterSession, progress: (Int64) -> Void = { _ in }
    ) throws -> Outcome {
        let workspace = try JournalWorkspace.of(session)
        var outcome = Outcome()
        let count = try reading.forEachItem(source) { item in
            try take(item, workspace, &outcome)
            if outcome.entries & 0x3FF == 0 { progress(outcome.entries) }
        }
        outcome.rows = count.rows
        outcome.skipped = count.skipped
        if outcome.entries > 0 {
            try session.append(reading.record(entries: outcome.entries, known: outcome.known, of: count))
        }
        return outcome
    }

    private func take(_ item: MappedItem, _ workspace: JournalWorkspace, _ outcome: inout Outcome) throws {
        let source = item.sourceKey.map { String(decoding: $0, as: UTF8.self) }
        if let source, try workspace.knowsSource(source) {
            outcome.known += 1
            return
        }
        let entry = try self.entry(item, source, workspace)
        try workspace.session.append(entry)
        outcome.entries += 1
        outcome.postings += Int64(entry.postings.count)
        for posting in entry.postings where posting.amount.value > 0 { outcome.debitCents += posting.amount.value }
        outcome.firstEntry = outcome.firstEntry ?? entry.id
        outcome.lastEntry = entry.id
    }

    private func entry(_ item: MappedItem, _ source: String?, _ workspace: JournalWorkspace) throws -> JournalEntry {
        typealias Field = EntryImportTarget.Field
        typealias PostingField = EntryImportTarget.PostingField
        let date = item.date(Field.date)
        let period = item.has(Field.period) ? try PeriodID(parsing: item.string(Field.period)) : try PeriodID(of: date)
        var postings: [Posting] = []
        postings.reserveCapacity(item.memberCount)
        for member in 0..<item.memberCount {
            postings.append(
                Posting(
                    account: item.string(member, PostingField.account),
                    amount: try EntryImportTarget.amount(of: item, posting: member),
                    envelope: item.has(member, PostingField.envelope)
                        ? item.string(member, PostingField.envelope) : nil))
        }
        var entry = JournalEntry(
            id: try workspace.nextID(period.year), date: date, period: period, reference: item.string(Field.reference),
            memo: item.string(Field.memo), postings: try workspace.withBudget(postings, in: period.year))
        entry.row = Int64(item.line)
        entry.source = source
        return entry
    }
}

/// An import that was refused whole: its bad rows, up to the limit, and how many there are.
public struct ImportRefusal: Error, Sendable {
    public let file: String
    public let problems: [RowProblem]
    public let count: Int

    /// What the refusal is, as one error.
    public var error: LedgerError { LedgerError(.importRefused, ["file": file, "problems": String(count)]) }
}
