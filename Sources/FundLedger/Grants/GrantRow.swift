import ReferenceData
import Storage

/// The figures of grants.csv, in cents. FORMAT.md, section 19.7.
public struct GrantFigures: Sendable, Equatable {
    public var requested: Int64 = 0
    public var approved: Int64 = 0
    /// The plan's total while there is an agreement.
    public var agreement: Int64 = 0
    public var accepted: Int64 = 0
    public var advanced: Int64 = 0
    public var advanceUsed: Int64 = 0
    /// Still held.
    public var heldBack: Int64 = 0
    /// What is left of its payables.
    public var payable: Int64 = 0
    /// Payments issued, less those rejected.
    public var paid: Int64 = 0
    /// Accruals open.
    public var accrued: Int64 = 0
    /// In all.
    public var recovered: Int64 = 0
    /// Still owed.
    public var recoverable: Int64 = 0
    public var reserved: Int64 = 0
    public var committed: Int64 = 0
    public var spent: Int64 = 0

    public init() {}

    /// The figures of a grant as it stands.
    public init(_ state: GrantState) {
        requested = state.requested
        approved = state.approved
        agreement = state.agreement
        accepted = state.accepted
        advanced = state.advanced
        advanceUsed = state.advancesUsed
        heldBack = state.heldBack
        payable = state.payable
        paid = state.paid
        accrued = state.accrued
        recovered = state.recovered
        recoverable = state.recoverable
        reserved = state.reserved
        committed = state.committed
        spent = state.spent
    }

    /// Fifteen columns in the order of the table.
    init(_ row: any SQLStatement, from first: Int) {
        for (place, path) in Self.paths.enumerated() { self[keyPath: path] = row.int(first + place) }
    }

    /// In the order of the columns.
    static var paths: [WritableKeyPath<GrantFigures, Int64>] {
        [
            \.requested, \.approved, \.agreement, \.accepted, \.advanced, \.advanceUsed, \.heldBack, \.payable, \.paid,
            \.accrued, \.recovered, \.recoverable, \.reserved, \.committed, \.spent,
        ]
    }
}

/// A grant in a list.
public struct GrantRow: Sendable, Equatable {
    public let id: GrantID
    public let program: String
    public let recipient: String
    /// That of the agreement, before it the recipient's in force; nil for a person.
    public let name: String?
    public let title: String
    public let stage: GrantStage
    public let applied: CalendarDate
    public let signed: CalendarDate?
    public let figures: GrantFigures
    /// The sequence of its first record.
    public let opened: Int64

    static let figureNames = [
        "requested", "approved", "agreement", "accepted", "advanced", "advance_used", "held_back", "payable", "paid",
        "accrued", "recovered", "recoverable", "reserved", "committed", "spent",
    ]
    static let figureColumns = figureNames.map { $0 + "_cents" }.joined(separator: ", ")
}

/// What a list of grants is narrowed to.
public struct GrantFilter: Sendable {
    public var stage: GrantStage?
    public var program: String?
    public var recipient: String?
    /// Grants that were applied for in the year, or that have something planned for it.
    public var year: FiscalYear?
    /// Grants after this one.
    public var after: GrantID?
    /// At most so many.
    public var limit: Int

    public init(
        stage: GrantStage? = nil, program: String? = nil, recipient: String? = nil, year: FiscalYear? = nil,
        after: GrantID? = nil, limit: Int = .max
    ) {
        self.stage = stage
        self.program = program
        self.recipient = recipient
        self.year = year
        self.after = after
        self.limit = limit
    }
}

/// A step of a grant, as its history shows it.
public struct GrantStepRow: Sendable, Equatable {
    /// The sequence of its record.
    public let sequence: Int64
    /// `approved`, `undone`, …; `paid`, `rejected` or `settled` where it befalls a payable.
    public let kind: String
    public let date: CalendarDate
    /// The payable that it befalls, with so many cents.
    public let payable: Int64?
    public let cents: Int64?
    /// Who sealed it, and when.
    public let person: String
    public let recorded: String
    public let entries: [EntryID]
    /// The record that takes it back.
    public let undoneBy: Int64?
}

/// A grant with all that the book knows of it.
public struct GrantDetail: Sendable {
    public let row: GrantRow
    public let state: GrantState
    /// In the order of their records, with those taken back.
    public let steps: [GrantStepRow]
    public let payables: [GrantPayable]
}

/// What a sum of grants is by.
public enum GrantGrouping: String, CaseIterable, Sendable {
    case state, program, recipient
    /// The fiscal year in which they were applied for.
    case year
}

/// Sums over the grants of one group.
public struct GrantTotal: Sendable, Equatable {
    /// A state, a programme, a recipient, or a fiscal year as `2026-2027`.
    public let group: String
    public let count: Int64
    public let figures: GrantFigures
}

/// What all grants have in one fiscal year, by the plans in force; cents.
public struct GrantYearTotal: Sendable, Equatable {
    public let year: FiscalYear
    public let grants: Int64
    public let planned: Int64
    /// Reserved, or committed.
    public let held: Int64
    public let spent: Int64
}
