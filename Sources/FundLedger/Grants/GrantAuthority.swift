import ReferenceData

/// Who approves a grant, by its amount., r. 6, s. 3; FORMAT.md, section 19.4.
///
/// `GrantParameters` has the rungs, with their dates and citation; the format fixes the first ones.
extension GrantAuthority {
    /// Whether the fund has that authority: the commission is the FNF's, the minister the FDMT's.
    public func isOf(_ fund: FundCode) -> Bool {
        switch self {
        case .commission: fund == .fnf
        case .minister: fund == .fdmt
        case .direction, .conseilDuTresor, .government: true
        }
    }

    /// The lowest authority that may approve so many cents. A record is judged by the rules of its kind's version for ever:
    /// those of version 1 are the first ladder.
    public static func required(total: Int64, norms: ProgramAdded.Norms, fund: FundCode) -> GrantAuthority {
        let rung = GrantParameters.ladder(fund).steps[0].value.first { $0.holds(Cents(total)) }
        return rung.map { norms == .approved ? $0.withNorms : $0.authority } ?? .direction
    }
}
