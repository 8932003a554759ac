/// Sets the no-break spaces of French, as Québec writes it (OQLF): U+00A0 before `:`, `»`, `%` and `$`, after `«`,
/// and between groups of digits; none before `;`, `!` and `?`. English is left alone.
///
/// Only a plain space that the author typed is replaced: where none was typed (`10:30`, `E-JRN-004: …`, a URL)
/// nothing changes. Interpolated values never come here.
enum Typographer {
    static let noBreak: Unicode.Scalar = "\u{00A0}"

    static func noBreakSpace(in language: Language) -> String { language == .fr ? "\u{00A0}" : " " }

    static func set(_ words: String, in language: Language) -> String {
        guard language == .fr, words.utf8.contains(UInt8(ascii: " ")) else { return words }
        let scalars = Array(words.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            result.append(scalar == " " && isBound(at: index, in: scalars) ? noBreak : scalar)
        }
        return String(result)
    }

    private static func isBound(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        let previous = index > 0 ? scalars[index - 1] : nil
        if previous == "«" { return true }
        guard let next else { return false }
        if next == "»" || next == "%" { return true }
        // A colon or a dollar sign that begins a longer word (`:name`, `$HOME`) is not punctuation.
        let following = index + 2 < scalars.count ? scalars[index + 2] : nil
        if next == ":" || next == "$" { return following.map { !isWord($0) } ?? true }
        return isGrouping(at: index, in: scalars)
    }

    /// The space of `2 500,00`: a digit before, exactly three digits after.
    private static func isGrouping(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard index > 0, isDigit(scalars[index - 1]), index + 3 < scalars.count else { return false }
        guard scalars[(index + 1)...(index + 3)].allSatisfy(isDigit) else { return false }
        return index + 4 >= scalars.count || !isDigit(scalars[index + 4])
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || scalar == "_" || scalar == "{" || scalar == "/" || scalar.properties.isAlphabetic
    }
}
