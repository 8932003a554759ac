import AuditTrail
import ReferenceData

/// The earmarked revenue of one fund inside a transaction.
public struct EarmarkedRevenue {
    public let session: RegisterSession
    private let budget: Budget

    /// Refuses: E-ACC-025 for a register that keeps no books.
    public init(_ session: RegisterSession) throws {
        self.session = session
        budget = try Budget(session)
    }

    /// Records money received for a purpose; gives the record's sequence. Refuses: E-REV-001 … E-REV-006, E-ENV codes,
    /// E-ACC codes, E-YEA-001, E-CTL codes.
    @discardableResult
    public func earmark(
        _ amount: Cents, account: String, basis: RevenueEarmarked.Basis, envelope: String, expires: CalendarDate,
        citation: String, memo: String = "", on date: CalendarDate
    ) throws -> Int64 {
        try Self.requireAboveZero(amount, RevenueEarmarked.kind)
        try EntryDraft.limit("citation", citation, RevenueEarmarked.citationBytes.upperBound)
        try EntryDraft.limit("memo", memo, EntryLimits.memoBytes)
        try requireShortReserve(account, expires: expires, from: date)
        try budget.journal.setTemplateControls(
            basis == .ownLaw ? [.cash, .unrestricted, .restricted] : [.cash, .deferred])
        let year = try FiscalYear(of: date)
        let earmarked = RevenueEarmarked(
            account: account, amount: amount.value, basis: basis, citation: citation, date: date,
            entry: try budget.journal.nextID(year), envelope: envelope, year: year, expires: expires, memo: memo)
        let reference = "earmark:\(envelope)"
        return try budget.append(earmarked, on: date, reference: reference, memo: memo.isEmpty ? citation : memo)
    }

    /// Releases earmarked money; gives the record's sequence. Refuses: E-REV-002, E-REV-007 … E-REV-013, E-ENV codes,
    /// E-YEA-001, E-CTL codes.
    @discardableResult
    public func release(
        _ earmark: Int64, _ amount: Cents?, cause: RevenueReleased.Cause, envelope: String? = nil, on date: CalendarDate
    ) throws -> Int64 {
        let table = EarmarkTable(session)
        let earmarked = try table.record(earmark)
        let amount = try amount ?? Cents(table.left(of: earmark))
        try Self.requireAboveZero(amount, RevenueReleased.kind)
        let year = try FiscalYear(of: date)
        let place = cause.takesBudget ? envelope ?? (year == earmarked.year ? earmarked.envelope : nil) : envelope
        let released = RevenueReleased(
            earmark: earmark, amount: amount.value, cause: cause, date: date, entry: try budget.journal.nextID(year),
            envelope: place, year: cause.takesBudget ? year : nil)
        return try budget.append(
            released, on: date, reference: "earmark:\(earmark)", memo: earmarked.memo.isEmpty ? earmarked.citation : earmarked.memo)
    }

    /// What a closed training mutual leaves is reserved for three years at most (D-8.3 r. 7 s. 12). Refuses: E-REV-006.
    private func requireShortReserve(_ account: String, expires: CalendarDate, from date: CalendarDate) throws {
        guard try budget.journal.workspace.openAccount(account).line == .trainingMutuals else { return }
        let years = try LevyParameters.mutualReserveYears.value(asOf: date)
        let day = min(date.day, CalendarDate.daysIn(month: date.month, of: date.year + years))
        let last = try CalendarDate(year: date.year + years, month: date.month, day: day)
        guard expires <= last else {
            throw LevyError(
                .reserveTooLong, ["years": String(years), "expires": expires.iso, "expected": last.iso])
        }
    }

    static func requireAboveZero(_ amount: Cents, _ kind: String) throws {
        guard amount > .zero else {
            throw LedgerError(.actAmount, ["kind": kind, "amount_cents": amount.canonical])
        }
    }
}
