import AuditTrail
import ReferenceData

/// `payment.rejected/1`: a deposit came back; what was paid is to be paid again. FORMAT.md, section 19.5.
public struct PaymentRejected: BudgetAct, Equatable {
    public static let kind = "payment.rejected/1"
    public static let rules = GrantRoles.officer
    public static let reasonBytes = 1...1000

    public let date: CalendarDate
    public let payment: PaymentID
    public let reason: String
    public let entry: EntryID

    public init(on date: CalendarDate, _ payment: PaymentID, reason: String, entry: EntryID) {
        self.date = date
        self.payment = payment
        self.reason = reason
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        date = try CalendarDate(iso: reader.string("date"))
        entry = try EntryID(parsing: reader.string("entry"))
        payment = try PaymentID(parsing: reader.string("payment"))
        reason = try reader.text("reason", bytes: Self.reasonBytes)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("date", date.iso)
        try writer.member("entry", entry.text)
        try writer.member("kind", kind)
        try writer.member("payment", payment.text)
        try writer.member("reason", reason)
        writer.endObject()
    }

    /// Refuses: E-PAY-006, E-PAY-007; E-GRT-047, E-GRT-054.
    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        let row = try PaymentTables(session).payment(payment, in: [.issued, .cleared])
        try row.requireNotBefore(date)
        _ = try GrantWorkspace.of(session).payable(row.payable)
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let table = try PaymentTables(session)
        let row = try table.payment(payment)
        try GrantWorkspace.of(session).reject(row.amount.value, of: row.payable, at: sequence, on: date)
        try table.set(payment, .rejected, on: date, at: sequence)
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let row = try PaymentTables(session).payment(payment)
        let debit: ControlUse = row.state == .cleared ? .cash : .transit
        return [try PaymentEntry.bound(entry, row.amount, on: date, debit: debit, credit: .payable, in: session)]
    }
}
