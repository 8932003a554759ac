/// One rule: what it does, what it is about, and where it comes from.
public struct TransferRule: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case permit
        case forbid
        case limit(RuleLimit)
        /// The id of the authority.
        case requireApproval(String)
        case requireNotice(String)

        /// `permit`, `forbid`, `limit` or `require`.
        public var name: String {
            switch self {
            case .permit: "permit"
            case .forbid: "forbid"
            case .limit: "limit"
            case .requireApproval, .requireNotice: "require"
            }
        }
    }

    /// A labelled exception: where it is so, the rule does not apply.
    public struct Exception: Hashable, Sendable {
        public let label: String
        public let text: BilingualText
        /// Says something.
        public let when: RuleCondition
    }

    public var id: String
    public var kind: Kind
    public var when: RuleCondition
    /// In the order written.
    public var unless: [Exception]
    public var cite: Citation
}
