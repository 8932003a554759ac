import AuditTrail
import ReferenceData
import Storage

/// A commitment as the book has it. Amounts in cents.
public struct CommitmentRow: Sendable, Equatable {
    public let record: CommitmentOpened
    /// The sequence of its record.
    public let sequence: Int64
    /// Spent, less what reversals gave back.
    public let spent: Int64
    public let released: Int64
    /// What was continued of its later years.
    public let continued: [FiscalYear: Int64]

    public var id: EntryID { record.entry }
    public var outstanding: Int64 { record.amount - spent - released }
}

extension FundReader {
    /// The commitments of a year, or of one envelope of it, in the order of their ids. Refuses: E-ENV-006.
    public func commitments(_ year: FiscalYear, envelope code: String? = nil) throws -> [CommitmentRow] {
        let first = try EntryKey.of(EntryID(fund: fund, year: year, number: 1), register: session.register.number)
        let last = try EntryKey.of(
            EntryID(fund: fund, year: year, number: EntryID.numbers.upperBound), register: session.register.number)
        let envelope = try code.map { try self.envelope($0, in: year).id }
        return try commitmentRows(
            "id BETWEEN ? AND ? AND (? IS NULL OR envelope = ?) ORDER BY id",
            [.integer(first), .integer(last)]
                + Array(repeating: envelope.map { SQLValue.integer($0) } ?? .null, count: 2))
    }

    /// One commitment. Refuses: E-COM-001.
    public func commitment(_ id: EntryID) throws -> CommitmentRow {
        let rows =
            id.fund == fund
            ? try commitmentRows("id = ?", [.integer(EntryKey.of(id, register: session.register.number))]) : []
        guard let row = rows.first else {
            throw LedgerError(.commitmentUnknown, ["commitment": id.text, "fund": fund.rawValue])
        }
        return row
    }

    private func commitmentRows(_ filter: String, _ values: [SQLValue]) throws -> [CommitmentRow] {
        try session.connection.query(
            "SELECT id, sequence, spent_cents, released_cents FROM commitment WHERE \(filter)", values
        ) { row in
            let sequence = row.int(1)
            guard let record = try session.record(at: sequence) as? CommitmentOpened else {
                throw LedgerError(.commitmentUnknown, ["commitment": String(sequence), "fund": fund.rawValue])
            }
            let continued = try session.connection.query(
                "SELECT year, continued_cents FROM commitment_later WHERE commitment = ?", [.integer(row.int(0))]
            ) { (try FiscalYear(startYear: Int($0.int(0))), $0.int(1)) }
            return CommitmentRow(
                record: record, sequence: sequence, spent: row.int(2), released: row.int(3),
                continued: Dictionary(continued, uniquingKeysWith: { $1 }))
        }
    }

    /// The entries that spend or release of a commitment, and reversals of those, in the order of their ids.
    public func entries(of commitment: CommitmentRow) throws -> [RecordedEntry] {
        let envelope = try envelope(commitment.record.envelope, in: commitment.record.year)
        return try entries(of: envelope).filter { recorded in
            switch try act(of: recorded.entry.reverses ?? recorded.entry.id) {
            case let spent as CommitmentSpent: spent.commitment == commitment.id
            case let released as CommitmentReleased: released.commitment == commitment.id
            default: recorded.entry.id == commitment.id
            }
        }
    }
}
