import AuditTrail
import ReferenceData

/// The levies of a fund by taxation year, over the whole book or one fiscal year, and the acts that make them. Cents.
public struct LevySummary: Sendable {
    /// One taxation year. What became revenue is what was remitted, plus what is receivable at the end, less what was at the
    /// start.
    public struct Line: Sendable, Equatable {
        public let year: TaxationYear
        /// Receivable at the start.
        public let opening: Cents
        public internal(set) var estimated = Cents.zero
        /// Before fees.
        public internal(set) var remitted = Cents.zero
        /// What the collector kept.
        public internal(set) var fees = Cents.zero
        /// What became revenue of the current taxation years, estimates too.
        public internal(set) var revenue = Cents.zero
        /// What became revenue as an adjustment of earlier taxation years.
        public internal(set) var adjusted = Cents.zero
        /// At the end.
        public internal(set) var receivable: Cents

        init(_ year: TaxationYear, opening: Cents) {
            self.year = year
            self.opening = opening
            receivable = opening
        }
    }

    /// By ascending taxation year: those with something receivable at the start, or with an act.
    public let lines: [Line]
    /// In the order of their records.
    public let acts: [LevyActRow]

    /// `acts`: all that the book has; those dated in `fiscal` are told, those dated before make its start. Refuses: E-REF
    /// overflow.
    init(_ acts: [LevyActRow], in fiscal: FiscalYear?) throws {
        var opening: [TaxationYear: Cents] = [:]
        var told: [LevyActRow] = []
        for act in acts {
            if let fiscal, act.date < fiscal.firstDay {
                for change in act.changes {
                    opening[change.year] = try (opening[change.year] ?? .zero).adding(change.receivable)
                }
            } else if fiscal?.contains(act.date) ?? true {
                told.append(act)
            }
        }
        var lines = opening.filter { !$0.value.isZero }
            .reduce(into: [TaxationYear: Line]()) { $0[$1.key] = Line($1.key, opening: $1.value) }
        for act in told {
            for change in act.changes { try lines[change.year, default: Line(change.year, opening: .zero)].take(change, of: act) }
        }
        self.lines = lines.values.sorted { $0.year < $1.year }
        self.acts = told
    }

    /// Refuses: E-REF overflow.
    public func sum(_ path: KeyPath<Line, Cents>) throws -> Cents { try .sum(lines.map { $0[keyPath: path] }) }
}

extension LevySummary.Line {
    fileprivate mutating func take(_ change: LevyChange, of act: LevyActRow) throws {
        switch act.act {
        case .estimated: estimated = try estimated.adding(change.amount)
        case .remitted: remitted = try remitted.adding(change.amount)
        }
        fees = try fees.adding(change.fees)
        receivable = try receivable.adding(change.receivable)
        if act.isAdjustment(change) {
            adjusted = try adjusted.adding(change.revenue)
        } else {
            revenue = try revenue.adding(change.revenue)
        }
    }
}

extension FundReader {
    /// All levies, or those of the acts dated in one fiscal year. Refuses: E-REF overflow.
    public func levySummary(_ fiscal: FiscalYear? = nil) throws -> LevySummary { try LevySummary(levyActs(), in: fiscal) }
}
