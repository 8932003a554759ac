import AuditTrail
import ReferenceData

/// A record by which an employer closes or opens again, with its reason. FORMAT.md, section 20.3.
public protocol EmployerStanding: ServiceRecord {
    var employer: NEQ { get }
    var date: CalendarDate { get }
    var reason: String { get }
    /// What the employer is after it.
    static var state: EmployerState { get }

    init(_ employer: NEQ, reason: String, on date: CalendarDate)
}

extension EmployerStanding {
    public static var rules: KindRules { .services(.agent, .admin) }

    public init(from reader: inout CanonicalObject.Reader) throws {
        let date = try reader.day("date")
        let employer = try reader.neq("employer")
        self.init(employer, reason: try reader.text("reason", bytes: ServiceGrammar.reason), on: date)
    }

    public var members: [String: CanonicalValue?] {
        ["date": .day(date), "employer": .string(employer.text), "reason": .text(reason)]
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? {
        try services.standing(employer.text).map { .region($0.region) }
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try EmployerTable(services).stand(employer.text, Self.state, on: date, at: sequence)
    }
}

/// `employer.closed/1`: nothing new happens with the employer.
public struct EmployerClosed: EmployerStanding, Equatable {
    public static let kind = "employer.closed/1"
    public static let state = EmployerState.closed

    public let employer: NEQ
    public let date: CalendarDate
    public let reason: String

    public init(_ employer: NEQ, reason: String, on date: CalendarDate) {
        self.employer = employer
        self.reason = reason
        self.date = date
    }

    /// Refuses: E-EMP-002, E-EMP-003, E-EMP-006, E-EMP-008.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        try services.employer(employer.text).requireOpen(on: date)
    }
}

/// `employer.reopened/1`: a closed employer is at work again.
public struct EmployerReopened: EmployerStanding, Equatable {
    public static let kind = "employer.reopened/1"
    public static let state = EmployerState.open

    public let employer: NEQ
    public let date: CalendarDate
    public let reason: String

    public init(_ employer: NEQ, reason: String, on date: CalendarDate) {
        self.employer = employer
        self.reason = reason
        self.date = date
    }

    /// Refuses: E-EMP-002, E-EMP-007, E-EMP-008.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        let known = try services.employer(employer.text)
        guard known.state == .closed else { throw EmployerError(.employerNotClosed, ["employer": employer.text]) }
        try known.requireOrder(of: date)
    }
}
