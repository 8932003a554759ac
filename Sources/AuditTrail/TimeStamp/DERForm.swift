/// Whether bytes are DER as far as lengths go: one element, every length definite and the shortest, constructed ones filled
/// exactly. libcrypto reads more than that (BER), and so would read what another reader does not.
enum DERForm {
    static func isOneElement(_ bytes: [UInt8]) -> Bool {
        guard let whole = element(bytes[...]), whole.end == bytes.count else { return false }
        var waiting = [whole]
        while let next = waiting.popLast() {
            guard next.isConstructed else { continue }
            var place = next.start
            while place < next.end {
                guard let inner = element(bytes[place..<next.end]) else { return false }
                waiting.append(inner)
                place = inner.end
            }
        }
        return true
    }

    private struct Element {
        let isConstructed: Bool
        /// Its content.
        let start: Int
        let end: Int
    }

    /// The element that these bytes begin with. Tags of several bytes are refused: no response has one.
    private static func element(_ bytes: ArraySlice<UInt8>) -> Element? {
        guard bytes.count >= 2 else { return nil }
        let tag = bytes[bytes.startIndex]
        var length = Int(bytes[bytes.startIndex + 1])
        var start = bytes.startIndex + 2
        if length >= 0x80 {
            let count = length - 0x80
            // Nothing that is read has more than 64 KiB.
            guard (1...3).contains(count), bytes.endIndex - start >= count else { return nil }
            length = bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
            guard length >= max(0x80, 1 << (8 * count - 8)) else { return nil }
            start += count
        }
        guard tag & 0x1F < 0x1F, bytes.endIndex - start >= length else { return nil }
        return Element(isConstructed: tag & 0x20 != 0, start: start, end: start + length)
    }
}
