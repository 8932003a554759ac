import AuditTrail
import ReferenceData
import Storage

extension FundReader {
    /// Every entry that is not annulled, or those of one fiscal year's posting periods, by effective date and id; in
    /// memory that does not grow with the journal.
    public func forEachEntry(of year: FiscalYear? = nil, _ body: (JournalEntry) throws -> Void) throws {
        let first = try year.map { try EntryKey.of(EntryID(fund: fund, year: $0, number: 1), register: number) } ?? 0
        let last =
            try year.map {
                try EntryKey.of(
                    EntryID(fund: fund, year: $0, number: EntryID.numbers.upperBound), register: number)
            } ?? Int64.max
        try session.connection.forEach(
            """
            SELECT sequence FROM entry WHERE register = ? AND annulled IS NULL AND id BETWEEN ? AND ? ORDER BY day, id
            """, [register, .integer(first), .integer(last)]
        ) { row in
            try body(journalEntry(at: row.int(0)))
        }
    }

    /// The entry that a record holds. Refuses: E-JRN-026.
    func journalEntry(at sequence: Int64) throws -> JournalEntry {
        guard let entry = try session.record(at: sequence) as? JournalEntry else {
            throw LedgerError(.entryUnknown, ["entry": String(sequence)])
        }
        return entry
    }

    /// The first day of the earliest year opened: no entry has an earlier effective date. Nil before any year is open.
    public func firstDay() throws -> CalendarDate? { try years().first?.year.firstDay }

    private var number: Int64 { session.register.number }
}
