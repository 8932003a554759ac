import AuditTrail
import ReferenceData
import Storage

/// One posting in a general ledger, with the balance after it. Cents, debit positive.
public struct GeneralLedgerLine: Sendable, Equatable {
    public let entry: EntryID
    public let date: CalendarDate
    public let period: PeriodID
    public let reference: String
    public let memo: String
    public let amount: Cents
    public let balance: Cents
}

/// The postings of one account between two effective dates.
public struct GeneralLedgerAccount: Sendable, Equatable {
    public let account: Account
    /// Balance before `from`.
    public let opening: Cents
    public let lines: [GeneralLedgerLine]
    public let closing: Cents
}

extension FundReader {
    /// The postings of an account, or of all that have some, by effective date.
    ///
    /// `each` is called once per account, so that a report of a whole book is written as it is read. Refuses: E-ACC-020.
    public func generalLedger(
        account code: String?, from: CalendarDate, to: CalendarDate, each: (GeneralLedgerAccount) throws -> Void
    ) throws {
        for row in try code.map({ [try account($0)] }) ?? accounts() {
            let opening = try balance(of: row.id, before: from)
            var balance = opening
            let postings = try session.connection.query(
                """
                SELECT entry.sequence, amount_cents FROM posting JOIN entry ON entry.id = posting.entry
                WHERE account = ? AND posting.day BETWEEN ? AND ? ORDER BY posting.day, entry, position
                """, [.integer(row.id), .integer(Int64(from.dayNumber)), .integer(Int64(to.dayNumber))]
            ) { ($0.int(0), $0.int(1)) }
            let lines = try postings.map { sequence, cents in
                let entry = try journalEntry(at: sequence)
                balance = try balance.adding(Cents(cents))
                return GeneralLedgerLine(
                    entry: entry.id, date: entry.date, period: entry.period, reference: entry.reference,
                    memo: entry.memo, amount: Cents(cents), balance: balance)
            }
            guard code != nil || !lines.isEmpty || opening != .zero else { continue }
            try each(GeneralLedgerAccount(account: row.account, opening: opening, lines: lines, closing: balance))
        }
    }

    private func balance(of account: Int64, before date: CalendarDate) throws -> Cents {
        let cents = try session.connection.first(
            "SELECT COALESCE(SUM(debit_cents - credit_cents), 0) FROM account_day WHERE account = ? AND day < ?",
            [.integer(account), .integer(Int64(date.dayNumber))]
        ) { $0.int(0) }
        return Cents(cents ?? 0)
    }
}
