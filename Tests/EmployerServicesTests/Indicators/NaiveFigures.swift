import ReferenceData

@testable import EmployerServices

/// The counts of FORMAT.md, section 20.5, word for word: every act is looked at for every figure, nothing is indexed.
struct NaiveFigures {
    struct Intervention {
        let employer: String
        let measure: String
        let office: String
        let begins: CalendarDate
        var ends: CalendarDate?
        var isAnnulled = false
    }

    struct Agreement {
        let apprentice: String
        var office: String
        var signed: CalendarDate?
        var signedOffice = ""
        var isAnnulled = false
    }

    struct Participation {
        let participant: String
        let programme: String
        let office: String
        let date: CalendarDate
        var isAnnulled = false
    }

    var interventions: [Intervention] = []
    var agreements: [Agreement] = []
    var participations: [Participation] = []
    /// NEQ → what it was merged into.
    var mergers: [String: String] = [:]

    static let regions = Dictionary(uniqueKeysWithValues: FiguresBook.offices)

    static var levels: [Level] {
        [.national] + Set(regions.values).sorted().map { theLevel("region-\($0)") }
            + regions.keys.sorted().map { theLevel("office-\($0)") }
    }

    func root(_ neq: String) -> String { mergers[neq].map(root) ?? neq }

    static func belongs(_ office: String, to level: Level) -> Bool {
        switch level {
        case .national: true
        case .region(let region): regions[office] == region.code
        case .office(let code): code.text == office
        }
    }

    func count(_ definition: IndicatorDefined, _ month: PeriodID, _ level: Level) -> Int64 {
        let measures = definition.parameters["measures"]?.split(separator: ",").map(String.init)
        func isOf(_ act: Intervention) -> Bool {
            !act.isAnnulled && Self.belongs(act.office, to: level) && measures?.contains(act.measure) != false
        }
        switch definition.method {
        case .interventions: return Int64(interventions.filter { isOf($0) && month.contains($0.begins) }.count)
        case .newAgreements:
            return Int64(
                agreements.filter { agreement in
                    !agreement.isAnnulled && agreement.signed.map(month.contains) == true
                        && Self.belongs(agreement.signedOffice, to: level)
                }.count)
        case .newlyAssisted:
            let acts = interventions.filter(isOf)
            let firms = Set(acts.map { root($0.employer) })
            return Int64(
                firms.filter { firm in
                    isNew(acts.filter { root($0.employer) == firm }, definition.parameters["look-back"] ?? "", month)
                }.count)
        case .newParticipants: return participants(definition, month, level)
        case .recorded, .cost: return 0
        }
    }

    private func isNew(_ acts: [Intervention], _ lookBack: String, _ month: PeriodID) -> Bool {
        let start = month.year.firstDay
        guard let first = acts.map(\.begins).filter({ month.year.contains($0) }).min(), month.contains(first) else {
            return false
        }
        switch lookBack {
        case "year": return !acts.contains { $0.begins < start && ($0.ends == nil || $0.ends! >= start) }
        case "ever": return !acts.contains { $0.begins < first }
        default:
            let since = Self.before(first, months: Int(lookBack) ?? 0)
            return !acts.contains { $0.begins < first && ($0.ends == nil || $0.ends! >= since) }
        }
    }

    /// The same day so many months before, found by trying days from that one down.
    static func before(_ date: CalendarDate, months: Int) -> CalendarDate {
        var (year, month) = (date.year, date.month)
        for _ in 0..<months { (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1) }
        for day in stride(from: date.day, through: 1, by: -1) {
            if let found = try? CalendarDate(year: year, month: month, day: day) { return found }
        }
        return .earliest
    }

    private func participants(_ definition: IndicatorDefined, _ month: PeriodID, _ level: Level) -> Int64 {
        let programmes = definition.parameters["programmes"]?.split(separator: ",").map(String.init)
        var days: [String: [CalendarDate]] = [:]
        for act in participations
        where !act.isAnnulled && Self.belongs(act.office, to: level) && programmes?.contains(act.programme) != false {
            days[act.participant, default: []].append(act.date)
        }
        if definition.parameters["agreements"] != "no" {
            for act in agreements where !act.isAnnulled && Self.belongs(act.signedOffice, to: level) {
                if let signed = act.signed { days[act.apprentice, default: []].append(signed) }
            }
        }
        return Int64(
            days.values.filter { days in
                days.filter { month.year.contains($0) }.min().map(month.contains) == true
            }.count)
    }

    /// Every figure above zero of a month, as a publication says it.
    func figures(_ definitions: [IndicatorDefined], _ month: PeriodID) -> [MonthPublished.Figure] {
        definitions.filter(\.method.isComputed).sorted { $0.indicator < $1.indicator }.flatMap { definition in
            Self.levels.sorted { $0.text < $1.text }.compactMap { level in
                let count = count(definition, month, level)
                return count == 0 ? nil : .init(indicator: definition.indicator, level: level, count: count)
            }
        }
    }
}
