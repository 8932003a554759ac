/// Integers as records hold them: strings of the form `0` or `-?[1-9][0-9]{0,18}` within 64 bits.
///
/// One integer has one spelling: no `+`, no leading zero, no `-0`, no space, ASCII digits only (Swift's own `Int("+5")`
/// and `Int("007")` parse, so they are of no use here).
public enum CanonicalInteger {
    /// The integer that `text` spells, or nil where it is not the one spelling of an `Int64`.
    public static func parse(_ text: String) -> Int64? {
        var text = text
        return text.withUTF8 { parse(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// The integer that the bytes spell, or nil where they are not the one spelling of an `Int64`.
    public static func parse(utf8 bytes: UnsafeRawBufferPointer) -> Int64? {
        guard let first = bytes.first, bytes.count <= 20 else { return nil }
        let isNegative = first == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        guard start < bytes.count else { return nil }
        if bytes[start] == UInt8(ascii: "0") { return bytes.count == 1 ? 0 : nil }
        var value: Int64 = 0
        for index in start..<bytes.count {
            let digit = Int64(bytes[index]) - 0x30
            guard (0...9).contains(digit) else { return nil }
            let (tens, tensOverflow) = value.multipliedReportingOverflow(by: 10)
            // Downwards, so that the least Int64 is reached without passing by its opposite.
            let (next, overflow) = tens.subtractingReportingOverflow(digit)
            if tensOverflow || overflow { return nil }
            value = next
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// The one spelling of an integer.
    public static func text(_ value: Int64) -> String { String(value) }
}
