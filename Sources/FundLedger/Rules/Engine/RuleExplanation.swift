import ReferenceData

/// Why an operation is judged as it is: each rule looked at, each part of it, each term, and what would make it lawful.
/// Recomputed on demand; never recorded.
public struct RuleExplanation: Sendable {
    /// A part of a condition, and the values that it was held against.
    public struct Part: Hashable, Sendable {
        public let part: ConditionPart
        public let truth: Truth
        /// Of the attribute asked for; nil where the envelope lacks it, or no attribute is asked for.
        public let source: String?
        public let target: String?
    }

    public struct Exception: Hashable, Sendable {
        public let label: String
        public let text: BilingualText
        public let truth: Truth
        public let parts: [Part]
    }

    public struct Looked: Hashable, Sendable {
        public let rule: TransferRule
        public let applies: Truth
        public let parts: [Part]
        public let exceptions: [Exception]
        /// Of a limit that applies.
        public let terms: [LimitTerm]
        /// What cannot be known: asked for by a part, or to group by, and lacking.
        public let missing: [MissingAttribute]
    }

    public struct MissingAttribute: Hashable, Sendable {
        public let side: RuleSide
        public let envelope: String
        public let name: String
    }

    /// What would make the operation lawful.
    public enum Remedy: Hashable, Sendable {
        /// The largest amount, in cents, that would be permitted, or need approval only.
        case lowerAmount(Int64)
        /// These authorities' approval.
        case approvals([String])
        /// An envelope is to be marked with an attribute.
        case mark(MissingAttribute)
        /// A forbid would not apply under one of its exceptions.
        case exception(rule: String, label: String)
        /// A permit would apply if this were so.
        case permit(rule: String, parts: [Part])
    }

    /// Nil where no rule set is in force.
    public let rules: RuleSet?
    public let judgement: Judgement
    /// Ascending by id.
    public let looked: [Looked]
    public let remedies: [Remedy]
}

extension RuleEngine {
    /// Judges, and says why.
    public static func explain(
        _ request: TransferRequest, by engine: RuleEngine?, totals: some RuleTotals, funds: FundsAtHand,
        approvals given: Set<String> = []
    ) throws -> RuleExplanation {
        let judgement = try judge(request, by: engine, totals: totals, funds: funds, approvals: given)
        guard let engine, engine.set.rules(on: request.date) else {
            return RuleExplanation(rules: nil, judgement: judgement, looked: [], remedies: [])
        }
        let looked = try engine.look(request, totals)
        let remedies = Remedies(looked: looked, judgement: judgement, given: given)
        let lower = try engine.largestLawful(request, judgement, totals, funds, given)
        return RuleExplanation(
            rules: engine.set, judgement: judgement, looked: looked, remedies: remedies.all(lower: lower))
    }

    private func look(_ request: TransferRequest, _ totals: some RuleTotals) throws -> [RuleExplanation.Looked] {
        let ready = ready(request)
        func parts(_ condition: RuleCondition, _ prepared: [ReadyPart]) -> [RuleExplanation.Part] {
            zip(condition.parts, prepared).map { part, prepared in
                let name = part.attribute
                return RuleExplanation.Part(
                    part: part, truth: prepared.truth(ready), source: name.flatMap { request.source.value(of: $0) },
                    target: name.flatMap { name in request.target.flatMap { $0.value(of: name) } })
            }
        }
        return try rules.map { prepared in
            let rule = set.rules[prepared.place]
            let applies = prepared.applies(ready)
            let when = parts(rule.when, prepared.when)
            let exceptions = zip(rule.unless, prepared.unless).map { exception, prepared in
                RuleExplanation.Exception(
                    label: exception.label, text: exception.text, truth: ReadyRule.all(prepared, ready),
                    parts: parts(exception.when, prepared))
            }
            let missing: [RuleExplanation.MissingAttribute]
            var terms: [LimitTerm] = []
            if applies == .yes, case .limit(let limit) = rule.kind {
                terms = try limit.terms(of: rule.id, request, totals) ?? []
                missing = limit.ungrouped(request)
            } else {
                missing = applies == .no ? [] : (when + exceptions.flatMap(\.parts)).flatMap { $0.missing(request) }
            }
            return RuleExplanation.Looked(
                rule: rule, applies: applies, parts: when, exceptions: exceptions, terms: terms, missing: missing)
        }
    }
}

extension RuleExplanation.Part {
    /// The attributes that this part asks for and an envelope lacks.
    fileprivate func missing(_ request: TransferRequest) -> [RuleExplanation.MissingAttribute] {
        guard truth == .unknown, let name = part.attribute else { return [] }
        let sides: [RuleSide] = if case .attribute(let side, _) = part { [side] } else { RuleSide.allCases }
        return sides.compactMap { side in
            guard let envelope = request.facts(of: side), envelope.value(of: name) == nil else { return nil }
            return RuleExplanation.MissingAttribute(side: side, envelope: envelope.code, name: name)
        }
    }
}

extension ConditionPart {
    /// The attribute that it asks for, if it asks for one.
    public var attribute: String? {
        switch self {
        case .attribute(_, let test): test.name
        case .same(let name), .differ(let name): name
        case .operation, .above, .atMost, .window, .dates: nil
        }
    }
}

extension RuleLimit {
    fileprivate func ungrouped(_ request: TransferRequest) -> [RuleExplanation.MissingAttribute] {
        guard case .group(let names) = across else { return [] }
        return of.sides.flatMap { side in
            names.compactMap { name in
                guard let envelope = request.facts(of: side), envelope.value(of: name) == nil else { return nil }
                return RuleExplanation.MissingAttribute(side: side, envelope: envelope.code, name: name)
            }
        }
    }
}
