import ReferenceData

/// The envelopes of a worked case as the operations before it left them.
struct ExampleTotals: RuleTotals {
    private let example: RuleExample
    private var counters = RuleCounters()
    /// What the operations before brought each envelope, by its place.
    private var moved: [Int128]

    init(_ example: RuleExample, _ engine: RuleEngine) {
        self.example = example
        moved = example.envelopes.map { _ in 0 }
        for operation in example.earlier {
            counters.add(engine.movements(of: operation))
            for (place, envelope) in example.envelopes.enumerated() {
                if envelope.facts == operation.source { moved[place] -= Int128(operation.amount) }
                if envelope.facts == operation.target { moved[place] += Int128(operation.amount) }
            }
        }
    }

    func counted(_ rule: String, in scope: RuleScope) -> Int64? { counters.counted(rule, in: scope) }

    func base(_ base: RuleLimit.Base, of scope: RuleScope) -> Int64? {
        var sum: Int128 = 0
        for (place, envelope) in example.envelopes.enumerated() where scope.holds(envelope.facts) {
            sum += base == .initial ? Int128(envelope.initial) : authorised(place)
        }
        return Int64(exactly: sum)
    }

    /// What the source of the judged operation has available.
    var available: Int64 {
        guard let place = example.envelopes.firstIndex(where: { $0.facts == example.operation.source }) else { return 0 }
        return example.envelopes[place].available ?? Int64(clamping: authorised(place))
    }

    private func authorised(_ place: Int) -> Int128 {
        example.envelopes[place].authorised.map { Int128($0) } ?? Int128(example.envelopes[place].initial) + moved[place]
    }
}
