import AuditTrail
import Foundation
import ReferenceData
import Testing

@testable import FundLedger

/// Two funds, three years and 2 000 grants by seeded chance: the trial balance, the budget, the sub-ledgers and hledger on
/// the exported journal all say what a tally kept beside them says, to the cent.
@Suite struct ManyGrants {
    static let uses: [ControlUse] = [.payable, .holdbacks, .accrued, .advances, .recoverable, .transit]

    @Test func trialBalanceBudgetSubLedgersAndHledgerAgreeWithATally() throws {
        let book = try SampleBook(years: [])
        let years = try ["2026-2027", "2027-2028", "2028-2029"].map { try FiscalYear(parsing: $0) }
        for (fund, seed) in [(FundCode.fnf, UInt64(1)), (.fdmt, 2)] {
            let story = GrantStory(book, fund, years: years, seed: seed)
            try story.tell(500)
            #expect(story.grants.count == 1_000)
            let stages = try book.read(fund) { Set(try $0.grants().map(\.stage)) }
            #expect(stages.isSuperset(of: [.closed, .refused, .cancelled]))
            try compareControls(story)
            try compareBudgets(story)
            try compareSubLedgers(story)
            try compareHledger(story)
        }
        #expect(try BookCheck.run(book.book).isSound)
    }

    /// Control accounts at the end of every day on which something moved, and of the day before.
    private func compareControls(_ story: GrantStory) throws {
        let days = Set(Self.uses.flatMap { (story.tally.controls[$0] ?? [:]).keys })
        try story.book.read(story.fund) { reader in
            let controls = try reader.controls()
            for day in try days.union(days.map { try CalendarDate(dayNumber: $0.dayNumber - 1) }) where day >= story.years[0].firstDay {
                let balance = try reader.trialBalance(.asOf(day))
                for use in Self.uses {
                    let account = controls.account(of: use)
                    let found = balance.rows.first { $0.account.code == account }?.balance.value ?? 0
                    #expect(found == story.tally.balance(use, on: day), "\(story.fund) \(use) \(day.iso)")
                }
            }
        }
    }

    private func compareBudgets(_ story: GrantStory) throws {
        try story.book.read(story.fund) { reader in
            for year in story.years {
                let amounts = try reader.envelope("E", in: year).amounts
                #expect(amounts.reserved == story.tally.reserved[year] ?? 0, "\(year.text)")
                #expect(amounts.committed == story.tally.committed[year] ?? 0, "\(year.text)")
                #expect(amounts.spent == story.tally.spent[year] ?? 0, "\(year.text)")
                #expect(amounts.available == amounts.authorised - amounts.reserved - amounts.committed - amounts.spent)
                let balance = try reader.trialBalance(.year(year))
                let expense = balance.rows.first { $0.account.code == "5130" }
                let moved = (expense?.debit.value ?? 0) - (expense?.credit.value ?? 0)
                #expect(moved == story.tally.expenses[year] ?? 0, "\(year.text)")
            }
        }
    }

    /// The sums over grants are the balances of their control accounts.
    private func compareSubLedgers(_ story: GrantStory) throws {
        try story.book.read(story.fund) { reader in
            let rows = try reader.grants().map(\.figures)
            let last = story.years[2].lastDay
            func sum(_ path: KeyPath<GrantFigures, Int64>) -> Int64 { rows.reduce(0) { $0 + $1[keyPath: path] } }
            #expect(sum(\.payable) == 0 - story.tally.balance(.payable, on: last))
            #expect(sum(\.heldBack) == 0 - story.tally.balance(.holdbacks, on: last))
            #expect(sum(\.recoverable) == story.tally.balance(.recoverable, on: last))
            let transit = try Payments(reader.session).rows(state: .issued).reduce(Int64(0)) { $0 + $1.amount.value }
            #expect(transit == 0 - story.tally.balance(.transit, on: last))
            for row in rows {
                // Claims and holdbacks: payable = accepted − advances used − paid − held back; advances apart.
                #expect(row.payable + row.paid + row.heldBack + row.advanceUsed == row.accepted + row.advanced)
            }
            #expect(sum(\.reserved) == story.tally.reserved.values.reduce(0, +))
            #expect(sum(\.committed) == story.tally.committed.values.reduce(0, +))
            #expect(sum(\.spent) == story.tally.spent.values.reduce(0, +))
        }
    }

    private func compareHledger(_ story: GrantStory) throws {
        let program = "/usr/bin/hledger"
        guard FileManager.default.isExecutableFile(atPath: program) else { return }
        let file = story.book.folder.appendingPathComponent("\(story.fund.rawValue).journal")
        var journal = Data()
        try story.book.read(story.fund) { reader in
            _ = try JournalExport(.hledger).write(reader) { journal.append(contentsOf: $0) }
        }
        try journal.write(to: file)
        for year in story.years {
            let balances = try hledger(file, before: year.lastDay)
            let expected = try story.book.read(story.fund) { try $0.trialBalance(.asOf(year.lastDay)) }
            for row in expected.rows where row.balance.value != 0 {
                #expect(balances[row.account.code] == AmountText.plain(row.balance), "\(story.fund) \(row.account.code) \(year.text)")
            }
        }
    }

    /// Balances by account code, at the end of a day.
    private func hledger(_ file: URL, before day: CalendarDate) throws -> [String: String] {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/hledger")
        process.environment = ["LC_ALL": "C.UTF-8"]
        let end = try CalendarDate(dayNumber: day.dayNumber + 1).iso
        process.arguments = ["-f", file.path, "balance", "--flat", "--no-total", "-e", end, "-O", "csv"]
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        var balances: [String: String] = [:]
        for line in output.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\"").map(String.init).filter { $0 != "," }
            guard fields.count == 2 else { continue }
            let code = fields[0].split(separator: ":").last?.split(separator: " ").first.map(String.init) ?? ""
            balances[code] = fields[1].split(separator: " ").first.map(String.init)
        }
        return balances
    }
}
