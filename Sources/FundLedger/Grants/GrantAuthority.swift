import ReferenceData

/// Who approves a grant, by its amount., r. 6, s. 3; FORMAT.md, section 19.4.
public enum GrantAuthority: String, Sendable, CaseIterable {
    case direction
    /// Of the FNF alone.
    case commission
    /// Of the FDMT alone.
    case ministre
    case conseilDuTresor = "conseil-du-tresor"
    case gouvernement

    /// The amounts, in cents, from which the rungs change.
    public enum Rung {
        /// From here on the government.
        public static let government: Int64 = 100_000_000
        /// Above this, more than the management.
        public static let management: Int64 = 5_000_000
    }

    /// Its place on the ladder; commission and ministre stand on one rung.
    public var rank: Int {
        switch self {
        case .direction: 0
        case .commission, .ministre: 1
        case .conseilDuTresor: 2
        case .gouvernement: 3
        }
    }

    /// Whether the fund has that authority.
    public func isOf(_ fund: FundCode) -> Bool {
        switch self {
        case .commission: fund == .fnf
        case .ministre: fund == .fdmt
        case .direction, .conseilDuTresor, .gouvernement: true
        }
    }

    /// The lowest authority that may approve so many cents.
    public static func required(total: Int64, norms: ProgramAdded.Norms, fund: FundCode) -> GrantAuthority {
        if total >= Rung.government { return .gouvernement }
        guard total > Rung.management else { return .direction }
        guard norms == .approved else { return .conseilDuTresor }
        return fund == .fnf ? .commission : .ministre
    }
}
