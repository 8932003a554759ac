import AuditTrail
import ReferenceData

/// `employer.merged/1`: one employer becomes another; both numbers lead to it from then on. FORMAT.md, section 20.3.
public struct EmployerMerged: ServiceRecord, Equatable {
    public static let kind = "employer.merged/1"
    public static let rules = KindRules.services(.agent, .admin)

    public let employer: NEQ
    public let into: NEQ
    public let date: CalendarDate
    public let reason: String

    public init(_ employer: NEQ, into: NEQ, reason: String, on date: CalendarDate) {
        self.employer = employer
        self.into = into
        self.reason = reason
        self.date = date
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        date = try reader.day("date")
        employer = try reader.neq("employer")
        into = try reader.neq("into")
        reason = try reader.text("reason", bytes: ServiceGrammar.reason)
    }

    public var members: [String: CanonicalValue?] {
        [
            "date": .day(date), "employer": .string(employer.text), "into": .string(into.text), "reason": .text(reason),
        ]
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? {
        guard let one = try services.standing(employer.text), let other = try services.standing(into.text)
        else { return nil }
        return .region(one.region, other.region)
    }

    /// Refuses: E-EMP-002, E-EMP-003, E-EMP-006, E-EMP-008, E-EMP-010.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        let one = try services.employer(employer.text)
        let other = try services.employer(into.text)
        guard one.neq != other.neq else {
            throw EmployerError(.employerMergedIntoItself, ["employer": employer.text])
        }
        try one.requireOpen(on: date)
        try other.requireOpen(on: date)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try EmployerTable(services).merge(employer.text, into: into.text, on: date, at: sequence)
    }
}
