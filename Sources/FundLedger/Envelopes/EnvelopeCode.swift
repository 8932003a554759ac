import AuditTrail

/// The small grammars of budgets. FORMAT.md, sections 1 and 4.
public enum EnvelopeCode {
    public static let nameBytes = 1...200
    public static let mostAttributes = 64

    /// ENVELOPE: 1–64 of `A-Z a-z 0-9 . _ -`, the first a letter or digit.
    public static func isValid(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.first.map(isAlphanumeric) == true
            && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
    }

    /// What every envelope has: no attribute is named so.
    public static let reservedNames: Set<String> = ["envelope", "year", "parent"]

    /// The name of an attribute: 1–32 of `a-z 0-9 -`, the first a letter.
    public static func isAttributeName(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count) && text.utf8.first.map(isLower) == true
            && text.utf8.allSatisfy { isLower($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    /// Refuses: E-ENV-001.
    public static func check(_ text: String) throws {
        guard isValid(text) else { throw LedgerError(.envelopeCodeMalformed, ["found": text]) }
    }

    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 <= 25
    }
}
