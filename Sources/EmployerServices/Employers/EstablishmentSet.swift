import AuditTrail
import ReferenceData

/// `establishment.set/1`: a place where an employer works, set or set anew. FORMAT.md, section 20.3.
public struct EstablishmentSet: IntakeRecord, Equatable {
    public static let kind = "establishment.set/1"
    public static let rules = KindRules.services(.agent, .admin)
    public static let numbers: ClosedRange<Int64> = 1...9999

    public let employer: NEQ
    public let number: Int64
    public let date: CalendarDate
    public let region: Region
    public let office: String?
    public let name: String?
    public let scian: SCIAN?
    public let employees: Int64?
    public let isClosed: Bool
    public let intake: IntakeMark?

    public init(
        _ employer: NEQ, number: Int64, region: Region, office: String? = nil, name: String? = nil, scian: SCIAN? = nil,
        employees: Int64? = nil, isClosed: Bool = false, on date: CalendarDate, intake: IntakeMark? = nil
    ) {
        self.employer = employer
        self.number = number
        self.date = date
        self.region = region
        self.office = office
        self.name = name
        self.scian = scian
        self.employees = employees
        self.isClosed = isClosed
        self.intake = intake
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        isClosed = try reader.flag("closed")
        date = try reader.day("date")
        employees = try reader.optionalCount("employees")
        employer = try reader.neq("employer")
        number = try reader.count("establishment", in: Self.numbers)
        name = try reader.optionalText("name", bytes: ServiceGrammar.name)
        office = try reader.optionalOffice()
        region = try reader.word("region")
        scian = try reader.optionalString("scian").map { try SCIAN(parsing: $0) }
        intake = try reader.intakeMark()
    }

    public var members: [String: CanonicalValue?] {
        [
            "closed": .flag(isClosed), "date": .day(date), "employees": employees.map { .integer($0) },
            "employer": .string(employer.text), "establishment": .integer(number), "name": name.map { .text($0) },
            "office": office.map { .string($0) }, "region": .string(region.code), "scian": scian.map { .string($0.text) },
        ]
    }

    /// The region given, or that of the employer.
    public func scope(with services: ServicesReader) throws -> ScopeNeed? {
        guard let known = try services.standing(employer.text) else { return nil }
        return .region(region, known.region)
    }

    /// Refuses: E-EMP-002, E-EMP-006, E-LST-001 … E-LST-003.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        try services.activeEmployer(employer.text)
        if let office { try services.requireOffice(office, of: region) }
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            """
            INSERT OR REPLACE INTO establishment
            (register, neq, number, root, region, office, name, scian, employees, state, sequence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, services.register, .text(employer.text), .integer(number),
            .text(try services.employer(employer.text).root), .text(region.code), .optional(office), .optional(name),
            .optional(scian?.text), .optional(employees), .text(isClosed ? "closed" : "open"), .integer(sequence))
        try EmployerTable(services).note(employer.text, at: sequence)
    }
}
