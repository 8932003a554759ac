/// Standard base64 (RFC 4648, section 4), canonical only: with padding, without line feeds, with zero
/// trailing bits, so that one value has one text.
public enum Base64 {
    /// The text of these bytes.
    public static func encode(_ bytes: [UInt8]) -> String {
        String(decoding: encodeBytes(bytes), as: UTF8.self)
    }

    /// The ASCII bytes of the text of these bytes.
    static func encodeBytes(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var position = 0
        while position < bytes.count {
            let left = bytes.count - position
            var group = UInt32(bytes[position]) << 16
            if left > 1 { group |= UInt32(bytes[position + 1]) << 8 }
            if left > 2 { group |= UInt32(bytes[position + 2]) }
            text.append(digit(group >> 18))
            text.append(digit(group >> 12))
            text.append(left > 1 ? digit(group >> 6) : padding)
            text.append(left > 2 ? digit(group) : padding)
            position += 3
        }
        return text
    }

    /// The bytes of this text; nil when it is not canonical base64. The empty text gives no bytes.
    public static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var bits: UInt32 = 0
        var digits = 0
        var paddings = 0
        for byte in text {
            if byte == padding {
                paddings += 1
                continue
            }
            guard paddings == 0, let value = value(byte) else { return nil }
            bits = bits << 6 | UInt32(value)
            digits += 1
            if digits % 4 == 0 {
                bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
                bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
                bytes.append(UInt8(truncatingIfNeeded: bits))
                bits = 0
            }
        }
        switch (digits % 4, paddings) {
        case (0, 0): return bytes
        case (3, 1):
            guard bits & 0b11 == 0 else { return nil }
            bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
            bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
            return bytes
        case (2, 2):
            guard bits & 0b1111 == 0 else { return nil }
            bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
            return bytes
        default: return nil
        }
    }

    private static let padding = UInt8(ascii: "=")

    private static func digit(_ bits: UInt32) -> UInt8 {
        switch UInt8(truncatingIfNeeded: bits & 63) {
        case let value where value < 26: UInt8(ascii: "A") + value
        case let value where value < 52: UInt8(ascii: "a") + value - 26
        case let value where value < 62: UInt8(ascii: "0") + value - 52
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
