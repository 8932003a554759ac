import AuditTrail
import ReferenceData

/// `grant.applied/1`: somebody asks for a grant. FORMAT.md, section 19.4.
public struct GrantApplied: GrantStepRecord, Equatable {
    public static let move = GrantMove.applied
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    /// Cents asked for.
    public let amount: Int64
    public let program: String
    public let recipient: String
    public let title: String

    public init(_ head: GrantHead, amount: Int64, program: String, recipient: String, title: String) {
        self.head = head
        self.amount = amount
        self.program = program
        self.recipient = recipient
        self.title = title
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        amount = try reader.count("amount", least: 1)
        program = try reader.string("program", EnvelopeCode.isValid)
        recipient = try reader.string("recipient", RecipientID.isValid)
        title = try reader.text("title", bytes: GrantRoles.title)
    }

    public var entryIDs: [EntryID] { [] }

    public var members: [String: CanonicalValue?] {
        [
            "amount": .integer(amount),
            "program": .string(program),
            "recipient": .string(recipient),
            "title": .text(title),
        ]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        [("title", title, GrantRoles.title)]
    }

    public var act: GrantAct { .applied(amount) }

    public var opening: GrantOpening? { GrantOpening(program: program, recipient: recipient, title: title) }
}
