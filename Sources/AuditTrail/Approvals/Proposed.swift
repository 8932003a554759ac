/// `K.proposed/V`: what one person proposes and another is to approve. Its members are those of `K/V` but those that are
/// given when it is done; it is judged as that record would be. FORMAT.md, section 7.
public struct Proposed<Subject: TwoPersonRecord>: ProposalRecord {
    public static var kind: String {
        let parts = Subject.kind.split(separator: "/", maxSplits: 1)
        return "\(parts[0]).proposed/\(parts[1])"
    }
    /// Who approves may write the record done, and does not propose by that role alone.
    public static var rules: KindRules {
        Subject.second == .admin ? Subject.rules : Subject.rules.without(Subject.second)
    }
    public static var second: Role { Subject.second }

    public let subject: Subject

    public init(_ subject: Subject) {
        self.subject = subject
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        subject = try Subject(proposedFrom: &reader)
        guard subject.consent == .none else { throw AuditError(.consentShape, ["kind": Self.kind]) }
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        try subject.write(into: &writer, kind: kind)
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        guard !session.isFounding(sequence) else { throw AuditError(.consentShape, ["kind": Self.kind]) }
        try subject.judgeContent(in: session, at: sequence)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try session.open(proposal: sequence, kind: Self.kind)
    }

    public func bareLine() throws -> [UInt8] { try subject.bareLine(kind: Subject.kind) }

    public func judgeAgain(in session: RegisterSession) throws {
        try subject.judgeContent(in: session, at: session.register.size + 1)
    }

    @discardableResult
    public func carryOut(in session: RegisterSession, proposal: Int64) throws -> Int64 {
        var done = try subject.completed(in: session)
        done.consent = .proposal(proposal)
        return try done.appendDone(in: session)
    }
}

/// What the approval mechanism needs of any proposal.
public protocol ProposalRecord: Record {
    /// The role that the second person needs.
    static var second: Role { get }
    /// The line of the record proposed, without `alone` and `proposal`.
    func bareLine() throws -> [UInt8]
    /// Judges the record proposed against the state of now.
    func judgeAgain(in session: RegisterSession) throws
    /// Appends the record proposed, with what follows it. Returns its sequence.
    func carryOut(in session: RegisterSession, proposal: Int64) throws -> Int64
}

/// Where a proposal stands.
public enum ProposalState: String, Sendable, CaseIterable { case open, given, refused, done }
