import AuditTrail
import ReferenceData
import Storage

/// The qualification agreements of the register: what judges and applies their records, and what writes them.
public struct Agreements {
    public let session: RegisterSession
    let services: ServicesReader
    let table: AgreementTable
    let outside: AgreementOutside

    public init(_ session: RegisterSession) {
        self.session = session
        table = AgreementTable(session: session)
        services = ServicesReader(session)
        outside = AgreementOutside(services)
    }

    // MARK: Reading

    /// One agreement. Refuses: E-AGR-001.
    public func agreement(_ id: AgreementID) throws -> AgreementFile {
        guard let file = try table.load(id) else { throw AgreementError(.agreementUnknown, ["agreement": id.text]) }
        return file
    }

    /// The id that the next draft of a day's fiscal year gets. Refuses: E-REF-021.
    public func nextID(on date: CalendarDate) throws -> AgreementID {
        try services.nextID(AgreementID.self, in: "agreement", year: FiscalYear(of: date))
    }

    // MARK: Judging

    /// An agent of the office's region, a coordinator of the committee of the standard as set when drafted; nil where one is
    /// not known. FORMAT.md, section 20.2.
    func scope(of act: AgreementAct, _ id: AgreementID) throws -> ScopeNeed? {
        if case .drafted(let opening) = act {
            guard let region = try outside.knownRegion(of: opening.office),
                let standard = try services.standardIfKnown(opening.standard)
            else { return nil }
            return outside.need([region], committee: standard.committee)
        }
        guard let file = try table.load(id) else { return nil }
        guard case .changed(let change) = act, let office = change.office else {
            return outside.need([file.region], committee: file.committee)
        }
        guard let region = try outside.knownRegion(of: office) else { return nil }
        return outside.need([file.region, region], committee: file.committee)
    }

    /// What a record makes of its agreement. Refuses: E-AGR codes; E-EMP, E-LST codes for what it names.
    func outcome(of record: some AgreementRecord, at sequence: Int64) throws -> AgreementFile {
        if case .drafted(let opening) = record.act { return try draft(opening, record.head, at: sequence) }
        var file = try agreement(record.agreement)
        try file.state.take(record.act, on: record.date)
        switch record.act {
        case .signed(let terms):
            try services.requireSubject(terms.companion)
            file.signedOffice = file.state.office
            file.signedRegion = file.region
            try services.activeEmployer(file.state.employer)
        case .learnt(_, let companion): try services.requireSubject(companion)
        case .changed(let change):
            if let companion = change.companion { try services.requireSubject(companion) }
            if let employer = change.employer, let office = change.office {
                file.root = try services.activeEmployer(employer).neq
                try outside.require(establishment: change.establishment, of: employer)
                file.region = try services.office(office).region.code
            }
        default: break
        }
        return file
    }

    private func draft(_ opening: AgreementOpening, _ head: AgreementHead, at sequence: Int64) throws -> AgreementFile {
        let id = head.agreement
        let expected = try nextID(on: head.date)
        guard id == expected else {
            throw AgreementError(.notNext, ["agreement": id.text, "expected": expected.text])
        }
        let standard = try outside.standard(opening.standard)
        let region = try services.openOffice(opening.office).region.code
        let root = try services.activeEmployer(opening.employer).neq
        try outside.require(establishment: opening.establishment, of: opening.employer)
        try services.requireSubject(opening.apprentice)
        if let companion = opening.companion {
            guard companion != opening.apprentice else { throw AgreementError(.ownCompanion, ["agreement": id.text]) }
            try services.requireSubject(companion)
        }
        if let other = try open(of: opening.apprentice, standard: opening.standard) {
            throw AgreementError(
                .alreadyOpen,
                ["agreement": other.id.text, "standard": opening.standard, "state": other.state.stage.rawValue])
        }
        return AgreementFile(
            id: id, state: AgreementState(id.text, opening, modules: standard.modules, on: head.date), opened: sequence,
            root: root, region: region, standardSequence: standard.sequence, committee: standard.committee)
    }

    /// The open agreement of an apprentice's subject and a standard.
    public func open(of apprentice: String, standard: String) throws -> AgreementFile? {
        try table.files(
            "WHERE register = ? AND apprentice = ? AND standard = ?",
            [.integer(session.register.number), .text(apprentice), .text(standard)]
        ).first { $0.state.stage.isOpen }
    }

    // MARK: Applying

    func take(_ record: some AgreementRecord, at sequence: Int64) throws {
        let file = try outcome(of: record, at: sequence)
        switch record.act {
        case .drafted: try table.insert(file)
        case .learnt(let module, _):
            try table.learn(module, of: file.id, at: sequence)
            try table.update(file)
        case .checked(let modules):
            try table.check(modules, of: file.id, at: sequence)
            try table.update(file)
        default: try table.update(file)
        }
        try table.note(record.act.move, of: file.id, on: record.date, at: sequence)
    }
}
