/// Shortens a text as a map expressly says.
enum TextShortener {
    /// At most `most` characters (code points), the last of them an ellipsis if anything is left out; no space
    /// before the ellipsis, and no letter parted from its combining accents (U+0300–036F).
    static func shorten(
        _ text: UnsafeRawBufferPointer, to most: Int, _ scratch: ByteArena
    ) -> UnsafeRawBufferPointer {
        guard text.reduce(0, { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }) > most else { return text }
        var (end, seen) = (0, 0)
        for (index, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
            if seen == most - 1 {
                end = index
                break
            }
            seen += 1
        }
        while end > 0, isCombining(text, end) {
            repeat { end -= 1 } while end > 0 && text[end] & 0xC0 == 0x80
        }
        while end > 0, text[end - 1] == 0x20 { end -= 1 }
        let start = scratch.append(UnsafeRawBufferPointer(rebasing: text[..<end]))
        withUnsafeBytes(of: (UInt8(0xE2), UInt8(0x80), UInt8(0xA6))) { _ = scratch.append($0) }
        return scratch.bytes(start, scratch.count - start)
    }

    private static func isCombining(_ text: UnsafeRawBufferPointer, _ index: Int) -> Bool {
        guard index + 1 < text.count else { return false }
        return text[index] == 0xCC || (text[index] == 0xCD && text[index + 1] < 0xB0)
    }
}
