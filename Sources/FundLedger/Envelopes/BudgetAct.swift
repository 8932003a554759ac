import AuditTrail
import ReferenceData

/// A record that announces the entries which follow it at once in its batch, and what each moves. FORMAT.md,
/// section 18.2.
///
/// A new act needs no change to the journal: it says what it is judged by, what it changes, and which entries it binds.
public protocol BudgetAct: PartedRecord {
    /// Whether its entry may be reversed.
    static var isReversible: Bool { get }
    /// Judges all of the act but its entries. Changes nothing.
    func judgeAct(in session: RegisterSession, at sequence: Int64) throws
    /// What the act changes beyond what its entries move.
    func applyAct(in session: RegisterSession, at sequence: Int64) throws
    /// The entries that follow, in order. Called before `applyAct`.
    func boundEntries(in session: RegisterSession) throws -> [BoundEntry]
    /// Judges the reversal of its entry, or, where `undone`, the annulment of that reversal.
    func judgeReversal(undone: Bool, in session: RegisterSession) throws
    func applyReversal(undone: Bool, in session: RegisterSession) throws
}

/// An entry that an act announces.
public struct BoundEntry: Sendable, Equatable {
    public let entry: EntryID
    /// The year of its period.
    public let year: FiscalYear
    public let movement: BudgetMovement
    /// What its expense postings sum to, all of them of that envelope; nil where it has no financial postings, or where
    /// `financial` says them all.
    public var expense: Expense?
    /// Exactly what its financial postings sum to. FORMAT.md, section 19.2.
    public var financial: FinancialMovement?
    /// Its date, where the act fixes it.
    public var date: CalendarDate?
    /// The entry that it reverses, with the reason that it gives.
    public var reversal: Reversal?

    public struct Reversal: Sendable, Equatable {
        public let entry: JournalEntry
        public let reason: String

        public init(_ entry: JournalEntry, reason: String) {
            self.entry = entry
            self.reason = reason
        }
    }

    public struct Expense: Sendable, Equatable {
        public let envelope: String
        public let cents: Int64
    }

    public init(_ entry: EntryID, _ year: FiscalYear, _ movement: BudgetMovement, expense: Expense? = nil) {
        self.entry = entry
        self.year = year
        self.movement = movement
        self.expense = expense
    }

    /// An entry of section 19, of the act's own date.
    public init(
        _ entry: EntryID, _ year: FiscalYear, _ movement: BudgetMovement, financial: FinancialMovement,
        date: CalendarDate
    ) {
        self.init(entry, year, movement)
        self.financial = financial
        self.date = min(date, year.lastDay)
    }
}

extension BudgetAct {
    public static var parts: [VerdictName] { [.budgets] }
    public static var isReversible: Bool { false }

    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        if part == .budgets { try judgeAsAct(in: session, at: sequence) }
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        if part == .budgets { try applyAsAct(in: session, at: sequence) }
    }

    /// The part of an act in the verdict *budgets*.
    public func judgeAsAct(in session: RegisterSession, at sequence: Int64) throws {
        try BudgetWorkspace.of(session).requireNoneAwaited()
        try judgeAct(in: session, at: sequence)
    }

    public func applyAsAct(in session: RegisterSession, at sequence: Int64) throws {
        let bound = try boundEntries(in: session)
        try applyAct(in: session, at: sequence)
        try BudgetWorkspace.of(session).expect(bound, after: sequence)
    }

    public func judgeReversal(undone: Bool, in session: RegisterSession) throws {}
    public func applyReversal(undone: Bool, in session: RegisterSession) throws {}
}
