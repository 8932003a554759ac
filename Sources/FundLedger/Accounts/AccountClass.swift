import ReferenceData

/// What an account is. Postings to the first five sum to zero in an entry, and so do those to the last five (DESIGN 4).
public enum AccountClass: String, CaseIterable, Hashable, Sendable {
    case asset
    case liability
    case netAssets = "net-assets"
    case revenue
    case expense

    case authorised
    case available
    case reserved
    case committed
    case spent

    /// Reads a raw value; refuses another with `E-ACC-004`.
    public init(parsing text: String) throws {
        guard let found = AccountClass(rawValue: text) else {
            let names = Self.allCases.map(\.rawValue)
            var parameters = ["found": text, "expected": names.joined(separator: ", ")]
            parameters["nearest"] = FoldedText.nearest(to: text, among: names)
            throw LedgerError(.accountClassUnknown, parameters)
        }
        self = found
    }

    /// Whether its postings balance with the budgetary ones (DESIGN 5), and stand in no statement.
    public var isBudgetary: Bool {
        switch self {
        case .asset, .liability, .netAssets, .revenue, .expense: false
        case .authorised, .available, .reserved, .committed, .spent: true
        }
    }
}
