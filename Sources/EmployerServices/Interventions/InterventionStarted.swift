import AuditTrail
import ReferenceData

/// `intervention.started/1`: an employer receives a measure of the catalogue. FORMAT.md, section 20.3.
public struct InterventionStarted: IntakeRecord, Equatable {
    public static let kind = "intervention.started/1"
    public static let rules = KindRules.services(.agent)

    public let intervention: InterventionID
    public let employer: NEQ
    public let establishment: Int64?
    public let measure: String
    public let office: String
    /// Who sees to it, by name in the register; nil where it is who seals.
    public let agent: String?
    public let begins: CalendarDate
    /// With a result, or neither.
    public let ends: CalendarDate?
    public let result: ServiceResult?
    public let contributions: [ServiceContribution]
    /// The grant of either fund that pays for it.
    public let grant: GrantID?
    public let documents: [String]
    public let intake: IntakeMark?

    public init(
        _ intervention: InterventionID, employer: NEQ, establishment: Int64? = nil, measure: String, office: String,
        agent: String? = nil, begins: CalendarDate, ends: CalendarDate? = nil, result: ServiceResult? = nil,
        contributions: [ServiceContribution] = [], grant: GrantID? = nil, documents: [String] = [],
        intake: IntakeMark? = nil
    ) {
        self.intervention = intervention
        self.employer = employer
        self.establishment = establishment
        self.measure = measure
        self.office = office
        self.agent = agent
        self.begins = begins
        self.ends = ends
        self.result = result
        self.contributions = contributions.sorted { $0.party.rawValue < $1.party.rawValue }
        self.grant = grant
        self.documents = documents.sorted()
        self.intake = intake
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        agent = try reader.optionalString("agent", Grammar.isPerson)
        begins = try reader.day("begins")
        contributions = try reader.contributions()
        documents = try reader.documents()
        employer = try reader.neq("employer")
        ends = try reader.optionalDay("ends")
        establishment = try reader.optionalCount("establishment", least: 1)
        grant = try reader.optionalString("grant").map { try GrantID(parsing: $0) }
        intervention = try InterventionID(parsing: reader.string("intervention"))
        measure = try reader.slug("measure")
        office = try reader.office()
        result = try reader.optionalWord("result")
        intake = try reader.intakeMark()
    }

    public var members: [String: CanonicalValue?] {
        [
            "agent": agent.map { .string($0) }, "begins": .day(begins),
            "contributions": contributions.isEmpty ? nil : .array(contributions.map(\.value)),
            "documents": .documents(documents), "employer": .string(employer.text), "ends": ends.map { .day($0) },
            "establishment": establishment.map { .integer($0) }, "grant": grant.map { .string($0.text) },
            "intervention": .string(intervention.text), "measure": .string(measure), "office": .string(office),
            "result": result.map { .string($0.rawValue) },
        ]
    }

    /// Where it is finished already: it may begin ahead, not end there.
    public var lastDay: CalendarDate? { ends }

    /// The region of the office given.
    public func scope(with services: ServicesReader) throws -> ScopeNeed? {
        try services.officeIfKnown(office).map { .region($0.region) }
    }

    /// Refuses: E-ITV-002 … E-ITV-004, E-ITV-007, E-EMP-002, E-EMP-006, E-EMP-011, E-EMP-012, E-LST-001, E-LST-002,
    /// E-LST-006, E-LST-020, E-REF-021.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        let next = try services.nextID(InterventionID.self, in: "intervention", year: FiscalYear(of: begins))
        guard intervention == next else {
            throw InterventionError(.interventionNumber, ["found": intervention.text, "expected": next.text])
        }
        try services.activeEmployer(employer.text)
        if let establishment { try services.requireEstablishment(establishment, of: employer.text) }
        try services.openOffice(office)
        try services.requireMeasure(measure, on: begins)
        guard (ends == nil) == (result == nil) else {
            throw InterventionError(.interventionHalfEnded, ["intervention": intervention.text])
        }
        try InterventionRow.requireOrder(intervention, begins, ends)
        var sum: Int64 = 0
        for contribution in contributions {
            let (total, overflows) = sum.addingReportingOverflow(contribution.cents)
            guard !overflows else {
                throw InterventionError(.contributionsOverflow, ["intervention": intervention.text])
            }
            sum = total
        }
        try services.requireDocuments(documents)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            """
            INSERT INTO intervention (register, id, sequence, employer, root, establishment, measure, office, region,
            begins, ends, result, grant_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, services.register, .integer(intervention.key), .integer(sequence), .text(employer.text),
            .text(try services.employer(employer.text).root), .optional(establishment), .text(measure), .text(office),
            .text(try services.office(office).region.code), .day(begins), .optional(ends), .optional(result?.rawValue),
            .optional(grant?.text))
    }
}
