import AuditTrail
import ReferenceData

/// `grant.claimed/1`: the recipient asks to be paid for work done. FORMAT.md, section 19.4.
public struct GrantClaimed: GrantStepRecord, Equatable {
    public static let move = GrantMove.claimed
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    /// Cents claimed.
    public let amount: Int64
    /// From 1, without gap.
    public let claim: Int64
    /// The first day of the work.
    public let from: CalendarDate
    /// The last one.
    public let to: CalendarDate

    public init(_ head: GrantHead, amount: Int64, claim: Int64, from: CalendarDate, to: CalendarDate) {
        self.head = head
        self.amount = amount
        self.claim = claim
        self.from = from
        self.to = to
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        amount = try reader.count("amount", least: 1)
        claim = try reader.count("claim", least: 1)
        from = try CalendarDate(iso: reader.string("from"))
        to = try CalendarDate(iso: reader.string("to"))
    }

    public var entryIDs: [EntryID] { [] }

    public var members: [String: CanonicalValue?] {
        [
            "amount": .integer(amount),
            "claim": .integer(claim),
            "from": .string(from.iso),
            "to": .string(to.iso),
        ]
    }

    public var act: GrantAct { .claimed(amount, number: claim, from: from, to: to) }
}
