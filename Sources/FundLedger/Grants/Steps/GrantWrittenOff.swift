import AuditTrail
import ReferenceData

/// `grant.written-off/1`: what will not come back; a second person approves it. FORMAT.md, sections 7 and 19.4.
public struct GrantWrittenOff: GrantStepRecord, TwoPersonRecord, Equatable {
    public static let move = GrantMove.writtenOff
    public static let rules = GrantRoles.either
    public static let second = Role.approver
    public static let givenWhenDone: Set<String> = ["entry"]

    public let head: GrantHead
    /// Cents.
    public let amount: Int64
    /// Where the year of the date is under budget control.
    public let envelope: String?
    public let reason: String
    /// Nil in a proposal.
    public var entry: EntryID?
    public var consent = Consent.none

    public init(_ head: GrantHead, amount: Int64, envelope: String?, reason: String) {
        self.head = head
        self.amount = amount
        self.envelope = envelope
        self.reason = reason
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        try self.init(proposedFrom: &reader)
        entry = try reader.entry()
        consent = .proposal(try reader.count("proposal", least: 1))
    }

    public init(proposedFrom reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        amount = try reader.count("amount", least: 1)
        envelope = try reader.optionalString("envelope", EnvelopeCode.isValid)
        reason = try reader.text("reason", bytes: GrantRoles.reason)
    }

    public var entryIDs: [EntryID] { entry.map { [$0] } ?? [] }

    public var members: [String: CanonicalValue?] {
        var proposal: Int64?
        if case .proposal(let sequence) = consent { proposal = sequence }
        return [
            "amount": .integer(amount), "entry": entry.map { .string($0.text) }, "envelope": envelope.map { .string($0) },
            "proposal": proposal.map { .integer($0) }, "reason": .text(reason),
        ]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] { [("reason", reason, GrantRoles.reason)] }

    public var act: GrantAct { .writtenOff(amount, envelope: envelope) }

    // MARK: Two persons

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        try judgeAsAct(in: session, at: sequence)
        try judgeConsent(in: session, at: sequence)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try applyAsAct(in: session, at: sequence)
        try applyConsent(in: session, at: sequence)
    }

    /// Judges a proposal, which has no entry yet.
    public func judgeContent(in session: RegisterSession, at sequence: Int64) throws {
        try BudgetWorkspace.of(session).requireNoneAwaited()
        try judgeForm(in: session)
        let grants = try GrantWorkspace.of(session)
        let outcome = try grants.outcome(of: deed, at: sequence)
        _ = try grants.bound(outcome, to: outcome.entries.map { try grants.journal.nextID($0.year) })
        try judgeOutside(grants, grants.file(grant), at: sequence)
    }

    public func applyContent(in session: RegisterSession, at sequence: Int64) throws {
        try applyAsAct(in: session, at: sequence)
    }

    public func completed(in session: RegisterSession) throws -> GrantWrittenOff {
        var done = self
        done.entry = try JournalWorkspace.of(session).nextID(FiscalYear(of: date))
        return done
    }

    public func appendDone(in session: RegisterSession) throws -> Int64 {
        let sequence = session.register.size + 1
        try Grants(session).post(self)
        return sequence
    }

    /// Refuses: E-ENV-006.
    public func judgeOutside(_ grants: GrantWorkspace, _ file: GrantFile, at sequence: Int64) throws {
        if let envelope { try grants.requireEnvelope(envelope, in: FiscalYear(of: date)) }
    }
}
