import AuditTrail
import ReferenceData

/// `indicator.recorded/1`: a figure that is entered, with where it comes from. FORMAT.md, section 20.5.
public struct IndicatorRecorded: ServiceRecord, Equatable {
    public static let kind = "indicator.recorded/1"
    public static let rules = KindRules.services(.agent, .admin)
    public static let noteBytes = 0...1000

    public let place: FigurePlace
    /// With so many decimals: 123 with one is 12.3.
    public let value: Int64
    public let decimals: Int64
    /// Where the figure comes from: a system, a report, a person.
    public let origin: String
    public let note: String
    /// Why it replaces the one entered before.
    public let reason: String?

    public init(
        _ place: FigurePlace, value: Int64, decimals: Int64, origin: String, note: String = "", reason: String? = nil
    ) {
        self.place = place
        self.value = value
        self.decimals = decimals
        self.origin = origin
        self.note = note
        self.reason = reason
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        decimals = try reader.count("decimals", in: IndicatorDefined.decimalsRange)
        place = try FigurePlace(from: &reader)
        note = try reader.text("note", bytes: Self.noteBytes)
        origin = try reader.text("origin", bytes: ServiceGrammar.citation)
        reason = try reader.optionalText("reason", bytes: ServiceGrammar.reason)
        value = try reader.integer("value")
    }

    public var members: [String: CanonicalValue?] {
        place.members.merging([
            "decimals": .integer(decimals), "note": .text(note), "origin": .text(origin),
            "reason": reason.map { .text($0) }, "value": .integer(value),
        ]) { first, _ in first }
    }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? { try services.need(of: place.level) }

    /// Refuses: E-IND-001, E-IND-010 … E-IND-014; E-LST-001.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        let definition = try services.definition(of: place.indicator, in: place.year)
        try place.judge(with: services)
        guard !definition.method.isComputed else {
            throw IndicatorError(
                .figureComputed, ["indicator": place.indicator, "method": definition.method.rawValue])
        }
        guard decimals == definition.decimals else {
            throw IndicatorError(
                .decimals,
                ["indicator": place.indicator, "found": String(decimals), "expected": String(definition.decimals)])
        }
        let earlier = try services.enteredSequence(at: place)
        if let earlier, reason == nil {
            throw IndicatorError(.reasonMissing, place.parameters.merging(["record": String(earlier)]) { $1 })
        }
        if earlier == nil, reason != nil { throw IndicatorError(.reasonUnneeded, place.parameters) }
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            """
            INSERT INTO indicator_value (register, indicator, year, month, level, sequence, value)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, services.register, .text(place.indicator), .integer(Int64(place.year.startYear)),
            .integer(Int64(place.month?.number ?? 0)), .text(place.level.text), .integer(sequence), .integer(value))
    }
}

/// What a figure is of: an indicator, a year or a month of it, a level.
public struct FigurePlace: Sendable, Hashable {
    public let indicator: String
    public let year: FiscalYear
    /// Nil for the year as a whole.
    public let month: PeriodID?
    public let level: Level

    public init(indicator: String, year: FiscalYear, month: PeriodID? = nil, level: Level) {
        self.indicator = indicator
        self.year = year
        self.month = month
        self.level = level
    }

    init(from reader: inout CanonicalObject.Reader) throws {
        indicator = try reader.slug("indicator")
        level = try Level(parsing: reader.string("level"))
        month = try reader.optionalString("month").map { try PeriodID(month: $0) }
        year = try FiscalYear(parsing: reader.string("year"))
    }

    var members: [String: CanonicalValue?] {
        [
            "indicator": .string(indicator), "level": .string(level.text), "month": month.map { .string($0.text) },
            "year": .string(year.text),
        ]
    }

    /// As refusals name it.
    var parameters: [String: String] {
        ["indicator": indicator, "year": year.text, "month": month?.text ?? "", "level": level.text]
    }

    /// Refuses: E-IND-012; E-LST-001.
    func judge(with services: ServicesReader) throws {
        try services.requireKnown(level)
        if let month, month.year != year {
            throw IndicatorError(.monthOfOtherYear, ["month": month.text, "year": year.text])
        }
    }
}
