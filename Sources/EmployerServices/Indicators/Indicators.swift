import AuditTrail
import ReferenceData

/// Writes definitions, entered figures, targets, explanations, notes and publications into the register of employers.
public struct Indicators {
    public let services: ServicesReader

    public init(_ session: RegisterSession) { services = ServicesReader(session) }

    private var session: RegisterSession { services.session }

    /// Writes a definition as the next version of its indicator. Refuses: E-IND-003 … E-IND-008, E-IND-041.
    @discardableResult
    public func define(_ asked: IndicatorDefined) throws -> IndicatorDefined {
        let version = (try services.lastDefinition(of: asked.indicator)?.version ?? 0) + 1
        let definition = IndicatorDefined(
            indicator: asked.indicator, version: version, from: asked.from, name: asked.name,
            nameEnglish: asked.nameEnglish, method: asked.method, parameters: asked.parameters, unit: asked.unit,
            decimals: asked.decimals, isTargeted: asked.isTargeted, citation: asked.citation)
        for (part, text, bytes) in [
            ("name", definition.name, IndicatorDefined.nameBytes), ("name_en", definition.nameEnglish, IndicatorDefined.nameBytes),
            ("citation", definition.citation, ServiceGrammar.citation),
        ] {
            try Self.limit(part, text, bytes)
        }
        for (name, text) in definition.parameters { try Self.limit(name, text, IndicatorDefined.parameterBytes) }
        try session.append(definition)
        return definition
    }

    /// Enters a figure. `text`: as typed, `12.5` or `12,5`. Refuses: E-IND-001, E-IND-010 … E-IND-014, E-IND-041,
    /// E-IND-042; E-LST-001; E-SCP-001.
    @discardableResult
    public func record(
        _ place: FigurePlace, _ text: String, origin: String, note: String = "", reason: String? = nil
    ) throws -> IndicatorRecorded {
        try Self.limit("origin", origin, ServiceGrammar.citation)
        try Self.limit("note", note, IndicatorRecorded.noteBytes)
        if let reason { try Self.limit("reason", reason, ServiceGrammar.reason) }
        let definition = try services.definition(of: place.indicator, in: place.year)
        let record = IndicatorRecorded(
            place, value: try Self.value(text, definition.shownDecimals), decimals: definition.decimals,
            origin: origin, note: note, reason: reason)
        try session.append(record)
        return record
    }

    /// Sets a target. `gap`: in hundredths of a percent. Refuses: E-IND-001, E-IND-011, E-IND-020, E-IND-021, E-IND-023,
    /// E-IND-042; E-LST-001; E-SCP-001.
    @discardableResult
    public func setTarget(
        _ place: TargetPlace, _ text: String, through: FiscalYear? = nil, gap: Int64? = nil, on date: CalendarDate
    ) throws -> TargetSet {
        let definition = try services.definition(of: place.indicator, in: place.year)
        let record = TargetSet(
            place, through: through, value: try Self.value(text, definition.shownDecimals),
            decimals: definition.decimals, gap: gap, date: date)
        try session.append(record)
        return record
    }

    /// What takes the place of a target, with the target's own decimals. Refuses: E-IND-001, E-IND-022, E-IND-041,
    /// E-IND-042.
    public func change(_ place: TargetPlace, _ text: String, reason: String, on date: CalendarDate) throws -> TargetChange {
        try Self.limit("reason", reason, ServiceGrammar.reason)
        let definition = try services.definition(of: place.indicator, in: place.year)
        guard let standing = try services.target(at: place) else {
            throw IndicatorError(.targetMissing, place.parameters)
        }
        let value = try Self.value(text, definition.unit == .cents ? 2 + standing.decimals : standing.decimals)
        return TargetChange(place, value: value, decimals: standing.decimals, reason: reason, date: date)
    }

    /// Revises a target, in September. Refuses: as `change`; E-IND-024, E-IND-025; E-LST-001; E-SCP-001.
    @discardableResult
    public func revise(_ change: TargetChange) throws -> TargetRevised {
        let record = TargetRevised(change)
        try session.append(record)
        return record
    }

    /// Explains why a result is not what was aimed at. Refuses: E-IND-001, E-IND-012, E-IND-041; E-LST-001; E-SCP-001.
    @discardableResult
    public func explain(_ place: FigurePlace, _ text: String) throws -> VarianceExplained {
        try Self.limit("text", text, VarianceExplained.textBytes)
        let record = VarianceExplained(place, text: text)
        try session.append(record)
        return record
    }

    /// Adds a note on a strategy, an evaluation, an approval. Refuses: E-IND-041; E-LST-001, E-LST-020; E-SCP-001.
    @discardableResult
    public func note(_ note: FollowUpNoted) throws -> FollowUpNoted {
        try Self.limit("title", note.title, ServiceGrammar.name)
        try Self.limit("text", note.text, FollowUpNoted.textBytes)
        if let citation = note.citation { try Self.limit("citation", citation, ServiceGrammar.citation) }
        try session.append(note)
        return note
    }

    /// Publishes a month as its figures now stand. Refuses: E-IND-030, E-IND-031, E-IND-033.
    @discardableResult
    public func publish(_ month: PeriodID) throws -> MonthPublished {
        let figures = try IndicatorCount(services).figures(of: month, with: services)
        try Self.requireRoom(figures.count, month)
        let record = MonthPublished(month: month, figures: figures)
        try session.append(record)
        return record
    }

    /// Refuses: E-IND-033.
    static func requireRoom(_ figures: Int, _ month: PeriodID) throws {
        guard figures <= MonthPublished.mostFigures else {
            throw IndicatorError(
                .tooManyFigures,
                ["month": month.text, "found": String(figures), "limit": String(MonthPublished.mostFigures)])
        }
    }

    // MARK: Typed texts

    /// Refuses: E-IND-041.
    private static func limit(_ part: String, _ text: String, _ bytes: ClosedRange<Int>) throws {
        guard bytes.contains(text.utf8.count) else {
            throw IndicatorError(
                .textLength, ["part": part, "bytes": String(text.utf8.count), "limit": String(bytes.upperBound)])
        }
    }

    /// Reads `1 234,5` or `1234.5` as an integer with so many decimals; fewer decimals are filled with zeros. Refuses:
    /// E-IND-042.
    static func value(_ text: String, _ decimals: Int64) throws -> Int64 {
        let refused = IndicatorError(.valueMalformed, ["found": text, "decimals": String(decimals)])
        let bare = text.unicodeScalars.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
        let isNegative = bare.first == "-" || bare.first == "\u{2212}"
        var digits = "", after: Int64?
        for scalar in isNegative ? bare.dropFirst() : bare[...] {
            if scalar == "," || scalar == "." {
                guard after == nil, !digits.isEmpty else { throw refused }
                after = 0
            } else {
                guard ("0"..."9").contains(scalar) else { throw refused }
                digits.unicodeScalars.append(scalar)
                after = after.map { $0 + 1 }
            }
        }
        guard !digits.isEmpty, after != 0, (after ?? 0) <= decimals else { throw refused }
        digits += String(repeating: "0", count: Int(decimals - (after ?? 0)))
        guard let value = Int64((isNegative ? "-" : "") + digits) else { throw refused }
        return value
    }
}

extension IndicatorDefined {
    /// The decimals in which its figures are typed and shown: dollars for cents.
    public var shownDecimals: Int64 { unit == .cents ? 2 + decimals : decimals }
}
