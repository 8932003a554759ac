import AuditTrail
import ReferenceData

/// `grant.closed/1`: the grant is finished; what is left is let go. FORMAT.md, section 19.4.
public struct GrantClosed: GrantStepRecord, Equatable {
    public static let move = GrantMove.closed
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    public let entries: [EntryID]

    public init(_ head: GrantHead, entries: [EntryID]) {
        self.head = head
        self.entries = entries
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        entries = try reader.entries(most: GrantPlanLine.most)
    }

    public var entryIDs: [EntryID] { entries }

    public var members: [String: CanonicalValue?] {
        [
            "entries": .of(entries),
        ]
    }

    public var act: GrantAct { .closed }
}
