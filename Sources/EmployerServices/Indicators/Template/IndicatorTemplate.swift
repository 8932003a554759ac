import ReferenceData

/// The indicators of the performance and accountability agreement of Emploi-Québec, as definitions that a book begins
/// with. Each cites the lines of the agreement's text; what the agreement does not define is a named default that another
/// version may replace.
public enum IndicatorTemplate {
    /// Figures of the years before the agreement have no definition.
    public static let firstYear = 2005

    /// All of them, in the order in which they are written: what a cost counts comes before it.
    ///
    /// `measures`: the catalogue's, each of which has an indicator of its interventions. Refuses: nothing, for measures
    /// whose names keep to the grammar.
    public static func quebec(measures: [(measure: String, name: String, nameEnglish: String)]) throws -> [IndicatorDefined] {
        let from = try FiscalYear(startYear: firstYear)
        let entries = computed + targeted + followed + footnotes + solidarity + solidarityFollowed + costs
        return entries.map { $0.definition(from: from) } + byMeasure(measures).map { $0.definition(from: from) }
    }

    /// One indicator, before it has a version.
    struct Entry {
        let indicator: String
        let name: String
        let nameEnglish: String
        var method = IndicatorMethod.Name.recorded
        var parameters: [String: String] = [:]
        var unit = IndicatorDefined.Unit.count
        var decimals: Int64 = 0
        var isTargeted = false
        /// What the agreement calls the passage, and its lines.
        let citation: String

        init(
            _ indicator: String, _ name: String, _ nameEnglish: String, _ unit: IndicatorDefined.Unit = .count,
            decimals: Int64 = 0, targeted: Bool = false, method: IndicatorMethod.Name = .recorded,
            _ parameters: [String: String] = [:], cites citation: String
        ) {
            self.indicator = indicator
            self.name = name
            self.nameEnglish = nameEnglish
            self.unit = unit
            self.decimals = decimals
            isTargeted = targeted
            self.method = method
            self.parameters = parameters
            self.citation = citation
        }

        func definition(from: FiscalYear) -> IndicatorDefined {
            IndicatorDefined(
                indicator: indicator, version: 1, from: from, name: name, nameEnglish: nameEnglish, method: method,
                parameters: parameters, unit: unit, decimals: decimals, isTargeted: isTargeted,
                citation: "Convention de performance et d'imputabilité d'Emploi-Québec, \(citation)")
        }
    }

    /// Interventions of each measure of the catalogue.
    private static func byMeasure(_ measures: [(measure: String, name: String, nameEnglish: String)]) -> [Entry] {
        measures.compactMap { measure, name, nameEnglish in
            let code = "int-" + measure
            guard code.utf8.count <= 32 else { return nil }
            return Entry(
                code, "Interventions auprès des entreprises : \(name)", "Interventions for employers: \(nameEnglish)",
                method: .interventions, ["measures": measure], cites: "services aux entreprises (lignes 415-448)")
        }
    }
}

extension ServicesReader {
    /// The measures of the last catalogue adopted, in order: each has an indicator of its interventions in the template.
    public func measuresToCount() throws -> [(measure: String, name: String, nameEnglish: String)] {
        try connection.query(
            """
            SELECT measure, name, name_en FROM measure
            WHERE register = ?1 AND catalogue_from = (SELECT max(from_day) FROM catalogue WHERE register = ?1)
            ORDER BY measure
            """, [register]
        ) { (measure: $0.string(0), name: $0.string(1), nameEnglish: $0.string(2)) }
    }
}

extension Indicators {
    /// Defines those that have no version yet; gives what it wrote. Refuses: as `define`.
    public func defineMissing(_ definitions: [IndicatorDefined]) throws -> [IndicatorDefined] {
        try definitions.filter { try services.lastDefinition(of: $0.indicator) == nil }.map { try define($0) }
    }
}
