import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

@Suite struct EarmarkTests {
    private func entry(_ book: LevyBook, _ sequence: Int64) throws -> String {
        try book.entry(
            book.sample.read(.fnf) { reader in
                switch try reader.session.record(at: sequence) {
                case let record as RevenueEarmarked: record.entry
                case let record as RevenueReleased: record.entry
                default: throw LevyError(.earmarkUnknown)
                }
            })
    }

    private func line(_ book: LevyBook, _ code: String) throws -> String {
        let amounts = try book.sample.read(.fnf) { try $0.envelope(code, in: book.year).amounts }
        return "\(amounts.authorised) = \(amounts.available) + \(amounts.spent)"
    }

    @Test func ourOwnLawRestrictsASurplus() throws {
        let book = try LevyBook()
        let earmark = try book.earmark()
        #expect(
            try entry(book, earmark)
                == "1000 50000, 3000 50000, 4800 -50000, 3110 -50000, 9100@MUT 50000, 9200@MUT -50000")
        #expect(try line(book, "MUT") == "50000 = 50000 + 0")
        let used = try book.release(earmark, 20_000, .used)
        #expect(try entry(book, used) == "3110 20000, 3000 -20000")
        #expect(try line(book, "MUT") == "50000 = 50000 + 0")
        let expired = try book.release(earmark, nil, .expired, on: "2026-10-01")
        #expect(try entry(book, expired) == "3110 30000, 3000 -30000, 9200@MUT 30000, 9100@MUT -30000")
        #expect(try line(book, "MUT") == "20000 = 20000 + 0")
        let row = try book.sample.read(.fnf) { try $0.earmark(earmark) }
        #expect(row.left == 0 && row.released == 50_000)
        #expect(row.releases.map(\.sequence) == [used, expired])
        #expect(try book.balance("3110") == 0)
        try book.requireSound()
    }

    @Test func whatOthersRestrictIsDeferred() throws {
        let book = try LevyBook()
        let earmark = try book.earmark(7_000, account: "4900", basis: .outside)
        #expect(try entry(book, earmark) == "1000 7000, 2400 -7000, 9100@MUT 7000, 9200@MUT -7000")
        #expect(try entry(book, book.release(earmark, 5_000, .used)) == "2400 5000, 4900 -5000")
        #expect(
            try entry(book, book.release(earmark, 2_000, .returned))
                == "2400 2000, 1000 -2000, 9200@MUT 2000, 9100@MUT -2000")
        #expect(try book.balance("2400") == 0)
        try book.requireSound()
    }

    @Test func budgetThatWasSpentIsNotTakenBack() throws {
        let book = try LevyBook()
        let earmark = try book.earmark()
        try book.write { session in
            try Journal(session).post(
                EntryDraft(
                    date: LevyBook.day("2026-06-01"), reference: "R", memo: "m",
                    postings: [
                        Posting(account: "5195", amount: Cents(45_000), envelope: "MUT"),
                        Posting(account: "2000", amount: Cents(-45_000)),
                    ]))
        }
        #expect(try book.refused { try book.release(earmark, nil, .expired, on: "2026-10-01") } == "E-ENV-011")
        #expect(try book.refused { try book.release(earmark, 5_000, .expired, on: "2026-10-01") } == nil)
    }

    @Test func whatExpiresSoonIsFound() throws {
        let book = try LevyBook()
        let first = try book.earmark(), second = try book.earmark(8)
        try book.release(second, nil, .used)
        for (day, found) in [("2026-09-29", []), ("2026-09-30", [first]), ("2027-01-01", [first])] as [(String, [Int64])] {
            let rows = try book.sample.read(.fnf) { try $0.earmarks(expiringBy: LevyBook.day(day)) }
            #expect(rows.map(\.sequence) == found, "\(day)")
        }
    }

    @Test func feesAreReceivableUntilTheyAreReceived() throws {
        let book = try LevyBook()
        try book.bill("F-1", 26_000)
        try book.bill("F-2", 13_000)
        try book.receive("F-1", 6_000)
        let rows = try book.sample.read(.fdmt) { try $0.fees() }
        #expect(rows.map(\.record.invoice) == ["F-1", "F-2"])
        #expect(rows.map(\.left) == [20_000, 13_000])
        #expect(rows[0].received == 6_000)
        #expect(try book.balance("1210", .fdmt) == 33_000)
        #expect(try book.balance("4200", .fdmt) == -39_000)
        #expect(try book.entry(rows[0].record.entry) == "1210 26000, 4200 -26000")
        try book.requireSound()
    }
}
