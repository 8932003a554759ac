import ReferenceData
import Storage
import Testing

@testable import AuditTrail
@testable import FundLedger

/// Random operations, compared with paper books (`ModelBooks`).
@Suite struct JournalProperties {
    @Test("Whatever is done, the reports say what the entries say", arguments: [1, 2, 3] as [UInt64])
    func reportsEqualBruteForce(seed: UInt64) throws {
        let story = try RandomStory(seed: seed)
        for _ in 0..<3 {
            try story.run(25)
            for fund in FundCode.allCases {
                let books = try #require(story.model[fund])
                try story.sample.read(fund) { reader in
                    try compareBalances(reader, books)
                    try compareLedger(reader, books)
                    try compareEntries(reader, books)
                }
            }
            try expectConservation(story)
        }
        #expect(story.refusals.count > 3, "the story refuses too little to prove anything: \(story.refusals)")
    }

    @Test("A book replayed from its records has the same tables", arguments: [11] as [UInt64])
    func replayEqualsProjections(seed: UInt64) throws {
        let story = try RandomStory(seed: seed)
        try story.run(80)
        for fund in FundCode.allCases { try expectReplay(of: fund, story.sample) }
    }

    // MARK: Comparisons

    private func compareBalances(_ reader: FundReader, _ books: ModelBooks) throws {
        let all = books.sums { _ in true }
        for row in try reader.accounts() {
            let sum = all[row.account.code] ?? ModelBooks.Sum()
            #expect(row.debitCents == sum.debit && row.creditCents == sum.credit, "\(row.account.code)")
            #expect(row.isOpen == books.open.contains(row.account.code))
        }
        try compare(reader, .all, opening: { _ in false }, moves: { _ in true }, books)
        for day in ["2024-03-31", "2025-04-30", "2025-09-30", "2026-03-31", "2026-12-31", "2028-01-01"] {
            let day = try CalendarDate(iso: day)
            try compare(reader, .asOf(day), opening: { _ in false }, moves: { $0.date <= day }, books)
        }
        for year in books.years {
            try compare(reader, .year(year), opening: { $0.period.year < year }, moves: { $0.period.year == year }, books)
            for period in year.periods {
                try compare(reader, .period(period), opening: { $0.period < period }, moves: { $0.period == period }, books)
            }
        }
    }

    private func compare(
        _ reader: FundReader, _ span: TrialBalanceSpan, opening: (ModelBooks.Entry) -> Bool,
        moves: (ModelBooks.Entry) -> Bool, _ books: ModelBooks
    ) throws {
        let report = try reader.trialBalance(span)
        let before = books.sums(opening), during = books.sums(moves)
        var expected: [String: [Int64]] = [:]
        for code in Set(before.keys).union(during.keys) {
            let old = before[code] ?? .init(), new = during[code] ?? .init()
            let balance = old.debit - old.credit
            guard balance != 0 || new != .init() else { continue }
            expected[code] = [balance, new.debit, new.credit, balance + new.debit - new.credit]
        }
        let found = Dictionary(
            uniqueKeysWithValues: report.rows.map { row in
                (row.account.code, [row.opening, row.debit, row.credit, row.balance].map(\.value))
            })
        #expect(found == expected, "\(reader.fund) \(span)")
        #expect(report.rows.map(\.account.code) == report.rows.map(\.account.code).sorted())
        #expect(report.debit == report.credit, "debits and credits of a span are equal")
    }

    private func compareLedger(_ reader: FundReader, _ books: ModelBooks) throws {
        let from = try CalendarDate(iso: "2025-07-15"), to = try CalendarDate(iso: "2026-02-10")
        var found: [String: [String]] = [:]
        try reader.generalLedger(account: nil, from: from, to: to) { account in
            let lines = account.lines.map { "\($0.date.iso) \($0.entry.text) \($0.amount.value) \($0.balance.value)" }
            found[account.account.code] = ["\(account.opening.value)"] + lines + ["\(account.closing.value)"]
        }
        var expected: [String: [String]] = [:]
        for code in books.classes.keys {
            let old = books.sums { $0.date < from }[code] ?? .init()
            var balance = old.debit - old.credit
            var lines = ["\(balance)"]
            for entry in books.standing where entry.date >= from && entry.date <= to {
                for posting in entry.postings where posting.account == code {
                    balance += posting.amount.value
                    lines.append("\(entry.date.iso) \(entry.id.text) \(posting.amount.value) \(balance)")
                }
            }
            if lines.count > 1 || balance != 0 { expected[code] = lines + ["\(balance)"] }
        }
        #expect(found == expected)
    }

    private func compareEntries(_ reader: FundReader, _ books: ModelBooks) throws {
        let all = books.entries.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        let listed = try reader.entries(EntryFilter(limit: 10_000))
        #expect(listed.map(\.entry.id) == all.map(\.id))
        #expect(listed.map(\.reversedBy) == all.map(\.reversedBy))
        #expect(listed.map { $0.annulled != nil } == all.map(\.isAnnulled))
        #expect(try reader.entries(EntryFilter(limit: 5)).map(\.entry.id) == all.suffix(5).map(\.id))
        let named = all.filter { $0.reference == "R-3" }
        #expect(try reader.entries(EntryFilter(reference: "R-3", limit: 3)).map(\.entry.id) == named.suffix(3).map(\.id))
        for year in books.years {
            let numbers = books.entries.filter { $0.id.year == year }.map(\.id.number)
            #expect(numbers == Array(1..<books.next(year)), "ids have no gap")
        }
        let standing = books.standing
        let totals = try reader.totals()
        #expect(totals.entries == Int64(standing.count))
        #expect(totals.postings == Int64(standing.reduce(0) { $0 + $1.postings.count }))
        var exported: [EntryID] = []
        try reader.forEachEntry { exported.append($0.id) }
        #expect(exported == standing.map(\.id))
    }

    /// Nothing is made or lost: financial and budgetary accounts each sum to zero, and what one fund owes is owed to the
    /// other.
    private func expectConservation(_ story: RandomStory) throws {
        var between: Int64 = 0
        for fund in FundCode.allCases {
            let rows = try story.sample.read(fund) { try $0.accounts() }
            #expect(rows.filter { !$0.account.accountClass.isBudgetary }.reduce(0) { $0 + $1.balance.value } == 0)
            #expect(rows.filter { $0.account.accountClass.isBudgetary }.reduce(0) { $0 + $1.balance.value } == 0)
            for row in rows where [InterfundMovement.dueFrom, InterfundMovement.dueTo].contains(row.account.code) {
                between += row.balance.value
            }
        }
        #expect(between == 0)
    }

    // MARK: Replay

    private static let tables = [
        "account", "fiscal_year", "entry", "posting", "account_day", "account_period", "entry_reference",
        "entry_source", "fund_total",
    ]

    private func expectReplay(of fund: FundCode, _ sample: SampleBook) throws {
        let lines = try sample.book.read { reading in
            let session = try reading.register(fund.rawValue)
            return try (1...session.register.size).map { try session.line(of: $0) }
        }
        let layout = SampleBook.layout
        let store = try SQLiteStore.temporary(migrations: layout.migrations)
        let number = try #require(RegisterName.number(fund.rawValue))
        try store.write { connection in
            let genesis = try #require(try lines[0].withUnsafeBytes { try layout.kinds.decode($0) } as? RegisterCreated)
            let session = RegisterSession.replaying(
                genesis, number: number, connection: connection, kinds: layout.kinds, lines: { lines[Int($0) - 1] })
            for line in lines {
                let faults = try line.withUnsafeBytes { try session.replay($0) }
                #expect(faults.isEmpty)
            }
            try session.flush()
            return ((), .commit)
        }
        for table in Self.tables {
            #expect(
                try rows(table, of: number, store) == rows(table, of: number, sample.book.store), "\(fund): \(table)")
        }
    }

    /// The rows of a register, for accounts' and entries' keys begin with its number.
    private func rows(_ table: String, of number: Int64, _ store: any Store) throws -> [String] {
        try store.read { connection in
            var rows: [String] = []
            try connection.forEach("SELECT * FROM \(table) ORDER BY 1, 2, 3", []) { row in
                let isOwn =
                    ["posting", "account_day", "account_period"].contains(table)
                    ? row.int(0) >> 32 == number : row.int(row.columnNames.firstIndex(of: "register") ?? 0) == number
                if isOwn { rows.append((0..<row.columnNames.count).map { "\(row.value($0))" }.joined(separator: " ")) }
            }
            return rows
        }
    }
}
