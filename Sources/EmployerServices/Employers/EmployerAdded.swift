import AuditTrail
import ReferenceData

/// `employer.added/1`: an employer that the register did not know. FORMAT.md, section 20.3.
public struct EmployerAdded: EmployerStatement, Equatable {
    public static let kind = "employer.added/1"
    public static let isWhole = true

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

    public func scope(with services: ServicesReader) throws -> ScopeNeed? { details.region.map { .region($0) } }

    /// Refuses: E-EMP-001, E-EMP-004, E-EMP-005, E-LST-001 … E-LST-003, E-LST-021.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        if let known = try services.employerIfKnown(employer.text) {
            throw EmployerError(.employerKnown, ["employer": employer.text, "name": known.name ?? ""])
        }
        guard let region = details.region, details.form != nil, details.scian != nil,
            (details.name == nil) != (details.subject == nil)
        else { throw EmployerError(.employerNaming, ["employer": employer.text]) }
        try details.judge(of: employer, in: region, with: services)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        guard let form = details.form, let region = details.region, let scian = details.scian else { return }
        let row = EmployerRow(
            neq: employer.text, root: employer.text, state: .open, form: form, name: details.name,
            subject: details.subject, contact: details.contact, otherNames: details.otherNames ?? [], region: region,
            office: details.office, scian: scian.text, employees: details.employees, added: sequence,
            sequence: sequence, day: date)
        try EmployerTable(services).put(row, before: nil, at: sequence)
    }
}
