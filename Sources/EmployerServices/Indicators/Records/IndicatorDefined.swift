import AuditTrail
import ReferenceData

/// `indicator.defined/1`: what an indicator is, from a year on. FORMAT.md, section 20.5.
public struct IndicatorDefined: ServiceRecord, Equatable {
    /// What its figures are of.
    public enum Unit: String, CaseIterable, Sendable { case count, cents, percent, ratio, days }

    public static let kind = "indicator.defined/1"
    public static let rules = KindRules.services(.admin)
    public static let nameBytes = 1...300
    public static let parameterBytes = 1...4000
    public static let decimalsRange: ClosedRange<Int64> = 0...4

    public let indicator: String
    /// From 1, the next of its indicator.
    public let version: Int64
    /// The first fiscal year that it counts for.
    public let from: FiscalYear
    public let name: String
    public let nameEnglish: String
    public let method: IndicatorMethod.Name
    public let parameters: [String: String]
    public let unit: Unit
    /// Of its figures: a value of 123 with one decimal is 12.3.
    public let decimals: Int64
    /// Whether targets are set for it.
    public let isTargeted: Bool
    /// The text that founds it, by its lines or article.
    public let citation: String

    public init(
        indicator: String, version: Int64, from: FiscalYear, name: String, nameEnglish: String,
        method: IndicatorMethod.Name, parameters: [String: String] = [:], unit: Unit = .count, decimals: Int64 = 0,
        isTargeted: Bool, citation: String
    ) {
        self.indicator = indicator
        self.version = version
        self.from = from
        self.name = name
        self.nameEnglish = nameEnglish
        self.method = method
        self.parameters = parameters
        self.unit = unit
        self.decimals = decimals
        self.isTargeted = isTargeted
        self.citation = citation
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        citation = try reader.text("citation", bytes: ServiceGrammar.citation)
        decimals = try reader.count("decimals", in: Self.decimalsRange)
        from = try FiscalYear(parsing: reader.string("from"))
        indicator = try reader.slug("indicator")
        method = try reader.word("method")
        name = try reader.text("name", bytes: Self.nameBytes)
        nameEnglish = try reader.text("name_en", bytes: Self.nameBytes)
        var inner = try reader.reader("parameters")
        let names = inner.object.members.map(\.name)
        guard names.count <= 20, names.allSatisfy(ServiceGrammar.isSlug) else {
            throw reader.malformed("parameters", names.joined(separator: ","))
        }
        var parameters: [String: String] = [:]
        for name in names { parameters[name] = try inner.text(name, bytes: Self.parameterBytes) }
        try inner.finish()
        self.parameters = parameters
        isTargeted = try reader.string("targeted") { $0 == "yes" || $0 == "no" } == "yes"
        unit = try reader.word("unit")
        version = try reader.count("version", least: 1)
    }

    public var members: [String: CanonicalValue?] {
        [
            "citation": .text(citation), "decimals": .integer(decimals), "from": .string(from.text),
            "indicator": .string(indicator), "method": .string(method.rawValue), "name": .text(name),
            "name_en": .text(nameEnglish),
            "parameters": .object(CanonicalObject(parameters.map { (key: $0.key, value: CanonicalValue.text($0.value)) })),
            "targeted": .string(isTargeted ? "yes" : "no"), "unit": .string(unit.rawValue), "version": .integer(version),
        ]
    }

    /// The method with its parameters. Refuses: E-IND-005 … E-IND-007.
    public func counting() throws -> IndicatorMethod { try IndicatorMethod(method, parameters, of: indicator) }

    /// `nouvellement-aidee/v1`: what a figure names.
    public var versionedName: String { "\(indicator)/v\(version)" }

    /// Refuses: E-IND-002 … E-IND-009.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        let last = try services.lastDefinition(of: indicator)
        let next = (last?.version ?? 0) + 1
        guard version == next else {
            throw IndicatorError(
                .versionOrder, ["indicator": indicator, "found": String(version), "expected": String(next)])
        }
        if let last, from < last.from {
            throw IndicatorError(.fromBefore, ["indicator": indicator, "from": from.text, "last": last.from.text])
        }
        if last != nil, let begun = try services.firstYear(begunOf: indicator, from: from) {
            throw IndicatorError(
                .yearBegun,
                [
                    "indicator": indicator, "from": from.text, "year": begun.year.text, "cause": begun.cause,
                    "record": String(begun.record),
                ])
        }
        let isExact = method.isComputed ? unit == .count : method != .cost || unit == .cents
        guard isExact, decimals == 0 || method == .recorded else {
            throw IndicatorError(
                .unitOfMethod,
                [
                    "indicator": indicator, "method": method.rawValue, "unit": unit.rawValue,
                    "decimals": String(decimals),
                ])
        }
        guard case .cost(let count, _) = try counting() else { return }
        guard try services.lastDefinition(of: count)?.method.isComputed == true else {
            throw IndicatorError(.costOfNothing, ["indicator": indicator, "count": count])
        }
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            "INSERT INTO indicator (register, indicator, version, from_year, method, sequence) VALUES (?, ?, ?, ?, ?, ?)",
            services.register, .text(indicator), .integer(version), .integer(Int64(from.startYear)),
            .text(method.rawValue), .integer(sequence))
    }
}
