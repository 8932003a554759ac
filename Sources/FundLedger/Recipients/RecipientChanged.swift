import AuditTrail

/// `recipient.changed/1`: another name, or another subject; what was signed before keeps its own. FORMAT.md, section 19.3.
public struct RecipientChanged: RecipientRecord, Equatable {
    public static let kind = "recipient.changed/1"

    public let recipient: String
    public let name: RecipientName

    public init(recipient: String, name: RecipientName) {
        self.recipient = recipient
        self.name = name
    }

    /// Refuses: E-RCP-002, E-RCP-004, E-RCP-005.
    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        _ = try Recipients(session).recipient(recipient)
        try name.judge(for: recipient, in: session)
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        try session.connection.run(
            "UPDATE recipient SET sequence = ? WHERE register = ? AND recipient = ?", .integer(sequence),
            .integer(session.register.number), .text(recipient))
    }
}
