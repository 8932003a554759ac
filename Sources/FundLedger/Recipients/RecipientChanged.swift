import AuditTrail

/// `recipient.changed/1`: another name, or another subject; what was signed before keeps its own. FORMAT.md, section 19.3.
public struct RecipientChanged: PartedRecord, Equatable {
    public static let kind = "recipient.changed/1"
    public static let rules = ProgramAdded.rules
    public static let parts: [VerdictName] = [.budgets]

    public let recipient: String
    public let name: RecipientName

    public init(recipient: String, name: RecipientName) {
        self.recipient = recipient
        self.name = name
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        name = try RecipientName(from: &reader)
        recipient = try reader.string("recipient", RecipientID.isValid)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        try name.write(into: &writer, kind: kind, recipient: recipient)
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
