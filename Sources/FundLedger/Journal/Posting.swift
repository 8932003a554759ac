import ReferenceData

/// One account's part of an entry. Debit is positive, credit negative.
public struct Posting: Hashable, Sendable {
    public let account: String
    /// Cents; never zero.
    public let amount: Cents
    public let envelope: String?

    public init(account: String, amount: Cents, envelope: String? = nil) {
        self.account = account
        self.amount = amount
        self.envelope = envelope
    }

    /// The same account and envelope with the opposite amount. Refuses: E-REF overflow.
    public func negated() throws -> Posting {
        Posting(account: account, amount: try amount.negated(), envelope: envelope)
    }
}
