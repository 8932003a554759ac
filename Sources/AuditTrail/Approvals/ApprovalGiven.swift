/// `approval.given/1`: another person than the proposer, of the role that the proposal asks for, says yes. FORMAT.md,
/// section 7.
public struct ApprovalGiven: Record {
    public static let kind = "approval.given/1"
    public static let rules = KindRules(.roles([.admin, .approver]))

    public let proposal: Int64

    public init(proposal: Int64) {
        self.proposal = proposal
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        proposal = try reader.count("proposal", least: 1)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("kind", kind)
        writer.member("proposal", proposal)
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        let (proposed, proposer) = try session.openProposal(proposal)
        let number = proposal
        try session.whenSealed { sealer in
            guard sealer != proposer else { throw AuditError(.ownProposal, ["proposal": String(number)]) }
        }
        try session.requireSecond(proposed, of: Self.kind, at: sequence)
        // A verifier judges the record done, not the moment of approval.
        if session.isWriting { try proposed.judgeAgain(in: session) }
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try session.close(proposal: proposal, as: .given)
    }
}

/// `approval.refused/1`: one who could approve says no, or the proposer withdraws. FORMAT.md, section 7.
public struct ApprovalRefused: Record {
    public static let kind = "approval.refused/1"
    public static let rules = KindRules(.roles([.admin, .approver, .financeOfficer]))

    public let proposal: Int64
    public let reason: String

    public init(proposal: Int64, reason: String) {
        self.proposal = proposal
        self.reason = reason
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        proposal = try reader.count("proposal", least: 1)
        reason = try reader.text("reason", bytes: 1...1000)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("kind", kind)
        writer.member("proposal", proposal)
        try writer.member("reason", reason)
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        let (proposed, proposer) = try session.openProposal(proposal)
        try session.requireSecond(proposed, of: Self.kind, at: sequence, or: proposer)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try session.close(proposal: proposal, as: .refused)
    }
}
