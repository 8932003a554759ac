/// Reads amounts as a map says they are written, to the exact cent; nothing is guessed or rounded.
///
/// No plus sign, exponent, currency sign, space around, superfluous leading zero or negative zero. Groups, where
/// declared, have three digits each and are all there or not at all.
enum AmountParser {
    static func parse(_ bytes: UnsafeRawBufferPointer, _ format: AmountFormat) -> ParsedValue {
        var number = bytes
        var isNegative = false
        switch format.negative {
        case .minus:
            if number.first == 0x2D {
                isNegative = true
                number = UnsafeRawBufferPointer(rebasing: number[1...])
            }
        case .parentheses:
            if number.count > 2, number.first == 0x28, number.last == 0x29 {
                isNegative = true
                number = UnsafeRawBufferPointer(rebasing: number[1..<number.count - 1])
            }
        }
        let magnitude = format.unit == .cents ? digits(number) : dollars(number, format)
        return magnitude.signed(isNegative)
    }

    /// A canonical integer: `0`, `-?[1-9][0-9]*`.
    static func integer(_ bytes: UnsafeRawBufferPointer, refusal: ImportError.Code) -> ParsedValue {
        let isNegative = bytes.first == 0x2D
        let magnitude = digits(isNegative ? UnsafeRawBufferPointer(rebasing: bytes[1...]) : bytes)
        let value = magnitude.signed(isNegative)
        if case .refused(.badAmount) = value { return .refused(refusal) }
        return value
    }

    private enum Magnitude {
        case value(UInt64)
        case refused(ImportError.Code)

        func signed(_ isNegative: Bool) -> ParsedValue {
            switch self {
            case .refused(let code): return .refused(code)
            case .value(0) where isNegative: return .refused(.badAmount)
            case .value(let magnitude):
                if isNegative {
                    return magnitude > Int64.min.magnitude
                        ? .refused(.outOfRange) : .number(Int64(truncatingIfNeeded: 0 &- magnitude))
                }
                return magnitude > UInt64(Int64.max) ? .refused(.outOfRange) : .number(Int64(magnitude))
            }
        }
    }

    private static func digits(_ bytes: UnsafeRawBufferPointer) -> Magnitude {
        guard let first = bytes.first, first != 0x30 || bytes.count == 1 else { return .refused(.badAmount) }
        var value: UInt64 = 0
        var overflows = false
        for byte in bytes {
            let digit = byte &- 0x30
            guard digit <= 9 else { return .refused(.badAmount) }
            overflows = !append(digit, to: &value) || overflows
        }
        return overflows ? .refused(.outOfRange) : .value(value)
    }

    private static func dollars(_ bytes: UnsafeRawBufferPointer, _ format: AmountFormat) -> Magnitude {
        let point: UInt8 = format.decimal == .point ? 0x2E : 0x2C
        let whole = bytes.firstIndex(of: point) ?? bytes.count
        guard var value = wholeDollars(UnsafeRawBufferPointer(rebasing: bytes[..<whole]), format.grouping)
        else { return .refused(.badAmount) }
        var overflows = value.overflows
        let decimals = UnsafeRawBufferPointer(rebasing: bytes[min(whole + 1, bytes.count)...])
        if decimals.isEmpty, whole < bytes.count { return .refused(.badAmount) }
        var hasFraction = false
        for index in 0..<max(2, decimals.count) {
            let digit = index < decimals.count ? decimals[index] &- 0x30 : 0
            guard digit <= 9 else { return .refused(.badAmount) }
            if index < 2 {
                overflows = !append(digit, to: &value.amount) || overflows
            } else if digit != 0 {
                hasFraction = true
            }
        }
        if hasFraction { return .refused(.fractionOfCent) }
        return overflows ? .refused(.outOfRange) : .value(value.amount)
    }

    /// Digits, in groups of three if any is grouped; nil if they are not so written.
    private static func wholeDollars(
        _ bytes: UnsafeRawBufferPointer, _ grouping: AmountFormat.Grouping
    ) -> (amount: UInt64, overflows: Bool)? {
        guard let first = bytes.first, first != 0x30 || bytes.count == 1 else { return nil }
        var value: UInt64 = 0
        var (overflows, isGrouped) = (false, false)
        var (run, index) = (0, 0)
        while index < bytes.count {
            let digit = bytes[index] &- 0x30
            if digit <= 9 {
                overflows = !append(digit, to: &value) || overflows
                run += 1
                index += 1
                continue
            }
            let length = separatorLength(bytes, index, grouping)
            guard length > 0, isGrouped ? run == 3 : (1...3).contains(run) else { return nil }
            (isGrouped, run) = (true, 0)
            index += length
        }
        if isGrouped, run != 3 { return nil }
        return (value, overflows)
    }

    /// Bytes of the grouping sign at `index`; 0 if there is none.
    private static func separatorLength(
        _ bytes: UnsafeRawBufferPointer, _ index: Int, _ grouping: AmountFormat.Grouping
    ) -> Int {
        switch grouping {
        case .none: return 0
        case .comma: return bytes[index] == 0x2C ? 1 : 0
        case .point: return bytes[index] == 0x2E ? 1 : 0
        case .space:
            switch bytes[index] {
            case 0x20: return 1
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return 2
            case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF: return 3
            default: return 0
            }
        }
    }

    /// False, and no change, when the value would leave 64 bits.
    private static func append(_ digit: UInt8, to value: inout UInt64) -> Bool {
        let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.addingReportingOverflow(UInt64(digit))
        if overflow || carry { return false }
        value = sum
        return true
    }
}
