import AuditTrail
import ReferenceData

/// `intervention.annulled/1`: an intervention that counts no more. FORMAT.md, section 20.3.
public struct InterventionAnnulled: ServiceRecord, Equatable {
    public static let kind = "intervention.annulled/1"
    public static let rules = KindRules.services(.agent, .admin)

    public let intervention: InterventionID
    public let date: CalendarDate
    public let reason: String
    public let documents: [String]

    public init(_ intervention: InterventionID, reason: String, on date: CalendarDate, documents: [String] = []) {
        self.intervention = intervention
        self.reason = reason
        self.date = date
        self.documents = documents.sorted()
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        date = try reader.day("date")
        documents = try reader.documents()
        intervention = try InterventionID(parsing: reader.string("intervention"))
        reason = try reader.text("reason", bytes: ServiceGrammar.reason)
    }

    public var members: [String: CanonicalValue?] {
        [
            "date": .day(date), "documents": .documents(documents), "intervention": .string(intervention.text),
            "reason": .text(reason),
        ]
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? {
        try services.interventionIfKnown(intervention).map { .region($0.region) }
    }

    /// Refuses: E-ITV-001, E-ITV-006, E-LST-020.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        try services.intervention(intervention).requireInForce()
        try services.requireDocuments(documents)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            "UPDATE intervention SET annulled = ? WHERE register = ? AND id = ?", .integer(sequence), services.register,
            .integer(intervention.key))
    }
}
