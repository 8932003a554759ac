import AuditTrail

/// `recipient.added/1`: who may receive a grant. FORMAT.md, section 19.3.
public struct RecipientAdded: RecipientRecord, Equatable {
    public static let kind = "recipient.added/1"

    public let recipient: String
    public let name: RecipientName

    public init(recipient: String, name: RecipientName) {
        self.recipient = recipient
        self.name = name
    }

    /// Refuses: E-RCP-001, E-RCP-004, E-RCP-005.
    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        guard try Recipients(session).sequence(of: recipient) == nil else {
            throw RegistryError(.recipientKnown, ["recipient": recipient, "fund": session.register.name])
        }
        try name.judge(for: recipient, in: session)
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        try session.connection.run(
            "INSERT INTO recipient (register, recipient, added, sequence) VALUES (?, ?, ?, ?)",
            .integer(session.register.number), .text(recipient), .integer(sequence), .integer(sequence))
    }
}

extension RecipientName {
    /// The members `name` and `subject`, of which just one stands. Refuses: E-AUD-001.
    init(from reader: inout CanonicalObject.Reader) throws {
        let name = try reader.optionalText("name", bytes: Self.nameBytes)
        let subject = try reader.optionalString("subject") { Grammar.isHex($0, digits: 32) }
        switch (name, subject) {
        case (let name?, nil): self = .name(name)
        case (nil, let subject?): self = .subject(subject)
        default: throw reader.malformed("subject", subject ?? "")
        }
    }

    func write(into writer: inout CanonicalWriter, kind: String, recipient: String) throws {
        writer.beginObject()
        try writer.member("kind", kind)
        if let organisation { try writer.member("name", organisation) }
        try writer.member("recipient", recipient)
        if let subject { try writer.member("subject", subject) }
        writer.endObject()
    }

    /// Refuses: E-RCP-004, E-RCP-005.
    func judge(for recipient: String, in session: RegisterSession) throws {
        if RecipientID.isPerson(recipient), subject == nil {
            throw RegistryError(.recipientNaming, ["recipient": recipient])
        }
        guard let subject else { return }
        guard try session.isErased(subject: subject) == false else {
            throw RegistryError(.recipientSubject, ["subject": subject])
        }
    }
}
