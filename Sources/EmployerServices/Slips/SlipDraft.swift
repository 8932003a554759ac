import AuditTrail
import ReferenceData

/// A slip that is being made, away from the book: a desk that writes lines instead of records, and judges each by what its
/// context tells. FORMAT.md, section 20.7.
public final class SlipDraft: AgreementDesk {
    public let context: SlipContext
    public let committee: String
    public private(set) var lines: [SlipLine] = []
    public private(set) var openings = SlipOpenings()
    private var states: [AgreementID: AgreementState] = [:]
    private var counts = ["AGR": 0, "PAR": 0]

    static let title = "fundctl/slip-draft/v1"

    public init(_ context: SlipContext, committee: String) {
        self.context = context
        self.committee = committee
    }

    // MARK: The file

    /// Refuses: E-SLP-013; what a line is refused with.
    public convenience init(parsing bytes: [UInt8]) throws {
        let rows = bytes.split(separator: 0x0A).map(Array.init)
        guard rows.count >= 3, rows[0] == Array(Self.title.utf8), let committee = Self.rest(rows[2], after: "committee ")
        else { throw Self.malformed(1) }
        let context = try? SlipContext(rows[1].withUnsafeBytes { try CanonicalScanner.scan($0) })
        guard let context else { throw Self.malformed(2) }
        self.init(context, committee: String(decoding: committee, as: UTF8.self))
        for (place, row) in rows.enumerated().dropFirst(3) {
            if let line = Self.rest(row, after: "line ") {
                try take(SlipLine(line, number: lines.count + 1))
            } else if let opening = Self.rest(row, after: "opening ") {
                openings.openings.append(try SlipOpenings.opening(opening, at: place + 1))
            } else {
                throw Self.malformed(place + 1)
            }
        }
    }

    /// The file's text: personal information.
    public func text() throws -> [UInt8] {
        var text = Array("\(Self.title)\n".utf8) + (try context.object.line()) + Array("\ncommittee \(committee)\n".utf8)
        for line in lines { text += Array("line ".utf8) + line.bytes + [0x0A] }
        for opening in openings.openings { text += Array("opening ".utf8) + (try SlipOpenings.line(of: opening)) + [0x0A] }
        return text
    }

    private static func rest(_ row: [UInt8], after mark: String) -> [UInt8]? {
        row.starts(with: mark.utf8) ? Array(row.dropFirst(mark.utf8.count)) : nil
    }

    private static func malformed(_ line: Int) -> SlipError {
        SlipError(.fileMalformed, ["file": title, "line": String(line)])
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
        let folded = FoldedText.fold(name)
        return Set(openings.openings.map(\.subject)).sorted().first { subject in
            let values = openings.values(of: subject)
            return values[ApprenticeAge.born] == born && values[ApprenticeAge.name].map { FoldedText.fold($0) == folded } ?? false
        }
    }

    public func companion(name: String, employer: String) throws -> String? {
        let folded = FoldedText.fold(name)
        return states.values.filter { $0.employer == employer }.compactMap(\.companion).sorted().first { subject in
            openings.values(of: subject)[ApprenticeAge.name].map { FoldedText.fold($0) == folded } ?? false
        }
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
    private func take(_ line: SlipLine) throws {
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
            guard var state = try state(of: id) else { return }
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
}
