/// One character of UTF-8, judged as records judge it (audit/FORMAT.md: refused code points).
enum UTF8Check {
    enum Verdict: Equatable {
        /// A character that may stand, and its length in bytes.
        case good(Int)
        /// A character that may not stand in a record, and its length.
        case forbidden(UInt32, Int)
        /// More bytes are needed to tell.
        case incomplete
        case invalid
    }

    /// Judges the character that begins at `bytes`; its first byte is ≥ 0x80. Overlong forms and
    /// surrogates are invalid (RFC 3629).
    @inline(__always)
    static func judge(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> Verdict {
        let first = bytes[0]
        if first >= 0xC2, first < 0xE0 {
            if available < 2 { return .incomplete }
            guard bytes[1] & 0xC0 == 0x80 else { return .invalid }
            // U+0080–009F are C2 80–C2 9F.
            if first == 0xC2, bytes[1] < 0xA0 { return .forbidden(UInt32(bytes[1]), 2) }
            return .good(2)
        }
        return judgeLong(bytes, available)
    }

    private static func judgeLong(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> Verdict {
        let first = bytes[0]
        let length: Int
        var scalar: UInt32
        switch first {
        case 0xE0...0xEF: (length, scalar) = (3, UInt32(first & 0x0F))
        case 0xF0...0xF4: (length, scalar) = (4, UInt32(first & 0x07))
        default: return .invalid
        }
        for i in 1..<length {
            if i >= available { return .incomplete }
            guard bytes[i] & 0xC0 == 0x80 else { return .invalid }
            scalar = scalar << 6 | UInt32(bytes[i] & 0x3F)
        }
        let least: UInt32 = length == 3 ? 0x800 : 0x1_0000
        guard scalar >= least, scalar <= 0x10_FFFF, !(0xD800...0xDFFF).contains(scalar) else { return .invalid }
        return isForbidden(scalar) ? .forbidden(scalar, length) : .good(length)
    }

    /// Code points that no record holds: controls, byte-order mark, bidirectional controls, noncharacters.
    static func isForbidden(_ scalar: UInt32) -> Bool {
        if scalar < 0x20 || (0x7F...0x9F).contains(scalar) { return true }
        if scalar < 0x202A { return false }
        return (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar) || scalar == 0xFEFF
            || (0xFDD0...0xFDEF).contains(scalar) || scalar & 0xFFFE == 0xFFFE
    }

    /// The first forbidden code point of a text, if it has one.
    static func firstForbidden(in text: String) -> UInt32? {
        text.unicodeScalars.first { isForbidden($0.value) }?.value
    }

    /// `U+0009`
    static func name(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
