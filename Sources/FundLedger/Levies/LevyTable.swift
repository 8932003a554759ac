import AuditTrail
import ReferenceData
import Storage

/// What the book knows of the levies of a taxation year.
public struct LevyYearState: Sendable, Equatable {
    /// The sum of its estimates.
    public var estimated = Cents.zero
    /// The sum of the parts remitted for it.
    public var remitted = Cents.zero
    /// What the collector kept of them.
    public var fees = Cents.zero
    /// Estimates less what remittances took of them; never below zero.
    public var receivable = Cents.zero

    public init() {}
}

/// What an estimate, or a part of a remittance, changed.
public struct LevyChange: Sendable, Equatable {
    public let year: TaxationYear
    /// Estimated or remitted.
    public let amount: Cents
    public let fees: Cents
    /// What it added to the receivable, below zero where it took of it.
    public let receivable: Cents
    /// What became revenue.
    public let revenue: Cents
}

/// The tables of levies of one fund.
struct LevyTable {
    let session: RegisterSession
    private var register: SQLValue { .integer(session.register.number) }

    init(_ session: RegisterSession) { self.session = session }

    /// All zero where nothing was estimated or remitted.
    func state(of year: TaxationYear) throws -> LevyYearState {
        try session.connection.first(
            """
            SELECT estimated_cents, remitted_cents, fees_cents, receivable_cents FROM levy_year
            WHERE register = ? AND year = ?
            """, [register, .integer(Int64(year.year))]
        ) { Self.state($0, from: 0) } ?? LevyYearState()
    }

    func set(_ state: LevyYearState, of year: TaxationYear) throws {
        try session.connection.run(
            """
            INSERT INTO levy_year (register, year, estimated_cents, remitted_cents, fees_cents, receivable_cents)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (register, year) DO UPDATE SET estimated_cents = excluded.estimated_cents,
                remitted_cents = excluded.remitted_cents, fees_cents = excluded.fees_cents,
                receivable_cents = excluded.receivable_cents
            """,
            register, .integer(Int64(year.year)), .integer(state.estimated.value), .integer(state.remitted.value),
            .integer(state.fees.value), .integer(state.receivable.value))
    }

    func add(_ change: LevyChange, at sequence: Int64) throws {
        try session.connection.run(
            """
            INSERT INTO levy_act (register, sequence, year, amount_cents, fees_cents, receivable_cents, revenue_cents)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            register, .integer(sequence), .integer(Int64(change.year.year)), .integer(change.amount.value),
            .integer(change.fees.value), .integer(change.receivable.value), .integer(change.revenue.value))
    }

    /// By ascending year.
    func years() throws -> [(year: TaxationYear, state: LevyYearState)] {
        try session.connection.query(
            """
            SELECT year, estimated_cents, remitted_cents, fees_cents, receivable_cents FROM levy_year
            WHERE register = ? ORDER BY year
            """, [register]
        ) { (try TaxationYear(Int($0.int(0))), Self.state($0, from: 1)) }
    }

    /// What one record changed, by ascending year.
    func changes(at sequence: Int64) throws -> [LevyChange] {
        try session.connection.query(
            """
            SELECT year, amount_cents, fees_cents, receivable_cents, revenue_cents FROM levy_act
            WHERE register = ? AND sequence = ? ORDER BY year
            """, [register, .integer(sequence)]
        ) {
            LevyChange(
                year: try TaxationYear(Int($0.int(0))), amount: Cents($0.int(1)), fees: Cents($0.int(2)),
                receivable: Cents($0.int(3)), revenue: Cents($0.int(4)))
        }
    }

    /// The records that changed a year, or all.
    func sequences(of year: TaxationYear?) throws -> [Int64] {
        let chosen = year.map { SQLValue.integer(Int64($0.year)) } ?? .null
        return try session.connection.query(
            "SELECT DISTINCT sequence FROM levy_act WHERE register = ? AND (? IS NULL OR year = ?) ORDER BY sequence",
            [register, chosen, chosen]
        ) { $0.int(0) }
    }

    private static func state(_ row: any SQLStatement, from first: Int) -> LevyYearState {
        var state = LevyYearState()
        state.estimated = Cents(row.int(first))
        state.remitted = Cents(row.int(first + 1))
        state.fees = Cents(row.int(first + 2))
        state.receivable = Cents(row.int(first + 3))
        return state
    }
}
