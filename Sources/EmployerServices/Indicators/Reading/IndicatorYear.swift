import AuditTrail
import ReferenceData

/// A fiscal year of an indicator: its months, its targets, its explanations, at every level.
public struct IndicatorYear: Sendable {
    public let definition: IndicatorDefined
    public let year: FiscalYear
    /// April to March, or to the month that was asked for.
    public let months: [IndicatorMonth]
    let entered: [Level: EnteredFigure]
    public let targets: [Level: StandingTarget]
    let variances: [VarianceExplained]
    /// Whether the year had ended when the register was last sealed: gaps are then final.
    public let isOver: Bool

    /// The levels that have a figure or a target: national first, regions, then offices.
    public var levels: [Level] {
        var levels = Set(targets.keys).union(entered.keys)
        for month in months { levels.formUnion(month.levels) }
        levels.insert(.national)
        return levels.sorted { ($0.rank, $0.text) < ($1.rank, $1.text) }
    }

    /// The year's figure to the end of a month: that entered for the year as a whole where the month is the last, else the
    /// sum of its months where these can be added. Nil where nothing stands.
    public func result(_ level: Level, through last: Int = 12) -> Int64? {
        if last == 12, !definition.method.isComputed, let entered = entered[level] { return entered.record.value }
        guard definition.unit == .count || definition.unit == .cents else { return nil }
        let figures = months.prefix(last).compactMap { $0.figure(level) }
        return figures.isEmpty ? nil : Self.sum(figures)
    }

    /// The same as the records count now, where it differs from `result`.
    public func restated(_ level: Level, through last: Int = 12) -> Int64? {
        guard definition.method.isComputed, let result = result(level, through: last) else { return nil }
        let now = Self.sum(months.prefix(last).compactMap { $0.counted(level) })
        return now == result ? nil : now
    }

    /// What was entered for the year as a whole.
    public func entered(_ level: Level) -> EnteredFigure? { entered[level] }

    /// Result less target; nil where one of them is missing.
    public func gap(_ level: Level) -> Int64? {
        guard let result = result(level), let target = targets[level] else { return nil }
        let (gap, overflow) = result.subtractingReportingOverflow(target.value)
        return overflow ? nil : gap
    }

    /// Whether the gap is beyond that of the target, so that an explanation is due: by what was published, or by what
    /// the records count now.
    public func needsExplanation(_ level: Level) -> Bool {
        guard let target = targets[level], let limit = target.gap else { return false }
        return [result(level), restated(level)].compactMap { $0 }.contains { figure in
            Int128((Int128(figure) - Int128(target.value)).magnitude) * 10_000 > Int128(limit) * Int128(target.value.magnitude)
        }
    }

    /// Whether an explanation is asked for and missing; of a year that is over alone.
    public func asksExplanation(_ level: Level) -> Bool {
        isOver && needsExplanation(level) && explanations(level).isEmpty
    }

    /// What explains the gap, in the order of the records: of the year as a whole, or of a month.
    public func explanations(_ level: Level) -> [VarianceExplained] { variances.filter { $0.place.level == level } }

    /// The gap in hundredths of a percent of the target; nil where there is none.
    public func gapShare(_ level: Level) -> Int64? {
        guard let gap = gap(level), let target = targets[level], target.value != 0 else { return nil }
        let share = Int128(gap) * 20_000 / Int128(target.value.magnitude)
        return Int64(exactly: (share + (share < 0 ? -1 : 1)) / 2)
    }

    /// Nil where it is beyond 64 bits.
    private static func sum(_ figures: [Int64]) -> Int64? {
        Int64(exactly: figures.reduce(Int128(0)) { $0 + Int128($1) })
    }
}

extension Level {
    /// National, regions, offices.
    public var rank: Int {
        switch self {
        case .national: 0
        case .region: 1
        case .office: 2
        }
    }
}
