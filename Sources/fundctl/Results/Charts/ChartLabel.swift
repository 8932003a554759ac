/// A name beside a bar: on a few lines, cut with `…` where it does not fit. The table has it whole.
enum ChartLabel {
    /// At most `most` lines of at most `width` columns; breaks at spaces, and after hyphens and dashes.
    static func lines(_ text: String, width: Int, most: Int) -> [String] {
        var lines: [String] = []
        var rest = pieces(text)[...]
        while let first = rest.first, lines.count < most {
            let isLast = lines.count == most - 1
            var line = first
            rest = rest.dropFirst()
            while let next = rest.first, isLast || DisplayWidth.of(trimmed(line + next)) <= width {
                line += next
                rest = rest.dropFirst()
            }
            lines.append(DisplayWidth.cut(trimmed(line), to: width))
        }
        return lines
    }

    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in text {
            piece.append(character)
            if [" ", "-", "–"].contains(character) {
                pieces.append(piece)
                piece = ""
            }
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    private static func trimmed(_ line: String) -> String {
        line.last == " " ? String(line.dropLast()) : line
    }
}
