import AuditTrail
import ReferenceData

/// `grant.repaid/1`: the recipient pays back. FORMAT.md, section 19.4.
public struct GrantRepaid: GrantAmountRecord, Equatable {
    public static let move = GrantMove.repaid

    public let head: GrantHead
    /// Cents.
    public let amount: Int64
    public let entry: EntryID

    public init(_ head: GrantHead, amount: Int64, entry: EntryID) {
        self.head = head
        self.amount = amount
        self.entry = entry
    }

    public var act: GrantAct { .repaid(amount) }
}
