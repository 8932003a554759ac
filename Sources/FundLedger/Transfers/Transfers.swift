import AuditTrail
import ReferenceData

/// What became of an operation that was asked for.
public struct TransferOutcome: Sendable {
    public enum State: String, Sendable { case posted, waiting, refused }

    public let state: State
    /// The record to name: the transfer posted, the proposal that waits, the refusal.
    public let record: Int64
    /// Nil where the refusal has none.
    public let proposal: Int64?
    /// Authorities whose approval is not given yet.
    public let awaited: [String]

    public init(state: State, record: Int64, proposal: Int64?, awaited: [String]) {
        self.state = state
        self.record = record
        self.proposal = proposal
        self.awaited = awaited
    }
}

/// Transfers of one fund inside a transaction.
public struct Transfers {
    public let session: RegisterSession
    let workspace: TransferWorkspace
    private let budget: Budget

    /// Refuses: E-ACC-025 for a register that keeps no books.
    public init(_ session: RegisterSession) throws {
        self.session = session
        workspace = try TransferWorkspace.of(session)
        budget = try Budget(session)
    }

    /// Proposes an operation, and does it where no approval lacks. Where rules or funds do not allow it, what they refused is
    /// recorded. Refuses bad input alone: E-YEA-001, E-ENV-004, E-ENV-006, E-RUL-040 … E-RUL-044.
    @discardableResult
    public func propose(_ operation: TransferOperation, reason: String) throws -> TransferOutcome {
        try EntryDraft.limit("reason", reason, TransferProposed.reasonBytes.upperBound)
        let (judgement, ruleset) = try workspace.judge(workspace.request(operation), given: [])
        let verdict = TransferVerdict(judgement, ruleset: ruleset)
        guard judgement.outcome.isLawful else {
            let record = try session.append(TransferRefused(operation, reason: reason, verdict: verdict))
            return TransferOutcome(state: .refused, record: record, proposal: nil, awaited: [])
        }
        let proposal = try session.append(
            TransferProposed(
                operation, reason: reason, verdict: verdict, approvals: judgement.approvals, notices: judgement.notices))
        guard judgement.approvals.isEmpty else {
            return TransferOutcome(state: .waiting, record: proposal, proposal: proposal, awaited: judgement.approvals)
        }
        return try post(proposal)
    }

    /// Gives an authority's approval; the last one posts the transfer, or records that the ground has moved. Refuses:
    /// E-TRF-006 … E-TRF-010.
    @discardableResult
    public func approve(
        _ proposal: Int64, authority: String, instrument: String, document: Digest? = nil
    ) throws -> TransferOutcome {
        try EntryDraft.limit("instrument", instrument, TransferApproved.instrumentBytes.upperBound)
        try session.append(
            TransferApproved(proposal: proposal, authority: authority, instrument: instrument, document: document))
        let proposed = try workspace.proposed(proposal)
        let given = try workspace.given(proposal)
        let awaited = proposed.approvals.filter { !given.contains($0) }
        guard awaited.isEmpty else {
            return TransferOutcome(state: .waiting, record: proposal, proposal: proposal, awaited: awaited)
        }
        let (judgement, ruleset) = try workspace.judge(workspace.request(proposed.operation), given: given)
        switch judgement.outcome {
        case .permitted: return try post(proposal)
        case .needsApproval:
            // Other rules rule by now, and ask for approvals that this proposal does not have.
            let lacking = judgement.approvals.filter { !given.contains($0) }
            throw LedgerError(
                .approvalsLacking, ["record": String(proposal), "authorities": lacking.joined(separator: ", ")])
        default:
            let record = try session.append(
                TransferRefused(
                    proposed.operation, reason: proposed.reason, verdict: TransferVerdict(judgement, ruleset: ruleset),
                    proposal: proposal))
            return TransferOutcome(state: .refused, record: record, proposal: proposal, awaited: [])
        }
    }

    /// Refuses: E-TRF-006, E-TRF-007.
    @discardableResult
    public func withdraw(_ proposal: Int64, reason: String) throws -> Int64 {
        try session.append(TransferWithdrawn(proposal: proposal, reason: reason))
    }

    /// Gives a temporary transfer back, or a part of it. Refuses: E-TRF-006, E-TRF-015, E-TRF-016, E-ENV codes.
    @discardableResult
    public func giveBack(_ transfer: Int64, _ amount: Cents, on date: CalendarDate) throws -> TransferReturned {
        let operation = try workspace.proposed(workspace.posted(transfer).proposal).operation
        let returned = TransferReturned(
            transfer: transfer, amount: amount.value, entry: try budget.journal.nextID(operation.source.year))
        try workspace.judge(returned)
        try budget.post(
            returned, on: date, reference: Self.reference(transfer), memo: operation.source.envelope)
        return returned
    }

    private func post(_ proposal: Int64) throws -> TransferOutcome {
        let proposed = try workspace.proposed(proposal)
        let entries = try proposed.operation.years.map { try budget.journal.nextID($0) }
        let posted = TransferPosted(proposal: proposal, entries: entries)
        let record = session.register.size + 1
        try budget.post(
            posted, on: proposed.operation.date, reference: Self.reference(record), memo: proposed.reason)
        return TransferOutcome(state: .posted, record: record, proposal: proposal, awaited: [])
    }

    private static func reference(_ record: Int64) -> String { "transfer:\(record)" }
}
