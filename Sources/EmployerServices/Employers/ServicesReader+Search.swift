import AuditTrail
import ReferenceData
import Storage

extension ServicesReader {
    /// What a search found.
    public struct EmployerMatches: Sendable {
        /// The best first: most words met whole, then by name.
        public let rows: [EmployerRow]
        /// Whether there are more than were asked for.
        public let hasMore: Bool
    }

    /// Employers whose names have every word, or a word that begins so, whatever the accents, case, hyphens and order.
    ///
    /// Work: the index entries of the rarest word, and the firms that have all of them up to the limit; never all firms.
    /// Refuses: E-EMP-014.
    public func search(_ text: String, limit: Int = 50) throws -> EmployerMatches {
        let chunks = EmployerWords.chunks(text).map(EmployerWords.parts(of:)).filter { !$0.isEmpty }
        guard !chunks.isEmpty else { throw EmployerError(.searchEmpty, ["found": text]) }
        let found = try matches(chunks.flatMap { $0 }, limit: limit)
        guard found.rows.isEmpty, chunks.contains(where: { $0.count > 1 }) else { return found }
        return try matches(chunks.map { $0.joined() }, limit: limit)
    }

    /// Employers whose names differ from one by little: a letter or two, the form of the firm, the order of words.
    public func nearDuplicates(of name: String, limit: Int = 5) throws -> [EmployerRow] {
        let wanted = EmployerWords.telling(name)
        var seen: Set<String> = []
        var found: [(row: EmployerRow, distance: Int)] = []
        let alike = EmployerWords.likeness(of: name).map { [[Self.exactly($0)]] } ?? []
        for ranges in alike + Set(wanted).map({ [Self.exactly($0), Self.beginning(String($0.prefix(4)))] }) {
            for range in ranges {
                guard try count(range, upTo: Self.nearCandidates) < Self.nearCandidates else { continue }
                for neq in try numbers(range) where seen.insert(neq).inserted {
                    guard let row = try employerIfKnown(neq), row.state != .merged else { continue }
                    if let distance = row.names.compactMap({ Self.distance(EmployerWords.telling($0), wanted) }).min() {
                        found.append((row, distance))
                    }
                }
            }
        }
        return found.sorted { ($0.distance, $0.row.neq) < ($1.distance, $1.row.neq) }.prefix(limit).map(\.row)
    }

    /// Another employer at work with the very same telling words in one of its names; nil where there is none.
    func namesake(of name: String) throws -> String? {
        guard let likeness = EmployerWords.likeness(of: name) else { return nil }
        var found: String?
        try walk(Self.exactly(likeness)) { neq in
            if try employerIfKnown(neq)?.state == .open { found = neq }
            return found == nil
        }
        return found
    }

    // MARK: Words

    private typealias WordRange = (first: String, last: String)

    /// Firms looked at for one word of a near-duplicate: a word that more have tells nothing.
    private static let nearCandidates = 500
    /// How far words are counted at first to find the rarest, and how many of the others the index is asked for.
    private static let counted = 1000
    private static let othersAsked = 16

    private static func exactly(_ word: String) -> WordRange { (word, word) }
    private static func beginning(_ word: String) -> WordRange { (word, word + "\u{10FFFF}") }

    private func matches(_ words: [String], limit: Int) throws -> EmployerMatches {
        var others = Set(words).sorted().map(Self.beginning)
        let place = try rarest(of: others)
        let rarest = others.remove(at: place)
        var seen: Set<String> = []
        var found: [(row: EmployerRow, whole: Int)] = []
        try walk(rarest, with: others.prefix(Self.othersAsked)) { neq in
            guard seen.insert(neq).inserted, let row = try employerIfKnown(neq) else { return true }
            let names = EmployerWords.all(of: row.names)
            guard words.allSatisfy({ word in names.contains { $0.hasPrefix(word) } }) else { return true }
            found.append((row, words.filter(names.contains).count))
            return found.count <= limit
        }
        let sorted = found.sorted {
            ($1.whole, $0.row.name ?? "", $0.row.neq) < ($0.whole, $1.row.name ?? "", $1.row.neq)
        }
        return EmployerMatches(rows: sorted.prefix(limit).map(\.row), hasMore: found.count > limit)
    }

    /// Which range has the fewest entries: none is counted much further than that one goes.
    private func rarest(of ranges: [WordRange]) throws -> Int {
        guard ranges.count > 1 else { return 0 }
        var limit = Self.counted
        while true {
            let counts = try ranges.map { try count($0, upTo: limit) }
            if let least = counts.min(), least < limit, let place = counts.firstIndex(of: least) { return place }
            limit *= 8
        }
    }

    private func count(_ range: WordRange, upTo limit: Int) throws -> Int {
        let count = try connection.first(
            """
            SELECT count(*) FROM (
                SELECT 1 FROM employer_word WHERE register = ? AND word BETWEEN ? AND ? LIMIT ?
            )
            """, [register, .text(range.first), .text(range.last), .integer(Int64(limit))]
        ) { $0.int(0) }
        return Int(count ?? 0)
    }

    private func numbers(_ range: WordRange) throws -> [String] {
        try connection.query(
            "SELECT neq FROM employer_word WHERE register = ? AND word BETWEEN ? AND ?",
            [register, .text(range.first), .text(range.last)]
        ) { $0.string(0) }
    }

    /// Gives the numbers of a range, those with a word of each of the other ranges, until the body says false.
    private func walk(_ range: WordRange, with others: ArraySlice<WordRange> = [], _ body: (String) throws -> Bool) throws {
        try connection.withStatement(Self.numbersQuery(others: others.count)) { statement in
            statement.bind(values: [register] + ([range] + others).flatMap { [.text($0.first), .text($0.last)] })
            while try statement.step() {
                guard try body(statement.string(0)) else { return }
            }
        }
    }

    /// Numbers by the words of a range; each is asked by its own words whether it has the others.
    static func numbersQuery(others: Int) -> String {
        let other = """
             AND EXISTS (SELECT 1 FROM employer_word AS other WHERE other.register = one.register AND other.neq = one.neq
            AND other.word BETWEEN ? AND ?)
            """
        return """
            SELECT one.neq FROM employer_word AS one WHERE one.register = ? AND one.word BETWEEN ? AND ?\
            \(String(repeating: other, count: others)) ORDER BY one.word, one.neq
            """
    }

    /// How many letters tell two sorted lists of words apart; nil where it is more than one in eight.
    private static func distance(_ left: [String], _ right: [String]) -> Int? {
        let (left, right) = (Array(left.joined().utf8), Array(right.joined().utf8))
        let most = max(1, max(left.count, right.count) / 8)
        guard abs(left.count - right.count) <= most else { return nil }
        let distance = FoldedText.distance(left, right)
        return distance <= most ? distance : nil
    }
}
