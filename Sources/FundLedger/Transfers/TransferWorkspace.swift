import AuditTrail
import ReferenceData
import Storage

/// How a proposed transfer stands.
public enum TransferState: String, Sendable, CaseIterable { case open, posted, withdrawn, refused }

/// What judging and posting keep at hand of a fund's transfers during a batch.
final class TransferWorkspace: BatchWorkspace {
    let session: RegisterSession
    let adopted: AdoptedRules
    let budgets: BudgetWorkspace
    private var operations: [Int64: TransferProposed] = [:]
    /// Approvals of the batch under way, and transfers posted in it without one before: records by their proposals.
    private var approvedHere: [(sequence: Int64, proposal: Int64, key: PublicKey?)] = []
    private var unapprovedHere: [(sequence: Int64, proposal: Int64)] = []

    static func of(_ session: RegisterSession) throws -> TransferWorkspace {
        try session.workspace(TransferWorkspace.self) { try TransferWorkspace(session) }
    }

    private init(_ session: RegisterSession) throws {
        self.session = session
        adopted = try AdoptedRules.of(session)
        budgets = try BudgetWorkspace.of(session)
    }

    var register: SQLValue { .integer(session.register.number) }

    // MARK: What the records say

    /// A proposal in whatever state. Refuses: E-TRF-006.
    func proposed(_ sequence: Int64) throws -> TransferProposed {
        if let kept = operations[sequence] { return kept }
        guard sequence <= session.register.size, let found = try session.record(at: sequence) as? TransferProposed else {
            throw unknown(sequence)
        }
        operations[sequence] = found
        return found
    }

    /// A transfer that was posted. Refuses: E-TRF-006.
    func posted(_ sequence: Int64) throws -> TransferPosted {
        guard sequence <= session.register.size, let found = try session.record(at: sequence) as? TransferPosted else {
            throw unknown(sequence)
        }
        return found
    }

    /// The operation by which a posting moves budget. Where it names no proposal the rules say so, and budgets are not judged.
    func moved(by proposal: Int64) throws -> TransferOperation {
        do {
            return try proposed(proposal).operation
        } catch is LedgerError {
            throw PartUnjudged(restsOn: .rules)
        }
    }

    /// The same of a return, by the posting that it names.
    func lent(by transfer: Int64) throws -> TransferOperation {
        do {
            return try moved(by: posted(transfer).proposal)
        } catch is LedgerError {
            throw PartUnjudged(restsOn: .rules)
        }
    }

    func unknown(_ sequence: Int64) -> LedgerError {
        LedgerError(.transferUnknown, ["record": String(sequence), "fund": session.register.name])
    }

    func state(of proposal: Int64) throws -> TransferState? {
        let found = try session.connection.first(
            "SELECT state FROM transfer_proposal WHERE register = ? AND sequence = ?", [register, .integer(proposal)]
        ) { TransferState(rawValue: $0.string(0)) }
        return found ?? nil
    }

    /// A proposal that nothing decided yet. Refuses: E-TRF-006, E-TRF-007.
    func openProposal(_ sequence: Int64) throws -> TransferProposed {
        guard let state = try state(of: sequence) else { throw unknown(sequence) }
        guard state == .open else {
            throw LedgerError(.transferClosed, ["record": String(sequence), "state": state.rawValue])
        }
        return try proposed(sequence)
    }

    /// The authorities that approved a proposal.
    func given(_ proposal: Int64) throws -> Set<String> {
        Set(
            try session.connection.query(
                "SELECT authority FROM transfer_approval WHERE register = ? AND proposal = ?",
                [register, .integer(proposal)]
            ) { $0.string(0) })
    }

    // MARK: What they change

    func open(proposal sequence: Int64) throws {
        try session.connection.run(
            "INSERT INTO transfer_proposal (register, sequence, state, closed) VALUES (?, ?, 'open', NULL)", register,
            .integer(sequence))
    }

    func close(_ proposal: Int64, as state: TransferState, at sequence: Int64) throws {
        try session.connection.run(
            "UPDATE transfer_proposal SET state = ?, closed = ? WHERE register = ? AND sequence = ?",
            .text(state.rawValue), .integer(sequence), register, .integer(proposal))
    }

    func approve(_ approved: TransferApproved, at sequence: Int64) throws {
        try session.connection.run(
            "INSERT INTO transfer_approval (register, proposal, authority, sequence) VALUES (?, ?, ?, ?)", register,
            .integer(approved.proposal), .text(approved.authority), .integer(sequence))
        approvedHere.append((sequence, approved.proposal, try session.sealingKey(of: approved.proposal)))
    }

    func refuse(_ refused: TransferRefused, at sequence: Int64) throws {
        if let proposal = refused.proposal { try close(proposal, as: .refused, at: sequence) }
        try row(sequence, refused.proposal, refused.verdict.ruleset, refused.verdict.outcome.rawValue)
    }

    func post(_ posted: TransferPosted, at sequence: Int64) throws {
        let operation = try proposed(posted.proposal).operation
        let ruleset = adopted.ruling(on: operation.date)?.sequence
        try close(posted.proposal, as: .posted, at: sequence)
        try row(
            sequence, posted.proposal, ruleset, "posted", repayBy: operation.repayBy,
            left: operation.repayBy == nil ? 0 : operation.amount)
        if !approvedHere.contains(where: { $0.proposal == posted.proposal }) {
            unapprovedHere.append((sequence, posted.proposal))
        }
        guard let ruleset else { return }
        try count(adopted.engine(ruleset).movements(of: request(operation)), of: ruleset)
    }

    func giveBack(_ returned: TransferReturned) throws {
        let posted = try posted(returned.transfer)
        try session.connection.run(
            "UPDATE transfer SET left_cents = left_cents - ? WHERE register = ? AND sequence = ?",
            .integer(returned.amount), register, .integer(returned.transfer))
        guard let row = try self.row(returned.transfer), let ruleset = row.ruleset else { return }
        let request = try request(proposed(posted.proposal).operation)
        try count(adopted.engine(ruleset).movements(returning: returned.amount, of: request), of: ruleset)
    }

    private func row(
        _ sequence: Int64, _ proposal: Int64?, _ ruleset: Int64?, _ outcome: String, repayBy: CalendarDate? = nil,
        left: Int64 = 0
    ) throws {
        try session.connection.run(
            """
            INSERT INTO transfer (register, sequence, proposal, ruleset, outcome, repay_by, left_cents)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            register, .integer(sequence), proposal.map { .integer($0) } ?? .null,
            ruleset.map { .integer($0) } ?? .null, .text(outcome),
            repayBy.map { .integer(Int64($0.dayNumber)) } ?? .null, .integer(left))
    }

    /// The set under which a transfer was posted, and what of it is not given back.
    func row(_ sequence: Int64) throws -> (ruleset: Int64?, left: Int64)? {
        try session.connection.first(
            "SELECT ruleset, left_cents FROM transfer WHERE register = ? AND sequence = ?", [register, .integer(sequence)]
        ) { ($0.isNull(0) ? nil : $0.int(0), $0.int(1)) }
    }

    private func count(_ movements: [CountedMovement], of ruleset: Int64) throws {
        for movement in movements {
            let sum = try counted(movement.rule, ruleset, movement.scope) + Int128(movement.cents)
            try session.connection.run(
                """
                INSERT INTO rule_count (register, ruleset, rule, year, scope, counted_cents) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (register, ruleset, rule, year, scope) DO UPDATE SET counted_cents = excluded.counted_cents
                """,
                register, .integer(ruleset), .text(movement.rule), .integer(Int64(movement.scope.year.startYear)),
                .text(movement.scope.key), .text(String(sum)))
        }
    }

    func counted(_ rule: String, _ ruleset: Int64, _ scope: RuleScope) throws -> Int128 {
        try session.connection.first(
            """
            SELECT counted_cents FROM rule_count
            WHERE register = ? AND ruleset = ? AND rule = ? AND year = ? AND scope = ?
            """,
            [register, .integer(ruleset), .text(rule), .integer(Int64(scope.year.startYear)), .text(scope.key)]
        ) { Int128($0.string(0)) ?? 0 } ?? 0
    }

    func flush() throws {}

    /// Who approved is not who proposed; who may only approve posts only what the batch approves. Refuses: E-TRF-010,
    /// E-TRF-014.
    func batchEnds(_ batch: BatchEnd) throws {
        defer {
            approvedHere = []
            unapprovedHere = []
        }
        for approved in approvedHere where approved.key.map({ $0 == batch.key }) ?? true {
            throw RefusedInBatch(
                approved.sequence, LedgerError(.ownTransfer, ["record": String(approved.proposal)]))
        }
        guard let first = unapprovedHere.first, let person = batch.people.person(of: batch.key),
            batch.people.holds(person, anyOf: [.approver]), !batch.people.holds(person, anyOf: [.financeOfficer])
        else { return }
        throw RefusedInBatch(first.sequence, LedgerError(.postedUnapproved, ["record": String(first.proposal)]))
    }
}
