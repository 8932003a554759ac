import AuditTrail
import ReferenceData

/// `participation.annulled/1`: it should never have been written; it counts no more. FORMAT.md, section 20.4.
public struct ParticipationAnnulled: ServiceRecord, Equatable {
    public static let kind = "participation.annulled/1"
    public static let rules = KindRules.services(.agent, .admin)

    public let participation: ParticipationID
    public let date: CalendarDate
    public let reason: String

    public init(_ participation: ParticipationID, on date: CalendarDate, reason: String) {
        self.participation = participation
        self.date = date
        self.reason = reason
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        date = try reader.day("date")
        participation = try ParticipationID(parsing: reader.string("participation"))
        reason = try reader.text("reason", bytes: ServiceGrammar.reason)
    }

    public var members: [String: CanonicalValue?] {
        ["date": .day(date), "participation": .string(participation.text), "reason": .text(reason)]
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? {
        try Participations(services.session).scope(of: participation)
    }

    /// Refuses: E-PAR-001, E-PAR-004, E-PAR-006.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        guard ServiceGrammar.reason.contains(reason.utf8.count) else {
            throw ParticipationError(
                .textLength,
                [
                    "participation": participation.text, "part": "reason", "bytes": String(reason.utf8.count),
                    "limit": String(ServiceGrammar.reason.upperBound),
                ])
        }
        guard try Participations(services.session).participation(participation).annulled == nil else {
            throw ParticipationError(.annulled, ["participation": participation.text])
        }
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            "UPDATE participation SET annulled = ? WHERE register = ? AND id = ?", .integer(sequence), services.register,
            .integer(participation.key))
    }
}
