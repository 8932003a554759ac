import ReferenceData

/// RECIPIENT of FORMAT.md, section 19: a NEQ, or an identifier of the fund's own.
public enum RecipientID {
    /// Whether it is ten digits of a NEQ, or `X-` and 1 to 60 of `A-Z a-z 0-9 . _ -`.
    public static func isValid(_ text: String) -> Bool {
        if text.hasPrefix("X-") {
            let rest = text.utf8.dropFirst(2)
            return (1...60).contains(rest.count) && rest.allSatisfy(isMark)
        }
        return isNEQ(text)
    }

    /// Ten digits, the first two 11, 22, 33 or 88; there is no check digit.
    public static func isNEQ(_ text: String) -> Bool {
        text.utf8.count == 10 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && ["11", "22", "33", "88"].contains { text.hasPrefix($0) }
    }

    /// Whether it is a sole proprietor, whose name is a person's.
    public static func isPerson(_ text: String) -> Bool { isNEQ(text) && text.hasPrefix("22") }

    private static func isMark(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2E
            || byte == 0x5F || byte == 0x2D
    }
}

/// What a recipient is called: an organisation's name, or the subject of a person.
public enum RecipientName: Sendable, Equatable {
    case name(String)
    case subject(String)

    public static let nameBytes = 1...200

    /// The organisation's name.
    public var organisation: String? { if case .name(let name) = self { name } else { nil } }
    /// The subject of a person.
    public var subject: String? { if case .subject(let subject) = self { subject } else { nil } }
}
