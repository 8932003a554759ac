import FundLedger

/// An explanation as JSON: what was judged, and the trace of it.
struct RuleTraceJSON {
    let explanation: RuleExplanation

    init(_ explanation: RuleExplanation) { self.explanation = explanation }

    /// `outcome`, `rules`, `approvals`, `notices`, `trace`, `remedies`.
    var members: [(name: String, value: JSONValue)] {
        let judgement = explanation.judgement
        return [
            (name: "outcome", value: .string(judgement.outcome.rawValue)), (name: "rules", value: texts(judgement.rules)),
            (name: "approvals", value: texts(judgement.approvals)), (name: "notices", value: texts(judgement.notices)),
            (name: "lack", value: judgement.lack.map(lack) ?? .null),
            (name: "trace", value: .array(explanation.looked.map(looked))),
            (name: "remedies", value: .array(explanation.remedies.map(remedy))),
        ]
    }

    private func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    private func lack(_ lack: FundsTerm) -> JSONValue {
        .object([
            (name: "side", value: .string(lack.side.rawValue)), (name: "available", value: .amount(cents: lack.available)),
        ])
    }

    private func looked(_ looked: RuleExplanation.Looked) -> JSONValue {
        .object([
            (name: "rule", value: .string(looked.rule.id)), (name: "kind", value: .string(looked.rule.kind.name)),
            (name: "applies", value: .string(RuleWords.code(looked.applies))),
            (name: "article", value: .string(looked.rule.cite.article)), (name: "parts", value: .array(looked.parts.map(part))),
            (
                name: "exceptions",
                value: .array(
                    looked.exceptions.map { exception in
                        .object([
                            (name: "label", value: .string(exception.label)), (name: "so", value: .string(RuleWords.code(exception.truth))),
                            (name: "parts", value: .array(exception.parts.map(part))),
                        ])
                    })
            ), (name: "terms", value: .array(looked.terms.map(term))),
        ])
    }

    private func part(_ part: RuleExplanation.Part) -> JSONValue {
        .object([
            (name: "asks", value: .string(RuleWords.code(part.part))), (name: "so", value: .string(RuleWords.code(part.truth))),
            (name: "source", value: .optional(part.source)), (name: "target", value: .optional(part.target)),
        ])
    }

    private func term(_ term: LimitTerm) -> JSONValue {
        .object([
            (name: "side", value: .string(term.side.rawValue)), (name: "scope", value: .string(term.scope.key)),
            (name: "year", value: .string(term.scope.year.text)),
            (name: "base", value: term.base.map { .amount(cents: $0) } ?? .null), (name: "cap", value: .amount(cents: term.cap)),
            (name: "counted", value: .amount(cents: term.counted)), (name: "moved", value: .amount(cents: term.moved)),
            (name: "excess", value: .amount(cents: term.excess)),
        ])
    }

    private func remedy(_ remedy: RuleExplanation.Remedy) -> JSONValue {
        var (name, amount, rule, details) = ("", JSONValue.null, JSONValue.null, [String]())
        switch remedy {
        case .lowerAmount(let cents): (name, amount) = ("lower-amount", .amount(cents: cents))
        case .approvals(let authorities): (name, details) = ("approvals", authorities)
        case .mark(let missing): (name, details) = ("mark", ["\(missing.side.rawValue).\(missing.name)", missing.envelope])
        case .exception(let id, let label): (name, rule, details) = ("exception", .string(id), [label])
        case .permit(let id, let parts): (name, rule, details) = ("permit", .string(id), parts.map { RuleWords.code($0.part) })
        }
        return .object([
            (name: "remedy", value: .string(name)), (name: "amount", value: amount), (name: "rule", value: rule),
            (name: "details", value: texts(details)),
        ])
    }
}
