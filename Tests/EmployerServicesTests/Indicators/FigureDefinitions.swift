import ReferenceData

@testable import EmployerServices

/// A definition of every method and parameter.
enum FigureDefinitions {
    static func make(
        _ indicator: String, _ method: IndicatorMethod.Name, _ parameters: [String: String] = [:],
        from: String = "2005-2006", version: Int64 = 1, unit: IndicatorDefined.Unit = .count, decimals: Int64 = 0,
        targeted: Bool = true
    ) -> IndicatorDefined {
        IndicatorDefined(
            indicator: indicator, version: version, from: theYear(from), name: indicator, nameEnglish: indicator,
            method: method, parameters: parameters, unit: unit, decimals: decimals, isTargeted: targeted, citation: "essai")
    }

    static let counted = [
        make("aidees-1-mois", .newlyAssisted, ["look-back": "1"]),
        make("aidees-18-mois", .newlyAssisted, ["look-back": "18", "measures": "mfor,recrutement"]),
        make("aidees-ever", .newlyAssisted, ["look-back": "ever"]),
        make("aidees-year", .newlyAssisted, ["look-back": "year"]),
        make("ententes", .newAgreements),
        make("interventions", .interventions),
        make("interventions-mfor", .interventions, ["measures": "artt,mfor"]),
        make("participants", .newParticipants),
        make("participants-sans", .newParticipants, ["agreements": "no"]),
        make("participants-un", .newParticipants, ["programmes": "strategie"]),
    ]
}
