import ReferenceData

/// The rules of one set made ready for judging: attributes by place, values by number, so that a rule that does not
/// apply costs a few comparisons and builds no text.
public struct RuleEngine: Sendable {
    public let set: RuleSet
    let rules: [ReadyRule]
    /// Every attribute that a rule may ask for.
    private let names: [String]
    /// Every value that a rule names.
    private let numbers: [String: Int32]

    public init(_ set: RuleSet) {
        self.set = set
        names = RuleForm.builtInAttributes + set.attributes.map(\.name)
        var maker = ReadyMaker(places: Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) }))
        var rules: [ReadyRule] = []
        for (place, rule) in set.rules.enumerated() { rules.append(maker.ready(rule, place)) }
        self.rules = rules
        numbers = maker.numbers
    }

    func ready(_ request: TransferRequest) -> ReadyCase {
        ReadyCase(
            operation: ReadyMaker.bit(request.operation), source: ready(request.source), target: request.target.map(ready),
            amount: request.amount, place: DayOfYear(request.date).place, day: request.date.dayNumber)
    }

    private func ready(_ facts: EnvelopeFacts) -> ReadyCase.Envelope {
        let texts = names.map { facts.value(of: $0) }
        let numbers = texts.map { text in
            text.map { self.numbers[$0] ?? ReadyCase.Envelope.unnamed } ?? ReadyCase.Envelope.lacking
        }
        return ReadyCase.Envelope(numbers: numbers, texts: texts)
    }
}

/// A rule made ready: little, so that looking at it copies little.
struct ReadyRule: Sendable {
    /// Where it stands in the set.
    let place: Int
    let when: [ReadyPart]
    let unless: [[ReadyPart]]

    /// Whether it applies: its `when` is so, and none of its exceptions.
    func applies(_ ready: ReadyCase) -> Truth {
        var truth = Self.all(when, ready)
        if truth == .no { return .no }
        for exception in unless {
            truth = truth && !Self.all(exception, ready)
            if truth == .no { return .no }
        }
        return truth
    }

    static func all(_ parts: [ReadyPart], _ ready: ReadyCase) -> Truth {
        var truth = Truth.yes
        for part in parts {
            truth = truth && part.truth(ready)
            if truth == .no { return .no }
        }
        return truth
    }
}

private struct ReadyMaker {
    let places: [String: Int]
    var numbers: [String: Int32] = [:]

    init(places: [String: Int]) { self.places = places }

    static func bit(_ operation: BudgetOperation) -> UInt8 {
        switch operation {
        case .advance: 1
        case .cancellation: 2
        case .carryOver: 4
        case .temporaryTransfer: 8
        case .transfer: 16
        }
    }

    mutating func ready(_ rule: TransferRule, _ place: Int) -> ReadyRule {
        var unless: [[ReadyPart]] = []
        for exception in rule.unless { unless.append(ready(exception.when)) }
        return ReadyRule(place: place, when: ready(rule.when), unless: unless)
    }

    private mutating func ready(_ condition: RuleCondition) -> [ReadyPart] {
        var parts: [ReadyPart] = []
        for part in condition.parts { parts.append(ready(part)) }
        return parts
    }

    private mutating func ready(_ part: ConditionPart) -> ReadyPart {
        switch part {
        case .operation(let operations): return .operation(operations.reduce(0) { $0 | Self.bit($1) })
        case .attribute(let side, let test):
            var values: [Int32] = []
            for value in test.values { values.append(number(value)) }
            return .attribute(side, place: place(test.name), values: values, isNegated: test.isNegated)
        case .same(let name): return .same(place: place(name))
        case .differ(let name): return .differ(place: place(name))
        case .above(let bound): return .above(bound)
        case .atMost(let bound): return .atMost(bound)
        case .window(let from, let until):
            return .window((from ?? .first).place...(until ?? .last).place)
        case .dates(let from, let until):
            return .dates(from: from?.dayNumber ?? .min, until: until?.dayNumber ?? .max)
        }
    }

    private func place(_ name: String) -> Int {
        guard let place = places[name] else { preconditionFailure("a rule set names only attributes that it declares") }
        return place
    }

    private mutating func number(_ value: String) -> Int32 {
        if let number = numbers[value] { return number }
        let number = Int32(numbers.count)
        numbers[value] = number
        return number
    }
}
