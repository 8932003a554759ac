import AuditTrail
import ReferenceData
import Storage

/// An intervention as the register has it; the rest lies in its record.
public struct InterventionRow: Sendable, Equatable {
    public let id: InterventionID
    /// Of `intervention.started/1`.
    public let sequence: Int64
    /// The employer as written, and the one that counts for it after mergers.
    public let employer: String
    public let root: String
    public let establishment: Int64?
    public let measure: String
    public let office: String
    public let region: Region
    public let begins: CalendarDate
    public let ends: CalendarDate?
    public let result: ServiceResult?
    public let grant: String?
    /// The record that annulled it.
    public let annulled: Int64?

    static let columns = """
        id, sequence, employer, root, establishment, measure, office, region, begins, ends, result, grant_id, annulled
        """

    init(_ row: any SQLStatement) throws {
        id = try InterventionID(key: row.int(0))
        sequence = row.int(1)
        employer = row.string(2)
        root = row.string(3)
        establishment = row.number(4)
        measure = row.string(5)
        office = row.string(6)
        region = try Region(parsing: row.string(7))
        begins = try row.day(8)
        ends = try row.optionalDay(9)
        result = row.text(10).flatMap(ServiceResult.init(rawValue:))
        grant = row.text(11)
        annulled = row.number(12)
    }

    /// Refuses one that was annulled: E-ITV-006.
    func requireInForce() throws {
        guard let annulled else { return }
        throw InterventionError(.interventionAnnulled, ["intervention": id.text, "record": String(annulled)])
    }

    /// Refuses an end before the begin: E-ITV-003.
    static func requireOrder(_ id: InterventionID, _ begins: CalendarDate, _ ends: CalendarDate?) throws {
        guard let ends, ends < begins else { return }
        throw InterventionError(
            .interventionDates, ["intervention": id.text, "begins": begins.iso, "ends": ends.iso])
    }
}

extension ServicesReader {
    /// An intervention, nil where there is none.
    public func interventionIfKnown(_ id: InterventionID) throws -> InterventionRow? {
        try connection.first(
            "SELECT \(InterventionRow.columns) FROM intervention WHERE register = ? AND id = ?",
            [register, .integer(id.key)], row: InterventionRow.init)
    }

    /// An intervention. Refuses: E-ITV-001.
    public func intervention(_ id: InterventionID) throws -> InterventionRow {
        guard let row = try interventionIfKnown(id) else {
            throw InterventionError(.interventionUnknown, ["intervention": id.text])
        }
        return row
    }

    /// The record of an intervention, with what its row has not.
    public func record(of row: InterventionRow) throws -> InterventionStarted? {
        try session.record(at: row.sequence) as? InterventionStarted
    }

    /// The next number of the fiscal year of a day. Refuses: E-REF-021.
    public func nextIntervention(on day: CalendarDate) throws -> InterventionID {
        try nextID(InterventionID.self, in: "intervention", year: FiscalYear(of: day))
    }

    /// Which interventions a list has; nil takes all.
    public struct InterventionFilter: Sendable {
        /// By the number that counts after mergers.
        public var root: String?
        /// Days in which they begin.
        public var begins: ClosedRange<CalendarDate>?
        public var measure: String?
        public var office: String?
        public var region: Region?
        public var grant: String?
        /// Whether those that were annulled are left out.
        public var isInForce = false
        /// Whether those that have ended are left out.
        public var isUnderWay = false

        public init() {}

        func takes(_ row: InterventionRow) -> Bool {
            measure.map { $0 == row.measure } ?? true && office.map { $0 == row.office } ?? true
                && region.map { $0 == row.region } ?? true && grant.map { $0 == row.grant } ?? true
                && begins.map { $0.contains(row.begins) } ?? true && (!isInForce || row.annulled == nil)
                && (!isUnderWay || row.ends == nil && row.annulled == nil)
        }
    }

    /// Interventions by the day they begin, then by number, from the index that serves best.
    public func forEachIntervention(_ filter: InterventionFilter, _ body: (InterventionRow) throws -> Void) throws {
        var tail = ""
        var values = [register]
        if let root = filter.root {
            tail = "AND root = ?"
            values.append(.text(root))
        } else if let grant = filter.grant {
            tail = "AND grant_id = ?"
            values.append(.text(grant))
        }
        if let days = filter.begins {
            tail += " AND begins BETWEEN ? AND ?"
            values += [.day(days.lowerBound), .day(days.upperBound)]
        }
        try connection.forEach(
            "SELECT \(InterventionRow.columns) FROM intervention WHERE register = ? \(tail) ORDER BY begins, id", values
        ) { statement in
            let row = try InterventionRow(statement)
            if filter.takes(row) { try body(row) }
        }
    }
}
