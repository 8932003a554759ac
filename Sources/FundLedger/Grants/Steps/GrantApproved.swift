import AuditTrail
import ReferenceData

/// `grant.approved/1`: an authority says yes; what the plan has is reserved. FORMAT.md, section 19.4.
public struct GrantApproved: GrantStepRecord, Equatable {
    public static let move = GrantMove.approved
    public static let rules = GrantRoles.approver

    public let head: GrantHead
    public let authority: GrantAuthority
    /// The decision: its number, its date.
    public let instrument: String
    public let plan: [GrantPlanLine]
    public let entries: [EntryID]

    public init(
        _ head: GrantHead, authority: GrantAuthority, instrument: String, plan: [GrantPlanLine], entries: [EntryID]
    ) {
        self.head = head
        self.authority = authority
        self.instrument = instrument
        self.plan = plan
        self.entries = entries
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        authority = try reader.authority()
        instrument = try reader.text("instrument", bytes: GrantRoles.instrument)
        plan = try reader.plan()
        entries = try reader.entries(most: GrantPlanLine.most)
    }

    public var entryIDs: [EntryID] { entries }

    public var members: [String: CanonicalValue?] {
        [
            "authority": .string(authority.rawValue),
            "entries": .of(entries),
            "instrument": .text(instrument),
            "plan": .of(plan),
        ]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        [("instrument", instrument, GrantRoles.instrument)]
    }

    public var act: GrantAct { .approved(authority, plan) }

    /// Refuses: E-GRT-022, E-ENV-006.
    public func judgeOutside(_ grants: GrantWorkspace, _ file: GrantFile, at sequence: Int64) throws {
        try grants.requireEnvelopes(of: plan)
        try grants.requireOtherPerson(than: file.state.assessment, grant, at: sequence)
    }
}
