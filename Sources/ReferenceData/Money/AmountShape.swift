/// The separators of a typed amount, and which of them, if any, stands before the cents.
struct AmountShape {
    private var spaces = 0
    private var commas = 0
    private var points = 0
    /// Digits before the first separator, and after the last one.
    private var leading = 0
    private var trailing = 0
    /// Every run of digits between two separators has three digits.
    private var innerGroupsRegular = true
    private var lastSeparator: UInt8 = 0
    /// Digits after the decimal separator: 0 where there is none, else 2.
    private var decimals = 0

    init(_ frame: AmountFrame) throws {
        try count(frame)
        decimals = try judge(frame)
    }

    private mutating func count(_ frame: AmountFrame) throws {
        var index = frame.digits.lowerBound
        let end = frame.digits.upperBound
        var run = 0
        while index < end {
            let byte = frame.bytes[index]
            if AmountFrame.isDigit(byte) {
                run += 1
                index += 1
                continue
            }
            let spaceLength = AmountFrame.spaceLength(frame.bytes, index, end)
            guard spaceLength > 0 || AmountFrame.isSeparator(byte) else {
                throw AmountFrame.malformed(frame.bytes, at: index)
            }
            if lastSeparator == 0 { leading = run } else if run != 3 { innerGroupsRegular = false }
            if spaceLength > 0 { spaces += 1 } else if byte == UInt8(ascii: ",") { commas += 1 } else { points += 1 }
            lastSeparator = spaceLength > 0 ? 0x20 : byte
            index += max(spaceLength, 1)
            run = 0
        }
        trailing = run
    }

    /// The number of decimals, or a refusal.
    private func judge(_ frame: AmountFrame) throws -> Int {
        let separators = spaces + commas + points
        if separators == 0 { return 0 }
        let ofLastKind = lastSeparator == 0x20 ? spaces : lastSeparator == UInt8(ascii: ",") ? commas : points
        let kinds = (spaces > 0 ? 1 : 0) + (commas > 0 ? 1 : 0) + (points > 0 ? 1 : 0)
        if kinds == 1, ofLastKind > 1 || lastSeparator == 0x20 {
            guard groupsRegular, trailing == 3 else { throw grouping(frame) }
            return 0
        }
        guard kinds <= 2, ofLastKind == 1, lastSeparator != 0x20 else { throw grouping(frame) }
        if separators == 1, trailing == 3, (1...3).contains(leading) { throw ambiguous(frame) }
        guard trailing == 2 else {
            throw ReferenceError(
                .amountDecimals,
                [
                    "found": AmountFrame.text(frame.bytes), "decimals": String(trailing),
                    "expected": AmountFrame.examples,
                ])
        }
        if separators > 1, !groupsRegular { throw grouping(frame) }
        return 2
    }

    private var groupsRegular: Bool { (1...3).contains(leading) && innerGroupsRegular }

    private func grouping(_ frame: AmountFrame) -> ReferenceError {
        ReferenceError(
            .amountGrouping,
            ["found": AmountFrame.text(frame.bytes), "expected": "1 234 567,89, 1,234,567.89, 1.234.567,89"])
    }

    /// At most six digits in all: neither reading can overflow.
    private func ambiguous(_ frame: AmountFrame) -> ReferenceError {
        var digits: Int64 = 0
        for index in frame.digits where AmountFrame.isDigit(frame.bytes[index]) {
            digits = digits * 10 + Int64(frame.bytes[index] - UInt8(ascii: "0"))
        }
        let (whole, rest) = digits.quotientAndRemainder(dividingBy: 10)
        let rounded = rest > 5 || (rest == 5 && whole % 2 == 1) ? whole + 1 : whole
        let sign: Int64 = frame.isNegative ? -1 : 1
        return ReferenceError(
            .amountAmbiguous,
            [
                "found": AmountFrame.text(frame.bytes),
                "reading_one_cents": String(sign * digits * 100),
                "reading_two_cents": String(sign * rounded),
            ])
    }

    func cents(_ frame: AmountFrame) throws -> Cents {
        var magnitude: UInt64 = 0
        var fits = true
        for index in frame.digits {
            let digit = frame.bytes[index] &- UInt8(ascii: "0")
            if digit <= 9, fits { fits = magnitude.append(digit: digit) }
        }
        if decimals == 0, fits { fits = magnitude.append(digit: 0) && magnitude.append(digit: 0) }
        guard fits, let cents = Cents(magnitude: magnitude, negative: frame.isNegative) else {
            throw Cents.overflow(AmountFrame.text(frame.bytes))
        }
        return cents
    }
}
