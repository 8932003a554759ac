import AuditTrail
import Storage

/// Writes the rows held back, each table in the order of its key.
extension JournalWorkspace {
    func flush() throws {
        guard held.isDirty else { return }
        let rows = held
        held = HeldRows()
        try writePostings(rows.postings)
        try writeReferences(rows.references)
        try add(rows.days, to: "account_day", column: "day")
        try add(rows.periods, to: "account_period", column: "period")
        try writeAccounts(rows.codes)
        try writeFundTotals()
    }

    private func writePostings(_ rows: [HeldRows.Row]) throws {
        let insert = try session.connection.prepare(
            "INSERT INTO posting (account, day, entry, position, amount_cents) VALUES (?, ?, ?, ?, ?)")
        let sorted = rows.sorted { ($0.account, $0.day, $0.entry, $0.position) < ($1.account, $1.day, $1.entry, $1.position) }
        for row in sorted {
            insert.bind(1, row.account)
            insert.bind(2, row.day)
            insert.bind(3, row.entry)
            insert.bind(4, row.position)
            insert.bind(5, row.amount)
            _ = try insert.step()
            insert.reset()
        }
    }

    private func writeReferences(_ rows: [(hash: Int64, entry: Int64)]) throws {
        let insert = try session.connection.prepare(
            "INSERT INTO entry_reference (register, hash, entry) VALUES (?, ?, ?)")
        for row in rows.sorted(by: { ($0.hash, $0.entry) < ($1.hash, $1.entry) }) {
            insert.bind(1, session.register.number)
            insert.bind(2, row.hash)
            insert.bind(3, row.entry)
            _ = try insert.step()
            insert.reset()
        }
    }

    /// A total that an annulment brings back to nothing stays as a row of zeros, as a replay leaves it.
    private func add(_ sums: [HeldRows.Place: HeldRows.Sum], to table: String, column: String) throws {
        let upsert = try session.connection.prepare(
            """
            INSERT INTO \(table) (account, \(column), debit_cents, credit_cents) VALUES (?, ?, ?, ?)
            ON CONFLICT (account, \(column)) DO UPDATE SET
                debit_cents = debit_cents + excluded.debit_cents, credit_cents = credit_cents + excluded.credit_cents
            """)
        for (place, sum) in sums.sorted(by: { $0.key < $1.key }) {
            upsert.bind(1, place.account)
            upsert.bind(2, place.when)
            upsert.bind(3, sum.debit)
            upsert.bind(4, sum.credit)
            _ = try upsert.step()
            upsert.reset()
        }
    }

    private func writeAccounts(_ codes: Set<String>) throws {
        let update = try session.connection.prepare("UPDATE account SET debit_cents = ?, credit_cents = ? WHERE id = ?")
        for code in codes.sorted() {
            guard let account = accounts[code] else { continue }
            update.bind(1, account.debit)
            update.bind(2, account.credit)
            update.bind(3, account.id)
            _ = try update.step()
            update.reset()
        }
    }

    private func writeFundTotals() throws {
        try session.connection.run(
            """
            INSERT INTO fund_total (register, entries, postings, debit_cents) VALUES (?, ?, ?, ?)
            ON CONFLICT (register) DO UPDATE SET
                entries = excluded.entries, postings = excluded.postings, debit_cents = excluded.debit_cents
            """,
            .integer(session.register.number), .integer(totals.entries), .integer(totals.postings),
            .integer(totals.debitCents))
        for (year, state) in years {
            try session.connection.run(
                "UPDATE fiscal_year SET last_number = ? WHERE register = ? AND year = ?",
                .integer(state.lastNumber), .integer(session.register.number), .integer(Int64(year)))
        }
    }
}
