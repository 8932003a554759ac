import ReferenceData

/// A worked case of a rule file (docs/rules.en.md, section 8).
public struct RuleExample: Sendable {
    public struct Envelope: Sendable {
        public let facts: EnvelopeFacts
        /// In cents.
        public let initial: Int64
        public let authorised: Int64?
        public let available: Int64?
    }

    public let label: String
    public let line: Int
    public let envelopes: [Envelope]
    /// Posted before, in order.
    public let earlier: [TransferRequest]
    public let operation: TransferRequest
    /// Ids of the authorities that gave their approval.
    public let approvals: [String]
    public let outcome: RuleOutcome
    /// Where it is said, exactly the deciding rules; ascending.
    public let decidedBy: [String]?
    /// Where it is said, exactly the authorities to be told; ascending.
    public let notices: [String]?
}
