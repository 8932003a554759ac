import AuditTrail
import ReferenceData
import Storage

/// What judging and posting keep at hand during a batch: accounts and years met, rows to be written in order.
///
/// Rows of postings and totals are held back and written sorted, a chunk at a time: random inserts into an index cost
/// four times as much as sorted ones.
final class JournalWorkspace: BatchWorkspace {
    let session: RegisterSession
    let fund: FundCode
    var accounts: [String: AccountState] = [:]
    var years: [Int: YearState] = [:]
    var totals: ControlTotals
    var held = HeldRows()
    /// What the batch under way holds.
    var batch = BatchSoFar()
    /// The account of each budgetary class that entries are completed with.
    var budgetAccounts: [AccountClass: String] = [:]
    /// The fund's envelopes, once they were asked for.
    weak var keptBudgets: BudgetWorkspace?
    /// The control accounts, once they were asked for.
    var keptControls: ControlAccounts?

    static func of(_ session: RegisterSession) throws -> JournalWorkspace {
        try session.workspace(JournalWorkspace.self) { try JournalWorkspace(session) }
    }

    private init(_ session: RegisterSession) throws {
        guard let fund = FundCode(rawValue: session.register.name) else {
            throw LedgerError(.notAFund, ["register": session.register.name])
        }
        self.session = session
        self.fund = fund
        totals =
            try session.connection.first(
                "SELECT entries, postings, debit_cents FROM fund_total WHERE register = ?",
                [.integer(session.register.number)]
            ) { ControlTotals(entries: $0.int(0), postings: $0.int(1), debitCents: $0.int(2)) } ?? ControlTotals()
    }

    /// The fund's envelopes.
    func budgets() throws -> BudgetWorkspace {
        if let keptBudgets { return keptBudgets }
        return try BudgetWorkspace.of(session)
    }

    /// What judges an entry's part in the budgets; nil where it has none, as in a year without budget control of a fund
    /// without control accounts.
    func budgets(for entry: JournalEntry) throws -> BudgetWorkspace? {
        if try year(entry.period.year.startYear)?.isControlled == true { return try budgets() }
        if try !controls().isEmpty { return try budgets() }
        // An act waits for its entry, which this is not.
        return keptBudgets?.awaits == true ? keptBudgets : nil
    }

    /// An account as it stands, nil where it was never opened.
    func account(_ code: String) throws -> AccountState? {
        if let kept = accounts[code] { return kept }
        let found = try session.connection.first(
            "SELECT id, class, line, closed, debit_cents, credit_cents FROM account WHERE register = ? AND code = ?",
            [.integer(session.register.number), .text(code)]
        ) { row in
            AccountState(
                id: row.int(0), accountClass: try AccountClass(parsing: row.string(1)),
                line: row.isNull(2) ? nil : StatementLine(rawValue: row.string(2)), isOpen: row.isNull(3),
                debit: row.int(4), credit: row.int(5))
        }
        if let found { accounts[code] = found }
        return found
    }

    /// An account that takes postings. Refuses: E-ACC-020, E-ACC-021, E-ACC-024.
    func openAccount(_ code: String) throws -> AccountState {
        guard let state = try account(code) else { throw try unknownAccount(code) }
        guard state.isOpen else { throw LedgerError(.accountClosed, ["account": code, "fund": fund.rawValue]) }
        return state
    }

    /// A year as it stands, nil where it was never opened.
    func year(_ startYear: Int) throws -> YearState? {
        if let kept = years[startYear] { return kept }
        let found = try session.connection.first(
            "SELECT budget, last_number FROM fiscal_year WHERE register = ? AND year = ?",
            [.integer(session.register.number), .integer(Int64(startYear))]
        ) { YearState(isControlled: $0.string(0) == BudgetControl.controlled.rawValue, lastNumber: $0.int(1)) }
        if let found { years[startYear] = found }
        return found
    }

    /// The id that the next entry of a year gets. Refuses: E-YEA-001.
    func nextID(_ year: FiscalYear) throws -> EntryID {
        guard let state = try self.year(year.startYear) else { throw yearNotOpen(year, date: nil) }
        return try EntryID(fund: fund, year: year, number: state.lastNumber + 1)
    }

    func yearNotOpen(_ year: FiscalYear, date: CalendarDate?) -> LedgerError {
        LedgerError(.yearNotOpen, ["year": year.text, "fund": fund.rawValue, "date": date?.iso ?? ""])
    }

    private func unknownAccount(_ code: String) throws -> LedgerError {
        let elsewhere = try session.connection.first(
            "SELECT register FROM account WHERE code = ? AND register <> ?",
            [.text(code), .integer(session.register.number)]
        ) { _ in true }
        if elsewhere != nil {
            return LedgerError(
                .accountOfOtherFund, ["account": code, "fund": fund.rawValue, "other": fund.other.rawValue])
        }
        let codes = try session.connection.query(
            "SELECT code FROM account WHERE register = ? AND closed IS NULL", [.integer(session.register.number)]
        ) { $0.string(0) }
        return LedgerError(
            .accountUnknown,
            ["account": code, "fund": fund.rawValue, "nearest": Account.nearest(to: code, among: codes)])
    }
}

/// An account while a batch is judged: sums over all years, the credit side as a positive number of cents.
struct AccountState {
    let id: Int64
    let accountClass: AccountClass
    let line: StatementLine?
    var isOpen: Bool
    var debit: Int64
    var credit: Int64

    /// Cents; debit positive.
    var balance: Int64 { debit - credit }

    /// Whether it is due from, or to, the other fund.
    var isInterfund: Bool { line.map(Self.isInterfund) ?? false }

    static func isInterfund(_ line: StatementLine) -> Bool { line == .dueFromFund || line == .dueToFund }
}

/// A year while a batch is judged.
struct YearState {
    let isControlled: Bool
    var lastNumber: Int64
}

/// What the batch under way holds, for the rules that only the whole batch shows.
struct BatchSoFar {
    var entries: Int64 = 0
    var hasImportedEntries = false
    var hasImport = false
    /// Registers that pairs of the batch name.
    var pairedRegisters: Set<Digest> = []
}
