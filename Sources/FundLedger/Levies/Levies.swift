import AuditTrail
import ReferenceData

/// The levies of one fund inside a transaction.
public struct Levies {
    public let session: RegisterSession
    private let budget: Budget

    /// Refuses: E-ACC-025 for a register that keeps no books.
    public init(_ session: RegisterSession) throws {
        self.session = session
        budget = try Budget(session)
    }

    /// Estimates levies that are due and not remitted yet, or takes back of an estimate; gives the record's sequence.
    /// Refuses: E-LEV-005, E-LEV-006, E-YEA-001, E-CTL codes.
    @discardableResult
    public func estimate(_ year: TaxationYear, _ amount: Cents, basis: String, on date: CalendarDate) throws -> Int64 {
        guard !amount.isZero else { throw LevyError(.amountZero, ["year": year.text]) }
        try EntryDraft.limit("basis", basis, LevyEstimated.basisBytes.upperBound)
        try budget.journal.setTemplateControls([.leviesReceivable, .levies])
        let estimated = LevyEstimated(
            year: year, amount: amount.value, basis: basis, date: date,
            entry: try budget.journal.nextID(FiscalYear(of: date)))
        return try budget.append(estimated, on: date, reference: "levy:\(year.text)", memo: basis)
    }

    /// Records a lump sum of the collector; gives the record's sequence. Refuses: E-LEV-005, E-LEV-007 … E-LEV-011,
    /// E-YEA-001, E-ENV codes, E-CTL codes.
    @discardableResult
    public func remit(
        _ parts: [LevyRemitted.Part], reference: String, feesOf envelope: String? = nil, on date: CalendarDate
    ) throws -> Int64 {
        guard LevyRemitted.partCount.contains(parts.count) else {
            throw LevyError(
                .partCount, ["found": String(parts.count), "limit": String(LevyRemitted.partCount.upperBound)])
        }
        let sorted = parts.sorted { $0.year < $1.year }
        for (part, next) in zip(sorted, sorted.dropFirst()) where part.year == next.year {
            throw LevyError(.partRepeated, ["year": part.year.text])
        }
        for part in sorted {
            guard part.amount != 0 else { throw LevyError(.amountZero, ["year": part.year.text]) }
            guard part.fees >= 0 else {
                throw LevyError(.feesNegative, ["year": part.year.text, "amount_cents": String(part.fees)])
            }
        }
        try EntryDraft.limit("reference", reference, LevyRemitted.referenceBytes.upperBound)
        try budget.journal.setTemplateControls([.cash, .leviesReceivable, .levies, .leviesAdjusted, .collectionFees])
        let remitted = LevyRemitted(
            parts: sorted, reference: reference, envelope: envelope, date: date,
            entry: try budget.journal.nextID(FiscalYear(of: date)))
        return try budget.append(remitted, on: date, reference: reference, memo: reference)
    }
}

extension Budget {
    /// Posts an act as `post`; gives the sequence of its record.
    func append(_ act: some BudgetAct, on date: CalendarDate, reference: String, memo: String) throws -> Int64 {
        let sequence = session.register.size + 1
        try post(act, on: date, reference: reference, memo: memo)
        return sequence
    }
}
