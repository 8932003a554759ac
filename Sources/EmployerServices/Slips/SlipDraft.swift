import AuditTrail
import ReferenceData

/// A slip that is being made, away from the book: a desk that writes lines instead of records, and judges each by what its
/// context tells. FORMAT.md, section 20.7.
public final class SlipDraft: AgreementDesk {
    public let context: SlipContext
    public let committee: String
    public private(set) var lines: [SlipLine] = []
    public internal(set) var openings = SlipOpenings()
    private var states: [AgreementID: AgreementState] = [:]
    private var counts = ["AGR": 0, "PAR": 0]

    /// The first line of each entry: of what one command, or one row of a group, wrote.
    public internal(set) var entries: [Int] = []
    /// The slips that were signed of it.
    public internal(set) var made: [Made] = []
    /// Companions of the register's agreements, as the lines of this slip change them.
    private var companions: [String: String] = [:]

    /// A slip that was signed of a draft.
    public struct Made: Sendable, Equatable {
        public let number: Int64
        /// How many lines it had.
        public let lines: Int
    }

    public init(_ context: SlipContext, committee: String) {
        self.context = context
        self.committee = committee
        companions = Dictionary(
            context.agreements.compactMap { one in one.companion.map { (one.id, $0) } }, uniquingKeysWith: { $1 })
    }

    // MARK: The desk

    /// Ids of the slip's own, held meanwhile under the last fiscal year that there is.
    public func nextAgreement(on date: CalendarDate) throws -> AgreementID {
        try AgreementID(year: SlipID.year(), number: Int64((counts["AGR"] ?? 0) + 1))
    }

    public func nextParticipation(on date: CalendarDate) throws -> ParticipationID {
        try ParticipationID(year: SlipID.year(), number: Int64((counts["PAR"] ?? 0) + 1))
    }

    /// Refuses: E-AGR-001 for one of the slip that it has not.
    public func state(of agreement: AgreementID) throws -> AgreementState? {
        if let state = states[agreement] { return state }
        guard agreement.year.startYear != SlipID.startYear else {
            throw AgreementError(.agreementUnknown, ["agreement": SlipID.own(agreement.text)])
        }
        return nil
    }

    /// Of an agreement of the slip, by its lines; of one of the register, by the context and the lines since. Refuses:
    /// E-AGR-001; E-SLP-020 for an agreement that the context has not.
    public func companion(of agreement: AgreementID) throws -> String? {
        if let state = try state(of: agreement) { return state.companion }
        if let known = companions[agreement.text] { return known }
        guard context.agreements.contains(where: { $0.id == agreement.text }) else {
            throw SlipError(.agreementNotInContext, ["agreement": agreement.text, "committee": committee])
        }
        return nil
    }

    public func beginEntry() {
        if entries.last != lines.count { entries.append(lines.count) }
    }

    /// Refuses: E-SLP-017; E-SLP-018 for one of another committee.
    public func standard(_ code: String) throws -> StandardSummary {
        guard let standard = context.standards.first(where: { $0.code == code }) else {
            throw notInContext("standard", code, context.standards.map(\.code))
        }
        guard standard.committee == committee else {
            throw SlipError(
                .otherCommittee,
                ["found": code, "committee": standard.committee ?? "", "expected": committee])
        }
        return standard
    }

    /// Refuses: E-SLP-017.
    public func office(_ code: String) throws -> OfficeSummary {
        guard let office = context.offices.first(where: { $0.code == code && !$0.isClosed }) else {
            throw notInContext("office", code, context.offices.map(\.code))
        }
        return office
    }

    /// Refuses: E-SLP-017, E-SLP-018.
    private func require(programme code: String) throws {
        guard let programme = context.programmes.first(where: { $0.code == code }) else {
            throw notInContext("programme", code, context.programmes.map(\.code))
        }
        guard programme.committee == committee else {
            throw SlipError(
                .otherCommittee,
                ["found": code, "committee": programme.committee ?? "", "expected": committee])
        }
    }

    private func notInContext(_ part: String, _ found: String, _ known: [String]) -> SlipError {
        SlipError(
            .notInContext, ["part": part, "found": found, "nearest": FoldedText.nearest(to: found, among: known) ?? ""])
    }

    public func subject(name: String, born: String) throws -> String? {
        let same = Set(openings.openings.map(\.subject)).sorted().filter { openings.values(of: $0)[ApprenticeAge.born] == born }
        return try first(of: same, named: name)
    }

    public func companion(name: String, employer: String) throws -> String? {
        try first(of: states.values.filter { $0.employer == employer }.compactMap(\.companion).sorted(), named: name)
    }

    public func open(of apprentice: String, standard: String) throws -> String? {
        states.values.first { $0.apprentice == apprentice && $0.standard == standard && $0.stage.isOpen }?.id
    }

    public func values(of subject: String) throws -> [String: String] { openings.values(of: subject) }

    public func open(_ subject: String, values: [String: String], salts: [String: [UInt8]]) throws {
        var fields: [String: Digest] = [:]
        for (field, value) in values.sorted(by: { $0.key < $1.key }) {
            let opening = SlipOpenings.Opening(subject: subject, field: field, salt: salts[field] ?? [], value: value)
            openings.openings.append(opening)
            // As it is read back: in NFC.
            guard case .string(let normal) = CanonicalValue.text(value) else { continue }
            fields[field] = Commitment.of(
                normal, field: field, subject: subject, register: context.register, salt: opening.salt)
        }
        try write(SubjectOpened(subject: subject, fields: fields))
    }

    public func write(_ record: any Record) throws {
        var writer = CanonicalWriter()
        try record.write(into: &writer, kind: type(of: record).kind)
        var object = try writer.finishedLine().withUnsafeBytes { try CanonicalScanner.scan($0) }
        if let member = SlipLine.member(of: type(of: record).kind), let id = try object.optionalString(member) {
            object[member] = .string(SlipID.own(id))
        }
        try take(SlipLine(object.line(), number: lines.count + 1))
    }

    // MARK: Lines

    private static let kinds = KindTable(domain: EmployerKinds.all)

    /// Judges a line by the context and by the lines before it, and keeps it.
    func take(_ line: SlipLine) throws {
        let id = line.id.map(SlipID.held)
        let record = try Self.kinds.decode(id.map { line.object(naming: $0) } ?? line.object)
        if let record = record as? any AgreementRecord {
            try take(record)
        } else if let started = record as? ParticipationStarted {
            _ = try office(started.office)
            try require(programme: started.programme)
            counts["PAR", default: 0] += 1
        }
        lines.append(line)
    }

    private func take(_ record: any AgreementRecord) throws {
        let id = record.agreement
        guard case .drafted(let opening) = record.act else {
            guard var state = try state(of: id) else { return note(record.act, of: id.text) }
            try state.take(record.act, on: record.date)
            states[id] = state
            return
        }
        let standard = try standard(opening.standard)
        _ = try office(opening.office)
        guard opening.companion != opening.apprentice else {
            throw AgreementError(.ownCompanion, ["agreement": SlipID.own(id.text)])
        }
        if let open = states.values.first(where: {
            $0.apprentice == opening.apprentice && $0.standard == opening.standard && $0.stage.isOpen
        }) {
            throw AgreementError(
                .alreadyOpen, ["agreement": open.id, "standard": opening.standard, "state": open.stage.rawValue])
        }
        states[id] = AgreementState(SlipID.own(id.text), opening, modules: standard.modules.map(\.code), on: record.date)
        counts["AGR", default: 0] += 1
    }

    /// Who shows the apprentice from now on.
    private func note(_ act: AgreementAct, of agreement: String) {
        switch act {
        case .signed(let terms): companions[agreement] = terms.companion
        case .changed(let change): companions[agreement] = change.companion ?? companions[agreement]
        default: break
        }
    }
}
