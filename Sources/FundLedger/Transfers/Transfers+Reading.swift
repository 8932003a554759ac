import AuditTrail
import ReferenceData
import Storage

/// A transfer as the register has it: proposed, posted, refused.
public struct TransferRow: Sendable {
    public enum State: String, Sendable { case waiting, posted, withdrawn, refused }

    /// The record that stands for it: the posting, the refusal, else the proposal.
    public let record: Int64
    public let proposal: Int64?
    public let state: State
    public let operation: TransferOperation
    public let reason: String
    public let verdict: TransferVerdict
    /// The authorities whose approval is asked for, and those given, with their instruments.
    public let approvals: [String]
    public let given: [(authority: String, instrument: String)]
    /// Of a temporary transfer, what is not given back; cents.
    public let left: Int64

    /// Whether what was lent should be back by this day.
    public func isLate(on day: CalendarDate) -> Bool { left > 0 && operation.repayBy.map { $0 < day } ?? false }
}

/// An operation judged, with why.
public struct TransferFinding: Sendable {
    public let operation: TransferOperation
    /// The sequence of the set that rules; nil for none.
    public let ruleset: Int64?
    public let set: RuleSet?
    public let explanation: RuleExplanation

    public var judgement: Judgement { explanation.judgement }
}

/// An envelope that could give what is needed.
public struct TransferSource: Sendable {
    public let envelope: EnvelopeRow
    public let approvals: [String]
}

extension Transfers {
    /// Judges an operation as things stand; writes nothing. Refuses bad input: E-YEA-001, E-ENV-004, E-ENV-006,
    /// E-RUL-040 … E-RUL-044.
    public func check(_ operation: TransferOperation) throws -> TransferFinding {
        let request = try workspace.request(operation)
        let ruleset = workspace.adopted.ruling(on: operation.date)?.sequence
        let explanation = try RuleEngine.explain(
            request, by: ruleset.map { try workspace.adopted.engine($0) }, totals: workspace.totals(ruleset ?? 0),
            funds: workspace.funds(request))
        return try finding(operation, ruleset, explanation)
    }

    /// Explains a transfer as its record was judged: with the numbers that the record holds. Refuses: E-TRF-006.
    public func explain(_ record: Int64) throws -> (row: TransferRow, finding: TransferFinding) {
        let row = try self.row(record)
        let said = row.verdict
        let request = try workspace.request(row.operation)
        let live = try workspace.funds(request)
        var funds = FundsAtHand(available: max(live.available, request.amount))
        if !said.outcome.isLawful { funds = live }
        for case .funds(let side, let available) in said.terms {
            funds =
                side == .source
                ? FundsAtHand(available: available, ceilingRoom: live.ceilingRoom)
                : FundsAtHand(available: max(live.available, request.amount), ceilingRoom: available)
        }
        let engine = try said.ruleset.map { try workspace.adopted.engine($0) }
        let totals = RecordedTotals(
            terms: said.terms, request: request, engine: engine, live: workspace.totals(said.ruleset ?? 0))
        // What was posted, or refused on posting, was judged with the approvals given; a proposal without any.
        let hasApprovals = row.state == .posted || row.state == .refused && row.proposal != nil
        let explanation = try RuleEngine.explain(
            request, by: engine, totals: totals, funds: funds,
            approvals: hasApprovals ? Set(row.given.map(\.authority)) : [])
        return (row, try finding(row.operation, said.ruleset, explanation))
    }

    private func finding(
        _ operation: TransferOperation, _ ruleset: Int64?, _ explanation: RuleExplanation
    ) throws -> TransferFinding {
        TransferFinding(
            operation: operation, ruleset: ruleset, set: try ruleset.map { try workspace.adopted.engine($0).set },
            explanation: explanation)
    }

    /// The envelopes of the same year that could give so much by a transfer: fewest approvals first, then what has most
    /// available, then by code. Refuses as `check`.
    public func sources(
        to target: TransferOperation.Place, amount: Cents, on date: CalendarDate
    ) throws -> [TransferSource] {
        guard amount > .zero else {
            throw RuleError(.amountNotPositive, ["amount_cents": amount.canonical])
        }
        let reader = try FundReader(session)
        _ = try reader.envelope(target.envelope, in: target.year)
        var found: [TransferSource] = []
        for envelope in try reader.envelopes(target.year)
        where envelope.code != target.envelope && envelope.amounts.available >= amount.value {
            let operation = TransferOperation(
                .transfer, from: .init(envelope.code, target.year), to: target, amount: amount.value, date: date)
            let (judgement, _) = try workspace.judge(workspace.request(operation), given: [])
            guard judgement.outcome.isLawful else { continue }
            found.append(TransferSource(envelope: envelope, approvals: judgement.approvals))
        }
        return found.sorted {
            ($0.approvals.count, $1.envelope.amounts.available, $0.envelope.code)
                < ($1.approvals.count, $0.envelope.amounts.available, $1.envelope.code)
        }
    }

    // MARK: Rows

    /// Every transfer, in the order of the records that stand for them.
    public func list() throws -> [TransferRow] {
        let register = SQLValue.integer(session.register.number)
        return try session.connection.query(
            """
            SELECT sequence FROM transfer WHERE register = ?
            UNION SELECT sequence FROM transfer_proposal WHERE register = ? AND state IN ('open', 'withdrawn')
            ORDER BY 1
            """, [register, register]
        ) { $0.int(0) }.map { try row($0) }
    }

    /// Those proposed that wait for approvals.
    public func waiting() throws -> [TransferRow] {
        try session.connection.query(
            "SELECT sequence FROM transfer_proposal WHERE register = ? AND state = 'open' ORDER BY sequence",
            [.integer(session.register.number)]
        ) { $0.int(0) }.map { try row($0) }
    }

    /// Temporary transfers that should be back by this day.
    public func late(on day: CalendarDate) throws -> [TransferRow] {
        try session.connection.query(
            """
            SELECT sequence FROM transfer
            WHERE register = ? AND repay_by IS NOT NULL AND left_cents > 0 AND repay_by < ? ORDER BY repay_by, sequence
            """, [.integer(session.register.number), .integer(Int64(day.dayNumber))]
        ) { $0.int(0) }.map { try row($0) }
    }

    /// A transfer by its proposal, its posting or its refusal. Refuses: E-TRF-006.
    public func row(_ record: Int64) throws -> TransferRow {
        guard (1...session.register.size).contains(record) else { throw workspace.unknown(record) }
        switch try session.record(at: record) {
        case let refused as TransferRefused:
            let given = try refused.proposal.map { try approvals(of: $0) } ?? []
            return TransferRow(
                record: record, proposal: refused.proposal, state: .refused, operation: refused.operation,
                reason: refused.reason, verdict: refused.verdict,
                approvals: try refused.proposal.map { try workspace.proposed($0).approvals } ?? [], given: given, left: 0)
        case let posted as TransferPosted: return try row(record, posted.proposal, .posted)
        case is TransferProposed:
            switch try workspace.state(of: record) {
            case .withdrawn: return try row(record, record, .withdrawn)
            case .posted: return try row(closing(record), record, .posted)
            case .refused: return try row(closing(record))
            default: return try row(record, record, .waiting)
            }
        default: throw workspace.unknown(record)
        }
    }

    private func row(_ record: Int64, _ proposal: Int64, _ state: TransferRow.State) throws -> TransferRow {
        let proposed = try workspace.proposed(proposal)
        return TransferRow(
            record: record, proposal: proposal, state: state, operation: proposed.operation, reason: proposed.reason,
            verdict: proposed.verdict, approvals: proposed.approvals, given: try approvals(of: proposal),
            left: try workspace.row(record)?.left ?? 0)
    }

    private func closing(_ proposal: Int64) throws -> Int64 {
        let closed = try session.connection.first(
            "SELECT closed FROM transfer_proposal WHERE register = ? AND sequence = ?",
            [.integer(session.register.number), .integer(proposal)]
        ) { $0.int(0) }
        guard let closed else { throw workspace.unknown(proposal) }
        return closed
    }

    private func approvals(of proposal: Int64) throws -> [(authority: String, instrument: String)] {
        try session.connection.query(
            "SELECT authority, sequence FROM transfer_approval WHERE register = ? AND proposal = ? ORDER BY sequence",
            [.integer(session.register.number), .integer(proposal)]
        ) { row in
            let approved = try session.record(at: row.int(1)) as? TransferApproved
            return (authority: row.string(0), instrument: approved?.instrument ?? "")
        }
    }

    // MARK: Rule sets

    /// A set that the fund adopted.
    public struct AdoptedSet: Sendable {
        public let sequence: Int64
        public let set: RuleSet
        public let from: CalendarDate
        /// The last day on which it rules, of its own or since another replaced it.
        public let until: CalendarDate?
        public let replacedBy: Int64?
    }

    /// In the order of their records.
    public func ruleSets() throws -> [AdoptedSet] {
        try workspace.adopted.sets.map { adopted in
            AdoptedSet(
                sequence: adopted.sequence, set: try workspace.adopted.engine(adopted.sequence).set, from: adopted.from,
                until: adopted.until, replacedBy: adopted.replacedBy)
        }
    }
}

/// The numbers that a record holds, so that it can be explained as it was judged; for what it does not hold, those of now.
private struct RecordedTotals: RuleTotals {
    let terms: [TransferVerdict.Term]
    let request: TransferRequest
    let engine: RuleEngine?
    let live: StoredTotals

    func counted(_ rule: String, in scope: RuleScope) throws -> Int64? {
        for case .limit(let id, let side, _, _, let counted) in terms where id == rule && holds(id, side, scope) {
            return counted
        }
        return try live.counted(rule, in: scope)
    }

    /// Bases are those of terms whose limit has that base and scope.
    func base(_ base: RuleLimit.Base, of scope: RuleScope) throws -> Int64? {
        for case .limit(let id, let side, let cents?, _, _) in terms where holds(id, side, scope) {
            guard case .limit(let limit) = engine?.set.rule(id)?.kind, case .percent(_, base) = limit.cap else { continue }
            return cents
        }
        return try live.base(base, of: scope)
    }

    private func holds(_ rule: String, _ side: RuleSide, _ scope: RuleScope) -> Bool {
        guard case .limit(let limit) = engine?.set.rule(rule)?.kind, let envelope = request.facts(of: side) else {
            return false
        }
        return RuleScope(limit.across, of: envelope) == scope
    }
}
