import AuditTrail
import ReferenceData
import Storage

/// A participation as the register has it.
public struct ParticipationRow: Sendable, Equatable {
    public let id: ParticipationID
    /// The record that started it.
    public let sequence: Int64
    /// NEQ, as written; and the one that it stands for after mergers.
    public let employer: String?
    public let root: String?
    public let office: String
    public let region: String
    public let programme: String
    /// A subject.
    public let participant: String
    public let date: CalendarDate
    public let ended: CalendarDate?
    public let result: ServiceResult?
    /// The record that annulled it.
    public let annulled: Int64?

    /// `under-way`, `ended` or `annulled`.
    public var state: String { annulled != nil ? "annulled" : ended != nil ? "ended" : "under-way" }
}

/// Who takes part in the other skills strategies and the regulated programmes (seed 476-486).
public struct Participations {
    public let session: RegisterSession
    private let services: ServicesReader
    private let outside: AgreementOutside

    public init(_ session: RegisterSession) {
        self.session = session
        services = ServicesReader(session)
        outside = AgreementOutside(services)
    }

    private var register: SQLValue { .integer(session.register.number) }

    // MARK: Reading

    /// One participation. Refuses: E-PAR-001.
    public func participation(_ id: ParticipationID) throws -> ParticipationRow {
        let row = try rows("AND id = ?", [.integer(id.key)]).first
        guard let row else { throw ParticipationError(.participationUnknown, ["participation": id.text]) }
        return row
    }

    /// The id that the next one of a day's fiscal year gets. Refuses: E-REF-021.
    public func nextID(on date: CalendarDate) throws -> ParticipationID {
        try services.nextID(ParticipationID.self, in: "participation", year: FiscalYear(of: date))
    }

    /// Those of a programme, an office, a participant; by id.
    public func list(
        programme: String? = nil, office: String? = nil, participant: String? = nil, year: FiscalYear? = nil,
        after: ParticipationID? = nil, limit: Int = .max
    ) throws -> [ParticipationRow] {
        var condition = ""
        var values: [SQLValue] = []
        for (column, value) in [("programme", programme), ("office", office), ("participant", participant)] {
            guard let value else { continue }
            condition += "AND \(column) = ? "
            values.append(.text(value))
        }
        if let year {
            condition += "AND day BETWEEN ? AND ? "
            values += [.day(year.firstDay), .day(year.lastDay)]
        }
        if let after {
            condition += "AND id > ? "
            values.append(.integer(after.key))
        }
        return try rows(condition + "ORDER BY id LIMIT ?", values + [.integer(Int64(limit))])
    }

    private func rows(_ condition: String, _ values: [SQLValue]) throws -> [ParticipationRow] {
        try session.connection.query(
            """
            SELECT id, sequence, employer, root, office, region, programme, participant, day, ended, result, annulled
            FROM participation WHERE register = ? \(condition)
            """, [register] + values
        ) { row in
            ParticipationRow(
                id: try ParticipationID(key: row.int(0)), sequence: row.int(1), employer: row.text(2), root: row.text(3),
                office: row.string(4), region: row.string(5), programme: row.string(6), participant: row.string(7),
                date: try row.day(8), ended: try row.optionalDay(9), result: row.text(10).flatMap(ServiceResult.init),
                annulled: row.number(11))
        }
    }

    // MARK: Judging, applying

    /// An agent of the office's region, a coordinator of the programme's committee; nil where one is not known.
    func scope(of started: ParticipationStarted) throws -> ScopeNeed? {
        try need(office: started.office, programme: started.programme)
    }

    func scope(of id: ParticipationID) throws -> ScopeNeed? {
        guard let row = try rows("AND id = ?", [.integer(id.key)]).first else { return nil }
        return try need(office: row.office, programme: row.programme)
    }

    private func need(office: String, programme: String) throws -> ScopeNeed? {
        guard let region = try outside.knownRegion(of: office), let programme = try services.programmeIfKnown(programme)
        else { return nil }
        return outside.need([region], committee: programme.committee)
    }

    func outcome(of started: ParticipationStarted, at sequence: Int64) throws -> ParticipationRow {
        let expected = try nextID(on: started.date)
        guard started.participation == expected else {
            throw ParticipationError(
                .notNext, ["participation": started.participation.text, "expected": expected.text])
        }
        _ = try services.programme(started.programme)
        let region = try services.openOffice(started.office).region.code
        let root = try started.employer.map { try services.activeEmployer($0).neq }
        try services.requireSubject(started.participant)
        return ParticipationRow(
            id: started.participation, sequence: sequence, employer: started.employer, root: root, office: started.office,
            region: region, programme: started.programme, participant: started.participant, date: started.date, ended: nil,
            result: nil, annulled: nil)
    }

    func insert(_ row: ParticipationRow) throws {
        try session.connection.run(
            """
            INSERT INTO participation (register, id, sequence, employer, root, office, region, programme, participant, day)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, register, .integer(row.id.key), .integer(row.sequence), .optional(row.employer), .optional(row.root), .text(row.office),
            .text(row.region), .text(row.programme), .text(row.participant), .day(row.date))
    }
}
