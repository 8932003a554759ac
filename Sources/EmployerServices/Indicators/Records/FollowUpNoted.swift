import AuditTrail
import ReferenceData

/// `follow-up.noted/1`: a dated note on a strategy, an evaluation, clients' satisfaction, an approval of a plan (seed
/// 753-755, 836-886). FORMAT.md, section 20.5.
public struct FollowUpNoted: ServiceRecord, Equatable {
    public enum Topic: String, CaseIterable, Sendable { case strategy, evaluation, satisfaction, approval, other }

    public static let kind = "follow-up.noted/1"
    public static let rules = KindRules.services(.agent, .admin)
    public static let textBytes = 1...8000

    public let year: FiscalYear
    public let level: Level
    public let topic: Topic
    public let title: String
    public let text: String
    public let citation: String?
    public let date: CalendarDate
    /// SHA-256 of documents known before, ascending.
    public let documents: [String]

    public init(
        year: FiscalYear, level: Level, topic: Topic, title: String, text: String, citation: String? = nil,
        date: CalendarDate, documents: [String] = []
    ) {
        self.year = year
        self.level = level
        self.topic = topic
        self.title = title
        self.text = text
        self.citation = citation
        self.date = date
        self.documents = documents.sorted()
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        citation = try reader.optionalText("citation", bytes: ServiceGrammar.citation)
        date = try reader.day("date")
        documents = try reader.documents()
        level = try Level(parsing: reader.string("level"))
        text = try reader.text("text", bytes: Self.textBytes)
        title = try reader.text("title", bytes: ServiceGrammar.name)
        topic = try reader.word("topic")
        year = try FiscalYear(parsing: reader.string("year"))
    }

    public var members: [String: CanonicalValue?] {
        [
            "citation": citation.map { .text($0) }, "date": .day(date), "documents": .documents(documents),
            "level": .string(level.text), "text": .text(text), "title": .text(title), "topic": .string(topic.rawValue),
            "year": .string(year.text),
        ]
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? { try services.need(of: level) }

    /// Refuses: E-LST-001, E-LST-020.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        try services.requireKnown(level)
        try services.requireDocuments(documents)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            "INSERT INTO follow_up (register, sequence, year, topic, level) VALUES (?, ?, ?, ?, ?)", services.register,
            .integer(sequence), .integer(Int64(year.startYear)), .text(topic.rawValue), .text(level.text))
    }
}
