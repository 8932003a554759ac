import AuditTrail
import ReferenceData

/// `grant.reported/1`: the final report is in. FORMAT.md, section 19.4.
public struct GrantReported: GrantStepRecord, Equatable {
    public static let move = GrantMove.reported
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    public let memo: String

    public init(_ head: GrantHead, memo: String) {
        self.head = head
        self.memo = memo
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        memo = try reader.text("memo", bytes: GrantRoles.memo)
    }

    public var entryIDs: [EntryID] { [] }

    public var members: [String: CanonicalValue?] {
        [
            "memo": .text(memo),
        ]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        [("memo", memo, GrantRoles.memo)]
    }

    public var act: GrantAct { .reported }
}
