import AuditTrail
import ReferenceData

/// Definitions, targets and publications as the records make them, for the files of a bundle.
struct DerivedIndicators {
    struct Publication {
        let figures: [MonthPublished.Figure]
        /// Those of the month's year when it was published, by indicator.
        let definitions: [String: IndicatorDefined]
    }

    var definitions: [IndicatorDefined] = []
    var targets: [TargetPlace: StandingTarget] = [:]
    var published: [PeriodID: Publication] = [:]

    mutating func take(_ record: any Record, at sequence: Int64) {
        switch record {
        case let defined as IndicatorDefined: definitions.append(defined)
        case let set as TargetSet: self.set(set, sequence)
        case let revised as TargetRevised: change(revised.change, september: sequence)
        case let overridden as TargetOverridden: change(overridden.change, september: nil)
        case let month as MonthPublished:
            var last: [String: IndicatorDefined] = [:]
            for definition in definitions where definition.from <= month.month.year { last[definition.indicator] = definition }
            published[month.month] = Publication(figures: month.figures, definitions: last)
        default: break
        }
    }

    private mutating func set(_ set: TargetSet, _ sequence: Int64) {
        let first = set.place.year.startYear, last = set.through?.startYear ?? first
        for start in first...max(first, last) {
            guard let year = try? FiscalYear(startYear: start) else { continue }
            let place = TargetPlace(indicator: set.place.indicator, level: set.place.level, year: year)
            targets[place] = StandingTarget(
                place: place, initial: set.value, revised: nil, september: nil, decimals: set.decimals, gap: set.gap,
                sequence: sequence)
        }
    }

    private mutating func change(_ change: TargetChange, september: Int64?) {
        guard let standing = targets[change.place] else { return }
        targets[change.place] = StandingTarget(
            place: change.place, initial: standing.initial, revised: change.value,
            september: september ?? standing.september, decimals: standing.decimals, gap: standing.gap,
            sequence: standing.sequence)
    }
}

/// Acts as the records of a bundle made them.
struct DerivedActs: ActSource {
    /// By `begins`, then id; those of each employer the same.
    private let interventions: [InterventionAct]
    private let byRoot: [String: [InterventionAct]]
    /// By the day of the last signature, then id.
    private let agreements: [SignedAgreement]
    private let byApprentice: [String: [SignedAgreement]]
    /// By day, then id.
    private let participations: [ParticipationAct]
    private let byParticipant: [String: [ParticipationAct]]

    init(_ state: DerivedServices) {
        func place(_ office: String) -> ActPlace { ActPlace(office: office, region: state.region(of: office)) }
        interventions = state.interventions.filter { !$0.value.isAnnulled }.map { id, found in
            InterventionAct(
                id: id, root: state.counted(found.started.employer.text), measure: found.started.measure,
                place: place(found.started.office), begins: found.started.begins, ends: found.ends)
        }.sorted { ($0.begins, $0.id) < ($1.begins, $1.id) }
        byRoot = Dictionary(grouping: interventions, by: \.root)
        agreements = state.agreements.compactMap { id, found -> SignedAgreement? in
            guard found.state.stage != .annulled, let signed = found.state.signed, let office = found.signedOffice
            else { return nil }
            return SignedAgreement(
                id: id, root: state.counted(found.state.employer), apprentice: found.state.apprentice,
                place: place(office), signed: signed)
        }.sorted { ($0.signed, $0.id) < ($1.signed, $1.id) }
        byApprentice = Dictionary(grouping: agreements, by: \.apprentice)
        participations = state.participations.filter { !$0.value.isAnnulled }.map { id, found in
            ParticipationAct(
                id: id, participant: found.started.participant, programme: found.started.programme,
                place: place(found.started.office), date: found.started.date)
        }.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        byParticipant = Dictionary(grouping: participations, by: \.participant)
    }

    func interventions(beginning days: ClosedRange<CalendarDate>) -> [InterventionAct] {
        Self.within(days, interventions, \.begins)
    }

    func interventions(of root: String, until day: CalendarDate) -> [InterventionAct] {
        (byRoot[root] ?? []).filter { $0.begins <= day }
    }

    func agreements(signed days: ClosedRange<CalendarDate>) -> [SignedAgreement] { Self.within(days, agreements, \.signed) }

    func agreements(ofApprentice subject: String) -> [SignedAgreement] { byApprentice[subject] ?? [] }

    func participations(on days: ClosedRange<CalendarDate>) -> [ParticipationAct] {
        Self.within(days, participations, \.date)
    }

    func participations(of subject: String) -> [ParticipationAct] { byParticipant[subject] ?? [] }

    /// Those of the days, of a list in their order: looked for by halving.
    private static func within<Act>(
        _ days: ClosedRange<CalendarDate>, _ acts: [Act], _ day: (Act) -> CalendarDate
    ) -> [Act] {
        func first(where isAt: (CalendarDate) -> Bool) -> Int {
            var low = 0, high = acts.count
            while low < high {
                let middle = (low + high) / 2
                if isAt(day(acts[middle])) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        return Array(acts[first { $0 >= days.lowerBound }..<first { $0 > days.upperBound }])
    }
}
