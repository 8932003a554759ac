/// Text reduced to what people agree on when they spell a name: letters and digits, without case, accents, hyphens,
/// dashes, apostrophes or spaces. For matching only, never for storing.
public enum FoldedText {
    /// `Gaspésie–Îles-de-la-Madeleine` and `GASPESIE ILES DE LA MADELEINE` give the same bytes.
    public static func fold(_ text: String) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar, to: &folded) }
        return folded
    }

    /// The candidate that the fewest insertions, deletions and replacements make of the text, once both are folded; nil
    /// where more than a third of its letters would change, or where there is no candidate. Of two as near, the longer one:
    /// people leave out more often than they add.
    public static func nearest(to text: String, among candidates: some Sequence<String>) -> String? {
        let wanted = fold(text)
        guard !wanted.isEmpty, wanted.count <= 200 else { return nil }
        var best: (candidate: String, distance: Int, length: Int)?
        for candidate in candidates {
            let folded = fold(candidate)
            let distance = distance(wanted, folded)
            guard distance <= max(wanted.count, folded.count) / 3 else { continue }
            if best.map({ (distance, $0.length) < ($0.distance, folded.count) }) ?? true {
                best = (candidate, distance, folded.count)
            }
        }
        return best?.candidate
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: folded.append(UInt8(scalar.value))
        case 0x41...0x5A: folded.append(UInt8(scalar.value) + 0x20)
        case 0xC0...0xC5, 0xE0...0xE5: folded.append(UInt8(ascii: "a"))
        case 0xC6, 0xE6: folded.append(contentsOf: Array("ae".utf8))
        case 0xC7, 0xE7: folded.append(UInt8(ascii: "c"))
        case 0xC8...0xCB, 0xE8...0xEB: folded.append(UInt8(ascii: "e"))
        case 0xCC...0xCF, 0xEC...0xEF: folded.append(UInt8(ascii: "i"))
        case 0xD1, 0xF1: folded.append(UInt8(ascii: "n"))
        case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8: folded.append(UInt8(ascii: "o"))
        case 0xD9...0xDC, 0xF9...0xFC: folded.append(UInt8(ascii: "u"))
        case 0xDD, 0xFD, 0xFF: folded.append(UInt8(ascii: "y"))
        case 0x152, 0x153: folded.append(contentsOf: Array("oe".utf8))
        // Spaces, punctuation, hyphens, dashes, apostrophes, combining accents.
        case ..<0x80, 0xA0...0xBF, 0x300...0x36F, 0x2000...0x206F, 0x2212: break
        default: folded.append(contentsOf: Array(String(scalar).utf8))
        }
    }

    /// Levenshtein's distance between folded texts, one row at a time.
    public static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = a == b ? diagonal : 1 + min(diagonal, above, row[j])
                diagonal = above
            }
        }
        return row[right.count]
    }
}
