/// The federal business number with its program account: nine digits that pass the Luhn check, two capital letters, four
/// digits (`123456782RC0001`; DOMAIN, *Identifiers*).
public struct FederalBusinessNumber: Hashable, Sendable {
    /// Fifteen characters.
    public let text: String

    /// Refuses another form with `E-REF-042`, nine digits that fail the Luhn check with `E-REF-043`.
    public init(parsing text: String) throws {
        let bytes = Array(text.utf8)
        guard bytes.count == 15, Digits.areAll(bytes[0..<9]), Digits.areAll(bytes[11..<15]),
            bytes[9..<11].allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        else {
            throw ReferenceError(.businessNumberMalformed, ["found": text, "expected": "123456782RC0001"])
        }
        guard Self.passesLuhn(bytes[0..<9]) else {
            throw ReferenceError(.businessNumberCheckDigit, ["found": text])
        }
        self.text = text
    }

    /// The nine digits of the enterprise itself.
    public var root: String { String(text.prefix(9)) }

    /// Doubles every second digit from the right, casts out nines, and wants a multiple of ten.
    static func passesLuhn(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
        var sum = 0
        for (place, byte) in digits.reversed().enumerated() {
            let digit = Int(byte - UInt8(ascii: "0"))
            let weighted = place % 2 == 1 ? digit * 2 : digit
            sum += weighted > 9 ? weighted - 9 : weighted
        }
        return sum % 10 == 0
    }
}
