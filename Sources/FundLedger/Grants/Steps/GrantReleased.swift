import AuditTrail
import ReferenceData

/// `grant.released/1`: a part of what was held back becomes payable. FORMAT.md, section 19.4.
public struct GrantReleased: GrantAmountRecord, Equatable {
    public static let move = GrantMove.released

    public let head: GrantHead
    /// Cents.
    public let amount: Int64
    public let entry: EntryID

    public init(_ head: GrantHead, amount: Int64, entry: EntryID) {
        self.head = head
        self.amount = amount
        self.entry = entry
    }

    public var act: GrantAct { .released(amount) }
}
