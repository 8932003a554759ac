import AuditTrail
import ReferenceData

/// `employer.changed/1`: what is otherwise from a day on; what it does not name stays. FORMAT.md, section 20.3.
public struct EmployerChanged: EmployerStatement, Equatable {
    public static let kind = "employer.changed/1"
    public static let isWhole = false

    public let employer: NEQ
    public let date: CalendarDate
    public let details: EmployerDetails
    public let intake: IntakeMark?

    public init(_ employer: NEQ, _ details: EmployerDetails, on date: CalendarDate, intake: IntakeMark? = nil) {
        self.employer = employer
        self.details = details
        self.date = date
        self.intake = intake
    }

    /// The employer as it stands, or the region given.
    public func scope(with services: ServicesReader) throws -> ScopeNeed? {
        guard let known = try services.standing(employer.text) else { return nil }
        return details.region.map { .region(known.region, $0) } ?? .region(known.region)
    }

    /// Refuses: E-EMP-002 … E-EMP-006, E-EMP-008, E-EMP-009, E-LST-001 … E-LST-003, E-LST-021.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        let known = try services.employer(employer.text)
        try known.requireOpen(on: date)
        guard !details.isEmpty else { throw EmployerError(.employerNothingChanged, ["employer": employer.text]) }
        try details.judge(of: employer, in: details.region ?? known.region, with: services)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        let before = try services.employer(employer.text)
        var after = before
        after.take(details)
        after.sequence = sequence
        after.day = date
        try EmployerTable(services).put(after, before: before, at: sequence)
    }
}
