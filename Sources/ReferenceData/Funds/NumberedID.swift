/// Ids of a fund that have no year: the fund's prefix, a letter, a number of at least six digits.
enum NumberedID {
    /// Nil for another form, or a number outside 1…999 999 999 999.
    static func read(_ text: String, letter: String) -> (FundCode, Int64)? {
        for fund in FundCode.allCases {
            let prefix = Array("\(fund.idPrefix)-\(letter)-".utf8)
            let bytes = Array(text.utf8)
            guard bytes.starts(with: prefix) else { continue }
            return number(bytes[prefix.count...]).map { (fund, $0) }
        }
        return nil
    }

    /// Six digits, or seven to twelve without a leading zero; nil for another form, and for 0.
    static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard digits.count == 6 || (7...12).contains(digits.count) && digits.first != UInt8(ascii: "0") else { return nil }
        var number: UInt64 = 0
        for byte in digits {
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9, number.append(digit: digit) else { return nil }
        }
        guard let number = Int64(exactly: number), EntryID.numbers.contains(number) else { return nil }
        return number
    }

    static func text(_ fund: FundCode, _ letter: String, _ number: Int64) -> String {
        text("\(fund.idPrefix)-\(letter)", number)
    }

    static func text(_ prefix: String, _ number: Int64) -> String {
        let digits = String(number)
        return "\(prefix)-" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    }
}
