/// Looks a rule set over for what its form does not refuse but nobody means.
public struct RuleCheck {
    private let set: RuleSet
    private let lines: [String: Int]
    private let implication: Implication
    private var findings: [RuleFinding] = []

    /// The findings of a file, the set's own first, then by rule in the order of the file.
    public static func findings(in source: RuleSource) -> [RuleFinding] {
        var check = RuleCheck(source.rules, lines: source.lines)
        check.lookAtSet()
        for rule in source.rules.rules.sorted(by: { source.lines[$0.id] ?? 0 < source.lines[$1.id] ?? 0 }) {
            check.look(at: rule)
        }
        check.look(at: ExampleRun.all(of: source))
        return check.findings
    }

    private init(_ set: RuleSet, lines: [String: Int]) {
        self.set = set
        self.lines = lines
        implication = Implication(set: set)
    }

    private mutating func find(_ kind: RuleFinding.Kind, _ rule: TransferRule?, _ detail: String = "", label: String? = nil) {
        findings.append(
            RuleFinding(kind: kind, rule: rule?.id, label: label, detail: detail, line: rule.flatMap { lines[$0.id] }))
    }

    private mutating func lookAtSet() {
        if !set.rules.contains(where: { $0.kind == .permit }) { find(.noPermit, nil) }
        for authority in set.authorities
        where !set.rules.contains(where: { [.requireApproval(authority.id), .requireNotice(authority.id)].contains($0.kind) }) {
            find(.unusedAuthority, nil, authority.id)
        }
        let asked = set.rules.reduce(into: Set<String>()) { $0.formUnion($1.names) }
        for attribute in set.attributes where !asked.contains(attribute.name) { find(.unusedAttribute, nil, attribute.name) }
    }

    private mutating func look(at rule: TransferRule) {
        for condition in [rule.when] + rule.unless.map(\.when) {
            for value in undeclared(condition) { find(.undeclaredValue, rule, value) }
        }
        if let key = implication.contradiction(in: rule.when) { return find(.neverApplies, rule, key) }
        for exception in rule.unless {
            if implication.contradiction(in: exception.when) != nil || areApart(rule.when, exception.when) {
                find(.exceptionNeverApplies, rule, label: exception.label)
            } else if implication.follows(exception.when, from: rule.when) {
                find(.neverApplies, rule, "unless", label: exception.label)
            }
        }
        if rule.kind == .permit {
            for forbid in set.rules where forbid.kind == .forbid && forbid.unless.isEmpty
            && implication.follows(forbid.when, from: rule.when) {
                find(.permitUnderForbid, rule, forbid.id)
            }
        }
        if case .limit(let limit) = rule.kind, limit.of == .target,
            !implication.possibleOperations(rule.when).contains(where: \.hasTarget)
        {
            find(.limitSaysNothing, rule)
        }
        let twin = set.rules.first { $0.kind == rule.kind && $0.when == rule.when && $0.unless == rule.unless }
        if let twin, twin.id != rule.id { find(.sameAsAnother, rule, twin.id) }
    }

    private mutating func look(at runs: [ExampleRun]) {
        for run in runs where !run.holds {
            findings.append(
                RuleFinding(kind: .exampleFails, rule: nil, label: nil, detail: run.example.label, line: run.example.line))
        }
        var applied: Set<String> = []
        for run in runs { applied.formUnion(run.explanation.looked.filter { $0.applies == .yes }.map(\.rule.id)) }
        for rule in set.rules where !applied.contains(rule.id) { find(.noExample, rule) }
    }

    private func areApart(_ one: RuleCondition, _ other: RuleCondition) -> Bool {
        Set(implication.possibleOperations(one)).isDisjoint(with: implication.possibleOperations(other))
            || other.atMost.map { $0 <= one.above ?? 0 } ?? false || one.atMost.map { $0 <= other.above ?? 0 } ?? false
    }

    /// `name=value` of each value that the heading does not list.
    private func undeclared(_ condition: RuleCondition) -> [String] {
        (condition.source + condition.target).flatMap { test -> [String] in
            let declared = set.attributes.first { $0.name == test.name }?.values ?? []
            return declared.isEmpty ? [] : test.values.filter { !declared.contains($0) }.map { "\(test.name)=\($0)" }
        }
    }
}

extension TransferRule {
    /// Every attribute that it asks for.
    var names: Set<String> {
        var names = unless.reduce(into: when.names) { $0.formUnion($1.when.names) }
        if case .limit(let limit) = kind, case .group(let grouped) = limit.across { names.formUnion(grouped) }
        return names
    }
}
