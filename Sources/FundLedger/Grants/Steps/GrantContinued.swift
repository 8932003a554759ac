import AuditTrail
import ReferenceData

/// `grant.continued/1`: a year that is opened since takes its part of the plan. FORMAT.md, section 19.4.
public struct GrantContinued: GrantStepRecord, Equatable {
    public static let move = GrantMove.continued
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    public let year: FiscalYear
    public let envelope: String
    public let entry: EntryID

    public init(_ head: GrantHead, year: FiscalYear, envelope: String, entry: EntryID) {
        self.head = head
        self.year = year
        self.envelope = envelope
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        year = try reader.year()
        envelope = try reader.string("envelope", EnvelopeCode.isValid)
        entry = try reader.entry()
    }

    public var entryIDs: [EntryID] { [entry] }

    public var members: [String: CanonicalValue?] {
        [
            "entry": .string(entry.text),
            "envelope": .string(envelope),
            "year": .string(year.text),
        ]
    }

    public var act: GrantAct { .continued(year, envelope: envelope) }

    /// Refuses: E-YEA-001, E-ENV-004, E-ENV-006.
    public func judgeOutside(_ grants: GrantWorkspace, _ file: GrantFile, at sequence: Int64) throws {
        try grants.requireEnvelope(envelope, in: year)
    }
}
