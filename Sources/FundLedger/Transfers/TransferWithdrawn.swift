import AuditTrail

/// `transfer.withdrawn/1`: a proposed transfer is dead, by who made it or by who was to approve it. FORMAT.md, section 18.4.
public struct TransferWithdrawn: Record, Equatable {
    public static let kind = "transfer.withdrawn/1"
    public static let rules = TransferRefused.rules

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
        _ = try TransferWorkspace.of(session).openProposal(proposal)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try TransferWorkspace.of(session).close(proposal, as: .withdrawn, at: sequence)
    }
}
