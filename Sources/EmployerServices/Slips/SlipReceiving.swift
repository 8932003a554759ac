import AuditTrail
import ReferenceData

/// Takes a slip line by line into a register: what is refused is left out, and what rests on it.
struct SlipReceiving {
    let session: RegisterSession
    let slip: Slip
    let openings: SlipOpenings
    /// The register's ids, by the slip's own; and the lines that open them, rejected ones too.
    private var ids: [String: String] = [:]
    private let openedBy: [String: Int]

    init(_ slip: Slip, _ openings: SlipOpenings, in session: RegisterSession) {
        self.session = session
        self.slip = slip
        self.openings = openings
        openedBy = Dictionary(
            slip.lines.enumerated().compactMap { place, line in line.isOpening ? line.id.map { ($0, place + 1) } : nil },
            uniquingKeysWith: { first, _ in first })
    }

    /// Writes a line. Returns the id of what it makes or is of.
    mutating func take(_ line: SlipLine, number: Int) throws -> String? {
        guard let own = line.id else {
            guard let opened = try session.kinds.decode(line.object) as? SubjectOpened else {
                throw SlipError(.lineKind, ["line": String(number), "kind": line.kind])
            }
            try openings.check(opened, register: slip.register)
            try session.openSubject(
                opened.subject, values: openings.values(of: opened.subject), salts: openings.salts(of: opened.subject))
            return nil
        }
        let id = try id(of: own, line, number)
        let record = try session.kinds.decode(line.object(naming: id))
        try requireCome(record)
        try requireAge(record)
        try session.append(record)
        if line.isOpening { ids[own] = id }
        return id
    }

    private func id(of own: String, _ line: SlipLine, _ number: Int) throws -> String {
        if line.isOpening {
            let date = try CalendarDate(iso: line.object.string("date"))
            return line.kind == AgreementDrafted.kind
                ? try Agreements(session).nextID(on: date).text : try Participations(session).nextID(on: date).text
        }
        guard SlipID.isOwn(own) else { return own }
        if let id = ids[own] { return id }
        guard let opening = openedBy[own], opening < number else {
            if SlipID.prefix(of: line.kind) == "AGR" { throw AgreementError(.agreementUnknown, ["agreement": own]) }
            throw ParticipationError(.participationUnknown, ["participation": own])
        }
        throw SlipError(.restsOnRejected, ["line": String(number), "on": String(opening)])
    }

    /// Nothing is dated after the slip itself was made.
    private func requireCome(_ record: any Record) throws {
        let made = String(slip.head.time.prefix(10))
        guard let day = (record as? any ServiceRecord)?.lastDay, day.iso > made else { return }
        throw ServiceListError(.datedAhead, ["date": day.iso, "day": made])
    }

    /// What records cannot show is checked by who writes them: the age at signing.
    private func requireAge(_ record: any Record) throws {
        guard let signed = record as? AgreementSigned,
            let state = try? Agreements(session).agreement(signed.agreement).state
        else { return }
        try ApprenticeAge.check(
            born: session.values(of: state.apprentice)[ApprenticeAge.born], signed: signed.terms.signed,
            agreement: signed.agreement.text)
    }
}
