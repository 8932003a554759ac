import AuditTrail
import ReferenceData

/// The small grammars of FORMAT.md, section 20, over bytes.
public enum ServiceGrammar {
    /// SLUG: 1–32 of `a-z 0-9 -`, the first a letter or digit.
    public static func isSlug(_ text: String) -> Bool { Grammar.isScope(text) && text.utf8.first != UInt8(ascii: "-") }

    /// CODE: 1–64 of `A-Z a-z 0-9 . _ -`, the first a letter or digit.
    public static func isCode(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.first.map(isAlphanumeric) == true
            && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
    }

    /// OFFICE: 1–16 of `A-Z 0-9 -`, the first a letter or digit.
    public static func isOffice(_ text: String) -> Bool { (try? LocalCentreCode(parsing: text)) != nil }

    /// SUBJECT: 32 lower-case HEX digits.
    public static func isSubject(_ text: String) -> Bool { Grammar.isHex(text, digits: 32) }

    /// TEXT 1–200: a name.
    public static let name = 1...200
    /// TEXT 1–500.
    public static let citation = 1...500
    /// TEXT 1–1000.
    public static let reason = 1...1000

    /// Whether the keys ascend in byte order, none twice.
    public static func ascends(_ keys: [String]) -> Bool {
        zip(keys, keys.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 <= 25 }
}

/// RESULT of FORMAT.md, section 20.
public enum ServiceResult: String, CaseIterable, Sendable {
    case achieved
    case partlyAchieved = "partly-achieved"
    case notAchieved = "not-achieved"
    case abandoned
}

/// What one party gives to an intervention. Cents.
public struct ServiceContribution: Sendable, Equatable {
    public enum Party: String, CaseIterable, Sendable { case service, employer, committee, participants, other }

    public let party: Party
    public let cents: Int64

    public init(party: Party, cents: Int64) {
        self.party = party
        self.cents = cents
    }

    public var value: CanonicalValue { ["amount": .integer(cents), "party": .string(party.rawValue)] }
}

extension CanonicalObject.Reader {
    /// One of a set of words. Refuses: E-AUD-001.
    public mutating func word<Word: RawRepresentable>(_ name: String) throws -> Word where Word.RawValue == String {
        let text = try string(name)
        guard let word = Word(rawValue: text) else { throw malformed(name, text) }
        return word
    }

    /// The same, nil where absent. Refuses: E-AUD-001.
    public mutating func optionalWord<Word: RawRepresentable>(_ name: String) throws -> Word?
    where Word.RawValue == String {
        try has(name) ? word(name) : nil
    }

    /// The word `yes` or nothing. Refuses: E-AUD-001.
    public mutating func flag(_ name: String) throws -> Bool { try optionalString(name) { $0 == "yes" } != nil }

    /// A day. Refuses: E-REF-010 … E-REF-012.
    public mutating func day(_ name: String) throws -> CalendarDate { try CalendarDate(iso: string(name)) }

    /// A day, nil where absent. Refuses: E-REF-010 … E-REF-012.
    public mutating func optionalDay(_ name: String) throws -> CalendarDate? {
        try optionalString(name).map { try CalendarDate(iso: $0) }
    }

    /// An enterprise number. Refuses: E-REF-040, E-REF-041.
    public mutating func neq(_ name: String) throws -> NEQ { try NEQ(parsing: string(name)) }

    /// An enterprise number, nil where absent. Refuses: E-REF-040, E-REF-041.
    public mutating func optionalNEQ(_ name: String) throws -> NEQ? { try optionalString(name).map { try NEQ(parsing: $0) } }

    /// A SLUG. Refuses: E-AUD-001.
    public mutating func slug(_ name: String) throws -> String { try string(name, ServiceGrammar.isSlug) }

    /// A SLUG, nil where absent. Refuses: E-AUD-001.
    public mutating func optionalSlug(_ name: String) throws -> String? { try optionalString(name, ServiceGrammar.isSlug) }

    /// An OFFICE. Refuses: E-AUD-001.
    public mutating func office(_ name: String = "office") throws -> String { try string(name, ServiceGrammar.isOffice) }

    /// An OFFICE, nil where absent. Refuses: E-AUD-001.
    public mutating func optionalOffice(_ name: String = "office") throws -> String? {
        try optionalString(name, ServiceGrammar.isOffice)
    }

    /// A SUBJECT. Refuses: E-AUD-001.
    public mutating func subject(_ name: String) throws -> String { try string(name, ServiceGrammar.isSubject) }

    /// A SUBJECT, nil where absent. Refuses: E-AUD-001.
    public mutating func optionalSubject(_ name: String) throws -> String? {
        try optionalString(name, ServiceGrammar.isSubject)
    }

    /// A number of at least `least`, nil where absent. Refuses: E-AUD-001.
    public mutating func optionalCount(_ name: String, least: Int64 = 0) throws -> Int64? {
        try has(name) ? count(name, least: least) : nil
    }

    /// A number within bounds. Refuses: E-AUD-001.
    public mutating func count(_ name: String, in bounds: ClosedRange<Int64>) throws -> Int64 {
        let number = try integer(name)
        guard bounds.contains(number) else { throw malformed(name, String(number)) }
        return number
    }

    /// DOCS: hashes of documents, ascending, none twice; none where absent. Refuses: E-AUD-001.
    public mutating func documents() throws -> [String] {
        guard has("documents") else { return [] }
        let documents = try strings("documents")
        guard (1...100).contains(documents.count), documents.allSatisfy({ Digest(hex: $0) != nil }),
            ServiceGrammar.ascends(documents)
        else { throw malformed("documents", String(documents.count)) }
        return documents
    }

    /// CONTRIBUTIONS, none where absent. Refuses: E-AUD-001.
    public mutating func contributions() throws -> [ServiceContribution] {
        guard has("contributions") else { return [] }
        let found = try readers("contributions").map { element -> ServiceContribution in
            var element = element
            let cents = try element.count("amount")
            let contribution = ServiceContribution(party: try element.word("party"), cents: cents)
            try element.finish()
            return contribution
        }
        guard (1...5).contains(found.count), ServiceGrammar.ascends(found.map(\.party.rawValue)) else {
            throw malformed("contributions", String(found.count))
        }
        return found
    }

    /// `row` and `source` of what an import brought; nil where neither stands. Refuses: E-AUD-001.
    public mutating func intakeMark() throws -> IntakeMark? {
        let row = try optionalCount("row")
        let source = try optionalText("source", bytes: IntakeMark.sourceBytes)
        return row == nil && source == nil ? nil : IntakeMark(row: row, source: source)
    }
}

/// Where in an imported file a record comes from: both stand. FORMAT.md, section 20.1.
public struct IntakeMark: Sendable, Equatable {
    public static let sourceBytes = 1...200

    /// The row, from 1.
    public let row: Int64?
    /// What names it in the file it comes from; new in the register for its kind.
    public let source: String?

    public init(row: Int64?, source: String?) {
        self.row = row
        self.source = source
    }
}
