import AuditTrail
import ReferenceData
import Storage

/// What judging and posting keep at hand of a fund's budgets during a batch. Changed rows are written at its end.
final class BudgetWorkspace: BatchWorkspace {
    struct EnvelopeKey: Hashable {
        let year: Int
        let code: String
    }

    /// An entry that an act announced and that has not come yet.
    struct Awaited {
        let bound: BoundEntry
        /// The sequence of the act, and the one that the entry must have.
        let act: Int64
        let sequence: Int64
    }

    let session: RegisterSession
    let journal: JournalWorkspace
    private var envelopes: [EnvelopeKey: EnvelopeState] = [:]
    private var years: [Int: BudgetYearState] = [:]
    var commitments: [Int64: CommitmentState] = [:]
    var awaited: ArraySlice<Awaited> = []
    /// Acts by the entries that they bound, not written yet.
    var bound: [Int64: Int64] = [:]
    /// Entries by the envelopes that they touch, not written yet.
    var touched: [(envelope: Int64, entry: Int64)] = []
    private var changedEnvelopes: Set<EnvelopeKey> = []
    private var changedYears: Set<Int> = []
    var changedCommitments: Set<Int64> = []

    /// What rules know of envelopes, by their ids.
    var factsKept: [Int64: EnvelopeFacts] = [:]
    let scopes: ScopeSums

    static func of(_ session: RegisterSession) throws -> BudgetWorkspace {
        try session.workspace(BudgetWorkspace.self) { try BudgetWorkspace(session, JournalWorkspace.of(session)) }
    }

    private init(_ session: RegisterSession, _ journal: JournalWorkspace) throws {
        self.session = session
        scopes = try ScopeSums(session)
        self.journal = journal
        journal.keptBudgets = self
    }

    /// Whether an act waits for its entry.
    var awaits: Bool { !awaited.isEmpty }

    // MARK: Envelopes

    /// An envelope as it stands, nil where the year has none of that code.
    func envelope(_ code: String, in year: FiscalYear) throws -> EnvelopeState? {
        let key = EnvelopeKey(year: year.startYear, code: code)
        if let kept = envelopes[key] { return kept }
        let found = try session.connection.first(
            "SELECT \(EnvelopeState.columns) FROM envelope WHERE register = ? AND year = ? AND code = ?",
            [.integer(session.register.number), .integer(Int64(year.startYear)), .text(code)]
        ) { EnvelopeState(row: $0) }
        if let found { envelopes[key] = found }
        return found
    }

    /// Refuses: E-ENV-006.
    func knownEnvelope(_ code: String, in year: FiscalYear) throws -> EnvelopeState {
        if let found = try envelope(code, in: year) { return found }
        throw LedgerError(
            .budgetEnvelopeUnknown,
            [
                "envelope": code, "year": year.text, "fund": journal.fund.rawValue,
                "nearest": try nearest(to: code, in: year),
            ])
    }

    /// The code of the year that was probably meant; empty where none resembles.
    func nearest(to code: String, in year: FiscalYear) throws -> String {
        let codes = try session.connection.query(
            "SELECT code FROM envelope WHERE register = ? AND year = ?",
            [.integer(session.register.number), .integer(Int64(year.startYear))]
        ) { $0.string(0) }
        return FoldedText.nearest(to: code, among: codes) ?? ""
    }

    func open(_ envelope: Envelope, at sequence: Int64) throws {
        let register = session.register.number
        let last = try session.connection.first(
            "SELECT max(id) FROM envelope WHERE id BETWEEN ? AND ?",
            [.integer(register << 32), .integer((register + 1) << 32 - 1)]
        ) { $0.isNull(0) ? nil : $0.int(0) }
        let id = ((last ?? nil) ?? register << 32) + 1
        try session.connection.run(
            """
            INSERT INTO envelope (id, register, year, code, parent, name, expires, opened, initial_cents, revised_cents,
                in_cents, out_cents, authorised_cents, available_cents, reserved_cents, committed_cents, spent_cents)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0)
            """,
            .integer(id), .integer(register), .integer(Int64(envelope.year.startYear)), .text(envelope.code),
            envelope.parent.map { .text($0) } ?? .null, .text(envelope.name),
            envelope.expires.map { .integer(Int64($0.dayNumber)) } ?? .null, .integer(sequence))
        for (name, value) in envelope.attributes {
            try session.connection.run(
                "INSERT INTO envelope_attribute (envelope, name, value) VALUES (?, ?, ?)", .integer(id), .text(name),
                .text(value))
        }
    }

    /// Changes the amounts of an envelope that is known.
    func change(_ code: String, in year: FiscalYear, _ body: (inout EnvelopeAmounts) throws -> Void) throws {
        guard var state = try envelope(code, in: year) else { return }
        let before = state.amounts
        try body(&state.amounts)
        let initial = Int128(state.amounts.initial) - Int128(before.initial)
        let authorised = Int128(state.amounts.authorised) - Int128(before.authorised)
        if !scopes.isIdle, initial != 0 || authorised != 0 {
            try scopes.add(initial: initial, current: authorised, of: facts(code, in: year))
        }
        let key = EnvelopeKey(year: year.startYear, code: code)
        envelopes[key] = state
        changedEnvelopes.insert(key)
    }

    // MARK: Years

    /// Refuses: E-YEA-001 for a year that is not open, E-ENV-004 for one without budget control.
    func requireControlled(_ year: FiscalYear) throws {
        guard let state = try journal.year(year.startYear) else { throw journal.yearNotOpen(year, date: nil) }
        guard state.isControlled else {
            throw LedgerError(.yearUncontrolled, ["year": year.text, "fund": journal.fund.rawValue])
        }
    }

    func budgetYear(_ startYear: Int) throws -> BudgetYearState {
        if let kept = years[startYear] { return kept }
        let key: [SQLValue] = [.integer(session.register.number), .integer(Int64(startYear))]
        var state =
            try session.connection.first(
                "SELECT authorised_cents, used_cents FROM budget_year WHERE register = ? AND year = ?", key
            ) { BudgetYearState(authorised: $0.int(0), used: $0.int(1)) } ?? BudgetYearState()
        try session.connection.forEach("SELECT basis, amount_cents FROM ceiling WHERE register = ? AND year = ?", key) {
            if let basis = CeilingBasis(rawValue: $0.string(0)) { state.ceilings[basis] = $0.int(1) }
        }
        years[startYear] = state
        return state
    }

    func set(_ state: BudgetYearState, for startYear: Int) {
        years[startYear] = state
        changedYears.insert(startYear)
    }

    func set(_ ceiling: CeilingSet, at sequence: Int64) throws {
        var state = try budgetYear(ceiling.year.startYear)
        state.ceilings[ceiling.basis] = ceiling.amount
        years[ceiling.year.startYear] = state
        try session.connection.run(
            """
            INSERT INTO ceiling (register, year, basis, amount_cents, citation, sequence) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (register, year, basis) DO UPDATE SET
                amount_cents = excluded.amount_cents, citation = excluded.citation, sequence = excluded.sequence
            """,
            .integer(session.register.number), .integer(Int64(ceiling.year.startYear)), .text(ceiling.basis.rawValue),
            .integer(ceiling.amount), .text(ceiling.citation), .integer(sequence))
    }

    // MARK: Writing

    func flush() throws {
        for key in changedEnvelopes { try write(envelopes[key]) }
        for year in changedYears.sorted() { try write(years[year], year) }
        for (entry, act) in bound.sorted(by: { $0.key < $1.key }) {
            try session.connection.run(
                "INSERT INTO bound_entry (entry, act) VALUES (?, ?)", .integer(entry), .integer(act))
        }
        for row in touched.sorted(by: { ($0.envelope, $0.entry) < ($1.envelope, $1.entry) }) {
            try session.connection.run(
                "INSERT INTO envelope_entry (envelope, entry) VALUES (?, ?)", .integer(row.envelope), .integer(row.entry))
        }
        for id in changedCommitments.sorted() { try write(commitments[id], id) }
        changedEnvelopes = []
        changedYears = []
        changedCommitments = []
        bound = [:]
        touched = []
        try scopes.flush()
    }

    private func write(_ state: EnvelopeState?) throws {
        guard let state else { return }
        let amounts = state.amounts
        try session.connection.run(
            """
            UPDATE envelope SET initial_cents = ?, revised_cents = ?, in_cents = ?, out_cents = ?, authorised_cents = ?,
                available_cents = ?, reserved_cents = ?, committed_cents = ?, spent_cents = ? WHERE id = ?
            """,
            .integer(amounts.initial), .integer(amounts.revised), .integer(amounts.transferredIn),
            .integer(amounts.transferredOut), .integer(amounts.authorised), .integer(amounts.available),
            .integer(amounts.reserved), .integer(amounts.committed), .integer(amounts.spent), .integer(state.id))
    }

    private func write(_ state: BudgetYearState?, _ year: Int) throws {
        guard let state else { return }
        try session.connection.run(
            """
            INSERT INTO budget_year (register, year, authorised_cents, used_cents) VALUES (?, ?, ?, ?)
            ON CONFLICT (register, year) DO UPDATE SET
                authorised_cents = excluded.authorised_cents, used_cents = excluded.used_cents
            """,
            .integer(session.register.number), .integer(Int64(year)), .integer(state.authorised), .integer(state.used))
    }

    /// An act whose entry did not come is found here at the latest.
    func batchEnds(_ end: BatchEnd) throws {
        defer { awaited = [] }
        try requireNoneAwaited(last: end.first + end.count - 1)
    }
}

/// An envelope while a batch is judged.
struct EnvelopeState: Sendable {
    let id: Int64
    /// The day number of its last day.
    let expires: Int64?
    var amounts: EnvelopeAmounts

    static let columns = """
        id, expires, initial_cents, revised_cents, in_cents, out_cents, authorised_cents, available_cents, reserved_cents,
        committed_cents, spent_cents
        """

    init(row: any SQLStatement) {
        id = row.int(0)
        expires = row.isNull(1) ? nil : row.int(1)
        amounts = EnvelopeAmounts(row, from: 2)
    }
}

/// The sums over a year's envelopes, and its ceilings, while a batch is judged.
struct BudgetYearState: Sendable {
    var authorised: Int64 = 0
    /// Committed and spent.
    var used: Int64 = 0
    var ceilings: [CeilingBasis: Int64] = [:]

    /// The ceiling that binds: the lower of those set.
    var ceiling: (basis: CeilingBasis, cents: Int64)? {
        CeilingBasis.allCases.compactMap { basis in ceilings[basis].map { (basis, $0) } }.min { $0.1 < $1.1 }
    }
}

extension EnvelopeAmounts {
    /// Nine columns in the order of the table.
    init(_ row: any SQLStatement, from first: Int) {
        initial = row.int(first)
        revised = row.int(first + 1)
        transferredIn = row.int(first + 2)
        transferredOut = row.int(first + 3)
        authorised = row.int(first + 4)
        available = row.int(first + 5)
        reserved = row.int(first + 6)
        committed = row.int(first + 7)
        spent = row.int(first + 8)
    }
}
