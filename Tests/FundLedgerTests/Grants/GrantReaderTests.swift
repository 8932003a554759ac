import AuditTrail
import ReferenceData
import Storage
import Testing

@testable import FundLedger

/// Lists and sums of grants, against what was done.
@Suite struct GrantReading {
    private func year(_ start: Int) throws -> FiscalYear { try FiscalYear(startYear: start) }

    /// Four grants: one signed with an accrual, one approved, one cancelled, one imported of the year before.
    private func book() throws -> (GrantBook, [GrantID]) {
        let book = try GrantBook()
        let lines = [try GrantOnPaper.line(2026, 5_000), try GrantOnPaper.line(2027, 2_000)]
        var ids = [try book.signed(lines), try book.approved([GrantOnPaper.line(2026, 700)], recipient: "X-2", on: "2026-07-01")]
        ids.append(try book.approved([GrantOnPaper.line(2026, 9)], recipient: "X-2", on: "2026-07-02"))
        let day = try GrantBook.day("2026-08-01")
        try book.write { grants in
            try grants.cancel(ids[2], reason: "r", .init(on: day))
            try grants.claim(ids[0], Cents(900), from: day, to: day, .init(on: day))
            try grants.accept(ids[0], claim: 1, eligible: Cents(900), .init(on: day))
            try grants.accrue(ids[0], Cents(300), in: year(2026))
            let opening = GrantOpening(program: "P", recipient: "X-2", title: "Ancien")
            ids.append(try grants.importGrant(Cents(50), opening, envelope: nil, GrantBook.notes("2025-06-01")).grant)
        }
        return (book, ids)
    }

    @Test func listsAreNarrowedAndPaged() throws {
        let (book, ids) = try book()
        try book.sample.read(.fnf) { (reader: FundReader) throws in
            func list(_ filter: GrantFilter) throws -> [GrantID] { try reader.grants(filter).map(\.id) }
            #expect(try list(GrantFilter()) == ids)
            #expect(try list(GrantFilter(limit: 2)) == Array(ids[..<2]))
            #expect(try list(GrantFilter(after: ids[1], limit: 2)) == Array(ids[2...]))
            #expect(try list(GrantFilter(stage: .approved)) == [ids[1]])
            #expect(try list(GrantFilter(recipient: "X-2")) == Array(ids[1...]))
            #expect(try list(GrantFilter(program: "Q")) == [])
            #expect(try list(GrantFilter(year: year(2027))) == [ids[0]])
            #expect(try list(GrantFilter(year: year(2025))) == [ids[3]])
            #expect(try list(GrantFilter(year: year(2026))) == Array(ids[..<3]))
        }
    }

    @Test func sumsAreThoseOfTheRows() throws {
        let (book, ids) = try book()
        try book.sample.read(.fnf) { (reader: FundReader) throws in
            let states = try reader.grantTotals(by: .state)
            #expect(states.map(\.group) == ["approved", "cancelled", "imported", "signed"] && states.allSatisfy { $0.count == 1 })
            #expect(states[0].figures.reserved == 700 && states[3].figures.committed == 5_800 && states[3].figures.spent == 1_200)
            let recipients = try reader.grantTotals(by: .recipient)
            #expect(recipients.map(\.count) == [1, 3] && recipients[1].figures.payable == 50)
            let years = try reader.grantTotals(by: .year, GrantFilter(limit: 1))
            #expect(years.map(\.group) == ["2025-2026", "2026-2027"] && years.map(\.count) == [1, 3])
            let planned = [
                GrantYearTotal(year: try year(2025), grants: 1, planned: 50, held: 0, spent: 0),
                GrantYearTotal(year: try year(2026), grants: 2, planned: 5_700, held: 4_500, spent: 1_200),
                GrantYearTotal(year: try year(2027), grants: 1, planned: 2_000, held: 2_000, spent: 0),
            ]
            #expect(try reader.grantYears() == planned)
            let accruals = try reader.grantsWithAccruals()
            #expect(accruals.map(\.row.id) == [ids[0]] && accruals[0].open.map(\.cents) == [300])
        }
    }

    @Test func whatIsDueAndWhatLooksSplit() throws {
        let (book, ids) = try book()
        try book.sample.read(.fnf) { (reader: FundReader) throws in
            #expect(try reader.duePayables().map(\.left) == [50, 900])
            let july = try GrantBook.day("2026-07-31")
            #expect(try reader.duePayables(until: july).map(\.grant) == [ids[3]])
            #expect(try reader.duePayables(recipient: book.recipient).map(\.kind) == [.claim])
            #expect(try reader.duePayables(limit: 1).count == 1)
            // Approved on 1 July; taken over on 1 June of the year before.
            func split(_ days: Int32, of date: String) throws -> [GrantID] {
                try reader.grants(of: "X-2", approvedWithin: days, of: GrantBook.day(date)).map(\.id)
            }
            #expect(try split(0, of: "2026-07-01") == [ids[1]] && split(30, of: "2026-06-01") == [ids[1]])
            #expect(try split(29, of: "2026-06-01").isEmpty && split(394, of: "2026-07-01") == [ids[1]])
            #expect(try split(395, of: "2026-07-01") == [ids[1], ids[3]])
        }
    }

    /// One row of each table of grants, in a column that no key has: the check names the table.
    @Test(arguments: [("grant_file", "spent_cents"), ("grant_plan", "held_cents"), ("grant_step", "day"), ("payable", "left_cents")])
    func aChangedCellIsSeen(table: String, column: String) throws {
        let (book, _) = try book()
        try book.sample.book.store.write { connection in
            try connection.execute(script: "UPDATE \(table) SET \(column) = \(column) + 1")
            return ((), .commit)
        }
        let report = try BookCheck.run(book.sample.book)
        #expect(report.faults.contains { ($0.error as? AuditError)?.parameters["table"] == table }, "\(report.faults)")
    }
}
