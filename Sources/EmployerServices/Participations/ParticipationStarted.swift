import AuditTrail
import ReferenceData

/// `participation.started/1`: someone takes part in a skills strategy or a regulated programme. FORMAT.md, section 20.4.
public struct ParticipationStarted: IntakeRecord, Equatable {
    public static let kind = "participation.started/1"
    public static let rules = KindRules.services(.agent, .coordinator)

    public let participation: ParticipationID
    public let date: CalendarDate
    /// NEQ, as written; nil where there is none.
    public let employer: String?
    public let office: String
    /// A subject.
    public let participant: String
    public let programme: String
    /// Where an import took it from.
    public let intake: IntakeMark?

    public init(
        _ participation: ParticipationID, on date: CalendarDate, employer: String?, office: String, participant: String,
        programme: String, intake: IntakeMark? = nil
    ) {
        self.participation = participation
        self.date = date
        self.employer = employer
        self.office = office
        self.participant = participant
        self.programme = programme
        self.intake = intake
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        date = try reader.day("date")
        employer = try reader.optionalNEQ("employer")?.text
        office = try reader.office()
        participant = try reader.subject("participant")
        participation = try ParticipationID(parsing: reader.string("participation"))
        programme = try reader.slug("programme")
        intake = try reader.intakeMark()
    }

    public var members: [String: CanonicalValue?] {
        [
            "date": .day(date), "employer": employer.map { .string($0) }, "office": .string(office),
            "participant": .string(participant), "participation": .string(participation.text),
            "programme": .string(programme),
        ]
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? {
        try Participations(services.session).scope(of: self)
    }

    /// Refuses: E-PAR-002; E-LST, E-EMP codes.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        _ = try Participations(services.session).outcome(of: self, at: sequence)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        let participations = Participations(services.session)
        try participations.insert(participations.outcome(of: self, at: sequence))
    }
}
