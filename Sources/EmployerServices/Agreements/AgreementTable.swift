import AuditTrail
import ReferenceData
import Storage

/// An agreement with what the registers around it say: a row of the table `agreement`.
public struct AgreementFile: Sendable, Equatable {
    public let id: AgreementID
    public internal(set) var state: AgreementState
    /// The record of the draft.
    public let opened: Int64
    /// The employer after mergers.
    public internal(set) var root: String
    public internal(set) var region: String
    /// The record that set the standard as it stood at the draft, and its committee.
    public let standardSequence: Int64
    public let committee: String?
    /// The office and region at signing, by which the agreement counts.
    public internal(set) var signedOffice: String?
    public internal(set) var signedRegion: String?
}

/// The rows of agreements.
struct AgreementTable {
    let session: RegisterSession

    private var register: SQLValue { .integer(session.register.number) }

    // MARK: Reading

    private static let columns = """
        id, sequence, employer, root, establishment, office, region, standard, standard_sequence, committee, apprentice,
        companion, state, drafted, signed, signed_office, signed_region, begins, ends, hours, last_day, suspended,
        suspended_days
        """

    func load(_ id: AgreementID) throws -> AgreementFile? {
        try files("WHERE register = ? AND id = ?", [register, .integer(id.key)]).first
    }

    /// Agreements by a condition that begins with `WHERE register = ?`, with their modules.
    func files(_ condition: String, _ values: [SQLValue]) throws -> [AgreementFile] {
        let rows = try session.connection.query("SELECT \(Self.columns) FROM agreement \(condition)", values) { row in
            try AgreementRowReading(row)
        }
        return try rows.map { row in
            var file = row.file
            try session.connection.forEach(
                "SELECT module, learnt, checked FROM agreement_module WHERE register = ? AND id = ? ORDER BY module",
                [register, .integer(row.file.id.key)]
            ) { found in
                file.state.modules.append(found.string(0))
                if !found.isNull(1) { file.state.learnt.insert(found.string(0)) }
                if !found.isNull(2) { file.state.checked.insert(found.string(0)) }
            }
            return file
        }
    }

    // MARK: Writing

    func insert(_ file: AgreementFile) throws {
        let state = file.state
        try session.connection.run(
            """
            INSERT INTO agreement (register, id, sequence, employer, root, establishment, office, region, standard,
                standard_sequence, committee, apprentice, companion, state, drafted, last_day, suspended_days)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """, register, .integer(file.id.key), .integer(file.opened), .text(state.employer), .text(file.root),
            .optional(state.establishment), .text(state.office), .text(file.region), .text(state.standard),
            .integer(file.standardSequence), .optional(file.committee), .text(state.apprentice), .optional(state.companion),
            .text(state.stage.rawValue), .day(state.drafted), .day(state.lastDay))
        for module in state.modules {
            try session.connection.run(
                "INSERT INTO agreement_module (register, id, module, learnt, checked) VALUES (?, ?, ?, NULL, NULL)", register,
                .integer(file.id.key), .text(module))
        }
    }

    /// What can change of it.
    func update(_ file: AgreementFile) throws {
        let state = file.state
        try session.connection.run(
            """
            UPDATE agreement SET employer = ?, root = ?, establishment = ?, office = ?, region = ?, companion = ?, state = ?,
                signed = ?, signed_office = ?, signed_region = ?, begins = ?, ends = ?, hours = ?, last_day = ?,
                suspended = ?, suspended_days = ?
            WHERE register = ? AND id = ?
            """, .text(state.employer), .text(file.root), .optional(state.establishment), .text(state.office), .text(file.region),
            .optional(state.companion), .text(state.stage.rawValue), .optional(state.signed), .optional(file.signedOffice),
            .optional(file.signedRegion), .optional(state.begins), .optional(state.ends), .optional(state.hours), .day(state.lastDay),
            .optional(state.suspendedOn), .integer(Int64(state.suspendedDays)), register, .integer(file.id.key))
    }

    func note(_ move: AgreementMove, of id: AgreementID, on date: CalendarDate, at sequence: Int64) throws {
        try session.connection.run(
            "INSERT INTO agreement_step (register, id, sequence, kind, day) VALUES (?, ?, ?, ?, ?)", register,
            .integer(id.key), .integer(sequence), .text(move.rawValue), .day(date))
    }

    func learn(_ module: String, of id: AgreementID, at sequence: Int64) throws {
        try session.connection.run(
            "UPDATE agreement_module SET learnt = ? WHERE register = ? AND id = ? AND module = ?", .integer(sequence), register,
            .integer(id.key), .text(module))
    }

    func check(_ modules: [String], of id: AgreementID, at sequence: Int64) throws {
        for module in modules {
            try session.connection.run(
                "UPDATE agreement_module SET checked = ? WHERE register = ? AND id = ? AND module = ?", .integer(sequence),
                register, .integer(id.key), .text(module))
        }
    }
}

/// A row as it lies, before its modules are known.
private struct AgreementRowReading {
    let file: AgreementFile

    init(_ row: any SQLStatement) throws {
        let id = try AgreementID(key: row.int(0))
        let opening = AgreementOpening(
            apprentice: row.string(10), companion: row.text(11), employer: row.string(2),
            establishment: row.number(4), office: row.string(5), standard: row.string(7))
        var state = AgreementState(id.text, opening, modules: [], on: try row.day(13))
        state.stage = AgreementStage(rawValue: row.string(12)) ?? .annulled
        state.signed = try row.optionalDay(14)
        state.begins = try row.optionalDay(17)
        state.ends = try row.optionalDay(18)
        state.hours = row.number(19)
        state.lastDay = try row.day(20)
        state.suspendedOn = try row.optionalDay(21)
        state.suspendedDays = Int(row.int(22))
        file = AgreementFile(
            id: id, state: state, opened: row.int(1), root: row.string(3), region: row.string(6), standardSequence: row.int(8),
            committee: row.text(9), signedOffice: row.text(15), signedRegion: row.text(16))
    }
}
