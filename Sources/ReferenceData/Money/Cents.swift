/// An amount of Canadian dollars in whole cents; negative where it is owed or credited, as its holder says.
///
/// There is no `+`: every operation is checked and throws `E-REF-001` rather than wrap or trap.
public struct Cents: Hashable, Comparable, Sendable {
    /// Cents.
    public let value: Int64

    public static let zero = Cents(0)

    @inlinable
    public init(_ value: Int64) { self.value = value }

    /// Reads the canonical text of records and of `_cents` columns: `0`, or `-?[1-9][0-9]*` within 64 bits.
    ///
    /// Refuses everything else (`+7`, `007`, `-0`, `7.0`, a space) with `E-REF-002`, and what does not fit with
    /// `E-REF-001`.
    public init(canonical text: String) throws {
        var text = text
        self = try text.withUTF8 { try Cents(canonical: UnsafeRawBufferPointer($0)) }
    }

    /// The same, from UTF-8 bytes, without allocation.
    public init(canonical bytes: UnsafeRawBufferPointer) throws {
        let negative = bytes.first == UInt8(ascii: "-")
        let start = negative ? 1 : 0
        guard bytes.count > start else { throw Self.notCanonical(bytes) }
        if bytes[start] == UInt8(ascii: "0"), negative || bytes.count > 1 { throw Self.notCanonical(bytes) }
        var magnitude: UInt64 = 0
        var fits = true
        for index in start..<bytes.count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { throw Self.notCanonical(bytes) }
            if fits { fits = magnitude.append(digit: digit) }
        }
        guard fits, let cents = Cents(magnitude: magnitude, negative: negative) else {
            throw Self.overflow(String(decoding: bytes, as: UTF8.self))
        }
        self = cents
    }

    /// Nil where the value does not fit.
    @inlinable
    init?(magnitude: UInt64, negative: Bool) {
        if negative {
            guard magnitude <= Int64.min.magnitude else { return nil }
            self.value = Int64(truncatingIfNeeded: 0 &- magnitude)
        } else {
            guard let value = Int64(exactly: magnitude) else { return nil }
            self.value = value
        }
    }

    /// The canonical text: `0`, `-12`.
    public var canonical: String { String(value) }

    @inlinable public var isZero: Bool { value == 0 }
    @inlinable public var isNegative: Bool { value < 0 }

    @inlinable
    public static func < (left: Cents, right: Cents) -> Bool { left.value < right.value }

    /// The sum; refuses one that does not fit with `E-REF-001`.
    @inlinable
    public func adding(_ other: Cents) throws -> Cents {
        let (sum, overflow) = value.addingReportingOverflow(other.value)
        if overflow { throw Self.overflow("\(value) + \(other.value)") }
        return Cents(sum)
    }

    /// The difference; refuses one that does not fit with `E-REF-001`.
    @inlinable
    public func subtracting(_ other: Cents) throws -> Cents {
        let (difference, overflow) = value.subtractingReportingOverflow(other.value)
        if overflow { throw Self.overflow("\(value) - \(other.value)") }
        return Cents(difference)
    }

    /// The opposite; refuses that of the least value with `E-REF-001`.
    @inlinable
    public func negated() throws -> Cents { try Cents.zero.subtracting(self) }

    /// The sum in the given order; refuses a partial sum that does not fit with `E-REF-001`.
    @inlinable
    public static func sum(_ amounts: some Sequence<Cents>) throws -> Cents {
        var total = Cents.zero
        for amount in amounts { total = try total.adding(amount) }
        return total
    }

    @usableFromInline
    static func overflow(_ found: String) -> ReferenceError {
        ReferenceError(.amountOverflow, ["found": found, "expected": "\(Int64.min)…\(Int64.max)"])
    }

    private static func notCanonical(_ bytes: UnsafeRawBufferPointer) -> ReferenceError {
        ReferenceError(
            .amountNotCanonical,
            ["found": String(decoding: bytes, as: UTF8.self), "expected": "0, 2500, -2500"])
    }
}

extension UInt64 {
    /// Appends one decimal digit; false, and unchanged, where it does not fit.
    @inline(__always)
    mutating func append(digit: UInt8) -> Bool {
        let (tens, overTens) = multipliedReportingOverflow(by: 10)
        let (sum, overSum) = tens.addingReportingOverflow(UInt64(digit))
        guard !overTens, !overSum else { return false }
        self = sum
        return true
    }
}
