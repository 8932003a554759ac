import AuditTrail
import EmployerServices
import FundLedger
import ReferenceData
import Storage

/// What one of something counted cost, with the terms of the reckoning.
struct UnitCost {
    /// A grant that an intervention names, with what was accepted of it.
    struct Grant {
        let grant: GrantID
        let accepted: Int64
        /// The first intervention that names it.
        let intervention: String
    }

    let definition: IndicatorDefined
    /// What is counted.
    let counted: IndicatorDefined
    let grants: [Grant]
    /// Grants that no fund of the book has.
    let unknown: [GrantID]
    /// The year's figure of what is counted.
    let count: Int64

    /// Cents; the sum of the grants.
    let total: Int64

    /// Cents, rounded to the nearest, half up; nil where nothing is counted.
    var each: Int64? {
        guard count > 0 else { return nil }
        // Between zero and the total: it fits.
        return Int64(exactly: (Int128(total) * 2 + Int128(count)) / (Int128(count) * 2))
    }
}

/// Reckons costs: the amounts accepted of the grants that interventions name, over what an indicator counts.
struct CostReckoning {
    let services: ServicesReader
    let reading: BookReading

    init(_ services: ServicesReader, _ reading: BookReading) {
        self.services = services
        self.reading = reading
    }

    /// The costs that the year's definitions ask for, at a level. A grant belongs to the year in which the first
    /// intervention that names it at the level begins, once. Refuses: E-IND codes.
    func costs(_ indicators: [IndicatorYear], at level: Level) throws -> [UnitCost] {
        try indicators.compactMap { indicator in
            guard case .cost(let count, let measures) = try indicator.definition.counting(),
                let counted = indicators.first(where: { $0.definition.indicator == count })
            else { return nil }
            return try cost(indicator, counted, measures, level)
        }
    }

    private func cost(
        _ indicator: IndicatorYear, _ counted: IndicatorYear, _ measures: Set<String>?, _ level: Level
    ) throws -> UnitCost {
        var grants: [UnitCost.Grant] = [], unknown: [GrantID] = []
        for (name, intervention) in try firstNamings(indicator.year, measures, level) {
            let id = try GrantID(parsing: name)
            guard let accepted = try accepted(id) else {
                unknown.append(id)
                continue
            }
            grants.append(.init(grant: id, accepted: accepted, intervention: intervention))
        }
        return UnitCost(
            definition: indicator.definition, counted: counted.definition, grants: grants, unknown: unknown,
            count: counted.result(level) ?? 0, total: try Cents.sum(grants.map { Cents($0.accepted) }).value)
    }

    /// The grants whose first intervention at the level begins in the year, by grant.
    private func firstNamings(
        _ year: FiscalYear, _ measures: Set<String>?, _ level: Level
    ) throws -> [(grant: String, intervention: String)] {
        let (condition, values) = place(level)
        var first: [String: (begins: CalendarDate, intervention: InterventionID)] = [:]
        try services.connection.forEach(
            """
            SELECT grant_id, id, begins, measure FROM intervention
            WHERE register = ? AND grant_id IS NOT NULL AND annulled IS NULL \(condition) ORDER BY grant_id, begins, id
            """, [services.register] + values
        ) { row in
            guard measures?.contains(row.string(3)) ?? true, first[row.string(0)] == nil else { return }
            first[row.string(0)] = (try row.day(2), try InterventionID(key: row.int(1)))
        }
        return first.filter { year.contains($0.value.begins) }.sorted { $0.key < $1.key }
            .map { (grant: $0.key, intervention: $0.value.intervention.text) }
    }

    private func place(_ level: Level) -> (condition: String, values: [SQLValue]) {
        switch level {
        case .national: ("", [])
        case .region(let region): ("AND region = ?", [.text(region.code)])
        case .office(let office): ("AND office = ?", [.text(office.text)])
        }
    }

    /// What was accepted of a grant; nil where its fund does not have it.
    private func accepted(_ id: GrantID) throws -> Int64? {
        do {
            return try FundReader(reading.register(id.fund.rawValue)).grant(id).row.figures.accepted
        } catch let error as GrantError where error.code == .grantUnknown {
            return nil
        }
    }
}

extension ServicesReader {
    /// Office → its region.
    func regionsOfOffices() throws -> [String: String] {
        Dictionary(
            try connection.query("SELECT office, region FROM office WHERE register = ?", [register]) {
                ($0.string(0), $0.string(1))
            }, uniquingKeysWith: { $1 })
    }
}
