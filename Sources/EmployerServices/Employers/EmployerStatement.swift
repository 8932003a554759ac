import AuditTrail
import ReferenceData

/// A record that says what an employer is, wholly or in what changes. FORMAT.md, section 20.1.
public protocol EmployerStatement: IntakeRecord {
    /// Whether `form`, `region` and `scian` stand.
    static var isWhole: Bool { get }
    var employer: NEQ { get }
    var date: CalendarDate { get }
    var details: EmployerDetails { get }

    init(_ employer: NEQ, _ details: EmployerDetails, on date: CalendarDate, intake: IntakeMark?)
}

extension EmployerStatement {
    public static var rules: KindRules { .services(.agent, .admin) }

    public init(from reader: inout CanonicalObject.Reader) throws {
        let date = try reader.day("date")
        let details = try EmployerDetails(from: &reader, isWhole: Self.isWhole)
        let employer = try reader.neq("employer")
        self.init(employer, details, on: date, intake: try reader.intakeMark())
    }

    public var members: [String: CanonicalValue?] {
        details.members.merging(["date": .day(date), "employer": .string(employer.text)]) { $1 }
    }
}
