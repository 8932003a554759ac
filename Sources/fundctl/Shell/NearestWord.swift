/// The word that was probably meant.
enum NearestWord {
    /// The nearest by edit distance (a swap of neighbours counts as one), within a third of the length, two at least
    /// and three at most, of two as near the one that begins alike; else the only one that begins with what was typed. Nil where nothing is near.
    static func to(_ typed: String, among words: [String]) -> String? {
        let limit = min(3, max(2, typed.count / 3))
        let scored = words.map { (word: $0, distance: distance(Array(typed), Array($0))) }
        // Of two as near, the one that begins alike: the first letter is seldom mistyped.
        let best = scored.min { left, right in
            left.distance == right.distance
                ? left.word.first == typed.first && right.word.first != typed.first : left.distance < right.distance
        }
        if let best, best.distance <= limit,
            best.distance < min(typed.count, best.word.count)
        {
            return best.word
        }
        let beginning = words.filter { typed.count > 1 && $0.hasPrefix(typed) }
        return beginning.count == 1 ? beginning[0] : nil
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var rows = [Array(0...right.count)]
        for i in 1..<(left.count + 1) {
            var row = [i]
            for j in 1..<(right.count + 1) {
                let change = rows[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
                var best = min(change, rows[i - 1][j] + 1, row[j - 1] + 1)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    best = min(best, rows[i - 2][j - 2] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }
}
