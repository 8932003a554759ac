/// The small grammars of FORMAT.md, section 1, over bytes.
public enum Grammar {
    /// PERSON: 1–64 of `a-z 0-9 . _ -`, the first a letter or digit.
    public static func isPerson(_ text: String) -> Bool {
        text.utf8.count <= 64 && text.utf8.first.map(isLowerOrDigit) == true
            && text.utf8.allSatisfy { isLowerOrDigit($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
    }

    /// ORIGIN: 1–128 of `a-z 0-9 . - /`, first and last a letter or digit.
    public static func isOrigin(_ text: String) -> Bool {
        text.utf8.count <= 128 && text.utf8.first.map(isLowerOrDigit) == true
            && text.utf8.last.map(isLowerOrDigit) == true
            && text.utf8.allSatisfy { isLowerOrDigit($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2F }
    }

    /// SCOPE: 1–32 of `a-z 0-9 -`.
    public static func isScope(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count) && text.utf8.allSatisfy { isLowerOrDigit($0) || $0 == 0x2D }
    }

    /// IDEMPOTENCY: 1–128 printable ASCII bytes, without `"` and `\`.
    public static func isIdempotencyKey(_ text: String) -> Bool {
        (1...128).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
    }

    /// The program's name and version: 1–64 of bytes 0x20–0x7E but `"` and `\`.
    public static func isSoftware(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
    }

    /// Lower-case hexadecimal digits, exactly `digits` of them.
    public static func isHex(_ text: String, digits: Int) -> Bool {
        text.utf8.count == digits
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// TIME: `YYYY-MM-DDThh:mm:ssZ`, a real moment of 1900 … 2999.
    public static func isTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let shape = Array("0000-00-00T00:00:00Z".utf8)
        guard bytes.count == shape.count else { return false }
        for (byte, form) in zip(bytes, shape) where form == 0x30 ? !(0x30...0x39).contains(byte) : byte != form {
            return false
        }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        let year = number(0..<4), month = number(5..<7), day = number(8..<10)
        guard (1900...2999).contains(year), (1...12).contains(month) else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        return (1...days).contains(day) && number(11..<13) < 24 && number(14..<16) < 60 && number(17..<19) < 60
    }

    private static func isLowerOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}

extension CanonicalObject.Reader {
    /// A string of a grammar. Refuses: E-AUD-001.
    public mutating func string(_ name: String, _ isValid: (String) -> Bool) throws -> String {
        let text = try string(name)
        guard isValid(text) else { throw malformed(name, text) }
        return text
    }

    /// A string of a grammar, nil where absent. Refuses: E-AUD-001.
    public mutating func optionalString(_ name: String, _ isValid: (String) -> Bool) throws -> String? {
        guard let text = try optionalString(name) else { return nil }
        guard isValid(text) else { throw malformed(name, text) }
        return text
    }

    /// Free text of so many bytes. Refuses: E-AUD-001.
    public mutating func text(_ name: String, bytes: ClosedRange<Int>) throws -> String {
        try string(name) { bytes.contains($0.utf8.count) }
    }

    /// Free text of so many bytes, nil where absent. Refuses: E-AUD-001.
    public mutating func optionalText(_ name: String, bytes: ClosedRange<Int>) throws -> String? {
        try optionalString(name) { bytes.contains($0.utf8.count) }
    }

    /// A number of at least `least`. Refuses: E-AUD-001.
    public mutating func count(_ name: String, least: Int64 = 0) throws -> Int64 {
        let number = try integer(name)
        guard number >= least else { throw malformed(name, String(number)) }
        return number
    }

    /// A SHA-256 hash. Refuses: E-AUD-001.
    public mutating func digest(_ name: String) throws -> Digest {
        let text = try string(name)
        guard let digest = Digest(hex: text) else { throw malformed(name, text) }
        return digest
    }

    /// A public key that is no weak point. Refuses: E-AUD-001, E-KEY-001 … E-KEY-004.
    public mutating func publicKey(_ name: String) throws -> PublicKey {
        let text = try string(name)
        guard keysAsWritten, let written = Digest(hex: text) else { return try PublicKey(hex: text) }
        return PublicKey(asWritten: written)
    }

    /// 64 bytes of a signature. Refuses: E-AUD-001.
    public mutating func signature(_ name: String) throws -> [UInt8] {
        let text = try string(name)
        guard Grammar.isHex(text, digits: 128), let bytes = Hexadecimal.decode(text) else { throw malformed(name, text) }
        return bytes
    }

    /// A role of FORMAT.md, section 6. Refuses: E-AUD-001.
    public mutating func role(_ name: String) throws -> Role {
        let text = try string(name)
        guard let role = Role(rawValue: text) else { throw malformed(name, text) }
        return role
    }

    /// E-AUD-001 for a member of this object.
    public func malformed(_ name: String, _ found: String) -> AuditError {
        AuditError(.malformedMember, ["member": path(name), "found": String(found.prefix(80))])
    }
}
