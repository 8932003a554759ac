import AuditTrail
import ReferenceData
import Storage

/// An envelope as the book has it.
public struct EnvelopeRow: Sendable, Equatable {
    public let code: String
    public let year: FiscalYear
    public let parent: String?
    public let name: String
    /// Ascending by name.
    public let attributes: [(name: String, value: String)]
    public let expires: CalendarDate?
    /// The sequence of the record that opened it.
    public let opened: Int64
    public let amounts: EnvelopeAmounts
    let id: Int64

    public static func == (left: EnvelopeRow, right: EnvelopeRow) -> Bool {
        left.id == right.id && left.amounts == right.amounts
            && left.attributes.elementsEqual(right.attributes, by: ==)
    }
}

/// A ceiling of a year.
public struct CeilingRow: Sendable, Equatable {
    public let year: FiscalYear
    public let basis: CeilingBasis
    public let amount: Cents
    public let citation: String
    /// The sequence of its record.
    public let sequence: Int64
}

/// A year's envelopes, taken together.
public struct BudgetTotals: Sendable, Equatable {
    public let year: FiscalYear
    public let authorised: Cents
    /// Committed and spent.
    public let used: Cents
    /// In the order of their bases; the lower one binds.
    public let ceilings: [CeilingRow]

    public var ceiling: CeilingRow? { ceilings.min { $0.amount < $1.amount } }
}

extension FundReader {
    /// The envelopes of a year, by code. Refuses: E-YEA-001, E-ENV-004 for a year that has none by nature.
    public func envelopes(_ year: FiscalYear) throws -> [EnvelopeRow] {
        try BudgetWorkspace.of(session).requireControlled(year)
        return try envelopeRows("year = ? ORDER BY code", [.integer(Int64(year.startYear))])
    }

    /// One envelope. Refuses: E-YEA-001, E-ENV-004, E-ENV-006.
    public func envelope(_ code: String, in year: FiscalYear) throws -> EnvelopeRow {
        try BudgetWorkspace.of(session).requireControlled(year)
        let rows = try envelopeRows("year = ? AND code = ?", [.integer(Int64(year.startYear)), .text(code)])
        if let row = rows.first { return row }
        let nearest = try BudgetWorkspace.of(session).nearest(to: code, in: year)
        throw LedgerError(
            .budgetEnvelopeUnknown,
            ["envelope": code, "year": year.text, "fund": fund.rawValue, "nearest": nearest])
    }

    private func envelopeRows(_ tail: String, _ values: [SQLValue]) throws -> [EnvelopeRow] {
        try session.connection.query(
            """
            SELECT id, year, code, parent, name, expires, opened, initial_cents, revised_cents, in_cents, out_cents,
                authorised_cents, available_cents, reserved_cents, committed_cents, spent_cents
            FROM envelope WHERE register = ? AND \(tail)
            """, [register] + values
        ) { row in
            let expires = row.isNull(5) ? nil : Int32(exactly: row.int(5))
            return EnvelopeRow(
                code: row.string(2), year: try FiscalYear(startYear: Int(row.int(1))),
                parent: row.isNull(3) ? nil : row.string(3), name: row.string(4),
                attributes: try attributes(of: row.int(0)),
                expires: try expires.map { try CalendarDate(dayNumber: $0) }, opened: row.int(6),
                amounts: EnvelopeAmounts(row, from: 7), id: row.int(0))
        }
    }

    private func attributes(of envelope: Int64) throws -> [(name: String, value: String)] {
        try session.connection.query(
            "SELECT name, value FROM envelope_attribute WHERE envelope = ? ORDER BY name", [.integer(envelope)]
        ) { (name: $0.string(0), value: $0.string(1)) }
    }

    /// The entries that move an envelope, in the order of their ids.
    public func entries(of envelope: EnvelopeRow) throws -> [RecordedEntry] {
        try session.connection.query(
            "SELECT entry FROM envelope_entry WHERE envelope = ? ORDER BY entry", [.integer(envelope.id)]
        ) { $0.int(0) }.map { try recorded($0, name: "") }
    }

    /// What an entry moves in one envelope. Refuses: E-ENV-010.
    public func movement(of entry: JournalEntry, in envelope: String) throws -> EnvelopeAmounts {
        try EnvelopeAmounts().after(BudgetWorkspace.of(session).movement(of: entry), in: envelope)
    }

    /// The act that an entry belongs to, nil for an entry of its own.
    public func act(of entry: EntryID) throws -> (any BudgetAct)? { try BudgetWorkspace.of(session).act(of: entry) }

    /// The sums over a year's envelopes, and its ceilings.
    public func budgetTotals(_ year: FiscalYear) throws -> BudgetTotals {
        let key: [SQLValue] = [register, .integer(Int64(year.startYear))]
        let sums = try session.connection.first(
            "SELECT authorised_cents, used_cents FROM budget_year WHERE register = ? AND year = ?", key
        ) { (Cents($0.int(0)), Cents($0.int(1))) }
        return BudgetTotals(
            year: year, authorised: sums?.0 ?? .zero, used: sums?.1 ?? .zero, ceilings: try ceilings(year))
    }

    /// The ceilings of a year.
    public func ceilings(_ year: FiscalYear) throws -> [CeilingRow] {
        try session.connection.query(
            "SELECT basis, amount_cents, citation, sequence FROM ceiling WHERE register = ? AND year = ? ORDER BY basis",
            [register, .integer(Int64(year.startYear))]
        ) { row in
            CeilingRow(
                year: year, basis: CeilingBasis(rawValue: row.string(0)) ?? .estimates, amount: Cents(row.int(1)),
                citation: row.string(2), sequence: row.int(3))
        }
    }
}
