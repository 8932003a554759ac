import AuditTrail
import ReferenceData

/// `target.revised/1`: the one revision of a target, in September (seed 646-656). FORMAT.md, section 20.5.
public struct TargetRevised: ServiceRecord, Equatable {
    public static let kind = "target.revised/1"
    public static let rules = KindRules.services(.agent, .admin)

    public let change: TargetChange

    public init(_ change: TargetChange) { self.change = change }

    public init(from reader: inout CanonicalObject.Reader) throws { change = try TargetChange(from: &reader) }

    public var members: [String: CanonicalValue?] { change.members }

    public func scope(with services: ServicesReader) throws -> ScopeNeed? { try services.need(of: change.place.level) }

    /// Refuses: E-IND-011, E-IND-022, E-IND-024 … E-IND-026, E-IND-028; E-LST-001.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        let standing = try change.judge(with: services)
        let september = try Self.september(of: change.place.year)
        guard september.contains(change.date) else {
            throw IndicatorError(
                .revisionOutsideSeptember,
                change.place.parameters.merging([
                    "date": change.date.iso, "from": september.lowerBound.iso, "to": september.upperBound.iso,
                ]) { $1 })
        }
        if let revision = standing.september {
            throw IndicatorError(
                .revisedAlready, change.place.parameters.merging(["record": String(revision)]) { $1 })
        }
        // What two persons have set, one does not undo.
        guard standing.revised == nil else { throw IndicatorError(.overriddenAlready, change.place.parameters) }
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try change.apply(with: services)
        let place = change.place, september = try Self.september(of: place.year)
        // The evening of the 30th in Québec is the 1st of October, UTC.
        let days = try september.lowerBound.iso...september.upperBound.adding(days: 1).iso
        SealDays.of(services.session).expect(at: sequence) { day in
            days.contains(day)
                ? nil
                : IndicatorError(
                    .revisionEnteredLate,
                    place.parameters.merging(["day": day, "to": september.upperBound.iso]) { $1 })
        }
        try services.connection.run(
            "UPDATE target SET september = ? WHERE register = ? AND indicator = ? AND level = ? AND year = ?",
            .integer(sequence), services.register, .text(change.place.indicator), .text(change.place.level.text),
            .integer(Int64(change.place.year.startYear)))
    }

    /// The days on which the targets of a year are revised.
    public static func september(of year: FiscalYear) throws -> ClosedRange<CalendarDate> {
        let month = FiscalCalendar.targetRevisionMonth
        return try CalendarDate(year: year.startYear, month: month, day: 1)...CalendarDate(
            year: year.startYear, month: month, day: 30)
    }
}

/// `target.overridden/1`: a target changed outside the September revision, by two persons. FORMAT.md, section 20.5.
public struct TargetOverridden: ServiceRecord, TwoPersonRecord, Equatable {
    public static let kind = "target.overridden/1"
    public static let rules = KindRules.services(.admin)

    public let change: TargetChange
    public var consent: Consent

    public init(_ change: TargetChange, consent: Consent = .none) {
        self.change = change
        self.consent = consent
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        consent = try Consent(from: &reader)
        change = try TargetChange(from: &reader)
    }

    public var members: [String: CanonicalValue?] {
        var members = change.members
        switch consent {
        case .none: break
        case .alone: members["alone"] = .string("yes")
        case .proposal(let sequence): members["proposal"] = .integer(sequence)
        }
        return members
    }

    /// Refuses: E-IND-011, E-IND-022; E-LST-001.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        _ = try change.judge(with: services)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws { try change.apply(with: services) }

    public func judgeContent(in session: RegisterSession, at sequence: Int64) throws {
        for part in Self.parts { try judge(part, in: session, at: sequence) }
    }

    public func applyContent(in session: RegisterSession, at sequence: Int64) throws {
        for part in Self.parts { try apply(part, in: session, at: sequence) }
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        try judgeContent(in: session, at: sequence)
        try judgeConsent(in: session, at: sequence)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try applyContent(in: session, at: sequence)
        try applyConsent(in: session, at: sequence)
    }
}

/// What takes the place of a target, and why.
public struct TargetChange: Sendable, Equatable {
    public let place: TargetPlace
    public let value: Int64
    public let decimals: Int64
    public let reason: String
    public let date: CalendarDate

    public init(_ place: TargetPlace, value: Int64, decimals: Int64, reason: String, date: CalendarDate) {
        self.place = place
        self.value = value
        self.decimals = decimals
        self.reason = reason
        self.date = date
    }

    init(from reader: inout CanonicalObject.Reader) throws {
        date = try reader.day("date")
        decimals = try reader.count("decimals", in: IndicatorDefined.decimalsRange)
        place = try TargetPlace(from: &reader)
        reason = try reader.text("reason", bytes: ServiceGrammar.reason)
        value = try reader.integer("value")
    }

    var members: [String: CanonicalValue?] {
        place.members.merging([
            "date": .day(date), "decimals": .integer(decimals), "reason": .text(reason), "value": .integer(value),
        ]) { first, _ in first }
    }

    /// The target that stands. Refuses: E-IND-011, E-IND-022; E-LST-001.
    func judge(with services: ServicesReader) throws -> StandingTarget {
        try services.requireKnown(place.level)
        guard let standing = try services.target(at: place) else {
            throw IndicatorError(.targetMissing, place.parameters)
        }
        guard decimals == standing.decimals else {
            throw IndicatorError(
                .decimals,
                ["indicator": place.indicator, "found": String(decimals), "expected": String(standing.decimals)])
        }
        return standing
    }

    func apply(with services: ServicesReader) throws {
        try services.connection.run(
            "UPDATE target SET revised = ? WHERE register = ? AND indicator = ? AND level = ? AND year = ?",
            .integer(value), services.register, .text(place.indicator), .text(place.level.text),
            .integer(Int64(place.year.startYear)))
    }
}
