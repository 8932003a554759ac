import AuditTrail
import ReferenceData
import Storage

/// A step of an agreement, as a history shows it.
public struct AgreementStepRow: Sendable, Equatable {
    public let move: AgreementMove
    public let date: CalendarDate
    public let sequence: Int64
    /// Who sealed it, and when.
    public let person: String
    public let recorded: String
    /// The slip that brought it, with who signed it; nil where it was written in the book.
    public let slip: SlipHead?
}

/// Which agreements a list shows.
public struct AgreementFilter: Sendable {
    public var stage: AgreementStage?
    public var standard: String?
    public var office: String?
    public var region: Region?
    public var committee: String?
    /// A subject.
    public var apprentice: String?
    /// A NEQ, or one that stands for others after a merger.
    public var employer: String?
    /// Signed in this fiscal year; drafted in it where they are not signed.
    public var year: FiscalYear?
    public var after: AgreementID?
    public var limit: Int

    public init(limit: Int = .max) { self.limit = limit }
}

extension Agreements {
    /// Agreements by number.
    public func list(_ filter: AgreementFilter) throws -> [AgreementFile] {
        var condition = "WHERE register = ?"
        var values: [SQLValue] = [.integer(session.register.number)]
        for (column, value) in [
            ("state", filter.stage?.rawValue), ("standard", filter.standard), ("office", filter.office),
            ("region", filter.region?.code), ("committee", filter.committee), ("apprentice", filter.apprentice),
        ] {
            guard let value else { continue }
            condition += " AND \(column) = ?"
            values.append(.text(value))
        }
        if let employer = filter.employer {
            condition += " AND root = ?"
            values.append(.text(try services.employer(employer).root))
        }
        if let year = filter.year {
            condition += " AND coalesce(signed, drafted) BETWEEN ? AND ?"
            values += [.day(year.firstDay), .day(year.lastDay)]
        }
        if let after = filter.after {
            condition += " AND id > ?"
            values.append(.integer(after.key))
        }
        return try table.files(condition + " ORDER BY id LIMIT ?", values + [.integer(Int64(filter.limit))])
    }

    /// The steps of an agreement, in order.
    public func steps(of id: AgreementID) throws -> [AgreementStepRow] {
        let rows = try session.connection.query(
            "SELECT kind, day, sequence FROM agreement_step WHERE register = ? AND id = ? ORDER BY sequence",
            [.integer(session.register.number), .integer(id.key)]
        ) { ($0.string(0), try $0.day(1), $0.int(2)) }
        return try rows.compactMap { kind, day, sequence in
            guard let move = AgreementMove(rawValue: kind) else { return nil }
            let place = try session.batch(of: sequence)
            let slip = try place.flatMap { try session.record(at: $0.first) as? SlipReceived }
            return AgreementStepRow(
                move: move, date: day, sequence: sequence,
                person: place?.person ?? "", recorded: place?.time ?? "", slip: slip?.head)
        }
    }

    /// The standard of an agreement as it stood at its draft.
    public func standard(of file: AgreementFile) throws -> StandardSummary {
        try outside.summary(at: file.standardSequence, of: file.state.standard)
    }

    /// The name of an employer; nil where it is a person's or unknown.
    public func employerName(_ neq: String) throws -> String? { try services.employerIfKnown(neq)?.name }

    /// The name that is kept of a subject; nil where it is erased. Personal information.
    public func name(of subject: String) throws -> String? { try session.values(of: subject)[ApprenticeAge.name] }

    /// The last agreement that was entered, for what a person would type again.
    public func last() throws -> AgreementFile? {
        try table.files("WHERE register = ? ORDER BY sequence DESC LIMIT 1", [.integer(session.register.number)]).first
    }

    /// Indicators that count an agreement signed on a day: by their codes, with the versions in force.
    public func indicators(countingSigned day: CalendarDate) throws -> [String] {
        let year = Int64(try FiscalYear(of: day).startYear)
        let rows = try session.connection.query(
            """
            SELECT indicator, version, method FROM indicator WHERE register = ? AND from_year <= ?
            ORDER BY indicator, version DESC
            """, [.integer(session.register.number), .integer(year)]
        ) { ($0.string(0), $0.int(1), $0.string(2)) }
        var seen: Set<String> = []
        return rows.filter { seen.insert($0.0).inserted }.filter { ["new-agreements", "new-participants"].contains($0.2) }
            .map { "\($0.0)/v\($0.1)" }
    }
}
