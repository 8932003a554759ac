import AuditTrail
import ReferenceData

/// `grant.cancelled/1`: there will be no grant. FORMAT.md, section 19.4.
public struct GrantCancelled: GrantStepRecord, Equatable {
    public static let move = GrantMove.cancelled
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    public let reason: String
    public let entries: [EntryID]

    public init(_ head: GrantHead, reason: String, entries: [EntryID]) {
        self.head = head
        self.reason = reason
        self.entries = entries
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        reason = try reader.text("reason", bytes: GrantRoles.reason)
        entries = try reader.entries(most: GrantPlanLine.most)
    }

    public var entryIDs: [EntryID] { entries }

    public var members: [String: CanonicalValue?] {
        [
            "entries": .of(entries),
            "reason": .text(reason),
        ]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        [("reason", reason, GrantRoles.reason)]
    }

    public var act: GrantAct { .cancelled }
}
