import AuditTrail
import ReferenceData

/// `grant.advanced/1`: money before the work. FORMAT.md, section 19.4.
public struct GrantAdvanced: GrantAmountRecord, Equatable {
    public static let move = GrantMove.advanced

    public let head: GrantHead
    /// Cents.
    public let amount: Int64
    public let entry: EntryID

    public init(_ head: GrantHead, amount: Int64, entry: EntryID) {
        self.head = head
        self.amount = amount
        self.entry = entry
    }

    public var act: GrantAct { .advanced(amount) }
}
