/// What the rules say of an operation, in order of precedence.
public enum RuleOutcome: String, CaseIterable, Hashable, Sendable {
    case error
    case forbidden
    case notPermitted = "not-permitted"
    case overLimit = "over-limit"
    case insufficientFunds = "insufficient-funds"
    case needsApproval = "needs-approval"
    case permitted

    /// Whether such an operation may be proposed.
    public var isLawful: Bool { self == .permitted || self == .needsApproval }
}

/// What a limit that applies has in hand of one side. All in cents.
public struct LimitTerm: Hashable, Sendable {
    public let rule: String
    public let side: RuleSide
    /// Nil where the cap is an amount.
    public let base: Int64?
    /// Rounded down to the cent.
    public let cap: Int64
    /// Before this operation.
    public let counted: Int64
    /// What this operation adds; below zero where it takes off.
    public let moved: Int64
    public let scope: RuleScope

    public var holds: Bool { counted + moved <= cap }
    /// By how much the cap would be passed; zero where the limit holds.
    public var excess: Int64 { holds ? 0 : Int64(clamping: Int128(counted) + Int128(moved) - Int128(cap)) }
}

/// Which money lacks: the source's, or what the ceiling of the target's year leaves.
public struct FundsTerm: Hashable, Sendable {
    /// In cents; may be below zero.
    public let available: Int64
    public let side: RuleSide
}

/// The outcome of judging one operation, with all that a record of it holds.
public struct Judgement: Hashable, Sendable {
    public let outcome: RuleOutcome
    /// The ids of the rules that decided, ascending.
    public let rules: [String]
    /// Of every limit that applies, ascending by rule, the source before the target; empty for an error.
    public let terms: [LimitTerm]
    /// With insufficient funds only.
    public let lack: FundsTerm?
    /// The authorities whose approval the rules that apply ask for, given or not; ascending.
    public let approvals: [String]
    /// The authorities to be told; ascending.
    public let notices: [String]
}

/// What is known of the money when an operation is judged.
public struct FundsAtHand: Hashable, Sendable {
    /// What the source envelope has available, in cents.
    public let available: Int64
    /// What the ceiling of the year that would get budget leaves; nil where there is no ceiling, or no year gets any.
    public let ceilingRoom: Int64?

    public init(available: Int64, ceilingRoom: Int64? = nil) {
        self.available = available
        self.ceilingRoom = ceilingRoom
    }
}
