/// How many columns of a terminal a text takes.
enum DisplayWidth {
    /// Combining and format characters take none, East Asian wide characters and emoji two, all others one.
    static func of(_ text: String) -> Int {
        var width = 0
        var isASCII = true
        for byte in text.utf8 {
            if byte >= 0x80 {
                isASCII = false
                break
            }
            width += 1
        }
        if isASCII { return width }
        // A cluster is as wide as its widest scalar: a letter with its accents is one letter.
        return text.reduce(0) { $0 + ($1.unicodeScalars.map(of(scalar:)).max() ?? 0) }
    }

    private static func of(scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return wide.contains { $0.contains(value) } ? 2 : 1
        }
    }

    /// Unicode Standard Annex 11, the blocks whose East_Asian_Width is W or F.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD,
    ]

    /// Cut to a width, with `…` where something was cut.
    static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var result = ""
        var taken = 0
        for character in text {
            let next = of(String(character))
            if taken + next > width - 1 { break }
            result.append(character)
            taken += next
        }
        return result + "…"
    }
}
