import AuditTrail
import ReferenceData

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
                variances: variances.filter { $0.place.indicator == name }, isOver: isOver(year))
        }
    }

    /// Whether a year had ended when the register was last sealed.
    public func isOver(_ year: FiscalYear) -> Bool { String(services.session.register.time.prefix(10)) > year.lastDay.iso }

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
