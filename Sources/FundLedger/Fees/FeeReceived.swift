import AuditTrail
import ReferenceData

/// `fee.received/1`: an invoice is paid, or a part of it. FORMAT.md, section 19.6.
public struct FeeReceived: BudgetAct, Equatable {
    public static let kind = "fee.received/1"
    public static let rules = EnvelopeOpened.rules

    public let invoice: String
    /// Cents.
    public let amount: Int64
    public let date: CalendarDate
    public let entry: EntryID

    public init(invoice: String, amount: Int64, date: CalendarDate, entry: EntryID) {
        self.invoice = invoice
        self.amount = amount
        self.date = date
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.count("amount", least: 1)
        date = try CalendarDate(iso: reader.string("date"))
        entry = try EntryID(parsing: reader.string("entry"))
        invoice = try reader.string("invoice", EnvelopeCode.isValid)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", amount)
        try writer.member("date", date.iso)
        try writer.member("entry", entry.text)
        try writer.member("invoice", invoice)
        try writer.member("kind", kind)
        writer.endObject()
    }

    /// Refuses: E-FEE-002, E-FEE-003, E-FEE-005, E-CTL-004.
    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        let (bill, left) = try FeeTable(session).known(invoice)
        guard amount <= left else {
            throw LevyError(
                .receiptExceeded,
                [
                    "invoice": invoice, "left_cents": String(left), "asked_cents": String(amount),
                    "excess_cents": String(amount - left),
                ])
        }
        if let billed = try session.record(at: bill) as? FeeBilled, date < billed.date {
            throw LevyError(
                .receivedBeforeBill, ["invoice": invoice, "date": date.iso, "expected": billed.date.iso])
        }
        _ = try boundEntries(in: session)
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        try FeeTable(session).receive(amount, of: invoice)
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let journal = try JournalWorkspace.of(session)
        var financial = FinancialMovement()
        try financial.add(amount, journal.controlAccount(.cash))
        try financial.add(0 - amount, journal.controlAccount(.feesReceivable))
        return [BoundEntry(entry, try FiscalYear(of: date), BudgetMovement(), financial: financial, date: date)]
    }
}
