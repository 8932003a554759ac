import Storage

/// A proposal as the register keeps it: where it lies, who made it, how it stands.
public struct ProposalPlace: Sendable, Equatable {
    public let sequence: Int64
    /// The kind of the proposal: `role.granted.proposed/1`.
    public let kind: String
    public let state: ProposalState
    /// TIME of the seal of its batch.
    public let time: String
    /// Who sealed it.
    public let person: String
}

extension RegisterSession {
    /// The proposals that nobody has decided, oldest first.
    public func openProposals() throws -> [ProposalPlace] {
        try proposals("AND state = 'open'", [])
    }

    /// A proposal in whatever state; nil where the sequence is none's.
    public func proposal(_ sequence: Int64) throws -> ProposalPlace? {
        try proposals("AND sequence = ?", [.integer(sequence)]).first
    }

    private func proposals(_ condition: String, _ values: [SQLValue]) throws -> [ProposalPlace] {
        let rows = try connection.query(
            "SELECT sequence, kind, state FROM proposal WHERE register = ? \(condition) ORDER BY sequence",
            [.integer(register.number)] + values
        ) { ($0.int(0), $0.string(1), $0.string(2)) }
        return try rows.map { sequence, kind, text in
            guard let state = ProposalState(rawValue: text), let batch = try batch(of: sequence) else {
                throw AuditError(.projectionBroken, ["table": "proposal", "row": String(sequence)])
            }
            return ProposalPlace(
                sequence: sequence, kind: kind, state: state, time: batch.time, person: batch.person)
        }
    }
}
