import ReferenceData

/// The words that a name is found by: folded, so that accents, case and hyphens do not matter, nor the order of words.
enum EmployerWords {
    /// The words of names: each part between spaces and signs, and each group of parts that signs alone divide as one word
    /// (`Méga-Plex`: `mega`, `plex`, `megaplex`).
    static func all(of names: [String]) -> Set<String> {
        var words: Set<String> = []
        for chunk in names.flatMap(chunks) {
            let parts = parts(of: chunk)
            words.formUnion(parts)
            if parts.count > 1 { words.insert(parts.joined()) }
        }
        return words
    }

    /// What names are kept under: their words, and each name's telling words as one.
    static func entries(of names: [String]) -> Set<String> { all(of: names).union(names.compactMap(likeness)) }

    /// The telling words of a name as one entry, which names alike share and no search meets; nil where it has no word.
    static func likeness(of name: String) -> String? {
        let words = telling(name)
        return words.isEmpty ? nil : "=" + words.joined(separator: " ")
    }

    /// Pieces of text between spaces.
    static func chunks(_ name: String) -> [Substring] { name.split(whereSeparator: \.isWhitespace) }

    /// The folded words of a piece, between signs.
    static func parts(of chunk: Substring) -> [String] {
        chunk.unicodeScalars.split { isSign($0) }.compactMap { piece in
            let folded = FoldedText.fold(String(String.UnicodeScalarView(piece)))
            return folded.isEmpty ? nil : String(decoding: folded, as: UTF8.self)
        }
    }

    /// Words that say no more than the form of a firm.
    static let forms: Set<String> = [
        "inc", "ltee", "ltd", "enr", "senc", "sencrl", "sec", "cie", "co", "corp", "limitee", "incorporee", "les", "le",
        "la", "l", "de", "du", "des", "d", "et", "the", "of", "and", "s", "e", "n", "c", "r", "a",
    ]

    /// The words of a name that tell it from another, in order; all of them where no other is left.
    static func telling(_ name: String) -> [String] {
        let words = chunks(name).flatMap(parts(of:))
        let telling = words.filter { !forms.contains($0) }
        return (telling.isEmpty ? words : telling).sorted()
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        !(scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber
            || scalar.properties.generalCategory == .nonspacingMark)
    }
}
