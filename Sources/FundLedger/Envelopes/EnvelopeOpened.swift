import AuditTrail
import ReferenceData

/// `envelope.opened/1`: an envelope of a year. FORMAT.md, section 18.1.
///
/// The books have a part in it: a posting's envelope is known from here on, whatever *budgets* says of the record.
public struct EnvelopeOpened: BudgetAct, Equatable {
    public static let kind = "envelope.opened/1"
    public static let rules = KindRules(.roles([.financeOfficer]), registers: RegisterName.funds, verdict: .budgets)
    public static let parts: [VerdictName] = [.budgets, .books]

    public let envelope: Envelope
    /// The entry that authorises its amount; nil where that is zero.
    public let entry: EntryID?

    public init(_ envelope: Envelope, entry: EntryID?) {
        self.envelope = envelope
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        let amount = try reader.count("amount")
        let marks = try reader.object("attributes")
        guard marks.members.count <= EnvelopeCode.mostAttributes else {
            throw reader.malformed("attributes", String(marks.members.count))
        }
        var attributes: [String: String] = [:]
        for (name, value) in marks.members {
            guard EnvelopeCode.isAttributeName(name), case .string(let text) = value, EnvelopeCode.isValid(text) else {
                throw reader.malformed("attributes", name)
            }
            attributes[name] = text
        }
        entry = try reader.optionalString("entry").map { try EntryID(parsing: $0) }
        let code = try reader.string("envelope", EnvelopeCode.isValid)
        let expires = try reader.optionalString("expires").map { try CalendarDate(iso: $0) }
        let name = try reader.text("name", bytes: EnvelopeCode.nameBytes)
        let parent = try reader.optionalString("parent", EnvelopeCode.isValid)
        envelope = Envelope(
            recorded: code, year: try FiscalYear(parsing: reader.string("year")), parent: parent, name: name,
            attributes: attributes, expires: expires, amount: Cents(amount))
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", envelope.amount.value)
        writer.name("attributes")
        writer.beginObject()
        for (name, value) in envelope.attributes.sorted(by: { EnvelopeCode.precedes($0.key, $1.key) }) {
            try writer.member(name, value)
        }
        writer.endObject()
        if let entry { try writer.member("entry", entry.text) }
        try writer.member("envelope", envelope.code)
        if let expires = envelope.expires { try writer.member("expires", expires.iso) }
        try writer.member("kind", kind)
        try writer.member("name", envelope.name)
        if let parent = envelope.parent { try writer.member("parent", parent) }
        try writer.member("year", envelope.year.text)
        writer.endObject()
    }

    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        if part == .budgets { try judgeAsAct(in: session, at: sequence) }
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        guard part == .books else { return try applyAsAct(in: session, at: sequence) }
        let budgets = try BudgetWorkspace.of(session)
        if try budgets.envelope(envelope.code, in: envelope.year) == nil { try budgets.open(envelope, at: sequence) }
    }

    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        let budgets = try BudgetWorkspace.of(session)
        try budgets.requireControlled(envelope.year)
        guard try budgets.envelope(envelope.code, in: envelope.year) == nil else {
            throw LedgerError(.envelopeKnown, ["envelope": envelope.code, "year": envelope.year.text])
        }
        if let parent = envelope.parent, try budgets.envelope(parent, in: envelope.year) == nil {
            throw LedgerError(
                .parentUnknown,
                [
                    "envelope": envelope.code, "parent": parent, "year": envelope.year.text,
                    "nearest": try budgets.nearest(to: parent, in: envelope.year),
                ])
        }
        if let expires = envelope.expires, expires < envelope.year.firstDay {
            throw LedgerError(
                .expiryBeforeYear,
                ["envelope": envelope.code, "expires": expires.iso, "year": envelope.year.text])
        }
        if let name = envelope.attributes.keys.first(where: EnvelopeCode.reservedNames.contains) {
            throw LedgerError(.attributeMalformed, ["attribute": name, "found": "reserved"])
        }
        try AttributeRules.check(envelope, in: session)
        guard (entry != nil) == !envelope.amount.isZero else { throw LedgerError(.actEntry, ["kind": Self.kind]) }
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let budgets = try BudgetWorkspace.of(session)
        try budgets.open(envelope, at: sequence)
        try budgets.change(envelope.code, in: envelope.year) { $0.initial = envelope.amount.value }
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        guard let entry else { return [] }
        var movement = BudgetMovement()
        try movement.move(envelope.amount.value, in: envelope.code, debit: .authorised, credit: .available)
        return [BoundEntry(entry, envelope.year, movement)]
    }
}

extension Envelope {
    /// As a record says, whose form its reader judged.
    init(
        recorded code: String, year: FiscalYear, parent: String?, name: String, attributes: [String: String],
        expires: CalendarDate?, amount: Cents
    ) {
        self.code = code
        self.year = year
        self.parent = parent
        self.name = name
        self.attributes = attributes
        self.expires = expires
        self.amount = amount
    }
}
