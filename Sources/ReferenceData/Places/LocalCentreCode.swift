/// The code of a centre local d'emploi or point de service, as the book's list of offices gives it. The sources count 154
/// of both (seed 217) and name no official codes, so only the form is fixed here.
public struct LocalCentreCode: Hashable, Comparable, Sendable {
    /// 1 to 16 of `A-Z 0-9 -`, beginning with a letter or digit.
    public let text: String

    /// Refuses another form with `E-REF-047`.
    public init(parsing text: String) throws {
        let bytes = Array(text.utf8)
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            byte &- UInt8(ascii: "0") <= 9 || byte &- UInt8(ascii: "A") <= 25
        }
        guard (1...16).contains(bytes.count), isAlphanumeric(bytes[0]),
            bytes.allSatisfy({ isAlphanumeric($0) || $0 == UInt8(ascii: "-") })
        else {
            throw ReferenceError(.localCentreMalformed, ["found": text, "expected": "1…16 A-Z 0-9 -"])
        }
        self.text = text
    }

    public static func < (left: LocalCentreCode, right: LocalCentreCode) -> Bool { left.text < right.text }
}
