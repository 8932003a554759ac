import AuditTrail
import ReferenceData
import Storage

/// How months stand in tables: start year × 100 + number.
enum SQLMonth {
    static func key(_ month: PeriodID) -> SQLValue { .integer(Int64(month.year.startYear * 100 + month.number)) }

    /// Refuses: E-REF-021, E-REF-022.
    static func month(_ key: Int64) throws -> PeriodID {
        try PeriodID(year: FiscalYear(startYear: Int(key / 100)), number: Int(key % 100))
    }
}

/// A target as it stands for one year.
public struct StandingTarget: Sendable, Equatable {
    public let place: TargetPlace
    public let initial: Int64
    /// The last of what was revised in September and what was overridden; nil where neither was.
    public let revised: Int64?
    /// The record of the September revision.
    public let september: Int64?
    public let decimals: Int64
    /// Hundredths of a percent of the target.
    public let gap: Int64?
    /// The record that set it.
    public let sequence: Int64

    /// What counts.
    public var value: Int64 { revised ?? initial }
}

// MARK: Definitions

extension ServicesReader {
    /// The definition of an indicator for a year: the last whose `from` is not after it. Refuses: E-IND-001.
    public func definition(of indicator: String, in year: FiscalYear) throws -> IndicatorDefined {
        let found = try definitions(
            "AND indicator = ? AND from_year <= ? ORDER BY version DESC LIMIT 1",
            [.text(indicator), .integer(Int64(year.startYear))])
        guard let definition = found.first?.definition else {
            let nearest = FoldedText.nearest(to: indicator, among: try definitions().map(\.indicator)) ?? ""
            throw IndicatorError(
                .definitionMissing, ["indicator": indicator, "year": year.text, "nearest": nearest])
        }
        return definition
    }

    /// The definitions of a year, by indicator.
    public func definitions(of year: FiscalYear) throws -> [IndicatorDefined] {
        var last: [String: IndicatorDefined] = [:]
        for found in try definitions(
            "AND from_year <= ? ORDER BY indicator, version", [.integer(Int64(year.startYear))])
        {
            last[found.definition.indicator] = found.definition
        }
        return last.values.sorted { $0.indicator < $1.indicator }
    }

    /// Those of the year that a publication of a month saw, by indicator.
    public func definitions(publishedWith month: PeriodID) throws -> [IndicatorDefined] {
        guard let published = try publication(of: month) else { return [] }
        var last: [String: IndicatorDefined] = [:]
        for found in try definitions(
            "AND from_year <= ? AND sequence < ? ORDER BY indicator, version",
            [.integer(Int64(month.year.startYear)), .integer(published)])
        {
            last[found.definition.indicator] = found.definition
        }
        return last.values.sorted { $0.indicator < $1.indicator }
    }

    /// All versions, by indicator and version.
    public func definitions() throws -> [IndicatorDefined] {
        try definitions("ORDER BY indicator, version", []).map(\.definition)
    }

    /// The last version of an indicator; nil where it has none.
    public func lastDefinition(of indicator: String) throws -> IndicatorDefined? {
        try definitions("AND indicator = ? ORDER BY version DESC LIMIT 1", [.text(indicator)]).first?.definition
    }

    /// The first thing that stands of an indicator in a year from one on: a figure entered, a target, a published month that
    /// counted it. Nil where nothing does: it can be defined anew. FORMAT.md, section 20.5.
    func firstYear(
        begunOf indicator: String, from year: FiscalYear
    ) throws -> (year: FiscalYear, cause: String, record: Int64)? {
        for (table, cause) in [("indicator_value", "figure"), ("target", "target")] {
            let found = try connection.first(
                "SELECT year, sequence FROM \(table) WHERE register = ? AND indicator = ? AND year >= ? ORDER BY year, sequence",
                [register, .text(indicator), .integer(Int64(year.startYear))]
            ) { (Int($0.int(0)), $0.int(1)) }
            if let found { return (try FiscalYear(startYear: found.0), cause, found.1) }
        }
        let first = try SQLMonth.key(PeriodID(year: year, number: 1))
        let published = try connection.query(
            "SELECT month, sequence FROM published_month WHERE register = ? AND month >= ? ORDER BY month", [register, first]
        ) { (month: Int($0.int(0)), sequence: $0.int(1)) }
        for (month, sequence) in published {
            let year = try FiscalYear(startYear: month / 100)
            let seen = try definitions(
                "AND indicator = ? AND from_year <= ? AND sequence < ? ORDER BY version DESC LIMIT 1",
                [.text(indicator), .integer(Int64(year.startYear)), .integer(sequence)]
            ).first?.definition
            if seen?.method.isComputed == true { return (year, "month", sequence) }
        }
        return nil
    }

    private func definitions(
        _ tail: String, _ values: [SQLValue]
    ) throws -> [(sequence: Int64, definition: IndicatorDefined)] {
        try connection.query("SELECT sequence FROM indicator WHERE register = ? \(tail)", [register] + values) {
            $0.int(0)
        }.compactMap { sequence in
            (try session.record(at: sequence) as? IndicatorDefined).map { (sequence, $0) }
        }
    }
}

// MARK: Levels

extension ServicesReader {
    /// What one must hold to write about a level; nil where its office is not known. FORMAT.md, section 20.2.
    func need(of level: Level) throws -> ScopeNeed? {
        switch level {
        case .national: return ScopeNeed(agent: .unscoped)
        case .region(let region): return .region(region)
        case .office(let office): return try region(ofOffice: office.text).map { .region($0) }
        }
    }

    /// Refuses a level of an office that is not known: E-LST-001.
    public func requireKnown(_ level: Level) throws {
        guard case .office(let office) = level else { return }
        guard try region(ofOffice: office.text) == nil else { return }
        let offices = try connection.query("SELECT office FROM office WHERE register = ?", [register]) { $0.string(0) }
        throw ServiceListError(
            .officeUnknown,
            ["office": office.text, "nearest": FoldedText.nearest(to: office.text, among: offices) ?? ""])
    }

    private func region(ofOffice office: String) throws -> Region? {
        try connection.first(
            "SELECT region FROM office WHERE register = ? AND office = ?", [register, .text(office)]
        ) { Region(rawValue: $0.string(0)) } ?? nil
    }
}

// MARK: Targets, figures, publications

extension ServicesReader {
    /// The target of a year, nil where none stands.
    public func target(at place: TargetPlace) throws -> StandingTarget? {
        try targets(
            "AND indicator = ? AND level = ? AND year = ?",
            [.text(place.indicator), .text(place.level.text), .integer(Int64(place.year.startYear))]).first
    }

    /// The targets of a year, by indicator and level.
    public func targets(of year: FiscalYear) throws -> [StandingTarget] {
        try targets("AND year = ? ORDER BY indicator, level", [.integer(Int64(year.startYear))])
    }

    private func targets(_ tail: String, _ values: [SQLValue]) throws -> [StandingTarget] {
        try connection.query(
            """
            SELECT indicator, level, year, initial, revised, september, decimals, gap, sequence
            FROM target WHERE register = ? \(tail)
            """, [register] + values
        ) { row in
            StandingTarget(
                place: TargetPlace(
                    indicator: row.string(0), level: try Level(parsing: row.string(1)),
                    year: try FiscalYear(startYear: Int(row.int(2)))),
                initial: row.int(3), revised: row.number(4), september: row.number(5), decimals: row.int(6),
                gap: row.number(7), sequence: row.int(8))
        }
    }

    /// The record that entered the figure that stands; nil where none was entered.
    func enteredSequence(at place: FigurePlace) throws -> Int64? {
        try connection.first(
            """
            SELECT max(sequence) FROM indicator_value
            WHERE register = ? AND indicator = ? AND year = ? AND month = ? AND level = ?
            """,
            [
                register, .text(place.indicator), .integer(Int64(place.year.startYear)),
                .integer(Int64(place.month?.number ?? 0)), .text(place.level.text),
            ]
        ) { $0.number(0) } ?? nil
    }

    /// What was entered of an indicator for a year, in the order of the records.
    public func entered(of indicator: String, in year: FiscalYear) throws -> [(sequence: Int64, record: IndicatorRecorded)] {
        try connection.query(
            "SELECT sequence FROM indicator_value WHERE register = ? AND indicator = ? AND year = ? ORDER BY sequence",
            [register, .text(indicator), .integer(Int64(year.startYear))]
        ) { $0.int(0) }.compactMap { sequence in
            (try session.record(at: sequence) as? IndicatorRecorded).map { (sequence, $0) }
        }
    }

    /// The record that published a month; nil where it is not published.
    public func publication(of month: PeriodID) throws -> Int64? {
        try connection.first(
            "SELECT sequence FROM published_month WHERE register = ? AND month = ?", [register, SQLMonth.key(month)]
        ) { $0.int(0) }
    }

    /// The months of a year that are published, in order.
    public func publishedMonths(of year: FiscalYear) throws -> [PeriodID] {
        try connection.query(
            "SELECT month FROM published_month WHERE register = ? AND month BETWEEN ? AND ? ORDER BY month",
            [register, .integer(Int64(year.startYear * 100)), .integer(Int64(year.startYear * 100 + 99))]
        ) { try SQLMonth.month($0.int(0)) }
    }

    /// The month of a year that is to be published next; nil where all twelve are.
    func nextMonth(of year: FiscalYear) throws -> PeriodID? {
        let count = try publishedMonths(of: year).count
        return count < 12 ? try PeriodID(year: year, number: count + 1) : nil
    }

    /// The published figures of a month above zero, by indicator and level.
    public func publishedFigures(of month: PeriodID) throws -> [MonthPublished.Figure] {
        try connection.query(
            """
            SELECT indicator, level, count FROM published_figure WHERE register = ? AND month = ?
            ORDER BY indicator, level
            """, [register, SQLMonth.key(month)]
        ) { .init(indicator: $0.string(0), level: try Level(parsing: $0.string(1)), count: $0.int(2)) }
    }

    /// The explanations of a year, in the order of the records.
    public func variances(of year: FiscalYear) throws -> [(sequence: Int64, record: VarianceExplained)] {
        try connection.query(
            "SELECT sequence FROM variance WHERE register = ? AND year = ? ORDER BY sequence",
            [register, .integer(Int64(year.startYear))]
        ) { $0.int(0) }.compactMap { sequence in
            (try session.record(at: sequence) as? VarianceExplained).map { (sequence, $0) }
        }
    }

    /// The notes on a year, in the order of the records.
    public func followUps(of year: FiscalYear) throws -> [(sequence: Int64, record: FollowUpNoted)] {
        try connection.query(
            "SELECT sequence FROM follow_up WHERE register = ? AND year = ? ORDER BY sequence",
            [register, .integer(Int64(year.startYear))]
        ) { $0.int(0) }.compactMap { sequence in
            (try session.record(at: sequence) as? FollowUpNoted).map { (sequence, $0) }
        }
    }
}
