import AuditTrail
import ReferenceData
import Storage

/// An entry with what happened to it and when it was recorded.
public struct RecordedEntry: Sendable, Equatable {
    public let entry: JournalEntry
    /// The sequence of its record.
    public let sequence: Int64
    public let reversedBy: EntryID?
    /// The sequence of the record that annuls it.
    public let annulled: Int64?
    /// Time of its batch's seal.
    public let recorded: String
    /// Who sealed it.
    public let person: String
}

/// What a list of entries is narrowed to.
public struct EntryFilter: Sendable {
    public var account: String?
    public var from: CalendarDate?
    public var to: CalendarDate?
    public var reference: String?
    /// At most so many: the last ones.
    public var limit: Int

    public init(
        account: String? = nil, from: CalendarDate? = nil, to: CalendarDate? = nil, reference: String? = nil,
        limit: Int = 50
    ) {
        self.account = account
        self.from = from
        self.to = to
        self.reference = reference
        self.limit = limit
    }
}

extension FundReader {
    /// One entry. Refuses: E-JRN-026.
    public func entry(_ id: EntryID) throws -> RecordedEntry {
        guard id.fund == fund else { throw LedgerError(.entryUnknown, ["entry": id.text]) }
        return try recorded(EntryKey.of(id, register: session.register.number), name: id.text)
    }

    /// The last entries that the filter lets through, by effective date, then id. Refuses: E-ACC-020.
    public func entries(_ filter: EntryFilter) throws -> [RecordedEntry] {
        try keys(filter).reversed().map { try recorded($0, name: "") }
    }

    /// The last ones first.
    private func keys(_ filter: EntryFilter) throws -> [Int64] {
        let from = Int64(filter.from?.dayNumber ?? Int32.min), to = Int64(filter.to?.dayNumber ?? Int32.max)
        let limit = SQLValue.integer(Int64(max(filter.limit, 0)))
        if let reference = filter.reference {
            let keys = try session.connection.query(
                """
                SELECT entry.id FROM entry_reference JOIN entry ON entry.id = entry_reference.entry
                WHERE entry_reference.register = ? AND hash = ? ORDER BY day DESC, entry.id DESC
                """, [register, .integer(JournalWorkspace.hash(of: reference))]
            ) { $0.int(0) }
            return try keys.filter { try matches($0, filter, reference, from...to) }.prefix(filter.limit).map { $0 }
        }
        if let account = filter.account {
            return try session.connection.query(
                """
                SELECT DISTINCT day, entry FROM posting WHERE account = ? AND day BETWEEN ? AND ?
                ORDER BY day DESC, entry DESC LIMIT ?
                """, [.integer(try self.account(account).id), .integer(from), .integer(to), limit]
            ) { $0.int(1) }
        }
        return try session.connection.query(
            "SELECT id FROM entry WHERE register = ? AND day BETWEEN ? AND ? ORDER BY day DESC, id DESC LIMIT ?",
            [register, .integer(from), .integer(to), limit]
        ) { $0.int(0) }
    }

    private func matches(
        _ key: Int64, _ filter: EntryFilter, _ reference: String, _ days: ClosedRange<Int64>
    ) throws -> Bool {
        let entry = try recorded(key, name: "").entry
        return entry.reference == reference && days.contains(Int64(entry.date.dayNumber))
            && (filter.account.map { code in entry.postings.contains { $0.account == code } } ?? true)
    }

    func recorded(_ key: Int64, name: String) throws -> RecordedEntry {
        let row = try session.connection.first(
            "SELECT sequence, reversed_by, annulled FROM entry WHERE id = ?", [.integer(key)]
        ) { ($0.int(0), $0.isNull(1) ? nil : $0.int(1), $0.isNull(2) ? nil : $0.int(2)) }
        guard let row, let entry = try session.record(at: row.0) as? JournalEntry else {
            throw LedgerError(.entryUnknown, ["entry": name])
        }
        let batch = try session.batch(of: row.0)
        return RecordedEntry(
            entry: entry, sequence: row.0, reversedBy: try row.1.map { try EntryKey.id($0, fund: fund) },
            annulled: row.2, recorded: batch?.time ?? "", person: batch?.person ?? "")
    }
}
