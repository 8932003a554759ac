import AuditTrail
import ReferenceData

/// What an amendment puts in the place of what the agreement said; nil keeps it.
public struct GrantChange: Sendable, Equatable {
    public var objectives: String?
    public var activities: String?
    public var results: String?
    public var terms: String?
    public var contributions: [GrantContribution]?
    public var instalments: [GrantInstalment]?
    public var ends: CalendarDate?

    public init() {}
}

/// Who lets an amendment go above what was approved.
public struct GrantDecision: Sendable, Equatable {
    public let authority: GrantAuthority
    /// Its number, its date.
    public let instrument: String

    public init(authority: GrantAuthority, instrument: String) {
        self.authority = authority
        self.instrument = instrument
    }
}

/// `grant.amended/1`: another plan, and what else changes of the agreement. FORMAT.md, section 19.4.
public struct GrantAmended: GrantStepRecord, Equatable {
    public static let move = GrantMove.amended
    public static let rules = GrantRoles.either

    public let head: GrantHead
    public let plan: [GrantPlanLine]
    public let change: GrantChange
    /// Where the total is above what was approved.
    public let decision: GrantDecision?
    public let reason: String
    public let entries: [EntryID]

    public init(
        _ head: GrantHead, plan: [GrantPlanLine], change: GrantChange, decision: GrantDecision?, reason: String,
        entries: [EntryID]
    ) {
        self.head = head
        self.plan = plan
        self.change = change
        self.decision = decision
        self.reason = reason
        self.entries = entries
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        plan = try reader.plan()
        var change = GrantChange()
        change.activities = try reader.optionalText("activities", bytes: GrantRoles.part)
        change.contributions = try reader.has("contributions") ? reader.contributions() : nil
        change.ends = try reader.optionalString("ends").map { try CalendarDate(iso: $0) }
        change.instalments = try reader.has("instalments") ? reader.instalments() : nil
        change.objectives = try reader.optionalText("objectives", bytes: GrantRoles.part)
        change.results = try reader.optionalText("results", bytes: GrantRoles.part)
        change.terms = try reader.optionalText("terms", bytes: GrantRoles.part)
        self.change = change
        let authority = try reader.has("authority") ? reader.authority() : nil
        let instrument = try reader.optionalText("instrument", bytes: GrantRoles.instrument)
        guard (authority == nil) == (instrument == nil) else { throw reader.malformed("instrument", instrument ?? "") }
        decision = authority.map { GrantDecision(authority: $0, instrument: instrument ?? "") }
        reason = try reader.text("reason", bytes: GrantRoles.reason)
        entries = try reader.entries(most: 2 * GrantPlanLine.most)
    }

    public var entryIDs: [EntryID] { entries }

    public var members: [String: CanonicalValue?] {
        [
            "activities": change.activities.map { .text($0) },
            "authority": decision.map { .string($0.authority.rawValue) },
            "contributions": change.contributions.map { .of($0) }, "ends": change.ends.map { .string($0.iso) },
            "entries": .of(entries), "instalments": change.instalments.map { .of($0) },
            "instrument": decision.map { .text($0.instrument) },
            "objectives": change.objectives.map { .text($0) }, "plan": .of(plan), "reason": .text(reason),
            "results": change.results.map { .text($0) }, "terms": change.terms.map { .text($0) },
        ]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        let parts = [
            ("objectives", change.objectives), ("activities", change.activities), ("results", change.results),
            ("terms", change.terms),
        ]
        return parts.compactMap { part, text in text.map { (part, $0, GrantRoles.part) } }
            + (decision.map { [("instrument", $0.instrument, GrantRoles.instrument)] } ?? [])
            + [("reason", reason, GrantRoles.reason)]
    }

    public var act: GrantAct { .amended(plan, change.instalments, ends: change.ends, decision?.authority) }

    /// Refuses: E-GRT-018, E-GRT-022, E-GRT-025, E-ENV-006.
    public func judgeOutside(_ grants: GrantWorkspace, _ file: GrantFile, at sequence: Int64) throws {
        if let contributions = change.contributions { try grants.require(contributions, of: grant) }
        try grants.requireEnvelopes(of: plan)
        guard decision != nil else { return }
        try grants.requireOtherPerson(than: file.state.assessment, grant, at: sequence, asksApprover: true)
    }
}
