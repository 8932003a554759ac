import AuditTrail
import ReferenceData

/// `envelope.revised/1`: more or less authorised than before. FORMAT.md, section 18.1.
public struct EnvelopeRevised: BudgetAct, Equatable {
    public static let kind = "envelope.revised/1"
    public static let rules = EnvelopeOpened.rules

    public let envelope: String
    public let year: FiscalYear
    /// Cents; below zero where it takes away.
    public let amount: Int64
    public let reason: String
    public let entry: EntryID

    public init(envelope: String, year: FiscalYear, amount: Int64, reason: String, entry: EntryID) {
        self.envelope = envelope
        self.year = year
        self.amount = amount
        self.reason = reason
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.integer("amount")
        entry = try EntryID(parsing: reader.string("entry"))
        envelope = try reader.string("envelope", EnvelopeCode.isValid)
        reason = try reader.text("reason", bytes: 1...EntryLimits.reasonBytes)
        year = try FiscalYear(parsing: reader.string("year"))
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", amount)
        try writer.member("entry", entry.text)
        try writer.member("envelope", envelope)
        try writer.member("kind", kind)
        try writer.member("reason", reason)
        try writer.member("year", year.text)
        writer.endObject()
    }

    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        let budgets = try BudgetWorkspace.of(session)
        try budgets.requireControlled(year)
        let state = try budgets.knownEnvelope(envelope, in: year)
        guard amount != 0, amount != .min else {
            throw LedgerError(.actAmount, ["kind": Self.kind, "amount_cents": String(amount)])
        }
        guard !state.amounts.revised.addingReportingOverflow(amount).overflow else {
            throw LedgerError(.budgetOverflow, ["envelope": envelope])
        }
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        try BudgetWorkspace.of(session).change(envelope, in: year) { $0.revised += amount }
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        var movement = BudgetMovement()
        try movement.move(amount, in: envelope, debit: .authorised, credit: .available)
        return [BoundEntry(entry, year, movement)]
    }
}
