import ReferenceData

/// One of the things that a condition asks for, as explanations name it.
public enum ConditionPart: Hashable, Sendable {
    case operation([BudgetOperation])
    case attribute(RuleSide, RuleCondition.AttributeTest)
    case same(String)
    case differ(String)
    /// In cents.
    case above(Int64)
    case atMost(Int64)
    case window(DayOfYear?, DayOfYear?)
    case dates(CalendarDate?, CalendarDate?)
}

extension RuleCondition {
    /// All that it asks for; it is so where all of them are.
    public var parts: [ConditionPart] {
        var parts: [ConditionPart] = operations.isEmpty ? [] : [.operation(operations)]
        parts += source.map { .attribute(.source, $0) } + target.map { .attribute(.target, $0) }
        parts += same.map { .same($0) } + differ.map { .differ($0) }
        if let above { parts.append(.above(above)) }
        if let atMost { parts.append(.atMost(atMost)) }
        if windowFrom != nil || windowUntil != nil { parts.append(.window(windowFrom, windowUntil)) }
        if from != nil || until != nil { parts.append(.dates(from, until)) }
        return parts
    }
}

/// A part made ready: attributes by their place, values by number.
enum ReadyPart: Sendable {
    /// A bit for each operation.
    case operation(UInt8)
    case attribute(RuleSide, place: Int, values: [Int32], isNegated: Bool)
    case same(place: Int)
    case differ(place: Int)
    case above(Int64)
    case atMost(Int64)
    /// Places in the fiscal year.
    case window(ClosedRange<Int>)
    case dates(from: Int32, until: Int32)

    func truth(_ case: ReadyCase) -> Truth {
        switch self {
        case .operation(let mask): return Truth(mask & `case`.operation != 0)
        case .above(let bound): return Truth(`case`.amount > bound)
        case .atMost(let bound): return Truth(`case`.amount <= bound)
        case .window(let range): return Truth(range.contains(`case`.place))
        case .dates(let from, let until): return Truth(from <= `case`.day && `case`.day <= until)
        case .attribute(let side, let place, let values, let isNegated):
            guard let envelope = side == .source ? `case`.source : `case`.target else { return .no }
            let value = envelope.numbers[place]
            if value == ReadyCase.Envelope.lacking { return .unknown }
            return Truth(values.contains(value) != isNegated)
        case .same(let place): return equality(at: place, `case`)
        case .differ(let place): return `case`.target == nil ? .no : !equality(at: place, `case`)
        }
    }

    private func equality(at place: Int, _ case: ReadyCase) -> Truth {
        guard let target = `case`.target else { return .no }
        guard let left = `case`.source.texts[place], let right = target.texts[place] else { return .unknown }
        return Truth(left == right)
    }
}

/// An operation made ready for the rules of one set.
struct ReadyCase {
    struct Envelope {
        static let lacking: Int32 = -1
        /// A value that no rule names.
        static let unnamed: Int32 = -2

        /// By the attribute's place.
        let numbers: [Int32]
        let texts: [String?]
    }

    let operation: UInt8
    let source: Envelope
    let target: Envelope?
    let amount: Int64
    let place: Int
    let day: Int32
}
