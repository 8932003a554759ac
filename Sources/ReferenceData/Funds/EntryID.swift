/// The id of a journal entry: `FNF-2026-000123`, gapless per fund and fiscal year of the posting period (DESIGN 4).
///
/// At least six digits, no leading zero beyond six; ordered by fund, year, then as a number.
public struct EntryID: Hashable, Comparable, Sendable {
    public let fund: FundCode
    public let year: FiscalYear
    /// From 1, at most twelve digits.
    public let number: Int64

    public static let numbers: ClosedRange<Int64> = 1...999_999_999_999

    /// Refuses a number outside 1…999 999 999 999 with `E-REF-032`.
    public init(fund: FundCode, year: FiscalYear, number: Int64) throws {
        guard Self.numbers.contains(number) else {
            throw ReferenceError(.entryIDOutOfRange, ["found": String(number), "expected": "1…999999999999"])
        }
        self.fund = fund
        self.year = year
        self.number = number
    }

    /// Refuses another form with `E-REF-031`, a year outside 1990…2998 with `E-REF-021`, and the number 0 or one of more
    /// than twelve digits with `E-REF-032`.
    public init(parsing text: String) throws {
        let bytes = Array(text.utf8)
        guard let fund = FundCode.allCases.first(where: { bytes.starts(with: Array("\($0.idPrefix)-".utf8)) }) else {
            throw Self.malformed(text)
        }
        let yearStart = fund.idPrefix.utf8.count + 1
        guard let year = FourDigits.read(bytes, at: yearStart), bytes.count >= yearStart + 11,
            bytes[yearStart + 4] == UInt8(ascii: "-")
        else { throw Self.malformed(text) }
        let digits = bytes[(yearStart + 5)...]
        guard digits.count == 6 || digits.first != UInt8(ascii: "0") else { throw Self.malformed(text) }
        var number: UInt64 = 0
        var fits = true
        for byte in digits {
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9 else { throw Self.malformed(text) }
            if fits { fits = number.append(digit: digit) }
        }
        let fiscalYear = try FiscalYear(startYear: year)
        guard fits, number <= UInt64(Self.numbers.upperBound), number > 0 else {
            throw ReferenceError(.entryIDOutOfRange, ["found": text, "expected": "1…999999999999"])
        }
        try self.init(fund: fund, year: fiscalYear, number: Int64(number))
    }

    /// `FNF-2026-000123`.
    public var text: String {
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(0, 6 - digits.utf8.count))
        return "\(fund.idPrefix)-\(year.startYear)-\(zeros)\(digits)"
    }

    public static func < (left: EntryID, right: EntryID) -> Bool {
        (left.fund.idPrefix, left.year.startYear, left.number)
            < (right.fund.idPrefix, right.year.startYear, right.number)
    }

    private static func malformed(_ found: String) -> ReferenceError {
        ReferenceError(.entryIDMalformed, ["found": found, "expected": "FNF-2026-000123"])
    }
}
