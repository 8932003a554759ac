import AuditTrail
import ReferenceData

/// The levies of a taxation year, as the book has them.
public struct LevyYearRow: Sendable, Equatable {
    public let year: TaxationYear
    public let state: LevyYearState
}

/// An estimate or a remittance, with what it changed.
public struct LevyActRow: Sendable {
    public enum Act: Sendable, Equatable {
        case estimated(LevyEstimated)
        case remitted(LevyRemitted)
    }

    public let sequence: Int64
    public let act: Act
    /// By ascending taxation year.
    public let changes: [LevyChange]

    public var date: CalendarDate {
        switch act {
        case .estimated(let record): record.date
        case .remitted(let record): record.date
        }
    }

    public var entry: EntryID {
        switch act {
        case .estimated(let record): record.entry
        case .remitted(let record): record.entry
        }
    }

    /// Whether what a change made revenue is an adjustment of an earlier taxation year.
    public func isAdjustment(_ change: LevyChange) -> Bool {
        guard case .remitted(let record) = act else { return false }
        return change.year.year != record.date.year && change.year.year != record.date.year - 1
    }
}

extension FundReader {
    /// By ascending taxation year.
    public func levyYears() throws -> [LevyYearRow] {
        try LevyTable(session).years().map { LevyYearRow(year: $0.year, state: $0.state) }
    }

    /// One taxation year, all zero where nothing is recorded of it.
    public func levyYear(_ year: TaxationYear) throws -> LevyYearRow {
        LevyYearRow(year: year, state: try LevyTable(session).state(of: year))
    }

    /// Estimates and remittances that touch a taxation year, or all, in the order of their records.
    public func levyActs(of year: TaxationYear? = nil) throws -> [LevyActRow] {
        try LevyTable(session).sequences(of: year).map(levyAct)
    }

    /// One estimate or remittance. Refuses: E-LEV-012.
    public func levyAct(_ sequence: Int64) throws -> LevyActRow {
        let act: LevyActRow.Act
        switch (1...max(1, session.register.size)).contains(sequence) ? try session.record(at: sequence) : nil {
        case let record as LevyEstimated: act = .estimated(record)
        case let record as LevyRemitted: act = .remitted(record)
        default: throw LevyError(.levyUnknown, ["record": String(sequence), "fund": fund.rawValue])
        }
        return LevyActRow(sequence: sequence, act: act, changes: try LevyTable(session).changes(at: sequence))
    }
}
