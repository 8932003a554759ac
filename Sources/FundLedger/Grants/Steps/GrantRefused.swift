import AuditTrail
import ReferenceData

/// `grant.refused/1`: the fund says no. FORMAT.md, section 19.4.
public struct GrantRefused: GrantStepRecord, Equatable {
    public static let move = GrantMove.refused
    public static let rules = GrantRoles.either

    public let head: GrantHead
    public let reason: String

    public init(_ head: GrantHead, reason: String) {
        self.head = head
        self.reason = reason
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        reason = try reader.text("reason", bytes: GrantRoles.reason)
    }

    public var entryIDs: [EntryID] { [] }

    public var members: [String: CanonicalValue?] {
        [
            "reason": .text(reason),
        ]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        [("reason", reason, GrantRoles.reason)]
    }

    public var act: GrantAct { .refused }
}
