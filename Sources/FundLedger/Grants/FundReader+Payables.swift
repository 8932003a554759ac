import ReferenceData
import Storage

extension FundReader {
    /// Whose payables are looked for: the query of each is one that an index answers.
    enum PayableScope: CaseIterable { case all, grant, recipient }

    /// The query of what is left to pay, by date. Parameters: the register, the last day, the grant's number or the
    /// recipient, how many at most.
    static func dueQuery(_ scope: PayableScope) -> String {
        let (source, condition) =
            switch scope {
            case .all: ("payable JOIN grant_file", "")
            case .grant: ("payable JOIN grant_file", "AND grant_number = ?")
            // The recipient's grants come first: SQLite keeps the order of a CROSS JOIN.
            case .recipient: ("grant_file CROSS JOIN payable", "AND number > 0 AND recipient = ?")
            }
        return """
            SELECT payable.sequence, grant_number, recipient, payable.kind, day, amount_cents, offset_cents,
                payable.paid_cents
            FROM \(source) ON grant_file.register = payable.register AND number = grant_number
            WHERE payable.register = ? AND left_cents > 0 AND day <= ? \(condition)
            ORDER BY day, payable.sequence LIMIT ?
            """
    }

    /// Payables of which something is left, by date: those of one grant, of one recipient, or made up to a day.
    public func duePayables(
        until day: CalendarDate? = nil, grant: GrantID? = nil, recipient: String? = nil, limit: Int = .max
    ) throws -> [GrantPayable] {
        _ = try GrantWorkspace.of(session)
        try session.flush()
        if let grant, grant.fund != fund { return [] }
        let scope: PayableScope = grant != nil ? .grant : recipient != nil ? .recipient : .all
        let of: [SQLValue] = grant.map { [.integer($0.number)] } ?? recipient.map { [.text($0)] } ?? []
        let last = SQLValue.integer(Int64(day?.dayNumber ?? .max))
        let found = try session.connection.query(
            Self.dueQuery(scope), [.integer(session.register.number), last] + of + [.integer(Int64(limit))]
        ) { row in
            GrantPayable(
                sequence: row.int(0), grant: try GrantID(fund: fund, number: row.int(1)), recipient: row.string(2),
                kind: GrantState.Payable.Kind(rawValue: row.string(3)) ?? .claim,
                date: try CalendarDate(dayNumber: Int32(truncatingIfNeeded: row.int(4))), amount: row.int(5),
                offset: row.int(6), paid: row.int(7))
        }
        guard grant != nil, let recipient else { return found }
        return found.filter { $0.recipient == recipient }
    }
}
