/// The parts of the statement of financial position and of operations under SP 1202, in the order in which they stand.
public enum StatementSection: String, CaseIterable, Hashable, Sendable {
    case financialAssets = "financial-assets"
    case nonFinancialAssets = "non-financial-assets"
    case financialLiabilities = "financial-liabilities"
    case nonFinancialLiabilities = "non-financial-liabilities"
    case netAssets = "net-assets"
    case revenue
    case expense

    /// How the codes of its lines begin.
    var prefix: String {
        switch self {
        case .financialAssets: "fa-"
        case .nonFinancialAssets: "nfa-"
        case .financialLiabilities: "fl-"
        case .nonFinancialLiabilities: "nfl-"
        case .netAssets: "na-"
        case .revenue: "rev-"
        case .expense: "exp-"
        }
    }

    /// The class of the accounts of its lines.
    public var accountClass: AccountClass {
        switch self {
        case .financialAssets, .nonFinancialAssets: .asset
        case .financialLiabilities, .nonFinancialLiabilities: .liability
        case .netAssets: .netAssets
        case .revenue: .revenue
        case .expense: .expense
        }
    }

    /// Whether it enters net financial assets or net debt: financial assets less financial liabilities.
    public var isNetFinancial: Bool { self == .financialAssets || self == .financialLiabilities }
}
