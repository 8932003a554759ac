import AuditTrail
import ReferenceData

/// `intervention.ended/1`: an intervention ends with a result. FORMAT.md, section 20.3.
public struct InterventionEnded: ServiceRecord, Equatable {
    public static let kind = "intervention.ended/1"
    public static let rules = KindRules.services(.agent)

    public let intervention: InterventionID
    /// The day of the end.
    public let date: CalendarDate
    public let result: ServiceResult
    public let documents: [String]

    public init(
        _ intervention: InterventionID, _ result: ServiceResult, on date: CalendarDate, documents: [String] = []
    ) {
        self.intervention = intervention
        self.result = result
        self.date = date
        self.documents = documents.sorted()
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        date = try reader.day("date")
        documents = try reader.documents()
        intervention = try InterventionID(parsing: reader.string("intervention"))
        result = try reader.word("result")
    }

    public var members: [String: CanonicalValue?] {
        [
            "date": .day(date), "documents": .documents(documents), "intervention": .string(intervention.text),
            "result": .string(result.rawValue),
        ]
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? {
        try services.interventionIfKnown(intervention).map { .region($0.region) }
    }

    /// Refuses: E-ITV-001, E-ITV-003, E-ITV-005, E-ITV-006, E-LST-020.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        let known = try services.intervention(intervention)
        try known.requireInForce()
        if let ends = known.ends {
            throw InterventionError(.interventionEnded, ["intervention": intervention.text, "ends": ends.iso])
        }
        try InterventionRow.requireOrder(intervention, known.begins, date)
        try services.requireDocuments(documents)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            "UPDATE intervention SET ends = ?, result = ? WHERE register = ? AND id = ?", .day(date),
            .text(result.rawValue), services.register, .integer(intervention.key))
    }
}
