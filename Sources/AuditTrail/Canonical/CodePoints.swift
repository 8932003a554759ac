/// UTF-8 and the code points that records refuse, over bytes.
///
/// Refused: controls (U+0000–001F, 007F–009F), the byte-order mark (FEFF), bidirectional controls (202A–202E,
/// 2066–2069) and noncharacters (FDD0–FDEF, and the last two of every plane). Surrogates, overlong forms and what lies
/// past U+10FFFF are not UTF-8 (Unicode 16, table 3-7).
enum CodePoints {
    /// Whether no record may hold this code point.
    @inline(__always)
    static func isForbidden(_ point: UInt32) -> Bool {
        if point < 0x202A { return point < 0x20 || (0x7F...0x9F).contains(point) }
        return point <= 0x202E
            || (0x2066...0x2069).contains(point)
            || point == 0xFEFF
            || (0xFDD0...0xFDEF).contains(point)
            || point & 0xFFFE == 0xFFFE
    }

    /// Whether a text made of such code points only is in NFC as it stands: none of them composes, decomposes or
    /// moves. Covers Latin with its accents (below U+0300) and the dashes, quotes, ellipsis, narrow no-break space and
    /// currency signs that French uses, so that French and English texts are never normalised at a cost.
    @inline(__always)
    static func isSettled(_ point: UInt32) -> Bool {
        point < 0x300 || (0x2002...0x20CF).contains(point)
    }

    /// How refusals name a code point: `U+000A`, at least four digits.
    static func label(_ point: UInt32) -> String {
        let digits = String(point, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    /// How many bytes from `start` on need no look: ASCII from space to `~`, neither `"` nor `\`.
    ///
    @inline(__always)
    static func plainRun(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        let count = bytes.count
        var index = start
        while index &+ 8 <= count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let hits = hits(word)
            if hits != 0 { return index &+ (hits.trailingZeroBitCount >> 3) &- start }
            index &+= 8
        }
        if index < count, count &- start >= 8 {
            // The last bytes once more together with plain ones before them.
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
            if hits(word) == 0 { return count &- start }
        }
        while index < count, isPlain(bytes[index]) { index &+= 1 }
        return index &- start
    }

    /// The high bit of each of eight bytes that is not plain. Borrows can only spoil the bytes after the first hit: the
    /// first hit is sure, and so is that there is none.
    @inline(__always)
    private static func hits(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let delete = word ^ (ones &* 0x7F)
        let below = (word &- (ones &* 0x20)) & ~word
        let equal = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((delete &- ones) & ~delete)
        return (word | below | equal) & (ones &* 0x80)
    }

    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x5C
    }

    /// The code point that starts at `start` and its length in bytes, or length 0 where the bytes are not UTF-8.
    @inline(__always)
    static func decode(_ bytes: UnsafeRawBufferPointer, at start: Int) -> (point: UInt32, length: Int) {
        let lead = UInt32(bytes[start])
        if lead < 0x80 { return (lead, 1) }
        if lead < 0xE0 {
            guard lead >= 0xC2, let second = continuation(bytes, start &+ 1) else { return (0, 0) }
            return ((lead & 0x1F) << 6 | second, 2)
        }
        guard let second = continuation(bytes, start &+ 1), let third = continuation(bytes, start &+ 2) else {
            return (0, 0)
        }
        if lead < 0xF0 {
            let point = (lead & 0x0F) << 12 | second << 6 | third
            guard point >= 0x800, !(0xD800...0xDFFF).contains(point) else { return (0, 0) }
            return (point, 3)
        }
        guard lead < 0xF5, let fourth = continuation(bytes, start &+ 3) else { return (0, 0) }
        let point = (lead & 0x07) << 18 | second << 12 | third << 6 | fourth
        guard (0x1_0000...0x10_FFFF).contains(point) else { return (0, 0) }
        return (point, 4)
    }

    @inline(__always)
    private static func continuation(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt32? {
        guard index < bytes.count, bytes[index] & 0xC0 == 0x80 else { return nil }
        return UInt32(bytes[index] & 0x3F)
    }
}
