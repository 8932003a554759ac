import AuditTrail
import ReferenceData

/// How far back a firm must have had no intervention to be newly assisted (DOMAIN, *Newly assisted employer*).
public enum LookBack: Sendable, Equatable {
    /// None under way on the first day of the fiscal year.
    case year
    /// None under way within so many months before its first one of the year: 1 to 120.
    case months(Int)
    /// None before, ever.
    case ever

    public static let monthsRange = 1...120

    /// Reads `year`, `ever`, or a number of months; nil for anything else.
    public init?(_ text: String) {
        switch text {
        case "year": self = .year
        case "ever": self = .ever
        default:
            guard let months = CanonicalInteger.parse(text), Self.monthsRange.contains(Int(clamping: months)) else { return nil }
            self = .months(Int(months))
        }
    }

    public var text: String {
        switch self {
        case .year: "year"
        case .ever: "ever"
        case .months(let months): String(months)
        }
    }
}

/// How an indicator's figures come to be. FORMAT.md, section 20.5.
public enum IndicatorMethod: Sendable, Equatable {
    /// Employers whose first intervention of the year begins in the month, and that had none before in the look-back.
    case newlyAssisted(LookBack, measures: Set<String>?)
    /// Agreements by the latest of their three signatures.
    case newAgreements
    /// Subjects by their first participation of the year, and their agreements where these count.
    case newParticipants(programmes: Set<String>?, agreements: Bool)
    /// Interventions that begin in the month.
    case interventions(measures: Set<String>?)
    /// Entered, with its source and author.
    case recorded
    /// Entered: the cost of what another indicator counts.
    case cost(count: String, measures: Set<String>?)

    /// The methods by their words.
    public enum Name: String, CaseIterable, Sendable {
        case newlyAssisted = "newly-assisted"
        case newAgreements = "new-agreements"
        case newParticipants = "new-participants"
        case interventions, recorded, cost

        /// Whether figures are counted from the records.
        public var isComputed: Bool { self != .recorded && self != .cost }

        /// The parameters that it may have, each with whether it must.
        var parameters: [(name: String, isNeeded: Bool)] {
            switch self {
            case .newlyAssisted: [("look-back", true), ("measures", false)]
            case .newAgreements, .recorded: []
            case .newParticipants: [("agreements", false), ("programmes", false)]
            case .interventions: [("measures", false)]
            case .cost: [("count", true), ("measures", false)]
            }
        }
    }

    /// Texts that may stand with any method: the definition in words.
    public static let words = ["definition", "definition-en"]

    public var name: Name {
        switch self {
        case .newlyAssisted: .newlyAssisted
        case .newAgreements: .newAgreements
        case .newParticipants: .newParticipants
        case .interventions: .interventions
        case .recorded: .recorded
        case .cost: .cost
        }
    }

    /// Refuses: E-IND-005, E-IND-006, E-IND-007.
    public init(_ name: Name, _ parameters: [String: String], of indicator: String) throws {
        let reading = ParameterReading(indicator: indicator, method: name, parameters: parameters)
        try reading.requireNames()
        switch name {
        case .newlyAssisted: self = .newlyAssisted(try reading.lookBack(), measures: try reading.slugs("measures"))
        case .newAgreements: self = .newAgreements
        case .newParticipants:
            self = .newParticipants(programmes: try reading.slugs("programmes"), agreements: try reading.takesAgreements())
        case .interventions: self = .interventions(measures: try reading.slugs("measures"))
        case .recorded: self = .recorded
        case .cost:
            let count = parameters["count"] ?? ""
            guard ServiceGrammar.isSlug(count) else { throw reading.value("count", "a-z 0-9 -") }
            self = .cost(count: count, measures: try reading.slugs("measures"))
        }
    }
}

/// Reads the parameters of a definition.
private struct ParameterReading {
    let indicator: String
    let method: IndicatorMethod.Name
    let parameters: [String: String]

    func requireNames() throws {
        guard method != .recorded else { return }
        let known = method.parameters.map(\.name)
        for name in parameters.keys.sorted() where !known.contains(name) && !IndicatorMethod.words.contains(name) {
            throw IndicatorError(
                .parameterUnknown,
                [
                    "indicator": indicator, "method": method.rawValue, "parameter": name,
                    "expected": (known + IndicatorMethod.words).joined(separator: ", "),
                ])
        }
        for (name, isNeeded) in method.parameters where isNeeded && parameters[name] == nil {
            throw IndicatorError(
                .parameterMissing, ["indicator": indicator, "method": method.rawValue, "parameter": name])
        }
    }

    func lookBack() throws -> LookBack {
        guard let lookBack = LookBack(parameters["look-back"] ?? "") else {
            throw value("look-back", "year, ever, 1…120")
        }
        return lookBack
    }

    func slugs(_ name: String) throws -> Set<String>? {
        guard let text = parameters[name] else { return nil }
        let slugs = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard slugs.allSatisfy(ServiceGrammar.isSlug), ServiceGrammar.ascends(slugs) else { throw value(name, "a,b,c") }
        return Set(slugs)
    }

    func takesAgreements() throws -> Bool {
        guard let text = parameters["agreements"] else { return true }
        guard text == "no" else { throw value("agreements", "no") }
        return false
    }

    func value(_ name: String, _ expected: String) -> IndicatorError {
        IndicatorError(
            .parameterValue,
            ["indicator": indicator, "parameter": name, "found": parameters[name] ?? "", "expected": expected])
    }
}
