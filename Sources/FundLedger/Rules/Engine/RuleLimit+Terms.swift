import ReferenceData

extension RuleLimit {
    /// Millionths of a per cent in one.
    private static let whole: Int128 = 100_000_000

    /// The terms of the sides that are held; nil where the limit cannot be evaluated: the side lacks an attribute of the
    /// group, or a number leaves 64 bits.
    func terms(of rule: String, _ request: TransferRequest, _ totals: some RuleTotals) throws -> [LimitTerm]? {
        var terms: [LimitTerm] = []
        for side in of.sides {
            guard let envelope = request.facts(of: side) else { continue }
            guard let scope = RuleScope(across, of: envelope),
                let term = try term(of: rule, side, scope, request, totals)
            else { return nil }
            terms.append(term)
        }
        return terms
    }

    private func term(
        of rule: String, _ side: RuleSide, _ scope: RuleScope, _ request: TransferRequest, _ totals: some RuleTotals
    ) throws -> LimitTerm? {
        let moved = moved(request, scope)
        guard let counted = over == .year ? try totals.counted(rule, in: scope) : 0,
            let movedCents = Int64(exactly: moved), Int64(exactly: Int128(counted) + moved) != nil
        else { return nil }
        switch cap {
        case .cents(let cents):
            return LimitTerm(rule: rule, side: side, base: nil, cap: cents, counted: counted, moved: movedCents, scope: scope)
        case .percent(let millionths, let basis):
            guard let base = try totals.base(basis, of: scope) else { return nil }
            // Counted and moved are whole cents: they pass the exact cap just where they pass it rounded down.
            let product = Int128(millionths) * Int128(base)
            let down = product >= 0 ? product / Self.whole : (product - Self.whole + 1) / Self.whole
            guard let cap = Int64(exactly: down) else { return nil }
            return LimitTerm(rule: rule, side: side, base: base, cap: cap, counted: counted, moved: movedCents, scope: scope)
        }
    }

    /// What the operation adds to what is counted in a scope.
    private func moved(_ request: TransferRequest, _ scope: RuleScope) -> Int128 {
        let out: Int128 = scope.holds(request.source) ? Int128(request.amount) : 0
        let into: Int128 = request.target.map(scope.holds) ?? false ? Int128(request.amount) : 0
        switch counts {
        case .outflow: return out
        case .inflow: return into
        case .gross: return out + into
        case .net: return out - into
        }
    }
}
