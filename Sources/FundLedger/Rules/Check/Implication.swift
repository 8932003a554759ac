import ReferenceData

/// What follows from a condition being so, conservatively: where it says no, it may still be so.
struct Implication {
    let set: RuleSet

    /// Whether `second` is so wherever `first` is.
    func follows(_ second: RuleCondition, from first: RuleCondition) -> Bool {
        let operations = Set(possibleOperations(first))
        guard second.operations.isEmpty || operations.isSubset(of: second.operations) else { return false }
        guard second.source.allSatisfy({ follows($0, from: first.source) }),
            second.target.allSatisfy({ follows($0, from: first.target) })
        else { return false }
        guard second.same.allSatisfy({ areSame($0, in: first) }), second.differ.allSatisfy({ doDiffer($0, in: first) }) else {
            return false
        }
        if let above = second.above, first.above ?? 0 < above { return false }
        if let atMost = second.atMost, first.atMost ?? .max > atMost { return false }
        if (second.windowFrom ?? .first) > (first.windowFrom ?? .first) { return false }
        if (second.windowUntil ?? .last) < (first.windowUntil ?? .last) { return false }
        if let from = second.from, max(first.from ?? set.from, set.from) < from { return false }
        if let until = second.until, earliest(first.until, set.until).map({ $0 > until }) ?? true { return false }
        return true
    }

    /// The key of a part because of which the condition can never be so; nil where none is found.
    func contradiction(in condition: RuleCondition) -> String? {
        if possibleOperations(condition).isEmpty { return "operation" }
        for (key, tests) in [("source", condition.source), ("target", condition.target)] {
            if tests.contains(where: { possibleValues($0)?.isEmpty ?? false }) { return key }
        }
        if condition.same.contains(where: { condition.differ.contains($0) || doDiffer($0, in: condition) }) { return "same" }
        if condition.differ.contains(where: { areSame($0, in: condition) }) { return "differ" }
        if condition.same.contains("envelope"), areYearsEqual(condition) { return "same" }
        if let atMost = condition.atMost, atMost <= condition.above ?? 0 { return "amount" }
        if condition.above == .max { return "amount" }
        if let from = condition.from, let until = earliest(condition.until, set.until), from > until { return "dates" }
        if let until = condition.until, until < set.from { return "dates" }
        return nil
    }

    /// The operations that the condition can be so of.
    func possibleOperations(_ condition: RuleCondition) -> [BudgetOperation] {
        let named = condition.operations.isEmpty ? BudgetOperation.allCases : condition.operations
        return named.filter { operation in
            if condition.speaksOfTarget, !operation.hasTarget { return false }
            if condition.same.contains("year"), operation.yearsOnward != 0 { return false }
            if condition.differ.contains("year"), operation.yearsOnward == 0 { return false }
            return true
        }
    }

    /// The values that an envelope may have where the test is so; nil where they cannot be told.
    private func possibleValues(_ test: RuleCondition.AttributeTest) -> Set<String>? {
        let declared = set.attributes.first { $0.name == test.name }?.values ?? []
        if declared.isEmpty { return test.isNegated ? nil : Set(test.values) }
        return test.isNegated ? Set(declared).subtracting(test.values) : Set(declared).intersection(test.values)
    }

    private func follows(_ test: RuleCondition.AttributeTest, from tests: [RuleCondition.AttributeTest]) -> Bool {
        guard let known = tests.first(where: { $0.name == test.name }) else { return false }
        if let values = possibleValues(known) {
            return test.isNegated ? values.isDisjoint(with: test.values) : values.isSubset(of: test.values)
        }
        return test.isNegated && known.isNegated && Set(known.values).isSuperset(of: test.values)
    }

    private func values(_ name: String, _ tests: [RuleCondition.AttributeTest]) -> Set<String>? {
        tests.first { $0.name == name }.flatMap(possibleValues)
    }

    private func areSame(_ name: String, in condition: RuleCondition) -> Bool {
        if condition.same.contains(name) { return true }
        if name == "year", areYearsEqual(condition), condition.speaksOfTarget { return true }
        guard let source = values(name, condition.source), let target = values(name, condition.target) else { return false }
        return source.count == 1 && source == target
    }

    private func doDiffer(_ name: String, in condition: RuleCondition) -> Bool {
        if condition.differ.contains(name) { return true }
        guard let source = values(name, condition.source), let target = values(name, condition.target) else { return false }
        return source.isDisjoint(with: target)
    }

    /// Whether it can only be so of operations within one year; two envelopes then have two codes.
    private func areYearsEqual(_ condition: RuleCondition) -> Bool {
        possibleOperations(condition).allSatisfy { $0.yearsOnward == 0 && $0.hasTarget }
    }

    private func earliest(_ one: CalendarDate?, _ other: CalendarDate?) -> CalendarDate? {
        guard let one, let other else { return one ?? other }
        return min(one, other)
    }
}
