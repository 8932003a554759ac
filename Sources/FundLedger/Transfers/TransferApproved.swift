import AuditTrail

/// `transfer.approved/1`: an authority that the rules name approves, by an instrument of its own. FORMAT.md, section 18.4.
public struct TransferApproved: Record, Equatable {
    public static let kind = "transfer.approved/1"
    public static let rules = KindRules(.roles([.approver]), registers: RegisterName.funds, verdict: .rules)
    public static let instrumentBytes = 1...200

    public let proposal: Int64
    public let authority: String
    /// The decision: its number, its date.
    public let instrument: String
    public let document: Digest?

    public init(proposal: Int64, authority: String, instrument: String, document: Digest? = nil) {
        self.proposal = proposal
        self.authority = authority
        self.instrument = instrument
        self.document = document
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        authority = try reader.string("authority", Grammar.isScope)
        document = try reader.has("document") ? reader.digest("document") : nil
        instrument = try reader.text("instrument", bytes: Self.instrumentBytes)
        proposal = try reader.count("proposal", least: 1)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("authority", authority)
        if let document { try writer.member("document", document.hex) }
        try writer.member("instrument", instrument)
        try writer.member("kind", kind)
        writer.member("proposal", proposal)
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        try TransferWorkspace.of(session).judge(self)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try TransferWorkspace.of(session).approve(self, at: sequence)
    }
}
