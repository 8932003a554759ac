import AuditTrail
import ReferenceData
import Storage

/// What judging and posting keep at hand of a fund's grants during a batch. Changed rows are written at its end.
///
/// Payments come in by `payable`, `pay` and `reject`.
public final class GrantWorkspace: BatchWorkspace {
    /// Grants kept at most before the changed ones are written and all let go.
    private static let mostKept = 4_096

    let session: RegisterSession
    let journal: JournalWorkspace
    let budgets: BudgetWorkspace
    var files: [Int64: GrantFile] = [:]
    /// Grants by the payables that this batch made.
    var owners: [Int64: Int64] = [:]
    private var programs: [String: ProgramAdded] = [:]
    private var knownRecipients: Set<String> = []
    /// The number of the last grant.
    private var lastNumber: Int64
    /// What the batch's sealer is judged of at its end.
    private var sealings: [Sealing] = []

    /// The first grant of the batch that only an import may bring.
    private var importedOutside: (sequence: Int64, grant: GrantID)?

    private struct Sealing {
        let sequence: Int64
        let grant: GrantID
        /// The last assessment, and who sealed it.
        let assessment: Int64
        let assessor: PublicKey?
        /// An amendment above what was approved, which officers may write too.
        let asksApprover: Bool
    }

    public static func of(_ session: RegisterSession) throws -> GrantWorkspace {
        try session.workspace(GrantWorkspace.self) { try GrantWorkspace(session) }
    }

    private init(_ session: RegisterSession) throws {
        self.session = session
        journal = try JournalWorkspace.of(session)
        budgets = try BudgetWorkspace.of(session)
        lastNumber =
            try session.connection.first(
                "SELECT max(number) FROM grant_file WHERE register = ?", [.integer(session.register.number)]
            ) { $0.isNull(0) ? 0 : $0.int(0) } ?? 0
    }

    var register: SQLValue { .integer(session.register.number) }
    public var fund: FundCode { journal.fund }

    /// The id that the next grant gets.
    public func nextID() throws -> GrantID { try GrantID(fund: fund, number: lastNumber + 1) }

    // MARK: Files

    /// A grant as it stands. Refuses: E-GRT-001.
    public func file(_ id: GrantID) throws -> GrantFile {
        guard id.fund == fund, let file = try file(id.number) else {
            throw GrantError(.grantUnknown, ["grant": id.text, "fund": fund.rawValue])
        }
        return file
    }

    private func file(_ number: Int64) throws -> GrantFile? {
        if let kept = files[number] { return kept }
        guard let loaded = try load(number) else { return nil }
        files[number] = loaded
        return loaded
    }

    /// What judging a step of a grant needs.
    func facts(of file: GrantFile) -> GrantFacts {
        GrantFacts(fund: fund, norms: file.norms) { [journal] start in
            try journal.year(start).map { $0.isControlled ? .controlled : .none }
        }
    }

    // MARK: Steps

    /// What a step would make of the grants that it touches.
    struct Outcome {
        var files: [GrantFile]
        var entries: [GrantEntry]
        /// The account of *expense*.
        let account: String
    }

    /// Judges a step by the figures of its grant. Refuses: E-GRT codes; E-PRG-002, E-RCP-002 for a first one.
    func outcome(of deed: GrantDeed, at sequence: Int64) throws -> Outcome {
        var file = try deed.opening.map { try new(deed.grant, $0, at: sequence) } ?? self.file(deed.grant)
        let facts = self.facts(of: file)
        let entries = try file.take(GrantStep(sequence: sequence, date: deed.date, act: deed.act), facts)
        guard let payable = deed.payable, case .offset(let amount) = deed.act else {
            return Outcome(files: [file], entries: entries, account: file.account)
        }
        let owed = try self.payable(payable)
        guard owed.recipient == file.opening.recipient else {
            throw GrantError(
                .payableOfOther,
                ["payable": String(payable), "recipient": owed.recipient, "expected": file.opening.recipient])
        }
        let settled = GrantStep(sequence: sequence, date: deed.date, act: .settled(amount, payable: payable))
        guard owed.grant != file.id else {
            try file.take(settled, facts)
            return Outcome(files: [file], entries: entries, account: file.account)
        }
        var other = try self.file(owed.grant)
        try other.take(settled, self.facts(of: other))
        return Outcome(files: [file, other], entries: entries, account: file.account)
    }

    private func new(_ id: GrantID, _ opening: GrantOpening, at sequence: Int64) throws -> GrantFile {
        let next = try nextID()
        guard id == next else {
            throw GrantError(.grantNumber, ["grant": id.text, "expected": next.text])
        }
        let program = try program(opening.program)
        if !knownRecipients.contains(opening.recipient) {
            _ = try Recipients(session).recipient(opening.recipient)
            knownRecipients.insert(opening.recipient)
        }
        var file = GrantFile(id, opened: sequence, opening, account: program.account, norms: program.norms)
        file.isNew = true
        return file
    }

    /// A programme, which never changes. Refuses: E-PRG-002.
    func program(_ code: String) throws -> ProgramAdded {
        if let kept = programs[code] { return kept }
        let program = try Programs(session).program(code)
        programs[code] = program
        return program
    }

    /// Judges a step with all that its record says. Changes nothing.
    func judge(_ record: some GrantStepRecord, at sequence: Int64) throws {
        let outcome = try self.outcome(of: record.deed, at: sequence)
        try requireCount(record.entryIDs.count, outcome.entries.count, record.grant, type(of: record).move)
        guard let file = outcome.files.first else { return }
        try record.judgeOutside(self, record.opening == nil ? self.file(record.grant) : file, at: sequence)
    }

    func requireCount(_ found: Int, _ expected: Int, _ grant: GrantID, _ move: GrantMove) throws {
        guard found != expected else { return }
        throw GrantError(
            .entryCount,
            ["grant": grant.text, "step": move.rawValue, "found": String(found), "expected": String(expected)])
    }

    /// Takes a step that was judged.
    func take(_ outcome: Outcome, at sequence: Int64, of record: some GrantStepRecord) throws {
        if record.opening != nil {
            if files.count >= Self.mostKept {
                try flush()
                files = [:]
            }
            lastNumber = record.grant.number
        }
        keep(outcome.files)
        if let file = outcome.files.first, file.state.payables[sequence] != nil { owners[sequence] = file.id.number }
        if record is GrantApproved { try note(approvalOf: record.grant, at: sequence, asksApprover: false) }
        if let amended = record as? GrantAmended, amended.decision != nil {
            try note(approvalOf: amended.grant, at: sequence, asksApprover: true)
        }
        if let imported = record as? GrantImported {
            if imported.row != nil || imported.source != nil { importedOutside = importedOutside ?? (sequence, imported.grant) }
            try note(imported)
        }
    }

    func keep(_ changed: [GrantFile]) {
        for file in changed { files[file.id.number] = file }
    }

    private func note(approvalOf grant: GrantID, at sequence: Int64, asksApprover: Bool) throws {
        guard let assessment = files[grant.number]?.state.assessment else { return }
        sealings.append(try sealing(grant, assessment, at: sequence, asksApprover: asksApprover))
    }

    private func sealing(
        _ grant: GrantID, _ assessment: Int64, at sequence: Int64, asksApprover: Bool
    ) throws -> Sealing {
        Sealing(
            sequence: sequence, grant: grant, assessment: assessment, assessor: try session.sealingKey(of: assessment),
            asksApprover: asksApprover)
    }

    private func note(_ imported: GrantImported) throws {
        guard let source = imported.source else { return }
        try session.connection.run(
            "INSERT INTO entry_source (register, source, entry) VALUES (?, ?, ?)", register, .text(source),
            .integer(EntryKey.of(imported.entry, register: session.register.number)))
    }

    /// The entries of a step, with accounts. Refuses: E-CTL-004.
    func bound(_ outcome: Outcome, to ids: [EntryID]) throws -> [BoundEntry] {
        try zip(ids, outcome.entries).map { id, entry in
            var financial = FinancialMovement()
            for money in entry.money {
                let account =
                    switch money.place {
                    case .use(let use): try journal.controlAccount(use)
                    case .expense: outcome.account
                    }
                try financial.add(money.cents, account, money.envelope)
            }
            return BoundEntry(id, entry.year, entry.movement, financial: financial, date: entry.date)
        }
    }

    // MARK: The end of a batch

    /// Refuses: E-GRT-022, E-GRT-025, E-GRT-055.
    public func batchEnds(_ end: BatchEnd) throws {
        defer {
            sealings = []
            importedOutside = nil
        }
        if let importedOutside, end.lastKind != ImportRecorded.kind {
            throw RefusedInBatch(
                importedOutside.sequence, GrantError(.importMisplaced, ["grant": importedOutside.grant.text]))
        }
        for sealing in sealings {
            do {
                try judge(sealing, end.key, end.people)
            } catch {
                throw RefusedInBatch(sealing.sequence, error)
            }
        }
    }

    private func judge(_ sealing: Sealing, _ key: PublicKey, _ people: RoleBook) throws {
        if sealing.asksApprover {
            guard let person = people.person(of: key), people.holds(person, anyOf: [.approver]) else {
                throw GrantError(.amendmentApprover, ["grant": sealing.grant.text])
            }
        }
        guard let assessor = sealing.assessor, assessor != key, people.person(of: assessor) != people.person(of: key)
        else {
            throw GrantError(.ownAssessment, ["grant": sealing.grant.text, "record": String(sealing.assessment)])
        }
    }

    /// Who approves, or raises an agreement, is not who assessed, and is an approver: told at once while writing.
    /// Refuses: E-GRT-022, E-GRT-025.
    func requireOtherPerson(
        than assessment: Int64?, _ grant: GrantID, at sequence: Int64, asksApprover: Bool = false
    ) throws {
        guard let key = session.writingKey, let assessment else { return }
        try judge(sealing(grant, assessment, at: sequence, asksApprover: asksApprover), key, session.people)
    }
}
