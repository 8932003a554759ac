/// The id of a payment: `FNF-P-000123`, gapless per fund. FORMAT.md, section 19.
///
/// At least six digits, no leading zero beyond six; ordered by fund, then as a number.
public struct PaymentID: Hashable, Comparable, Sendable {
    public let fund: FundCode
    /// From 1, at most twelve digits.
    public let number: Int64

    /// Refuses a number outside 1…999 999 999 999 with `E-REF-034`.
    public init(fund: FundCode, number: Int64) throws {
        guard EntryID.numbers.contains(number) else { throw Self.malformed(String(number)) }
        self.fund = fund
        self.number = number
    }

    /// Refuses another form, or a number out of range, with `E-REF-034`.
    public init(parsing text: String) throws {
        guard let (fund, number) = NumberedID.read(text, letter: "P") else { throw Self.malformed(text) }
        self.fund = fund
        self.number = number
    }

    /// `FNF-P-000123`.
    public var text: String { NumberedID.text(fund, "P", number) }

    public static func < (left: PaymentID, right: PaymentID) -> Bool {
        (left.fund.idPrefix, left.number) < (right.fund.idPrefix, right.number)
    }

    private static func malformed(_ found: String) -> ReferenceError {
        ReferenceError(.paymentIDMalformed, ["found": found, "expected": "FNF-P-000123"])
    }
}
