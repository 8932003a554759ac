/// What stands behind a record that takes two persons. FORMAT.md, section 7.
public enum Consent: Sendable, Equatable {
    /// Neither: a founder's admission, or the members inside a proposal.
    case none
    /// Fewer than two admins held: the one acted alone, and every STATEMENT says so.
    case alone
    /// The sequence of the approved proposal.
    case proposal(Int64)

    public init(from reader: inout CanonicalObject.Reader) throws {
        let alone = try reader.optionalString("alone") { $0 == "yes" }
        let proposal = try reader.optionalInteger("proposal")
        switch (alone, proposal) {
        case (nil, nil): self = .none
        case (.some, nil): self = .alone
        case (nil, let sequence?):
            guard sequence > 0 else { throw reader.malformed("proposal", String(sequence)) }
            self = .proposal(sequence)
        case (.some, .some): throw reader.malformed("alone", "proposal")
        }
    }

    public func writeAlone(into writer: inout CanonicalWriter) throws {
        if case .alone = self { try writer.member("alone", "yes") }
    }

    public func writeProposal(into writer: inout CanonicalWriter) {
        if case .proposal(let sequence) = self { writer.member("proposal", sequence) }
    }
}

/// A record that takes two persons: it is proposed, approved by another, then done.
public protocol TwoPersonRecord: Record {
    /// The role that the second person needs: `admin`, where one who is alone may act alone, or `approver`, where nobody
    /// may.
    static var second: Role { get }
    /// The members that the record has and its proposal has not: what is known only when it is done, as the number of an
    /// entry.
    static var givenWhenDone: Set<String> { get }
    var consent: Consent { get set }
    /// Reads the members of a proposal, without those that are given when done. Refuses as `init(from:)`.
    init(proposedFrom reader: inout CanonicalObject.Reader) throws
    /// What a proposal says, with the members that are given when done as they are now.
    func completed(in session: RegisterSession) throws -> Self
    /// Appends the record with whatever must follow it in its batch. Returns its own sequence.
    func appendDone(in session: RegisterSession) throws -> Int64
    /// What the record itself must keep to, whoever consents.
    func judgeContent(in session: RegisterSession, at sequence: Int64) throws
    func applyContent(in session: RegisterSession, at sequence: Int64) throws
}

extension TwoPersonRecord {
    public static var second: Role { .admin }
    public static var givenWhenDone: Set<String> { [] }

    public init(proposedFrom reader: inout CanonicalObject.Reader) throws { self = try Self(from: &reader) }

    public func completed(in session: RegisterSession) throws -> Self { self }

    public func appendDone(in session: RegisterSession) throws -> Int64 { try session.append(self) }

    /// Whether such a record is to be proposed now, and not done alone.
    public static func needsProposal(in session: RegisterSession) -> Bool {
        second != .admin || session.people.admins >= 2
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        try judgeContent(in: session, at: sequence)
        try judgeConsent(in: session, at: sequence)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try applyContent(in: session, at: sequence)
        try applyConsent(in: session, at: sequence)
    }

    /// Refuses what not enough persons stand behind: E-AUD-011, E-AUD-012, E-AUD-013, E-AUD-015.
    public func judgeConsent(in session: RegisterSession, at sequence: Int64) throws {
        if session.isFounding(sequence) {
            guard case .none = consent else { throw AuditError(.consentShape, ["kind": Self.kind]) }
            return
        }
        switch (consent, Self.needsProposal(in: session)) {
        case (.alone, false): break
        case (.proposal(let proposal), true): try session.judgeConsent(to: self, proposal: proposal)
        default: throw AuditError(.consentShape, ["kind": Self.kind])
        }
    }

    public func applyConsent(in session: RegisterSession, at sequence: Int64) throws {
        switch consent {
        case .none: break
        case .alone: try session.mark(sequence, as: .alone)
        case .proposal(let proposal): try session.close(proposal: proposal, as: .done)
        }
    }

    /// The line without `alone` and `proposal`, under the given kind: what a proposal and its record share.
    func bareLine(kind: String) throws -> [UInt8] {
        var bare = self
        bare.consent = .none
        var writer = CanonicalWriter()
        try bare.write(into: &writer, kind: kind)
        return try writer.finishedLine()
    }
}
