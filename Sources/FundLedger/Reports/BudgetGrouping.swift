import ReferenceData

/// A year's envelopes put together by the value of one of their attributes: measure, region, office, programme or another.
///
/// Each envelope counts once, with its own amounts, under its own value: what lies under it has values of its own.
public struct BudgetGrouping: Sendable {
    public struct Group: Sendable {
        /// Nil for the envelopes that do not have the attribute.
        public let value: String?
        /// By code.
        public let envelopes: [EnvelopeRow]
        public let sum: EnvelopeAmounts
    }

    public let attribute: String
    /// By value; those without one last.
    public let groups: [Group]
    public let total: EnvelopeAmounts

    /// Refuses: E-RPT-001 for an attribute that no envelope has, in a year that has envelopes; E-ENV-010.
    public init(_ rows: [EnvelopeRow], by attribute: String, fund: FundCode, year: FiscalYear) throws {
        let names = Set(rows.flatMap { $0.attributes.map(\.name) })
        guard rows.isEmpty || names.contains(attribute) else {
            throw ReportError(
                .attributeUnknown,
                [
                    "attribute": attribute, "fund": fund.rawValue, "year": year.text,
                    "known": names.sorted().joined(separator: ", "),
                    "nearest": FoldedText.nearest(to: attribute, among: names.sorted()) ?? "",
                ])
        }
        self.attribute = attribute
        let byValue = Dictionary(grouping: rows) { row in row.attributes.first { $0.name == attribute }?.value }
        groups = try byValue.keys.sorted(by: Self.isBefore).map { value in
            let envelopes = byValue[value] ?? []
            return Group(value: value, envelopes: envelopes, sum: try Self.sum(envelopes.map(\.amounts)))
        }
        total = try Self.sum(groups.map(\.sum))
    }

    private static func isBefore(_ left: String?, _ right: String?) -> Bool {
        guard let left else { return false }
        return right.map { left < $0 } ?? true
    }

    private static func sum(_ amounts: [EnvelopeAmounts]) throws -> EnvelopeAmounts {
        try amounts.reduce(EnvelopeAmounts()) { try $0.adding($1) }
    }
}
