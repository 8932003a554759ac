/// What would make an operation lawful, found from what each rule said.
struct Remedies {
    let looked: [RuleExplanation.Looked]
    let judgement: Judgement
    let given: Set<String>

    func all(lower: Int64?) -> [RuleExplanation.Remedy] {
        var remedies: [RuleExplanation.Remedy] = lower.map { [.lowerAmount($0)] } ?? []
        switch judgement.outcome {
        case .error: remedies += marks
        case .forbidden: remedies += exceptions
        case .notPermitted: remedies += permits
        case .needsApproval: remedies.append(.approvals(judgement.approvals.filter { !given.contains($0) }))
        case .overLimit, .insufficientFunds, .permitted: break
        }
        return remedies
    }

    /// The attributes that could not be known, each once.
    private var marks: [RuleExplanation.Remedy] {
        var seen: Set<RuleExplanation.MissingAttribute> = []
        var marks: [RuleExplanation.Remedy] = []
        for rule in looked where judgement.rules.contains(rule.rule.id) {
            for missing in rule.missing where seen.insert(missing).inserted { marks.append(.mark(missing)) }
        }
        return marks
    }

    private var exceptions: [RuleExplanation.Remedy] {
        looked.filter { judgement.rules.contains($0.rule.id) }.flatMap { rule in
            rule.exceptions.map { .exception(rule: rule.rule.id, label: $0.label) }
        }
    }

    /// The permits that come nearest: those with the fewest parts that are not so.
    private var permits: [RuleExplanation.Remedy] {
        let candidates = looked.filter { $0.rule.kind == .permit }.map { rule in
            (rule: rule, parts: rule.parts.filter { $0.truth != .yes })
        }.filter { !$0.parts.isEmpty }
        let fewest = candidates.map(\.parts.count).min() ?? 0
        return candidates.filter { $0.parts.count == fewest }.map { .permit(rule: $0.rule.rule.id, parts: $0.parts) }
    }
}
