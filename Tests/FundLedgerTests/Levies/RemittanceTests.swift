import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

@Suite struct RemittanceTests {
    private func entry(_ book: LevyBook, _ sequence: Int64) throws -> String {
        try book.entry(book.sample.read(.fnf) { try $0.levyAct(sequence).entry })
    }

    @Test func anEstimateIsReceivableAndRevenue() throws {
        let book = try LevyBook()
        let act = try book.estimate(2025, 90_000)
        #expect(try entry(book, act) == "1200 90000, 4000 -90000")
        let back = try book.estimate(2025, -10_000)
        #expect(try entry(book, back) == "4000 10000, 1200 -10000")
        let state = try book.row(2025)
        #expect(state.estimated == Cents(80_000))
        #expect(state.receivable == Cents(80_000))
        try book.requireSound()
    }

    @Test func aRemittanceTakesOfTheReceivableFirst() throws {
        let book = try LevyBook()
        try book.estimate(2025, 90_000)
        let act = try book.remit([(2025, 100_000, 1_500, false)], envelope: "FRAIS")
        // 90 000 was receivable, 10 000 is new revenue of the calendar year before the date.
        #expect(
            try entry(book, act)
                == "1000 98500, 5800@FRAIS 1500, 1200 -90000, 4000 -10000, 9200@FRAIS 1500, 9500@FRAIS -1500")
        let amounts = try book.sample.read(.fnf) { try $0.envelope("FRAIS", in: book.year).amounts }
        #expect(amounts.spent == 1_500 && amounts.available == 98_500)
        #expect(try book.row(2025).receivable == .zero)
        try book.requireSound()
    }

    @Test func anEarlierYearIsAnAdjustment() throws {
        let book = try LevyBook()
        let act = try book.remit([(2022, -300, 0, false), (2024, 1_000, 0, false), (2026, 500, 0, false)])
        #expect(try entry(book, act) == "1000 1200, 4000 -500, 4010 -700")
        let row = try book.sample.read(.fnf) { try $0.levyAct(act) }
        #expect(row.changes.map { row.isAdjustment($0) } == [true, true, false])
        #expect(row.changes.map(\.revenue) == [Cents(-300), Cents(1_000), Cents(500)])
        try book.requireSound()
    }

    @Test func aFinalPartWritesDownWhatIsLeft() throws {
        let book = try LevyBook()
        try book.estimate(2025, 90_000)
        let act = try book.remit([(2025, 70_000, 0, true)])
        #expect(try entry(book, act) == "1000 70000, 4000 20000, 1200 -90000")
        let state = try book.row(2025)
        #expect(state.receivable == .zero && state.remitted == Cents(70_000) && state.estimated == Cents(90_000))
        #expect(try book.balance("1200") == 0)
        try book.requireSound()
    }

    @Test func whatTheCollectorTakesBackLeavesTheReceivable() throws {
        let book = try LevyBook()
        try book.estimate(2025, 90_000)
        let act = try book.remit([(2025, -4_000, 0, false)])
        #expect(try entry(book, act) == "4000 4000, 1000 -4000")
        #expect(try book.row(2025).receivable == Cents(90_000))
    }

    @Test func readersTellYearsAndActs() throws {
        let book = try LevyBook()
        let first = try book.estimate(2025, 90_000), second = try book.remit([(2024, 5, 0, false), (2025, 7, 0, false)])
        let (years, acts, ofYear) = try book.sample.read(.fnf) { reader in
            (try reader.levyYears(), try reader.levyActs(), try reader.levyActs(of: TaxationYear(2024)))
        }
        #expect(years.map(\.year.text) == ["2024", "2025"])
        #expect(acts.map(\.sequence) == [first, second])
        #expect(ofYear.map(\.sequence) == [second])
    }

    /// What an act needs is set; what nothing needs yet stays open to entries by hand.
    @Test func onlyTheAccountsNeededBecomeControlAccounts() throws {
        let book = try LevyBook()
        try book.estimate(2025, 90_000)
        let controls = try book.sample.read(.fnf) { try $0.controls() }
        #expect(controls.account(of: .leviesReceivable) == "1200")
        #expect(controls.account(of: .payable) == nil)
        #expect(try book.refused { try book.sample.post(.fnf, "2025-06-01", [("1000", 5), ("1200", -5)]) } == "E-CTL-005")
    }

    @Test func anEntryThatIsNotTheActsIsRefused() throws {
        let book = try LevyBook()
        let code = try book.refused {
            try book.write { session in
                let journal = try Journal(session)
                try journal.setTemplateControls([.leviesReceivable, .levies])
                let id = try journal.nextID(book.year), day = try LevyBook.day("2026-04-30")
                try session.append(LevyEstimated(year: TaxationYear(2025), amount: 500, basis: "b", date: day, entry: id))
                try session.append(
                    JournalEntry(
                        id: id, date: day, period: PeriodID(of: day), reference: "R", memo: "m",
                        postings: [Posting(account: "1200", amount: Cents(400)), Posting(account: "4000", amount: Cents(-400))]))
            }
        }
        #expect(code == "E-ENV-018")
    }
}
