/// Amounts of dollars as people type them, and as machines read them.
///
/// Read: `2500`, `2500.00`, `2500,00`, `2 500,00 $`, `$2,500.00`, `-12.50`, `1 234 567,89`, `2500.00 CAD`. A space is an
/// ASCII one, U+00A0 or U+202F; a minus is `-` or U+2212 and comes first, before or after a leading `$`.
/// What could mean two amounts (`1,234`) is refused, not guessed.
public enum AmountText {
    /// Reads an amount of dollars.
    ///
    /// Refuses: blank (`E-REF-003`); letters, parentheses, `+`, a separator before any digit (`E-REF-004`); one comma
    /// or point with one to three digits before it and exactly three after (`E-REF-005`); decimals other than none or
    /// two (`E-REF-006`); irregular groups (`E-REF-007`); more than 64 bits of cents (`E-REF-001`).
    public static func parse(_ typed: String) throws -> Cents {
        var typed = typed
        return try typed.withUTF8 { try parse(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// The same, from UTF-8 bytes, without allocation.
    public static func parse(utf8 bytes: UnsafeRawBufferPointer) throws -> Cents {
        let frame = try AmountFrame(bytes)
        let shape = try AmountShape(frame)
        return try shape.cents(frame)
    }

    /// `-2500.00`: no grouping, a decimal point, two decimals; the form of JSON and CSV results.
    public static func plain(_ cents: Cents) -> String {
        let (dollars, rest) = cents.value.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(cents.isNegative ? "-" : "")\(dollars).\(rest < 10 ? "0" : "")\(rest)"
    }
}

/// Where the digits lie once sign, currency and outer spaces are set aside.
struct AmountFrame {
    let bytes: UnsafeRawBufferPointer
    /// Begins with a digit, ends with a digit, a comma or a point.
    let digits: Range<Int>
    let isNegative: Bool

    init(_ bytes: UnsafeRawBufferPointer) throws {
        self.bytes = bytes
        var start = 0
        var end = bytes.count
        Self.skipSpaces(bytes, &start, end)
        guard start < end else {
            throw ReferenceError(.amountEmpty, ["found": Self.text(bytes), "expected": Self.examples])
        }
        var isNegative = Self.skipMinus(bytes, &start, end)
        var hasCurrency = false
        if start < end, bytes[start] == UInt8(ascii: "$") {
            hasCurrency = true
            start += 1
            Self.skipSpaces(bytes, &start, end)
            if !isNegative { isNegative = Self.skipMinus(bytes, &start, end) }
        }
        Self.dropSpaces(bytes, start, &end)
        if end - start > 3, bytes[end - 3] == UInt8(ascii: "C"), bytes[end - 2] == UInt8(ascii: "A"),
            bytes[end - 1] == UInt8(ascii: "D")
        {
            end -= 3
            Self.dropSpaces(bytes, start, &end)
        }
        if !hasCurrency, end > start, bytes[end - 1] == UInt8(ascii: "$") {
            end -= 1
            Self.dropSpaces(bytes, start, &end)
        }
        guard start < end, Self.isDigit(bytes[start]) else { throw Self.malformed(bytes, at: start) }
        guard Self.isDigit(bytes[end - 1]) || Self.isSeparator(bytes[end - 1]) else {
            throw Self.malformed(bytes, at: end - 1)
        }
        self.digits = start..<end
        self.isNegative = isNegative
    }

    static let examples = "2500, 2500.00, 2500,00, 2 500,00 $"

    static func text(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes, as: UTF8.self) }

    static func malformed(_ bytes: UnsafeRawBufferPointer, at index: Int) -> ReferenceError {
        ReferenceError(
            .amountMalformed, ["found": text(bytes), "expected": examples, "position": String(index + 1)])
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }

    @inline(__always)
    static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") }

    /// Bytes of the space that begins at `index`: 1 (ASCII), 2 (U+00A0), 3 (U+202F), or 0.
    @inline(__always)
    static func spaceLength(_ bytes: UnsafeRawBufferPointer, _ index: Int, _ end: Int) -> Int {
        switch bytes[index] {
        case 0x20: return 1
        case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: return 2
        case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF: return 3
        default: return 0
        }
    }

    private static func skipSpaces(_ bytes: UnsafeRawBufferPointer, _ start: inout Int, _ end: Int) {
        while start < end {
            let length = spaceLength(bytes, start, end)
            if length == 0 { return }
            start += length
        }
    }

    private static func dropSpaces(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: inout Int) {
        while end > start {
            if bytes[end - 1] == 0x20 {
                end -= 1
            } else if end - start >= 2, spaceLength(bytes, end - 2, end) == 2 {
                end -= 2
            } else if end - start >= 3, spaceLength(bytes, end - 3, end) == 3 {
                end -= 3
            } else {
                return
            }
        }
    }

    private static func skipMinus(_ bytes: UnsafeRawBufferPointer, _ start: inout Int, _ end: Int) -> Bool {
        if start < end, bytes[start] == UInt8(ascii: "-") {
            start += 1
        } else if end - start >= 3, bytes[start] == 0xE2, bytes[start + 1] == 0x88, bytes[start + 2] == 0x92 {
            start += 3
        } else {
            return false
        }
        skipSpaces(bytes, &start, end)
        return true
    }
}
