import AuditTrail
import ReferenceData

/// `grant.imported/1`: a grant of an existing register: an award accepted and payable. FORMAT.md, section 19.4.
public struct GrantImported: GrantStepRecord, Equatable {
    public static let move = GrantMove.imported
    public static let rules = GrantRoles.officer

    public let head: GrantHead
    /// Cents awarded.
    public let amount: Int64
    public let program: String
    public let recipient: String
    public let title: String
    /// Where the year of the date is under budget control.
    public let envelope: String?
    /// Line of the imported file where its row begins.
    public let row: Int64?
    /// What the imported file calls it, unique in the fund.
    public let source: String?
    public let entry: EntryID

    public init(
        _ head: GrantHead, amount: Int64, program: String, recipient: String, title: String, envelope: String?,
        row: Int64?, source: String?, entry: EntryID
    ) {
        self.head = head
        self.amount = amount
        self.program = program
        self.recipient = recipient
        self.title = title
        self.envelope = envelope
        self.row = row
        self.source = source
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try GrantHead(from: &reader)
        amount = try reader.count("amount", least: 1)
        program = try reader.string("program", EnvelopeCode.isValid)
        recipient = try reader.string("recipient", RecipientID.isValid)
        title = try reader.text("title", bytes: GrantRoles.title)
        envelope = try reader.optionalString("envelope", EnvelopeCode.isValid)
        row = try reader.has("row") ? reader.count("row") : nil
        source = try reader.optionalText("source", bytes: GrantRoles.source)
        entry = try reader.entry()
    }

    public var entryIDs: [EntryID] { [entry] }

    public var members: [String: CanonicalValue?] {
        [
            "amount": .integer(amount),
            "entry": .string(entry.text),
            "envelope": envelope.map { .string($0) },
            "program": .string(program),
            "recipient": .string(recipient),
            "row": row.map { .integer($0) },
            "source": source.map { .text($0) },
            "title": .text(title),
        ]
    }

    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        [("title", title, GrantRoles.title)] + (source.map { [("source", $0, GrantRoles.source)] } ?? [])
    }

    public var act: GrantAct { .imported(amount, envelope: envelope) }

    public var opening: GrantOpening? { GrantOpening(program: program, recipient: recipient, title: title) }

    /// Refuses: E-ENV-006, E-JRN-025.
    public func judgeOutside(_ grants: GrantWorkspace, _ file: GrantFile, at sequence: Int64) throws {
        if let envelope { try grants.requireEnvelope(envelope, in: FiscalYear(of: date)) }
        if let source, try grants.journal.knowsSource(source) { throw LedgerError(.sourceKnown, ["source": source]) }
    }
}
