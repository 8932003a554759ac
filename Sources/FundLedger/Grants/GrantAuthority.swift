import ReferenceData

/// Who approves a grant, by its amount., r. 6, s. 3; FORMAT.md, section 19.4.
///
/// The format fixes the rungs; `GrantParameters` has them with their dates and citation.
extension GrantAuthority {
    /// The amounts, in cents, from which the rungs change.
    public enum Rung {
        /// From here on the government.
        public static let government: Int64 = 100_000_000
        /// Above this, more than the management.
        public static let management: Int64 = 5_000_000
    }

    /// Whether the fund has that authority: the commission is the FNF's, the minister the FDMT's.
    public func isOf(_ fund: FundCode) -> Bool {
        switch self {
        case .commission: fund == .fnf
        case .minister: fund == .fdmt
        case .direction, .conseilDuTresor, .government: true
        }
    }

    /// The lowest authority that may approve so many cents.
    public static func required(total: Int64, norms: ProgramAdded.Norms, fund: FundCode) -> GrantAuthority {
        if total >= Rung.government { return .government }
        guard total > Rung.management else { return .direction }
        guard norms == .approved else { return .conseilDuTresor }
        return fund == .fnf ? .commission : .minister
    }
}
