import AuditTrail
import ReferenceData

/// What a target is of.
public struct TargetPlace: Sendable, Hashable {
    public let indicator: String
    public let level: Level
    public let year: FiscalYear

    public init(indicator: String, level: Level, year: FiscalYear) {
        self.indicator = indicator
        self.level = level
        self.year = year
    }

    init(from reader: inout CanonicalObject.Reader) throws {
        indicator = try reader.slug("indicator")
        level = try Level(parsing: reader.string("level"))
        year = try FiscalYear(parsing: reader.string("year"))
    }

    var members: [String: CanonicalValue?] {
        ["indicator": .string(indicator), "level": .string(level.text), "year": .string(year.text)]
    }

    /// As refusals name it.
    var parameters: [String: String] { ["indicator": indicator, "year": year.text, "level": level.text] }
}

/// `target.set/1`: what is aimed at, for a year or for several (seed 645). FORMAT.md, section 20.5.
public struct TargetSet: ServiceRecord, Equatable {
    public static let kind = "target.set/1"
    public static let rules = KindRules.services(.agent, .admin)
    /// A target counts for at most so many years.
    public static let mostYears = 5
    /// Hundredths of a percent.
    public static let gapRange: ClosedRange<Int64> = 0...10_000

    public let place: TargetPlace
    /// The last year that it counts for, where these are several.
    public let through: FiscalYear?
    public let value: Int64
    public let decimals: Int64
    /// In hundredths of a percent of the target: beyond it an explanation is asked for.
    public let gap: Int64?
    public let date: CalendarDate

    public init(
        _ place: TargetPlace, through: FiscalYear? = nil, value: Int64, decimals: Int64, gap: Int64? = nil,
        date: CalendarDate
    ) {
        self.place = place
        self.through = through
        self.value = value
        self.decimals = decimals
        self.gap = gap
        self.date = date
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        date = try reader.day("date")
        decimals = try reader.count("decimals", in: IndicatorDefined.decimalsRange)
        gap = try reader.has("gap") ? reader.count("gap", in: Self.gapRange) : nil
        place = try TargetPlace(from: &reader)
        through = try reader.optionalString("through").map { try FiscalYear(parsing: $0) }
        value = try reader.integer("value")
    }

    public var members: [String: CanonicalValue?] {
        place.members.merging([
            "date": .day(date), "decimals": .integer(decimals), "gap": gap.map { .integer($0) },
            "through": through.map { .string($0.text) }, "value": .integer(value),
        ]) { first, _ in first }
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? { try services.need(of: place.level) }

    /// The start years that it counts for.
    private var years: ClosedRange<Int> {
        place.year.startYear...max(place.year.startYear, through?.startYear ?? place.year.startYear)
    }

    /// Refuses: E-IND-001, E-IND-011, E-IND-020, E-IND-021, E-IND-023, E-IND-027; E-LST-001.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        let definition = try services.definition(of: place.indicator, in: place.year)
        try services.requireKnown(place.level)
        guard definition.isTargeted else {
            throw IndicatorError(.notTargeted, ["indicator": place.indicator, "year": place.year.text])
        }
        guard decimals == definition.decimals else {
            throw IndicatorError(
                .decimals,
                ["indicator": place.indicator, "found": String(decimals), "expected": String(definition.decimals)])
        }
        if let through, !(1..<Self.mostYears).contains(through.startYear - place.year.startYear) {
            throw IndicatorError(
                .targetYears, ["year": place.year.text, "through": through.text, "limit": String(Self.mostYears)])
        }
        for start in years {
            let place = TargetPlace(indicator: place.indicator, level: place.level, year: try FiscalYear(startYear: start))
            if let standing = try services.target(at: place) {
                throw IndicatorError(
                    .targetKnown, place.parameters.merging(["record": String(standing.sequence)]) { $1 })
            }
        }
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        let (place, last) = (place, place.year.lastDay.iso)
        SealDays.of(services.session).expect(at: sequence) { day in
            day <= last
                ? nil : IndicatorError(.targetLate, place.parameters.merging(["day": day, "last": last]) { $1 })
        }
        for start in years {
            try services.connection.run(
                """
                INSERT INTO target (register, indicator, level, year, initial, revised, september, decimals, gap, sequence)
                VALUES (?, ?, ?, ?, ?, NULL, NULL, ?, ?, ?)
                """, services.register, .text(place.indicator), .text(place.level.text), .integer(Int64(start)),
                .integer(value), .integer(decimals), .optional(gap), .integer(sequence))
        }
    }
}
