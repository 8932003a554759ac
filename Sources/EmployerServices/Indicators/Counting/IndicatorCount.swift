import AuditTrail
import ReferenceData

/// Counts what a definition counts, in proportion to the month's acts: each firm or subject met in the month is looked up
/// once. FORMAT.md, section 20.5.
public struct IndicatorCount {
    let source: any ActSource

    public init(_ services: ServicesReader) { source = BookActs(services: services) }

    init(source: any ActSource) { self.source = source }

    /// The same, for several definitions of a month, one month after another: its interventions are read once.
    var remembering: IndicatorCount { IndicatorCount(source: RememberedActs(source)) }

    /// Every one that the definition counts in the month, each with the levels at which it does, by day and act.
    ///
    /// A firm whose first act of the year is another one at another level stands once for each of these acts. Refuses:
    /// E-IND-040 where figures are entered.
    public func acts(of definition: IndicatorDefined, in month: PeriodID) throws -> [CountedAct] {
        let acts: [CountedAct]
        switch try definition.counting() {
        case .newlyAssisted(let lookBack, let measures): acts = try newlyAssisted(lookBack, measures, month)
        case .newAgreements: acts = try newAgreements(month)
        case .newParticipants(let programmes, let agreements): acts = try newParticipants(programmes, agreements, month)
        case .interventions(let measures): acts = try interventions(measures, month)
        case .recorded, .cost:
            throw IndicatorError(
                .notComputed, ["indicator": definition.indicator, "method": definition.method.rawValue])
        }
        return acts.sorted { ($0.day, $0.act) < ($1.day, $1.act) }
    }

    /// The counts above zero, by level.
    public func counts(of definition: IndicatorDefined, in month: PeriodID) throws -> [Level: Int64] {
        var counts: [Level: Int64] = [:]
        if case .interventions(let measures) = try definition.counting() {
            for (place, count) in try places(measures, month) {
                for level in try place.levels() { counts[level, default: 0] += count }
            }
            return counts
        }
        for act in try acts(of: definition, in: month) {
            for level in act.levels { counts[level, default: 0] += 1 }
        }
        return counts
    }

    /// The counts above zero of these definitions, by indicator, then level: those that are not computed are left out.
    func figures(of definitions: [IndicatorDefined], in month: PeriodID) throws -> [MonthPublished.Figure] {
        let count = remembering
        return try definitions.filter(\.method.isComputed).sorted { $0.indicator < $1.indicator }.flatMap { definition in
            try count.counts(of: definition, in: month).sorted { $0.key < $1.key }.map {
                MonthPublished.Figure(indicator: definition.indicator, level: $0.key, count: $0.value)
            }
        }
    }

    // MARK: Acts themselves

    private func newAgreements(_ month: PeriodID) throws -> [CountedAct] {
        try source.agreements(signed: month.days).map { agreement in
            CountedAct(
                subject: nil, act: agreement.id.text, day: agreement.signed, place: agreement.place,
                employer: agreement.root, measure: nil, levels: try agreement.place.levels())
        }
    }

    private func interventions(_ measures: Set<String>?, _ month: PeriodID) throws -> [CountedAct] {
        try source.interventions(beginning: month.days).filter { measures?.contains($0.measure) ?? true }.map { act in
            CountedAct(
                subject: nil, act: act.id.text, day: act.begins, place: act.place, employer: act.root,
                measure: act.measure, levels: try act.place.levels())
        }
    }

    /// How many interventions of a month belong to each place.
    private func places(_ measures: Set<String>?, _ month: PeriodID) throws -> [ActPlace: Int64] {
        var counts: [ActPlace: Int64] = [:]
        for act in try source.interventions(beginning: month.days) where measures?.contains(act.measure) ?? true {
            counts[act.place, default: 0] += 1
        }
        return counts
    }

    // MARK: Firms

    private func newlyAssisted(
        _ lookBack: LookBack, _ measures: Set<String>?, _ month: PeriodID
    ) throws -> [CountedAct] {
        func counts(_ act: InterventionAct) -> Bool { measures?.contains(act.measure) ?? true }
        let met = Set(try source.interventions(beginning: month.days).filter(counts).map(\.root))
        var found: [CountedAct] = []
        // In the order of the index: what is read for one lies beside what was read for the one before.
        for root in met.sorted() {
            let history = try source.interventions(of: root, until: month.days.upperBound).filter(counts)
            found += try firstActs(history.map { ($0.place, $0) }) { acts in
                try isNew(acts, lookBack, month)
            }.map { act, levels in
                CountedAct(
                    subject: root, act: act.id.text, day: act.begins, place: act.place, employer: root,
                    measure: act.measure, levels: levels)
            }
        }
        return found
    }

    /// The act by which a firm counts at a level, of its acts there in order: its first one of the year, where that begins
    /// in the month and the look-back has none before it.
    private func isNew(
        _ acts: [InterventionAct], _ lookBack: LookBack, _ month: PeriodID
    ) throws -> InterventionAct? {
        let start = month.year.firstDay
        guard let first = acts.first(where: { $0.begins >= start }), month.contains(first.begins) else { return nil }
        let earlier = acts.filter { $0.begins < start }
        let since: CalendarDate
        switch lookBack {
        case .ever: return earlier.isEmpty ? first : nil
        case .year: since = start
        case .months(let months): since = first.begins.earlier(months: months)
        }
        return earlier.contains { $0.ends.map { $0 >= since } ?? true } ? nil : first
    }

    // MARK: Subjects

    private func newParticipants(
        _ programmes: Set<String>?, _ agreements: Bool, _ month: PeriodID
    ) throws -> [CountedAct] {
        var met: Set<String> = []
        for act in try source.participations(on: month.days) where programmes?.contains(act.programme) ?? true {
            met.insert(act.participant)
        }
        if agreements { for act in try source.agreements(signed: month.days) { met.insert(act.apprentice) } }
        return try met.sorted().flatMap { subject -> [CountedAct] in
            let acts = try self.acts(of: subject, programmes, agreements, month.year)
            return try firstActs(acts.map { ($0.place, $0) }) { acts in
                acts.first.flatMap { month.contains($0.day) ? $0 : nil }
            }.map { act, levels in
                CountedAct(
                    subject: subject, act: act.act, day: act.day, place: act.place, employer: act.employer,
                    measure: act.programme, levels: levels)
            }
        }
    }

    /// What someone did in the year, in order.
    private func acts(
        of subject: String, _ programmes: Set<String>?, _ agreements: Bool, _ year: FiscalYear
    ) throws -> [SubjectAct] {
        var acts = try source.participations(of: subject).filter {
            year.contains($0.date) && programmes?.contains($0.programme) ?? true
        }.map {
            SubjectAct(act: $0.id.text, day: $0.date, place: $0.place, employer: nil, programme: $0.programme)
        }
        if agreements {
            acts += try source.agreements(ofApprentice: subject).filter { year.contains($0.signed) }.map {
                SubjectAct(act: $0.id.text, day: $0.signed, place: $0.place, employer: $0.root, programme: nil)
            }
        }
        return acts.sorted { ($0.day, $0.act) < ($1.day, $1.act) }
    }

    /// At each level its own acts are looked at: the act by which one counts there, with the levels that it serves.
    private func firstActs<Act>(
        _ acts: [(place: ActPlace, act: Act)], _ choose: ([Act]) throws -> Act?
    ) throws -> [(Act, [Level])] where Act: Identified {
        if let place = acts.first?.place, acts.allSatisfy({ $0.place == place }) {
            // All at one office: its three levels look at the same acts.
            guard let act = try choose(acts.map(\.act)) else { return [] }
            return [(act, try place.levels())]
        }
        var byLevel: [Level: [Act]] = [:]
        for (place, act) in acts { for level in try place.levels() { byLevel[level, default: []].append(act) } }
        var found: [String: (act: Act, levels: [Level])] = [:]
        for (level, acts) in byLevel {
            guard let act = try choose(acts) else { continue }
            found[act.name, default: (act, [])].levels.append(level)
        }
        return found.values.map { ($0.act, $0.levels.sorted()) }
    }
}

/// A participation, or an agreement, as an act of someone.
private struct SubjectAct {
    let act: String
    let day: CalendarDate
    let place: ActPlace
    let employer: String?
    let programme: String?
}

/// An act that has a name of its own.
private protocol Identified { var name: String { get } }

extension InterventionAct: Identified { fileprivate var name: String { id.text } }
extension SubjectAct: Identified { fileprivate var name: String { act } }

extension CalendarDate {
    /// The same day so many months before, or the last day of that month where it has no such day; the first day of the
    /// calendar where there is none so early. FORMAT.md, section 20.5.
    func earlier(months: Int) -> CalendarDate {
        let index = year * 12 + month - 1 - months
        let (year, month) = (index / 12, index % 12 + 1)
        guard year >= CalendarDate.earliest.year else { return .earliest }
        return (try? CalendarDate(year: year, month: month, day: min(day, CalendarDate.daysIn(month: month, of: year))))
            ?? .earliest
    }
}

extension IndicatorCount {
    /// The counts above zero of the computed indicators that the month's year has. Refuses: E-REF codes.
    func figures(of month: PeriodID, with services: ServicesReader) throws -> [MonthPublished.Figure] {
        try figures(of: services.definitions(of: month.year), in: month)
    }
}
