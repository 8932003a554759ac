/// How amounts are written in a file.
public struct AmountFormat: Sendable, Equatable {
    public enum Decimal: String, CaseIterable, Sendable {
        case point = "."
        case comma = ","
    }
    public enum Grouping: String, CaseIterable, Sendable {
        case none = ""
        /// An ordinary, no-break (U+00A0) or narrow no-break space (U+202F).
        case space = " "
        case comma = ","
        case point = "."
    }
    public enum Unit: String, CaseIterable, Sendable {
        /// Integers of cents; no decimals, no grouping.
        case cents
        case dollars
    }
    public enum Negative: String, CaseIterable, Sendable {
        /// `-12.50`
        case minus
        /// `(12.50)`, and never a minus.
        case parentheses
    }

    public var decimal: Decimal = .point
    public var grouping: Grouping = .none
    public var unit: Unit = .dollars
    public var negative: Negative = .minus

    public init() {}

    /// An amount as this format writes it, for messages.
    var example: String {
        if unit == .cents { return negative == .minus ? "-123456" : "(123456)" }
        let digits = "1\(grouping.rawValue)234\(decimal.rawValue)56"
        return negative == .minus ? "-" + digits : "(\(digits))"
    }
}
