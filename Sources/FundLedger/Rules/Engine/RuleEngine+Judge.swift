import ReferenceData

extension RuleEngine {
    /// Judges an operation (docs/rules.en.md, section 7): by the engine's rules, or by none where no set is in force on
    /// its day. Throws only what `totals` throws.
    public static func judge(
        _ request: TransferRequest, by engine: RuleEngine?, totals: some RuleTotals, funds: FundsAtHand,
        approvals given: Set<String> = []
    ) throws -> Judgement {
        guard let engine, engine.set.rules(on: request.date) else {
            return Judgement(outcome: .notPermitted, rules: [], terms: [], lack: nil, approvals: [], notices: [])
        }
        var tally = Tally()
        let ready = engine.ready(request)
        for rule in engine.rules {
            switch rule.applies(ready) {
            case .no: continue
            case .unknown: tally.broken.append(engine.set.rules[rule.place].id)
            case .yes: try tally.take(engine.set.rules[rule.place], request, totals, given)
            }
        }
        return tally.judgement(lack: lack(request, funds))
    }

    /// What lacks to move the amount, if anything does.
    private static func lack(_ request: TransferRequest, _ funds: FundsAtHand) -> FundsTerm? {
        if funds.available < request.amount { return FundsTerm(available: funds.available, side: .source) }
        guard request.yearRaised != nil, let room = funds.ceilingRoom, room < request.amount else { return nil }
        return FundsTerm(available: room, side: .target)
    }

    /// What the operation adds to the counters of limits, once posted: of every limit over the year that applies. Nothing
    /// where the set does not rule on its day.
    public func movements(of request: TransferRequest) -> [CountedMovement] {
        counted(request, amount: request.amount) { _ in true }
    }

    /// What giving back part of a posted temporary transfer takes off: of limits that count net only.
    public func movements(returning amount: Int64, of request: TransferRequest) -> [CountedMovement] {
        counted(request, amount: -amount) { $0.counts == .net }
    }

    private func counted(
        _ request: TransferRequest, amount: Int64, where isMeant: (RuleLimit) -> Bool
    ) -> [CountedMovement] {
        guard set.rules(on: request.date) else { return [] }
        let ready = ready(request)
        var movements: [CountedMovement] = []
        for prepared in rules where prepared.applies(ready) == .yes {
            let rule = set.rules[prepared.place]
            guard case .limit(let limit) = rule.kind, limit.over == .year, isMeant(limit) else { continue }
            let source = RuleScope(limit.across, of: request.source)
            let target = request.target.flatMap { RuleScope(limit.across, of: $0) }
            if limit.counts == .net, source == target { continue }
            if let source, limit.counts != .inflow {
                movements.append(CountedMovement(rule: rule.id, scope: source, cents: amount))
            }
            if let target, limit.counts != .outflow {
                let cents = limit.counts == .net ? -amount : amount
                movements.append(CountedMovement(rule: rule.id, scope: target, cents: cents))
            }
        }
        return movements
    }
}

/// What the rules that apply come to.
private struct Tally {
    /// Rules that cannot be evaluated.
    var broken: [String] = []
    private var permits: [String] = []
    private var forbids: [String] = []
    private var exceeded: [String] = []
    private var ungiven: [String] = []
    private var terms: [LimitTerm] = []
    private var approvals: Set<String> = []
    private var notices: Set<String> = []

    mutating func take(
        _ rule: TransferRule, _ request: TransferRequest, _ totals: some RuleTotals, _ given: Set<String>
    ) throws {
        switch rule.kind {
        case .permit: permits.append(rule.id)
        case .forbid: forbids.append(rule.id)
        case .requireNotice(let authority): notices.insert(authority)
        case .requireApproval(let authority):
            approvals.insert(authority)
            if !given.contains(authority) { ungiven.append(rule.id) }
        case .limit(let limit):
            guard let found = try limit.terms(of: rule.id, request, totals) else {
                broken.append(rule.id)
                return
            }
            if found.contains(where: { !$0.holds }) { exceeded.append(rule.id) }
            terms += found
        }
    }

    func judgement(lack: FundsTerm?) -> Judgement {
        func say(_ outcome: RuleOutcome, _ rules: [String]) -> Judgement {
            Judgement(
                outcome: outcome, rules: rules, terms: outcome == .error ? [] : terms,
                lack: outcome == .insufficientFunds ? lack : nil, approvals: approvals.sorted(), notices: notices.sorted())
        }
        if !broken.isEmpty { return say(.error, broken) }
        if !forbids.isEmpty { return say(.forbidden, forbids) }
        if permits.isEmpty { return say(.notPermitted, []) }
        if !exceeded.isEmpty { return say(.overLimit, exceeded) }
        if lack != nil { return say(.insufficientFunds, []) }
        if !ungiven.isEmpty { return say(.needsApproval, ungiven) }
        return say(.permitted, permits)
    }
}
