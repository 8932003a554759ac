import AuditTrail
import ReferenceData

/// `grant.offset/1`: what is owed is taken off what is payable. FORMAT.md, section 19.4.
public struct GrantOffset: GrantStepRecord, Equatable {
    public static let move = GrantMove.offset
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    /// Cents.
    public let amount: Int64
    /// The record that made the payable; always there.
    public let payable: Int64?
    public let entry: EntryID

    public init(_ head: GrantHead, amount: Int64, payable: Int64?, entry: EntryID) {
        self.head = head
        self.amount = amount
        self.payable = payable
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        amount = try reader.count("amount", least: 1)
        payable = try reader.count("payable", least: 1)
        entry = try reader.entry()
    }

    public var entryIDs: [EntryID] { [entry] }

    public var members: [String: CanonicalValue?] {
        [
            "amount": .integer(amount),
            "entry": .string(entry.text),
            "payable": payable.map { .integer($0) },
        ]
    }

    public var act: GrantAct { .offset(amount) }
}
