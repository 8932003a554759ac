import AuditTrail
import Storage
import Testing

@testable import FundLedger

/// SQLite takes the indexes that were made for what payments and grants are asked, without statistics.
@Suite struct QueryPlans {
    /// What SQLite says of a query: a line for each table.
    private func plan(_ query: String, _ book: PaymentBook) throws -> [String] {
        let values = query.filter { $0 == "?" }.map { _ in SQLValue.integer(1) }
        return try book.read { payments in
            try payments.session.connection.query("EXPLAIN QUERY PLAN \(query)", values) { $0.string(3) }
        }
    }

    @Test func paymentsAreFoundByTheirIndexes() throws {
        let book = try PaymentBook(banks: false)
        for (condition, index) in [
            ("number = ?", "PRIMARY KEY (register=? AND number=?)"),
            ("record = ?", "INDEX payment_by_record (register=? AND record=?"),
            ("1 = 1 AND state = ?", "INDEX payment_by_state (register=? AND state=?"),
            ("1 = 1 AND grant_number = ?", "INDEX payment_by_grant (register=? AND grant_number=?"),
            ("state_day = ?", "INDEX payment_by_state_day (register=? AND state_day=?"),
            ("payable = ?", "INDEX payment_by_payable (register=? AND payable=?"),
        ] {
            let lines = try plan(PaymentTables.query(condition), book)
            #expect(lines.count == 1 && lines[0].contains(index), "\(condition): \(lines)")
        }
    }

    @Test func grantsAreFoundByTheirIndexes() throws {
        let book = try PaymentBook(banks: false)
        for (condition, index) in [
            ("number = ?", "PRIMARY KEY (register=? AND number=?)"),
            ("number > ? AND recipient = ?", "INDEX grant_file_by_recipient (register=? AND recipient=?"),
            ("number > ? AND program = ?", "INDEX grant_file_by_program (register=? AND program=?"),
            ("number > ? AND state = ?", "INDEX grant_file_by_state (register=? AND state=?"),
            ("recipient = ? AND number > ?", "INDEX grant_file_by_recipient (register=? AND recipient=?"),
            (FundReader.accrued, "INDEX grant_file_accrued (register=?"),
        ] {
            let lines = try plan(FundReader.query(condition), book)
            #expect(lines.count == 1 && lines[0].contains(index), "\(condition): \(lines)")
        }
    }

    @Test func whatIsDueIsFoundByItsIndexes() throws {
        let book = try PaymentBook(banks: false)
        let expected: [FundReader.PayableScope: String] = [
            .all: "INDEX payable_due (register=? AND day<?)",
            .grant: "INDEX payable_due_of_grant (register=? AND grant_number=? AND day<?)",
            .recipient: "INDEX payable_due_of_grant (register=? AND grant_number=? AND day<?)",
        ]
        for scope in FundReader.PayableScope.allCases {
            let lines = try plan(FundReader.dueQuery(scope), book)
            #expect(lines.contains { $0.contains(expected[scope] ?? "") }, "\(scope): \(lines)")
        }
        #expect(try plan(FundReader.dueQuery(.recipient), book).first?.contains("grant_file_by_recipient") == true)
    }
}
