import AuditTrail
import ReferenceData
import Storage

/// What a draft would have said of the transfers of a fund, had it ruled on each one's day.
///
/// History stays as it was: each transfer is judged with all that was posted before it, whether the draft allows that or
/// not, and with the envelopes as they then stood. Money is asked only where it lacked when the transfer was judged.
public struct TransferImpact: Sendable {
    public enum Change: String, CaseIterable, Sendable {
        case same
        /// Lawful then, not under the draft.
        case nowRefused = "now-refused"
        /// Refused then, lawful under the draft.
        case nowLawful = "now-lawful"
        /// Lawful under both, with other approvals or notices.
        case otherApprovals = "other-approvals"
        /// Refused under both, for another kind of reason.
        case otherReason = "other-reason"
    }

    public struct Row: Sendable {
        public let transfer: TransferRow
        public let judgement: Judgement
        public let change: Change
    }

    public let draft: RuleSet
    /// In the order of the records that stand for the transfers.
    public let rows: [Row]

    public func count(_ change: Change) -> Int { rows.count { $0.change == change } }
}

extension Transfers {
    /// Replays the transfers under a draft, and tells those whose source or target lies in `year`; nil for all. Writes
    /// nothing. Refuses: E-TRF-001 for a draft of the other fund, E-YEA-001, E-ENV-004.
    public func impact(of draft: RuleSet, in year: FiscalYear?) throws -> TransferImpact {
        try workspace.adopted.requireFund(of: draft)
        if let year { try workspace.budgets.requireControlled(year) }
        var replay = ImpactReplay(draft)
        let acts = try session.connection.query(
            "SELECT DISTINCT act FROM bound_entry WHERE entry BETWEEN ? AND ? ORDER BY act",
            [.integer(session.register.number << 56), .integer((session.register.number + 1) << 56 - 1)]
        ) { $0.int(0) }
        var coming = acts[...]
        var rows: [TransferImpact.Row] = []
        for transfer in try list() {
            while let act = coming.first, act < transfer.record {
                coming.removeFirst()
                try replay.take(session.record(at: act), workspace)
            }
            let years = [transfer.operation.source.year, transfer.operation.target?.year]
            guard year == nil || years.contains(year) else { continue }
            rows.append(try replay.row(transfer, workspace.request(transfer.operation)))
        }
        return TransferImpact(draft: draft, rows: rows)
    }
}

/// The envelopes and the draft's counters as the records read so far left them.
private struct ImpactReplay: RuleTotals {
    private struct Sums {
        var initial: Int128 = 0
        var current: Int128 = 0
    }

    private let engine: RuleEngine
    private var counters = RuleCounters()
    private var envelopes: [EnvelopeFacts: Sums] = [:]

    init(_ draft: RuleSet) {
        var set = draft
        set.from = .earliest
        set.until = nil
        engine = RuleEngine(set)
    }

    mutating func take(_ record: any Record, _ workspace: TransferWorkspace) throws {
        switch record {
        case let opened as EnvelopeOpened:
            let amount = Int128(opened.envelope.amount.value)
            let facts = try workspace.budgets.facts(opened.envelope.code, in: opened.envelope.year)
            envelopes[facts, default: Sums()].initial += amount
            envelopes[facts, default: Sums()].current += amount
        case let revised as EnvelopeRevised:
            let facts = try workspace.budgets.facts(revised.envelope, in: revised.year)
            envelopes[facts, default: Sums()].current += Int128(revised.amount)
        case let posted as TransferPosted:
            let request = try workspace.request(workspace.proposed(posted.proposal).operation)
            move(request, Int128(request.amount))
            counters.add(engine.movements(of: request))
        case let returned as TransferReturned:
            let request = try workspace.request(workspace.proposed(workspace.posted(returned.transfer).proposal).operation)
            move(request, -Int128(returned.amount))
            counters.add(engine.movements(returning: returned.amount, of: request))
        default: break
        }
    }

    private mutating func move(_ request: TransferRequest, _ amount: Int128) {
        envelopes[request.source, default: Sums()].current -= amount
        if let target = request.target { envelopes[target, default: Sums()].current += amount }
    }

    func counted(_ rule: String, in scope: RuleScope) -> Int64? { counters.counted(rule, in: scope) }

    func base(_ base: RuleLimit.Base, of scope: RuleScope) -> Int64? {
        var sum: Int128 = 0
        for (facts, sums) in envelopes where scope.holds(facts) {
            sum += base == .initial ? sums.initial : sums.current
        }
        return Int64(exactly: sum)
    }

    /// Judged as a proposal is, without approvals: whether it might be done, and who would have to approve.
    func row(_ transfer: TransferRow, _ request: TransferRequest) throws -> TransferImpact.Row {
        var funds = FundsAtHand(available: request.amount)
        for case .funds(let side, let available) in transfer.verdict.terms {
            funds =
                side == .source
                ? FundsAtHand(available: available)
                : FundsAtHand(available: request.amount, ceilingRoom: available)
        }
        let judgement = try RuleEngine.judge(request, by: engine, totals: self, funds: funds)
        return TransferImpact.Row(transfer: transfer, judgement: judgement, change: change(transfer, judgement))
    }

    private func change(_ transfer: TransferRow, _ judgement: Judgement) -> TransferImpact.Change {
        switch (transfer.verdict.outcome.isLawful, judgement.outcome.isLawful) {
        case (true, false): .nowRefused
        case (false, true): .nowLawful
        case (true, true): transfer.approvals == judgement.approvals ? .same : .otherApprovals
        case (false, false): transfer.verdict.outcome == judgement.outcome ? .same : .otherReason
        }
    }
}
