import AuditTrail
import ReferenceData

/// The rules of transfers. FORMAT.md, section 18.4.
extension TransferWorkspace {
    /// The operation as rules see it. Refuses bad input: E-YEA-001, E-ENV-004, E-ENV-006, E-RUL-040 … E-RUL-044.
    func request(_ operation: TransferOperation) throws -> TransferRequest {
        for place in [operation.source, operation.target].compactMap({ $0 }) {
            try budgets.requireControlled(place.year)
        }
        return try TransferRequest(
            operation.operation, from: budgets.facts(operation.source.envelope, in: operation.source.year),
            to: operation.target.map { try budgets.facts($0.envelope, in: $0.year) }, amount: operation.amount,
            date: operation.date, repayBy: operation.repayBy)
    }

    /// What the money allows now.
    func funds(_ request: TransferRequest) throws -> FundsAtHand {
        let available = try budgets.knownEnvelope(request.source.code, in: request.source.year).amounts.available
        guard let raised = request.yearRaised else { return FundsAtHand(available: available) }
        let year = try budgets.budgetYear(raised.startYear)
        return FundsAtHand(available: available, ceilingRoom: year.ceiling.map { $0.cents - year.authorised })
    }

    func totals(_ ruleset: Int64) -> StoredTotals { StoredTotals(workspace: self, ruleset: ruleset) }

    /// What the rules that rule on the operation's day give, as things stand.
    func judge(_ request: TransferRequest, given: Set<String>) throws -> (Judgement, ruleset: Int64?) {
        let ruleset = adopted.ruling(on: request.date)?.sequence
        let judgement = try RuleEngine.judge(
            request, by: ruleset.map { try adopted.engine($0) }, totals: totals(ruleset ?? 0), funds: funds(request),
            approvals: given)
        return (judgement, ruleset)
    }

    /// Refuses: E-TRF-012, and bad input.
    func judge(_ proposed: TransferProposed) throws {
        let (judgement, ruleset) = try judge(request(proposed.operation), given: [])
        try requireLawful(proposed.verdict.outcome, true)
        try compare(proposed.verdict, TransferVerdict(judgement, ruleset: ruleset))
        for (member, found, expected) in [
            ("approvals", proposed.approvals, judgement.approvals), ("notices", proposed.notices, judgement.notices),
        ] where found != expected {
            throw differs(member, found.joined(separator: " "), expected.joined(separator: " "))
        }
    }

    /// Refuses: E-TRF-006 … E-TRF-010.
    func judge(_ approved: TransferApproved) throws {
        let proposal = try openProposal(approved.proposal)
        let record = String(approved.proposal)
        guard proposal.approvals.contains(approved.authority) else {
            throw LedgerError(
                .authorityNotAsked,
                [
                    "record": record, "authority": approved.authority,
                    "expected": proposal.approvals.joined(separator: ", "),
                ])
        }
        guard try !given(approved.proposal).contains(approved.authority) else {
            throw LedgerError(.authorityGiven, ["record": record, "authority": approved.authority])
        }
        guard let writer = session.writingKey else { return }
        guard let proposer = try session.sealingKey(of: approved.proposal), proposer != writer else {
            throw LedgerError(.ownTransfer, ["record": record])
        }
    }

    /// Refuses: E-TRF-006, E-TRF-007, E-TRF-011, E-TRF-013.
    func judge(_ posted: TransferPosted) throws {
        let proposal = try openProposal(posted.proposal)
        let given = try given(posted.proposal)
        let lacking = proposal.approvals.filter { !given.contains($0) }
        guard lacking.isEmpty else {
            throw LedgerError(
                .approvalsLacking,
                ["record": String(posted.proposal), "authorities": lacking.joined(separator: ", ")])
        }
        let (judgement, _) = try judge(request(proposal.operation), given: given)
        guard judgement.outcome == .permitted else {
            throw LedgerError(
                .transferNotPermitted,
                ["record": String(posted.proposal), "outcome": judgement.outcome.rawValue])
        }
    }

    /// Refuses: E-TRF-006, E-TRF-007, E-TRF-012, and bad input.
    func judge(_ refused: TransferRefused) throws {
        var given: Set<String> = []
        if let proposal = refused.proposal {
            let proposed = try openProposal(proposal)
            guard proposed.operation == refused.operation else { throw differs("operation", "", String(proposal)) }
            given = try self.given(proposal)
        }
        let (judgement, ruleset) = try judge(request(refused.operation), given: given)
        try requireLawful(refused.verdict.outcome, false)
        try compare(refused.verdict, TransferVerdict(judgement, ruleset: ruleset))
    }

    /// Refuses: E-ENV-016, E-TRF-006, E-TRF-015, E-TRF-016.
    func judge(_ returned: TransferReturned) throws {
        guard returned.amount > 0 else {
            throw LedgerError(.actAmount, ["kind": TransferReturned.kind, "amount_cents": String(returned.amount)])
        }
        let operation = try proposed(posted(returned.transfer).proposal).operation
        guard operation.operation == .temporaryTransfer, let row = try row(returned.transfer) else {
            throw LedgerError(.notTemporary, ["record": String(returned.transfer)])
        }
        guard returned.amount <= row.left else {
            throw LedgerError(
                .returnExceeded,
                [
                    "record": String(returned.transfer), "left_cents": String(row.left),
                    "asked_cents": String(returned.amount), "excess_cents": String(returned.amount - row.left),
                ])
        }
    }

    private func requireLawful(_ outcome: RuleOutcome, _ isLawful: Bool) throws {
        guard outcome.isLawful == isLawful else { throw differs("outcome", outcome.rawValue, "") }
    }

    private func compare(_ said: TransferVerdict, _ given: TransferVerdict) throws {
        guard let (member, found, expected) = said.difference(from: given) else { return }
        throw differs(member, found, expected)
    }

    private func differs(_ member: String, _ found: String, _ expected: String) -> LedgerError {
        LedgerError(.transferRecordDiffers, ["member": member, "found": found, "expected": expected])
    }
}

/// What judging asks of the tables: one row for each limit that applies, and one for each base.
struct StoredTotals: RuleTotals {
    let workspace: TransferWorkspace
    let ruleset: Int64

    func counted(_ rule: String, in scope: RuleScope) throws -> Int64? {
        var sum: Int128 = 0
        for set in try workspace.adopted.counting(rule, of: ruleset) { sum += try workspace.counted(rule, set, scope) }
        return Int64(exactly: sum)
    }

    func base(_ base: RuleLimit.Base, of scope: RuleScope) throws -> Int64? {
        if case .envelope(let code) = scope.extent {
            let amounts = try workspace.budgets.knownEnvelope(code, in: scope.year).amounts
            return base == .initial ? amounts.initial : amounts.authorised
        }
        let sums = try workspace.budgets.scopes.sums(of: scope)
        return Int64(exactly: base == .initial ? sums.initial : sums.current)
    }
}
