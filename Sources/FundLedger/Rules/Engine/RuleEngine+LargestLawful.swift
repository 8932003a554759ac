import ReferenceData

extension RuleEngine {
    /// How many amounts are tried at most.
    private static let mostTries = 64

    /// The largest amount below the operation's that would be permitted or need approval only; nil where none is found.
    ///
    /// Which rules apply changes only where a rule names an amount. So it is enough to judge just at those amounts, from
    /// the largest down, and within each stretch at what the limits and the funds leave.
    func largestLawful(
        _ request: TransferRequest, _ judgement: Judgement, _ totals: some RuleTotals, _ funds: FundsAtHand,
        _ given: Set<String>
    ) throws -> Int64? {
        guard !judgement.outcome.isLawful, judgement.outcome != .error else { return nil }
        var bounds = namedAmounts.filter { $0 > 0 && $0 < request.amount }.sorted(by: >)
        bounds.insert(request.amount, at: 0)
        var tries = 0
        for (index, top) in bounds.enumerated() {
            let floor = index + 1 < bounds.count ? bounds[index + 1] : 0
            var amount = top
            while amount > floor, tries < Self.mostTries {
                tries += 1
                let changed = request.with(amount: amount)
                let found = try RuleEngine.judge(changed, by: self, totals: totals, funds: funds, approvals: given)
                if found.outcome.isLawful { return amount }
                guard let room = room(found, changed, funds), room < amount else { break }
                amount = room
            }
        }
        return nil
    }

    /// Every amount at which a condition may change.
    private var namedAmounts: Set<Int64> {
        var amounts: Set<Int64> = []
        for rule in set.rules {
            for condition in [rule.when] + rule.unless.map(\.when) {
                if let above = condition.above { amounts.insert(above) }
                if let atMost = condition.atMost { amounts.insert(atMost) }
            }
        }
        return amounts
    }

    /// The most that limits and funds leave, by the rules that apply to this amount; nil where that is not what lacks.
    private func room(_ judgement: Judgement, _ request: TransferRequest, _ funds: FundsAtHand) -> Int64? {
        guard judgement.outcome == .overLimit || judgement.outcome == .insufficientFunds else { return nil }
        var room = min(request.amount, funds.available)
        if request.yearRaised != nil, let ceiling = funds.ceilingRoom { room = min(room, ceiling) }
        for term in judgement.terms where !term.holds {
            let times = Int128(term.moved) / Int128(request.amount)
            let left = Int128(term.cap) - Int128(term.counted)
            guard times > 0, left > 0 else { return nil }
            room = min(room, Int64(clamping: left / times))
        }
        return room > 0 ? room : nil
    }
}
