/// The value of any parameter, for those who show them all.
public enum ParameterValue: Sendable, Equatable {
    case money(Cents)
    case rate(Ratio)
    case years(Int)
    case days(Int)
    case flag(Bool)
    /// One of a few codes, as `last-day-of-february`.
    case word(String)
    case ladder([AuthorityRung])
}

/// A rung of the ladder of authorities: who approves a grant of an amount (A-6.01 r. 6, s. 3).
public struct AuthorityRung: Sendable, Equatable {
    /// Who approves where the programme has no approved norms.
    public let authority: GrantAuthority
    /// Who approves where its norms are approved.
    public let withNorms: GrantAuthority
    /// Cents; the rung begins at this amount, or just above it.
    public let amount: Cents
    /// True where the rung holds this amount itself; false where only what is above it.
    public let includesAmount: Bool

    public init(_ authority: GrantAuthority, withNorms: GrantAuthority, from amount: Cents, includesAmount: Bool) {
        self.authority = authority
        self.withNorms = withNorms
        self.amount = amount
        self.includesAmount = includesAmount
    }

    /// Whether an amount reaches this rung.
    public func holds(_ asked: Cents) -> Bool { includesAmount ? asked >= amount : asked > amount }
}

/// Who may approve a grant, by the words of records (FORMAT.md, section 19).
public enum GrantAuthority: String, CaseIterable, Sendable {
    case direction
    /// Of the FNF.
    case commission
    /// Of the FDMT.
    case minister = "ministre"
    case conseilDuTresor = "conseil-du-tresor"
    case government = "gouvernement"

    /// The higher holds what the lower may; the Commission and the minister are equals.
    public var rank: Int {
        switch self {
        case .direction: 0
        case .commission, .minister: 1
        case .conseilDuTresor: 2
        case .government: 3
        }
    }
}
