import AuditTrail
import ReferenceData

/// `grant.accepted/1`: what is eligible of a claim, less advances and holdback. FORMAT.md, section 19.4.
public struct GrantAccepted: GrantStepRecord, Equatable {
    public static let move = GrantMove.accepted
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    public let claim: Int64
    /// Cents.
    public let eligible: Int64
    /// Cents of advances used.
    public let advance: Int64
    /// Cents.
    public let holdback: Int64
    /// Why less than claimed is eligible.
    public let reason: String?
    /// Where anything is eligible.
    public let entry: EntryID?

    public init(
        _ head: GrantHead, claim: Int64, eligible: Int64, advance: Int64 = 0, holdback: Int64 = 0,
        reason: String? = nil, entry: EntryID?
    ) {
        self.head = head
        self.claim = claim
        self.eligible = eligible
        self.advance = advance
        self.holdback = holdback
        self.reason = reason
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        claim = try reader.count("claim", least: 1)
        eligible = try reader.count("eligible")
        advance = try reader.count("advance")
        holdback = try reader.count("holdback")
        reason = try reader.optionalText("reason", bytes: GrantRoles.reason)
        entry = try reader.optionalString("entry").map { try EntryID(parsing: $0) }
    }

    public var entryIDs: [EntryID] { entry.map { [$0] } ?? [] }

    public var members: [String: CanonicalValue?] {
        [
            "advance": .integer(advance),
            "claim": .integer(claim),
            "eligible": .integer(eligible),
            "entry": entry.map { .string($0.text) },
            "holdback": .integer(holdback),
            "reason": reason.map { .text($0) },
        ]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        reason.map { [("reason", $0, GrantRoles.reason)] } ?? []
    }

    public var act: GrantAct {
        .accepted(
            GrantAcceptance(
                claim: claim, eligible: eligible, advance: advance, holdback: holdback, hasReason: reason != nil))
    }
}
