import AuditTrail
import ReferenceData
import Storage

/// The table of earmarked revenue of one fund.
struct EarmarkTable {
    let session: RegisterSession
    private var register: SQLValue { .integer(session.register.number) }

    init(_ session: RegisterSession) { self.session = session }

    /// The record of an earmark. Refuses: E-REV-007.
    func record(_ sequence: Int64) throws -> RevenueEarmarked {
        guard (1...max(1, session.register.size)).contains(sequence),
            let record = try session.record(at: sequence) as? RevenueEarmarked
        else {
            throw LevyError(.earmarkUnknown, ["record": String(sequence), "fund": session.register.name])
        }
        return record
    }

    /// What of an earmark is not released; cents.
    func left(of sequence: Int64) throws -> Int64 {
        try row(sequence)?.left ?? 0
    }

    /// `expires`: the day number of its envelope's last day.
    func open(_ cents: Int64, expires: Int64, at sequence: Int64) throws {
        try session.connection.run(
            "INSERT INTO earmark (register, sequence, expires, left_cents) VALUES (?, ?, ?, ?)", register,
            .integer(sequence), .integer(expires), .integer(cents))
    }

    func release(_ cents: Int64, of earmark: Int64, at sequence: Int64) throws {
        try session.connection.run(
            "UPDATE earmark SET left_cents = left_cents - ? WHERE register = ? AND sequence = ?", .integer(cents),
            register, .integer(earmark))
        try session.connection.run(
            "INSERT INTO earmark_release (register, earmark, sequence) VALUES (?, ?, ?)", register, .integer(earmark),
            .integer(sequence))
    }

    /// The records that released of an earmark, in order.
    func releases(of earmark: Int64) throws -> [Int64] {
        try session.connection.query(
            "SELECT sequence FROM earmark_release WHERE register = ? AND earmark = ? ORDER BY sequence",
            [register, .integer(earmark)]
        ) { $0.int(0) }
    }

    /// One of them: its envelope's expiry and what is left; nil where there is none.
    func row(_ sequence: Int64) throws -> (sequence: Int64, expires: Int64, left: Int64)? {
        try session.connection.first(
            "SELECT sequence, expires, left_cents FROM earmark WHERE register = ? AND sequence = ?",
            [register, .integer(sequence)]
        ) { ($0.int(0), $0.int(1), $0.int(2)) }
    }

    /// Sequences, envelope expiries and what is left: all, or those that expire by a day with something left.
    func rows(expiringBy day: CalendarDate? = nil) throws -> [(sequence: Int64, expires: Int64, left: Int64)] {
        let filter = day == nil ? "ORDER BY sequence" : "AND left_cents > 0 AND expires <= ? ORDER BY expires, sequence"
        return try session.connection.query(
            "SELECT sequence, expires, left_cents FROM earmark WHERE register = ? \(filter)",
            [register] + (day.map { [.integer(Int64($0.dayNumber))] } ?? [])
        ) { ($0.int(0), $0.int(1), $0.int(2)) }
    }
}
