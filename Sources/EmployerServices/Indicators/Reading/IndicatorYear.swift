import AuditTrail
import ReferenceData

/// A figure that was entered, with its source and author.
public struct EnteredFigure: Sendable, Equatable {
    public let record: IndicatorRecorded
    public let sequence: Int64
    /// Who sealed it, and when.
    public let person: String
    public let time: String
    /// How many times the figure was entered before.
    public let earlier: Int
}

/// One month of an indicator, at every level that has a figure above zero.
public struct IndicatorMonth: Sendable {
    public let month: PeriodID
    /// The record that published it; nil where it is open.
    public let publication: Int64?
    /// The definition that counts for it: that of the publication, else that of the year. Nil where the indicator had none.
    public let definition: IndicatorDefined?
    let published: [Level: Int64]
    /// As the records count now.
    let counted: [Level: Int64]
    let entered: [Level: EnteredFigure]

    /// What stands for the month: what was published, else what is counted, else what was entered.
    public func figure(_ level: Level) -> Int64? {
        guard definition?.method.isComputed == true else { return entered[level]?.record.value }
        return publication == nil ? counted[level] ?? 0 : published[level] ?? 0
    }

    /// What the records count now, where it is no longer what was published: a restatement.
    public func restated(_ level: Level) -> Int64? {
        guard publication != nil, definition?.method.isComputed == true else { return nil }
        let now = counted[level] ?? 0
        return now == published[level] ?? 0 ? nil : now
    }

    /// What the records count now; nil where figures are entered.
    public func counted(_ level: Level) -> Int64? {
        definition?.method.isComputed == true ? counted[level] ?? 0 : nil
    }

    public func entered(_ level: Level) -> EnteredFigure? { entered[level] }

    var levels: Set<Level> { Set(published.keys).union(counted.keys).union(entered.keys) }
}

/// A fiscal year of an indicator: its months, its targets, its explanations, at every level.
public struct IndicatorYear: Sendable {
    public let definition: IndicatorDefined
    public let year: FiscalYear
    /// April to March, or to the month that was asked for.
    public let months: [IndicatorMonth]
    let entered: [Level: EnteredFigure]
    public let targets: [Level: StandingTarget]
    let variances: [VarianceExplained]

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

    /// Whether the gap is beyond that of the target, so that an explanation is asked for: by what was published, or by what
    /// the records count now.
    public func needsExplanation(_ level: Level) -> Bool {
        guard let target = targets[level], let limit = target.gap else { return false }
        return [result(level), restated(level)].compactMap { $0 }.contains { figure in
            Int128((Int128(figure) - Int128(target.value)).magnitude) * 10_000 > Int128(limit) * Int128(target.value.magnitude)
        }
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

/// Reads whole years of indicators.
public struct IndicatorReading {
    public let services: ServicesReader

    public init(_ session: RegisterSession) { services = ServicesReader(session) }

    /// Every indicator that has a definition of the year, by code; its months from April to the twelfth or the one given.
    public func years(_ year: FiscalYear, through last: Int = 12) throws -> [IndicatorYear] {
        try self.years(year, services.definitions(of: year), through: last)
    }

    /// One indicator. Refuses: E-IND-001.
    public func year(of indicator: String, in year: FiscalYear) throws -> IndicatorYear {
        guard let found = try self.years(year, [services.definition(of: indicator, in: year)]).first else {
            throw IndicatorError(.definitionMissing, ["indicator": indicator, "year": year.text, "nearest": ""])
        }
        return found
    }

    private func years(
        _ year: FiscalYear, _ definitions: [IndicatorDefined], through last: Int = 12
    ) throws -> [IndicatorYear] {
        let targets = try services.targets(of: year)
        let variances = try services.variances(of: year).map(\.record)
        let entered = try definitions.map { try self.entered(of: $0.indicator, in: year) }
        let count = IndicatorCount(services).remembering
        var months = definitions.map { _ in [IndicatorMonth]() }
        for month in year.periods where !month.isAdjustment && month.number <= last {
            let publication = try publication(of: month)
            for (place, definition) in definitions.enumerated() {
                let figures = entered[place][month.number] ?? [:]
                months[place].append(try self.month(publication, definition, figures, count))
            }
        }
        return definitions.enumerated().map { place, definition in
            let name = definition.indicator
            return IndicatorYear(
                definition: definition, year: year, months: months[place], entered: entered[place][0] ?? [:],
                targets: Dictionary(
                    targets.filter { $0.place.indicator == name }.map { ($0.place.level, $0) }, uniquingKeysWith: { $1 }),
                variances: variances.filter { $0.place.indicator == name })
        }
    }

    /// What a month's publication says, for all indicators.
    private struct Publication {
        let month: PeriodID
        let sequence: Int64?
        let definitions: [String: IndicatorDefined]
        let figures: [String: [Level: Int64]]
    }

    private func publication(of month: PeriodID) throws -> Publication {
        let sequence = try services.publication(of: month)
        var figures: [String: [Level: Int64]] = [:]
        for figure in try services.publishedFigures(of: month) { figures[figure.indicator, default: [:]][figure.level] = figure.count }
        let definitions = try services.definitions(publishedWith: month)
        return Publication(
            month: month, sequence: sequence,
            definitions: Dictionary(definitions.map { ($0.indicator, $0) }, uniquingKeysWith: { $1 }), figures: figures)
    }

    private func month(
        _ publication: Publication, _ definition: IndicatorDefined, _ entered: [Level: EnteredFigure],
        _ count: IndicatorCount
    ) throws -> IndicatorMonth {
        let name = definition.indicator
        // An indicator defined after the publication has no part in it: it is counted by the definition of the year.
        let seen = publication.definitions[name]
        let isPublished = seen?.method.isComputed == true
        let ruling = isPublished ? seen ?? definition : definition
        return IndicatorMonth(
            month: publication.month, publication: isPublished ? publication.sequence : nil, definition: ruling,
            published: publication.figures[name] ?? [:],
            counted: ruling.method.isComputed
                ? try count.counts(of: ruling, in: publication.month) : [:],
            entered: ruling.method.isComputed ? [:] : entered)
    }

    /// By month (0 for the year as a whole) and level, the last figure entered.
    private func entered(of indicator: String, in year: FiscalYear) throws -> [Int: [Level: EnteredFigure]] {
        var found: [Int: [Level: EnteredFigure]] = [:]
        for (sequence, record) in try services.entered(of: indicator, in: year) {
            let month = record.place.month?.number ?? 0
            let batch = try services.session.batch(of: sequence)
            let earlier = found[month]?[record.place.level].map { $0.earlier + 1 } ?? 0
            found[month, default: [:]][record.place.level] = EnteredFigure(
                record: record, sequence: sequence, person: batch?.person ?? "", time: batch?.time ?? "", earlier: earlier)
        }
        return found
    }

    /// The very firms, agreements, interventions or participants behind a figure, by day: those of the months named, at the
    /// level. Counted now, by the definition that counts for each month. Refuses: E-IND-001, E-IND-040.
    public func acts(
        of indicator: String, in months: [PeriodID], at level: Level
    ) throws -> [(month: PeriodID, act: CountedAct)] {
        try months.flatMap { month -> [(month: PeriodID, act: CountedAct)] in
            let seen = try services.definitions(publishedWith: month).first { $0.indicator == indicator }
            let ruling = try seen.flatMap { $0.method.isComputed ? $0 : nil } ?? services.definition(of: indicator, in: month.year)
            return try IndicatorCount(services).acts(of: ruling, in: month).filter { $0.levels.contains(level) }
                .map { (month, $0) }
        }
    }
}
