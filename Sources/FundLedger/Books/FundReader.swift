import AuditTrail
import ReferenceData
import Storage

/// Reads the books of one fund from its tables.
public struct FundReader {
    public let session: RegisterSession
    public let fund: FundCode
    var register: SQLValue { .integer(session.register.number) }

    /// Refuses: E-ACC-025 for a register that keeps no books.
    public init(_ session: RegisterSession) throws {
        guard let fund = FundCode(rawValue: session.register.name) else {
            throw LedgerError(.notAFund, ["register": session.register.name])
        }
        self.session = session
        self.fund = fund
    }

    /// An account with what the book knows of it.
    public struct AccountRow: Sendable, Equatable {
        public let account: Account
        public let isOpen: Bool
        /// Over all years; cents, credit as a positive number.
        public let debitCents: Int64
        public let creditCents: Int64
        public var balance: Cents { Cents(debitCents - creditCents) }
        let id: Int64
    }

    /// All accounts, by code.
    public func accounts() throws -> [AccountRow] {
        try accountRows("ORDER BY code", [])
    }

    /// One account. Refuses: E-ACC-020.
    public func account(_ code: String) throws -> AccountRow {
        guard let row = try accountRows("AND code = ?", [.text(code)]).first else {
            let codes = try accounts().map(\.account.code)
            throw LedgerError(
                .accountUnknown,
                ["account": code, "fund": fund.rawValue, "nearest": Account.nearest(to: code, among: codes)])
        }
        return row
    }

    private func accountRows(_ tail: String, _ values: [SQLValue]) throws -> [AccountRow] {
        try session.connection.query(
            """
            SELECT code, name, name_en, class, line, closed, debit_cents, credit_cents, id
            FROM account WHERE register = ? \(tail)
            """, [register] + values
        ) { row in
            let accountClass = try AccountClass(parsing: row.string(3))
            return AccountRow(
                account: try Account(
                    code: row.string(0), name: row.string(1), nameEnglish: row.isNull(2) ? nil : row.string(2),
                    class: accountClass,
                    line: row.isNull(4) ? nil : StatementLine(parsing: row.string(4), for: accountClass)),
                isOpen: row.isNull(5), debitCents: row.int(6), creditCents: row.int(7), id: row.int(8))
        }
    }

    /// A fiscal year that the fund has opened.
    public struct YearRow: Sendable, Equatable {
        public let year: FiscalYear
        public let budget: BudgetControl
        /// How many entries it has.
        public let entries: Int64
    }

    /// The years, in order.
    public func years() throws -> [YearRow] {
        try session.connection.query(
            "SELECT year, budget, last_number FROM fiscal_year WHERE register = ? ORDER BY year", [register]
        ) {
            YearRow(
                year: try FiscalYear(startYear: Int($0.int(0))),
                budget: BudgetControl(rawValue: $0.string(1)) ?? .controlled, entries: $0.int(2))
        }
    }

    /// Control totals over entries that are not annulled.
    public func totals() throws -> ControlTotals {
        try session.connection.first(
            "SELECT entries, postings, debit_cents FROM fund_total WHERE register = ?", [register]
        ) { ControlTotals(entries: $0.int(0), postings: $0.int(1), debitCents: $0.int(2)) } ?? ControlTotals()
    }
}
