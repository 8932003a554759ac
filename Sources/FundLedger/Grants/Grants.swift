import AuditTrail
import ReferenceData

/// The grants of one fund inside a transaction: each step with the entries that it binds. FORMAT.md, section 19.4.
///
/// Every step refuses, beside what it says itself: E-GRT-001 … E-GRT-003, E-GRT-006 … E-GRT-009; E-CTL-004 where a
/// control account lacks; and what its entries are refused with (E-YEA, E-ENV and E-JRN codes).
public struct Grants {
    public let session: RegisterSession
    let budget: Budget
    let workspace: GrantWorkspace

    /// Refuses: E-ACC-025 for a register that keeps no books.
    public init(_ session: RegisterSession) throws {
        self.session = session
        budget = try Budget(session)
        workspace = try GrantWorkspace.of(session)
    }

    /// What a step says beside its amounts.
    public struct Notes: Sendable {
        public var date: CalendarDate
        /// SHA-256 of documents known before, in any order.
        public var documents: [String]

        public init(on date: CalendarDate, documents: [String] = []) {
            self.date = date
            self.documents = documents
        }

        func head(_ grant: GrantID) -> GrantHead { GrantHead(grant, on: date, documents: documents) }
    }

    /// The entries that a step would have, before any is numbered. Writes nothing.
    public func preview(_ act: GrantAct, of grant: GrantID, on date: CalendarDate, payable: Int64? = nil) throws -> [GrantEntry] {
        try workspace.outcome(
            of: GrantDeed(grant: grant, date: date, act: act, payable: payable), at: session.register.size + 1
        ).entries
    }

    /// Ids for the entries that a step has. Refuses: E-YEA-001, and what the step is refused with.
    func ids(
        _ act: GrantAct, _ head: GrantHead, payable: Int64? = nil, opening: GrantOpening? = nil
    ) throws -> [EntryID] {
        let deed = GrantDeed(grant: head.grant, date: head.date, act: act, payable: payable, opening: opening)
        let entries = try workspace.outcome(of: deed, at: session.register.size + 1).entries
        return try ids(in: entries.map(\.year))
    }

    func ids(in years: [FiscalYear]) throws -> [EntryID] {
        var taken: [FiscalYear: Int64] = [:]
        return try years.map { year in
            let next = try budget.journal.nextID(year)
            let before = taken[year] ?? 0
            taken[year] = before + 1
            return before == 0 ? next : try EntryID(fund: next.fund, year: year, number: next.number + before)
        }
    }

    func id(
        _ act: GrantAct, _ head: GrantHead, payable: Int64? = nil, opening: GrantOpening? = nil
    ) throws -> EntryID {
        let ids = try ids(act, head, payable: payable, opening: opening)
        guard ids.count == 1, let id = ids.first else {
            throw GrantError(
                .entryCount,
                ["grant": head.grant.text, "step": act.name, "found": String(ids.count), "expected": "1"])
        }
        return id
    }

    /// Appends a record and its entries.
    @discardableResult
    func post<R: GrantRecord>(_ record: R) throws -> R {
        let title = try (record as? any GrantStepRecord)?.opening?.title ?? workspace.file(record.grant).opening.title
        try budget.post(record, on: record.date, reference: record.grant.text, memo: title)
        return record
    }

    // MARK: Until the agreement

    /// Takes an application. Refuses: E-PRG-002, E-RCP-002.
    @discardableResult
    public func apply(
        _ amount: Cents, program: String, recipient: String, title: String, _ notes: Notes
    ) throws -> GrantApplied {
        try post(
            GrantApplied(
                notes.head(workspace.nextID()), amount: amount.value, program: program, recipient: recipient, title: title))
    }

    @discardableResult
    public func assess(
        _ grant: GrantID, _ recommendation: GrantAssessed.Recommendation, amount: Cents? = nil, memo: String, _ notes: Notes
    ) throws -> GrantAssessed {
        try post(GrantAssessed(notes.head(grant), amount: amount?.value, memo: memo, recommendation: recommendation))
    }

    @discardableResult
    public func refuse(_ grant: GrantID, reason: String, _ notes: Notes) throws -> GrantRefused {
        try post(GrantRefused(notes.head(grant), reason: reason))
    }

    /// Reserves what the plan has. Refuses: E-GRT-010 … E-GRT-012, E-GRT-020 … E-GRT-022.
    @discardableResult
    public func approve(
        _ grant: GrantID, _ plan: [GrantPlanLine], by decision: GrantDecision, _ notes: Notes
    ) throws -> GrantApproved {
        let head = notes.head(grant)
        return try post(
            GrantApproved(
                head, authority: decision.authority, instrument: decision.instrument, plan: plan,
                entries: ids(.approved(decision.authority, plan), head)))
    }

    /// Commits what the plan has. Refuses: E-GRT-010 … E-GRT-013, E-GRT-018, E-GRT-019, E-GRT-023, E-GRT-026, E-GRT-027.
    @discardableResult
    public func sign(
        _ grant: GrantID, _ terms: GrantTerms, from begins: CalendarDate, to ends: CalendarDate, _ plan: [GrantPlanLine],
        _ instalments: [GrantInstalment], with party: RecipientName, _ notes: Notes
    ) throws -> GrantSigned {
        let head = notes.head(grant)
        return try post(
            GrantSigned(
                head, begins: begins, ends: ends, terms: terms, plan: plan, instalments: instalments, party: party,
                entries: ids(.signed(begins: begins, ends: ends, plan, instalments, party), head)))
    }

    /// Refuses: E-GRT-010, E-GRT-012 … E-GRT-015, E-GRT-018 … E-GRT-022, E-GRT-024, E-GRT-025, E-GRT-030.
    @discardableResult
    public func amend(
        _ grant: GrantID, _ plan: [GrantPlanLine], _ change: GrantChange = GrantChange(), by decision: GrantDecision? = nil,
        reason: String, _ notes: Notes
    ) throws -> GrantAmended {
        let head = notes.head(grant)
        let act = GrantAct.amended(plan, change.instalments, ends: change.ends, decision?.authority)
        return try post(
            GrantAmended(head, plan: plan, change: change, decision: decision, reason: reason, entries: ids(act, head)))
    }

    /// Commits what the plan has for a year that is opened since. Refuses: E-GRT-053.
    @discardableResult
    public func continueYear(
        _ grant: GrantID, _ year: FiscalYear, envelope: String, _ notes: Notes
    ) throws -> GrantContinued {
        let head = notes.head(grant)
        return try post(
            GrantContinued(
                head, year: year, envelope: envelope, entry: id(.continued(year, envelope: envelope), head)))
    }
}
