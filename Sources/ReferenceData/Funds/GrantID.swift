/// The id of a grant: `FNF-G-000123`, gapless per fund. FORMAT.md, section 19.
///
/// At least six digits, no leading zero beyond six; ordered by fund, then as a number.
public struct GrantID: Hashable, Comparable, Sendable {
    public let fund: FundCode
    /// From 1, at most twelve digits.
    public let number: Int64

    /// Refuses a number outside 1…999 999 999 999 with `E-REF-033`.
    public init(fund: FundCode, number: Int64) throws {
        guard EntryID.numbers.contains(number) else { throw Self.malformed(String(number)) }
        self.fund = fund
        self.number = number
    }

    /// Refuses another form, or a number out of range, with `E-REF-033`.
    public init(parsing text: String) throws {
        guard let (fund, number) = NumberedID.read(text, letter: "G") else { throw Self.malformed(text) }
        self.fund = fund
        self.number = number
    }

    /// `FNF-G-000123`.
    public var text: String { NumberedID.text(fund, "G", number) }

    public static func < (left: GrantID, right: GrantID) -> Bool {
        (left.fund.idPrefix, left.number) < (right.fund.idPrefix, right.number)
    }

    private static func malformed(_ found: String) -> ReferenceError {
        ReferenceError(.grantIDMalformed, ["found": found, "expected": "FNF-G-000123"])
    }
}
