import AuditTrail
import ReferenceData

/// `bank.set/1`: where the money of a recipient goes from now on. FORMAT.md, section 19.3.
///
/// The details lie with a subject, outside the records: they are personal information where the recipient is a person, and
/// worth a thief's while in any case. A second person sees that they were not changed by one alone.
public struct BankSet: TwoPersonRecord, PartedRecord, Equatable {
    public static let kind = "bank.set/1"
    public static let rules = PaymentIssued.rules
    public static let parts: [VerdictName] = [.budgets]
    public static let second = Role.approver

    public let recipient: String
    public let subject: String
    public var consent: Consent

    public init(recipient: String, subject: String, consent: Consent = .none) {
        self.recipient = recipient
        self.subject = subject
        self.consent = consent
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        consent = .proposal(try reader.count("proposal", least: 1))
        recipient = try reader.string("recipient", RecipientID.isValid)
        subject = try reader.string("subject") { Grammar.isHex($0, digits: 32) }
    }

    public init(proposedFrom reader: inout CanonicalObject.Reader) throws {
        consent = .none
        recipient = try reader.string("recipient", RecipientID.isValid)
        subject = try reader.string("subject") { Grammar.isHex($0, digits: 32) }
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("kind", kind)
        consent.writeProposal(into: &writer)
        try writer.member("recipient", recipient)
        try writer.member("subject", subject)
        writer.endObject()
    }

    /// Refuses: E-RCP-002, E-PAY-008.
    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        _ = try Recipients(session).recipient(recipient)
        guard try session.isErased(subject: subject) == false else {
            throw PaymentError(.bankSubject, ["subject": subject, "recipient": recipient])
        }
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        try PaymentTables(session).setBank(subject, of: recipient, at: sequence)
    }

    public func judgeContent(in session: RegisterSession, at sequence: Int64) throws {
        try judge(.budgets, in: session, at: sequence)
    }

    public func applyContent(in session: RegisterSession, at sequence: Int64) throws {
        try apply(.budgets, in: session, at: sequence)
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        try judgeContent(in: session, at: sequence)
        try judgeConsent(in: session, at: sequence)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try applyContent(in: session, at: sequence)
        try applyConsent(in: session, at: sequence)
    }
}
