/// A worked case, judged.
public struct ExampleRun: Sendable {
    public let example: RuleExample
    public let explanation: RuleExplanation

    public var judgement: Judgement { explanation.judgement }

    /// Whether the outcome is the one expected, by the rules and with the notices expected where they are named.
    public var holds: Bool {
        judgement.outcome == example.outcome && example.decidedBy.map { $0 == judgement.rules } ?? true
            && example.notices.map { $0 == judgement.notices } ?? true
    }

    /// Every example of a file, in the order written.
    public static func all(of source: RuleSource) -> [ExampleRun] {
        let engine = RuleEngine(source.rules)
        return source.examples.compactMap { example in
            let totals = ExampleTotals(example, engine)
            // Nothing that these totals are asked can fail.
            let explanation = try? RuleEngine.explain(
                example.operation, by: engine, totals: totals, funds: FundsAtHand(available: totals.available),
                approvals: Set(example.approvals))
            return explanation.map { ExampleRun(example: example, explanation: $0) }
        }
    }
}
