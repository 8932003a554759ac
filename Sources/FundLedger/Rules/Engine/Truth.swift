/// Kleene's three values.
public enum Truth: Int8, Hashable, Sendable {
    case no = 0
    case unknown = 1
    case yes = 2

    init(_ value: Bool) { self = value ? .yes : .no }

    @inline(__always)
    static func && (left: Truth, right: Truth) -> Truth { left.rawValue < right.rawValue ? left : right }

    @inline(__always)
    static func || (left: Truth, right: Truth) -> Truth { left.rawValue > right.rawValue ? left : right }

    @inline(__always)
    static prefix func ! (value: Truth) -> Truth { value == .unknown ? .unknown : Truth(value == .no) }
}
