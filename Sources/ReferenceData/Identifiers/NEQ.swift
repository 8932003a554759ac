/// The Quebec enterprise number: ten digits, the first two telling the kind of enterprise (DOMAIN, *Identifiers*). It has
/// no check digit, so a well-formed number may still be nobody's.
public struct NEQ: Hashable, Comparable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case legalPerson = "11"
        case soleProprietor = "22"
        /// Also associations.
        case partnership = "33"
        case publicBody = "88"
    }

    /// Ten digits.
    public let text: String
    public let kind: Kind

    /// Refuses anything but ten digits with `E-REF-040`, another beginning than 11, 22, 33 or 88 with `E-REF-041`.
    public init(parsing text: String) throws {
        guard text.utf8.count == 10, Digits.areAll(text.utf8) else {
            throw ReferenceError(.neqMalformed, ["found": text, "expected": "1142345678"])
        }
        guard let kind = Kind(rawValue: String(text.prefix(2))) else {
            throw ReferenceError(.neqPrefixUnknown, ["found": text, "expected": "11, 22, 33, 88"])
        }
        self.text = text
        self.kind = kind
    }

    public static func < (left: NEQ, right: NEQ) -> Bool { left.text < right.text }
}
