import AuditTrail
import ReferenceData
import Storage

/// A commitment while a batch is judged. FORMAT.md, section 18.1.
struct CommitmentState: Sendable {
    /// What a commitment holds for a later year, and how much of it was continued.
    struct Later: Sendable {
        let amount: Int64
        var continued: Int64
    }

    let entry: EntryID
    let envelope: String
    let amount: Int64
    /// Spent, less what reversals gave back.
    var spent: Int64
    var released: Int64
    /// By start year.
    var later: [Int: Later]

    var year: FiscalYear { entry.year }
    /// Between zero and `amount`.
    var outstanding: Int64 { amount - spent - released }
}

extension BudgetWorkspace {
    /// Refuses: E-COM-001.
    func commitment(_ id: EntryID) throws -> CommitmentState {
        let key = EntryKey.of(id, register: session.register.number)
        if let kept = commitments[key] { return kept }
        let found = try session.connection.first(
            """
            SELECT envelope.code, amount_cents, commitment.spent_cents, released_cents
            FROM commitment JOIN envelope ON envelope.id = commitment.envelope WHERE commitment.id = ?
            """, [.integer(key)]
        ) { ($0.string(0), $0.int(1), $0.int(2), $0.int(3)) }
        guard let found, id.fund == journal.fund else {
            throw LedgerError(.commitmentUnknown, ["commitment": id.text, "fund": journal.fund.rawValue])
        }
        var state = CommitmentState(
            entry: id, envelope: found.0, amount: found.1, spent: found.2, released: found.3, later: [:])
        try session.connection.forEach(
            "SELECT year, amount_cents, continued_cents FROM commitment_later WHERE commitment = ?", [.integer(key)]
        ) { state.later[Int($0.int(0))] = .init(amount: $0.int(1), continued: $0.int(2)) }
        commitments[key] = state
        return state
    }

    /// Changes a commitment that is known.
    func change(commitment id: EntryID, _ body: (inout CommitmentState) -> Void) throws {
        var state = try commitment(id)
        body(&state)
        let key = EntryKey.of(id, register: session.register.number)
        commitments[key] = state
        changedCommitments.insert(key)
    }

    /// Refuses more than what is outstanding: E-COM-002; nothing at all: E-ENV-016.
    func judge(taking cents: Int64, of id: EntryID, kind: String) throws {
        let state = try commitment(id)
        guard cents > 0 else { throw LedgerError(.actAmount, ["kind": kind, "amount_cents": String(cents)]) }
        guard cents <= state.outstanding else {
            throw LedgerError(
                .commitmentExceeded,
                [
                    "commitment": id.text, "outstanding_cents": String(state.outstanding),
                    "asked_cents": String(cents), "excess_cents": String(cents - state.outstanding),
                ])
        }
    }

    func open(_ opened: CommitmentOpened, at sequence: Int64) throws {
        guard let envelope = try envelope(opened.envelope, in: opened.year) else { return }
        let register = session.register.number
        let key = EntryKey.of(opened.entry, register: register)
        try session.connection.run(
            """
            INSERT INTO commitment (id, register, sequence, envelope, continues, amount_cents, spent_cents, released_cents)
            VALUES (?, ?, ?, ?, ?, ?, 0, 0)
            """,
            .integer(key), .integer(register), .integer(sequence), .integer(envelope.id),
            opened.continues.map { .integer(EntryKey.of($0, register: register)) } ?? .null, .integer(opened.amount))
        for later in opened.later {
            try session.connection.run(
                "INSERT INTO commitment_later (commitment, year, amount_cents, continued_cents) VALUES (?, ?, ?, 0)",
                .integer(key), .integer(Int64(later.year.startYear)), .integer(later.amount))
        }
        guard let before = opened.continues else { return }
        try change(commitment: before) { $0.later[opened.year.startYear]?.continued += opened.amount }
    }

    func write(_ state: CommitmentState?, _ key: Int64) throws {
        guard let state else { return }
        try session.connection.run(
            "UPDATE commitment SET spent_cents = ?, released_cents = ? WHERE id = ?", .integer(state.spent),
            .integer(state.released), .integer(key))
        for (year, later) in state.later.sorted(by: { $0.key < $1.key }) {
            try session.connection.run(
                "UPDATE commitment_later SET continued_cents = ? WHERE commitment = ? AND year = ?",
                .integer(later.continued), .integer(key), .integer(Int64(year)))
        }
    }
}
