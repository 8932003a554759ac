import AuditTrail
import ReferenceData

/// `fee.billed/1`: a fee of the qualification act is billed (DOMAIN, *Funds*). FORMAT.md, section 19.6.
public struct FeeBilled: BudgetAct, Equatable {
    public static let kind = "fee.billed/1"
    public static let rules = EnvelopeOpened.rules
    public static let payerBytes = 1...200

    public let invoice: String
    /// An organisation, never a person's information.
    public let payer: String
    /// Cents.
    public let amount: Int64
    public let memo: String
    public let date: CalendarDate
    public let entry: EntryID

    public init(invoice: String, payer: String, amount: Int64, memo: String, date: CalendarDate, entry: EntryID) {
        self.invoice = invoice
        self.payer = payer
        self.amount = amount
        self.memo = memo
        self.date = date
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.count("amount", least: 1)
        date = try CalendarDate(iso: reader.string("date"))
        entry = try EntryID(parsing: reader.string("entry"))
        invoice = try reader.string("invoice", EnvelopeCode.isValid)
        memo = try reader.text("memo", bytes: 0...EntryLimits.memoBytes)
        payer = try reader.text("payer", bytes: Self.payerBytes)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", amount)
        try writer.member("date", date.iso)
        try writer.member("entry", entry.text)
        try writer.member("invoice", invoice)
        try writer.member("kind", kind)
        try writer.member("memo", memo)
        try writer.member("payer", payer)
        writer.endObject()
    }

    /// Refuses: E-FEE-001, E-CTL-004.
    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        guard try FeeTable(session).state(of: invoice) == nil else {
            throw LevyError(.invoiceKnown, ["invoice": invoice, "fund": session.register.name])
        }
        _ = try boundEntries(in: session)
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        try FeeTable(session).open(invoice, amount, at: sequence)
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let journal = try JournalWorkspace.of(session)
        var financial = FinancialMovement()
        try financial.add(amount, journal.controlAccount(.feesReceivable))
        try financial.add(0 - amount, journal.controlAccount(.fees))
        return [BoundEntry(entry, try FiscalYear(of: date), BudgetMovement(), financial: financial, date: date)]
    }
}
