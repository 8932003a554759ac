import AuditTrail
import ReferenceData
import Storage

/// The span that a trial balance covers.
public enum TrialBalanceSpan: Sendable, Equatable {
    /// Everything whose effective date is not after the day.
    case asOf(CalendarDate)
    /// The movements of one posting period, opening before it.
    case period(PeriodID)
    /// The movements of one fiscal year's posting periods, opening before it.
    case year(FiscalYear)
    /// Everything.
    case all
}

/// A trial balance: what each account moved in the span and where it stands at its end. All in cents.
public struct TrialBalance: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        public let account: Account
        public let opening: Cents
        /// Movements of the span, both as positive amounts.
        public let debit: Cents
        public let credit: Cents
        /// opening + debit − credit; debit positive.
        public let balance: Cents
    }

    public let fund: FundCode
    public let span: TrialBalanceSpan
    /// Accounts with a movement in the span or a balance, by code.
    public let rows: [Row]
    /// Sums of the columns over financial accounts.
    public let debit: Cents
    public let credit: Cents
    /// Records of the register that were seen.
    public let sequence: Int64
}

extension FundReader {
    /// Reads the totals kept with the postings, never the entries. Refuses: E-REF overflow where a column's sum
    /// leaves 64 bits.
    public func trialBalance(_ span: TrialBalanceSpan) throws -> TrialBalance {
        let sums = try self.sums(span)
        var rows: [TrialBalance.Row] = []
        var debit = Cents.zero, credit = Cents.zero
        for account in try accounts() {
            guard let sum = sums[account.id], sum != Sums() else { continue }
            let opening = Cents(sum.opening)
            let row = TrialBalance.Row(
                account: account.account, opening: opening, debit: Cents(sum.debit), credit: Cents(sum.credit),
                balance: try opening.adding(Cents(sum.debit)).subtracting(Cents(sum.credit)))
            if !account.account.accountClass.isBudgetary {
                debit = try debit.adding(row.debit)
                credit = try credit.adding(row.credit)
            }
            rows.append(row)
        }
        return TrialBalance(
            fund: fund, span: span, rows: rows, debit: debit, credit: credit, sequence: session.register.size)
    }

    private struct Sums: Equatable {
        var opening: Int64 = 0
        var debit: Int64 = 0
        var credit: Int64 = 0
    }

    /// Totals by account id.
    private func sums(_ span: TrialBalanceSpan) throws -> [Int64: Sums] {
        var sums: [Int64: Sums] = [:]
        let first = SQLValue.integer(session.register.number << 32)
        let last = SQLValue.integer((session.register.number + 1) << 32 - 1)
        func add(_ sql: String, _ values: [SQLValue], isOpening: Bool) throws {
            try session.connection.forEach(sql, [first, last] + values) { row in
                var sum = sums[row.int(0)] ?? Sums()
                if isOpening {
                    sum.opening += row.int(1) - row.int(2)
                } else {
                    sum.debit += row.int(1)
                    sum.credit += row.int(2)
                }
                sums[row.int(0)] = sum
            }
        }
        let columns = "SELECT account, SUM(debit_cents), SUM(credit_cents) FROM"
        let periods = "\(columns) account_period WHERE account BETWEEN ? AND ? AND period"
        switch span {
        case .all:
            try add("\(periods) > ? GROUP BY account", [.integer(0)], isOpening: false)
        case .asOf(let date):
            try add(
                "\(columns) account_day WHERE account BETWEEN ? AND ? AND day <= ? GROUP BY account",
                [.integer(Int64(date.dayNumber))], isOpening: false)
        case .period(let period):
            let key = SQLValue.integer(EntryKey.period(period))
            try add("\(periods) < ? GROUP BY account", [key], isOpening: true)
            try add("\(periods) = ? GROUP BY account", [key], isOpening: false)
        case .year(let year):
            let start = Int64(year.startYear) * 100
            try add("\(periods) < ? GROUP BY account", [.integer(start)], isOpening: true)
            try add(
                "\(periods) BETWEEN ? AND ? GROUP BY account", [.integer(start), .integer(start + 99)],
                isOpening: false)
        }
        return sums
    }
}
