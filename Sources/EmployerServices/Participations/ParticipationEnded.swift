import AuditTrail
import ReferenceData

/// `participation.ended/1`: with what came of it. FORMAT.md, section 20.4.
public struct ParticipationEnded: ServiceRecord, Equatable {
    public static let kind = "participation.ended/1"
    public static let rules = KindRules.services(.agent, .coordinator)

    public let participation: ParticipationID
    public let date: CalendarDate
    public let result: ServiceResult

    public init(_ participation: ParticipationID, on date: CalendarDate, result: ServiceResult) {
        self.participation = participation
        self.date = date
        self.result = result
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        date = try reader.day("date")
        participation = try ParticipationID(parsing: reader.string("participation"))
        result = try reader.word("result")
    }

    public var members: [String: CanonicalValue?] {
        ["date": .day(date), "participation": .string(participation.text), "result": .string(result.rawValue)]
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? {
        try Participations(services.session).scope(of: participation)
    }

    /// Refuses: E-PAR-001, E-PAR-003 … E-PAR-005.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        let row = try Participations(services.session).participation(participation)
        if row.annulled != nil { throw ParticipationError(.annulled, ["participation": participation.text]) }
        if let ended = row.ended {
            throw ParticipationError(.ended, ["participation": participation.text, "ended": ended.iso])
        }
        guard date >= row.date else {
            throw ParticipationError(
                .dateBefore, ["participation": participation.text, "date": date.iso, "started": row.date.iso])
        }
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            "UPDATE participation SET ended = ?, result = ? WHERE register = ? AND id = ?", .day(date), .text(result.rawValue),
            services.register, .integer(participation.key))
    }
}
