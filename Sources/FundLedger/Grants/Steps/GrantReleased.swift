import AuditTrail
import ReferenceData

/// `grant.released/1`: a part of what was held back becomes payable. FORMAT.md, section 19.4.
public struct GrantReleased: GrantStepRecord, Equatable {
    public static let move = GrantMove.released
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    /// Cents.
    public let amount: Int64
    public let entry: EntryID

    public init(_ head: GrantHead, amount: Int64, entry: EntryID) {
        self.head = head
        self.amount = amount
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        amount = try reader.count("amount", least: 1)
        entry = try reader.entry()
    }

    public var entryIDs: [EntryID] { [entry] }

    public var members: [String: CanonicalValue?] {
        [
            "amount": .integer(amount),
            "entry": .string(entry.text),
        ]
    }

    public var act: GrantAct { .released(amount) }
}
