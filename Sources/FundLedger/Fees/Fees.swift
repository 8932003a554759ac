import AuditTrail
import ReferenceData

/// The fees of one fund inside a transaction.
public struct Fees {
    public let session: RegisterSession
    private let budget: Budget

    /// Refuses: E-ACC-025 for a register that keeps no books.
    public init(_ session: RegisterSession) throws {
        self.session = session
        budget = try Budget(session)
    }

    /// Bills a fee. Refuses: E-FEE-001, E-FEE-004, E-YEA-001, E-CTL codes.
    public func bill(
        _ invoice: String, _ amount: Cents, payer: String, memo: String = "", on date: CalendarDate
    ) throws {
        guard EnvelopeCode.isValid(invoice) else { throw LevyError(.invoiceMalformed, ["found": invoice]) }
        try EarmarkedRevenue.requireAboveZero(amount, FeeBilled.kind)
        try EntryDraft.limit("payer", payer, FeeBilled.payerBytes.upperBound)
        try EntryDraft.limit("memo", memo, EntryLimits.memoBytes)
        try budget.journal.setTemplateControls([.feesReceivable, .fees])
        let billed = FeeBilled(
            invoice: invoice, payer: payer, amount: amount.value, memo: memo, date: date,
            entry: try budget.journal.nextID(FiscalYear(of: date)))
        _ = try budget.append(billed, on: date, reference: invoice, memo: memo.isEmpty ? payer : memo)
    }

    /// Records what is received of an invoice, or all that is left of it. Refuses: E-FEE-002, E-FEE-003, E-FEE-005, E-YEA-001,
    /// E-CTL codes.
    public func receive(_ invoice: String, _ amount: Cents?, on date: CalendarDate) throws {
        let amount = try amount ?? Cents(FeeTable(session).known(invoice).left)
        try EarmarkedRevenue.requireAboveZero(amount, FeeReceived.kind)
        try budget.journal.setTemplateControls([.cash])
        let received = FeeReceived(
            invoice: invoice, amount: amount.value, date: date, entry: try budget.journal.nextID(FiscalYear(of: date)))
        _ = try budget.append(received, on: date, reference: invoice, memo: invoice)
    }
}

/// A fee as the book has it.
public struct FeeRow: Sendable, Equatable {
    public let sequence: Int64
    public let record: FeeBilled
    /// Not received yet; cents.
    public let left: Int64

    public var received: Int64 { record.amount - left }
}

extension FundReader {
    /// In the order of their records.
    public func fees() throws -> [FeeRow] {
        try FeeTable(session).rows().map { try row($0.invoice, $0.sequence, $0.left) }
    }

    /// One of them. Refuses: E-FEE-002.
    public func fee(_ invoice: String) throws -> FeeRow {
        let state = try FeeTable(session).known(invoice)
        return try row(invoice, state.sequence, state.left)
    }

    private func row(_ invoice: String, _ sequence: Int64, _ left: Int64) throws -> FeeRow {
        guard let record = try session.record(at: sequence) as? FeeBilled else {
            throw LevyError(.invoiceUnknown, ["invoice": invoice, "fund": fund.rawValue, "nearest": ""])
        }
        return FeeRow(sequence: sequence, record: record, left: left)
    }
}
