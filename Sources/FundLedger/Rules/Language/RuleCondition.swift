import ReferenceData

/// What a rule, or an exception, is about: a `when`. All of it must be so; what is not said is so.
public struct RuleCondition: Hashable, Sendable {
    /// A test of one attribute of one envelope.
    public struct AttributeTest: Hashable, Sendable {
        public let name: String
        /// Ascending, none twice, at least one.
        public let values: [String]
        /// None of the values, rather than one of them.
        public let isNegated: Bool
    }

    /// One of these; ascending by raw value. Empty: any.
    public var operations: [BudgetOperation] = []
    /// Ascending by name, none twice.
    public var source: [AttributeTest] = []
    public var target: [AttributeTest] = []
    /// Names that both envelopes have the same value of; ascending.
    public var same: [String] = []
    public var differ: [String] = []
    /// In cents: the amount is above.
    public var above: Int64?
    /// In cents.
    public var atMost: Int64?
    public var windowFrom: DayOfYear?
    public var windowUntil: DayOfYear?
    public var from: CalendarDate?
    public var until: CalendarDate?

    public init() {}

    /// Whether it says nothing, so that it is always so.
    public var isEmpty: Bool { self == RuleCondition() }

    /// Whether it cannot be so of an operation without a target.
    public var speaksOfTarget: Bool { !target.isEmpty || !same.isEmpty || !differ.isEmpty }

    /// Every attribute that it asks for.
    var names: Set<String> { Set((source + target).map(\.name) + same + differ) }
}
