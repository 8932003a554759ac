/// What operations replayed in memory have counted for limits, by limit and scope.
struct RuleCounters {
    private struct Place: Hashable {
        let rule: String
        let scope: RuleScope
    }

    private var sums: [Place: Int128] = [:]

    mutating func add(_ movements: [CountedMovement]) {
        for movement in movements {
            sums[Place(rule: movement.rule, scope: movement.scope), default: 0] += Int128(movement.cents)
        }
    }

    /// Cents; nil beyond 64 bits.
    func counted(_ rule: String, in scope: RuleScope) -> Int64? {
        Int64(exactly: sums[Place(rule: rule, scope: scope)] ?? 0)
    }
}
