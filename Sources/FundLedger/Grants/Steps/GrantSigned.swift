import AuditTrail
import ReferenceData

/// What an agreement says, with the five things that the Auditor asks of each (VGQ 2009-2010, t. I, ch. 2).
public struct GrantTerms: Sendable, Equatable {
    public let objectives: String
    public let activities: String
    public let results: String
    public let contributions: [GrantContribution]
    /// Of payment.
    public let terms: String

    public init(
        objectives: String, activities: String, results: String, contributions: [GrantContribution], terms: String
    ) {
        self.objectives = objectives
        self.activities = activities
        self.results = results
        self.contributions = contributions
        self.terms = terms
    }
}

/// `grant.signed/1`: the agreement; what its plan has is committed. FORMAT.md, section 19.4.
public struct GrantSigned: GrantStepRecord, Equatable {
    public static let move = GrantMove.signed
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    public let begins: CalendarDate
    public let ends: CalendarDate
    public let terms: GrantTerms
    public let plan: [GrantPlanLine]
    public let instalments: [GrantInstalment]
    /// The legal name at signing, or the subject of a person.
    public let party: RecipientName
    public let entries: [EntryID]

    public init(
        _ head: GrantHead, begins: CalendarDate, ends: CalendarDate, terms: GrantTerms, plan: [GrantPlanLine],
        instalments: [GrantInstalment], party: RecipientName, entries: [EntryID]
    ) {
        self.head = head
        self.begins = begins
        self.ends = ends
        self.terms = terms
        self.plan = plan
        self.instalments = instalments
        self.party = party
        self.entries = entries
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        begins = try CalendarDate(iso: reader.string("begins"))
        ends = try CalendarDate(iso: reader.string("ends"))
        terms = GrantTerms(
            objectives: try reader.text("objectives", bytes: GrantRoles.part),
            activities: try reader.text("activities", bytes: GrantRoles.part),
            results: try reader.text("results", bytes: GrantRoles.part), contributions: try reader.contributions(),
            terms: try reader.text("terms", bytes: GrantRoles.part))
        plan = try reader.plan()
        instalments = try reader.instalments()
        party = try RecipientName(from: &reader)
        entries = try reader.entries(most: 2 * GrantPlanLine.most)
    }

    public var entryIDs: [EntryID] { entries }

    public var members: [String: CanonicalValue?] {
        [
            "activities": .text(terms.activities), "begins": .string(begins.iso),
            "contributions": .of(terms.contributions), "ends": .string(ends.iso), "entries": .of(entries),
            "instalments": .of(instalments), "name": party.organisation.map { .text($0) },
            "objectives": .text(terms.objectives), "plan": .of(plan), "results": .text(terms.results),
            "subject": party.subject.map { .string($0) }, "terms": .text(terms.terms),
        ]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        [
            ("objectives", terms.objectives, GrantRoles.part), ("activities", terms.activities, GrantRoles.part),
            ("results", terms.results, GrantRoles.part), ("terms", terms.terms, GrantRoles.part),
        ] + (party.organisation.map { [("name", $0, RecipientName.nameBytes)] } ?? [])
    }

    public var act: GrantAct { .signed(begins: begins, ends: ends, plan, instalments, party) }

    /// Refuses: E-GRT-018, E-GRT-026, E-GRT-027, E-ENV-006.
    public func judgeOutside(_ grants: GrantWorkspace, _ file: GrantFile, at sequence: Int64) throws {
        try grants.require(terms.contributions, of: grant)
        try grants.requireEnvelopes(of: plan)
        try grants.require(party, of: file)
    }
}
