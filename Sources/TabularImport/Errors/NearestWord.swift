/// The known word that a person probably meant.
enum NearestWord {
    /// The closest of `words` by edit distance, if close enough to be a slip: a third of the length, at least one.
    static func find(_ typed: String, among words: [String]) -> String? {
        let wanted = Array(typed.lowercased().unicodeScalars.prefix(64))
        var best: (word: String, distance: Int)?
        for word in words where word != typed {
            let candidate = Array(word.lowercased().unicodeScalars.prefix(64))
            let distance = editDistance(wanted, candidate)
            let allowed = max(1, max(wanted.count, candidate.count) / 3)
            if distance <= allowed, distance < (best?.distance ?? .max) { best = (word, distance) }
        }
        return best?.word
    }

    private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let substituted = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
            }
        }
        return row[b.count]
    }
}
