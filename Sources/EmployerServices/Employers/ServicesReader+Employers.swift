import AuditTrail
import ReferenceData
import Storage

extension ServicesReader {
    /// An employer as written, nil where there is none.
    public func employerIfKnown(_ neq: String) throws -> EmployerRow? {
        try connection.first(
            "SELECT \(EmployerRow.columns) FROM employer WHERE register = ? AND neq = ?", [register, .text(neq)],
            row: EmployerRow.init)
    }

    /// An employer as written. Refuses: E-EMP-002.
    public func employer(_ neq: String) throws -> EmployerRow {
        guard let row = try employerIfKnown(neq) else { throw EmployerError(.employerUnknown, ["employer": neq]) }
        return row
    }

    /// The employer that counts for a number after mergers. Refuses: E-EMP-002.
    public func countedEmployer(_ neq: String) throws -> EmployerRow {
        let row = try employer(neq)
        return row.root == row.neq ? row : try employer(row.root)
    }

    /// The same; nil where the number is not known.
    func standing(_ neq: String) throws -> EmployerRow? {
        try employerIfKnown(neq).map { $0.root == $0.neq ? $0 : try employer($0.root) }
    }

    /// The employer that counts for a number after mergers, at work. Refuses: E-EMP-002, E-EMP-006.
    @discardableResult
    public func activeEmployer(_ neq: String) throws -> EmployerRow {
        let row = try countedEmployer(neq)
        guard row.state != .closed else { throw EmployerError(.employerClosed, ["employer": row.neq]) }
        return row
    }

    /// The numbers that count for an employer, its own first.
    public func numbers(of root: String) throws -> [String] {
        try connection.query("SELECT neq FROM employer WHERE register = ? AND root = ? ORDER BY neq <> root, neq", [
            register, .text(root),
        ]) { $0.string(0) }
    }

    /// Establishments that count for an employer, by number as written.
    public func establishments(of root: String) throws -> [EstablishmentRow] {
        try connection.query(
            """
            SELECT \(EstablishmentRow.columns) FROM establishment WHERE register = ? AND root = ?
            ORDER BY neq <> root, neq, number
            """, [register, .text(root)], row: EstablishmentRow.init)
    }

    /// An establishment of an employer as written, nil where there is none.
    public func establishmentIfKnown(_ number: Int64, of neq: String) throws -> EstablishmentRow? {
        try connection.first(
            "SELECT \(EstablishmentRow.columns) FROM establishment WHERE register = ? AND neq = ? AND number = ?",
            [register, .text(neq), .integer(number)], row: EstablishmentRow.init)
    }

    /// Refuses an establishment that the employer as written has not, or that is closed: E-EMP-011, E-EMP-012.
    public func requireEstablishment(_ number: Int64, of neq: String) throws {
        let facts = ["employer": neq, "establishment": String(number)]
        guard let found = try establishmentIfKnown(number, of: neq) else {
            throw EmployerError(.establishmentUnknown, facts)
        }
        guard !found.isClosed else { throw EmployerError(.establishmentClosed, facts) }
    }

    /// A record that tells of an employer, by its number as written.
    public struct EmployerEvent: Sendable {
        public let neq: String
        public let sequence: Int64
        public let record: any ServiceRecord
    }

    /// The records that tell of an employer and of those merged into it, in order.
    public func history(of root: String) throws -> [EmployerEvent] {
        try connection.query(
            """
            SELECT event.neq, event.sequence FROM employer CROSS JOIN employer_event AS event
            ON event.register = employer.register AND event.neq = employer.neq
            WHERE employer.register = ? AND employer.root = ? ORDER BY event.sequence, event.neq
            """, [register, .text(root)]
        ) { ($0.string(0), $0.int(1)) }.compactMap { neq, sequence in
            (try session.record(at: sequence) as? any ServiceRecord).map {
                EmployerEvent(neq: neq, sequence: sequence, record: $0)
            }
        }
    }

    /// Which employers a list has; nil takes all.
    public struct EmployerFilter: Sendable {
        public var region: Region?
        public var office: String?
        public var state: EmployerState?
        /// Codes that begin so.
        public var scian: String?

        public init(
            region: Region? = nil, office: String? = nil, state: EmployerState? = nil, scian: String? = nil
        ) {
            self.region = region
            self.office = office
            self.state = state
            self.scian = scian
        }

        func takes(_ row: EmployerRow) -> Bool {
            region.map { $0 == row.region } ?? true && office.map { $0 == row.office } ?? true
                && state.map { $0 == row.state } ?? true && scian.map { row.scian.hasPrefix($0) } ?? true
        }
    }

    /// Employers, by number.
    public func forEachEmployer(_ filter: EmployerFilter = EmployerFilter(), _ body: (EmployerRow) throws -> Void) throws {
        try connection.forEach(
            "SELECT \(EmployerRow.columns) FROM employer WHERE register = ? ORDER BY neq", [register]
        ) { statement in
            let row = try EmployerRow(statement)
            if filter.takes(row) { try body(row) }
        }
    }

    /// How many employers the register has, merged and closed ones too.
    public func employerCount() throws -> Int64 {
        try connection.first("SELECT count(*) FROM employer WHERE register = ?", [register]) { $0.int(0) } ?? 0
    }
}
