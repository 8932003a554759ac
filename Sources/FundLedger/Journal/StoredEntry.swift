import AuditTrail
import ReferenceData
import Storage

/// What the tables know of an entry beyond its record.
public struct StoredEntry: Sendable, Equatable {
    public let sequence: Int64
    /// The key of the entry that reverses it.
    let reversedBy: Int64?
    /// The sequence of the record that annuls it.
    public let annulled: Int64?
}

extension JournalWorkspace {
    /// An entry of the fund. Refuses: E-JRN-026.
    func storedEntry(_ id: EntryID) throws -> StoredEntry {
        let found = try session.connection.first(
            "SELECT sequence, reversed_by, annulled FROM entry WHERE id = ?",
            [.integer(EntryKey.of(id, register: session.register.number))]
        ) {
            StoredEntry(
                sequence: $0.int(0), reversedBy: $0.isNull(1) ? nil : $0.int(1),
                annulled: $0.isNull(2) ? nil : $0.int(2))
        }
        guard let found, id.fund == fund else { throw LedgerError(.entryUnknown, ["entry": id.text]) }
        return found
    }

    /// The entry that a record holds. Refuses: E-JRN-026.
    func entryRecord(at sequence: Int64) throws -> JournalEntry {
        guard let entry = try session.record(at: sequence) as? JournalEntry else {
            throw LedgerError(.entryUnknown, ["entry": String(sequence)])
        }
        return entry
    }
}
