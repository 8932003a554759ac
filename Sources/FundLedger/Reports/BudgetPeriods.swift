import AuditTrail
import ReferenceData
import Storage

/// What was spent of a year's budget in one of its periods.
public struct BudgetPeriod: Sendable, Equatable {
    public let period: PeriodID
    /// Below zero where more was given back than spent.
    public let spent: Cents
    /// From the first period on.
    public let cumulated: Cents
}

extension FundReader {
    /// The spending of a year, period by period up to the last one that moved; none where nothing did. From the totals kept
    /// with the postings. Refuses: E-REF overflow.
    public func budgetPeriods(_ year: FiscalYear) throws -> [BudgetPeriod] {
        let start = Int64(year.startYear) * 100
        let rows = try session.connection.query(
            """
            SELECT period, SUM(account_period.credit_cents) - SUM(account_period.debit_cents)
            FROM account JOIN account_period ON account_period.account = account.id
            WHERE register = ? AND class = ? AND period BETWEEN ? AND ? GROUP BY period
            """,
            [register, .text(AccountClass.spent.rawValue), .integer(start + 1), .integer(start + 13)]
        ) { (Int($0.int(0) - start), Cents($0.int(1))) }
        guard let last = rows.map(\.0).max() else { return [] }
        let spent = Dictionary(rows, uniquingKeysWith: { $1 })
        var cumulated = Cents.zero
        return try (1...last).map { number in
            let amount = spent[number] ?? .zero
            cumulated = try cumulated.adding(amount)
            return BudgetPeriod(period: try PeriodID(year: year, number: number), spent: amount, cumulated: cumulated)
        }
    }
}
