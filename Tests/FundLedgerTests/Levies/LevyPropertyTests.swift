import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// Random estimates and remittances, against a paper that keeps lists and sums them for every question.
@Suite struct LevyProperties {
    /// What stands on paper: for each year what was estimated, remitted, and what remittances took of estimates.
    private struct Paper {
        var estimated: [Int: [Int64]] = [:]
        var remitted: [Int: [Int64]] = [:]
        var taken: [Int: [Int64]] = [:]
        var fees: [Int64] = []
        var adjusted: [Int64] = []
        var current: [Int64] = []

        static func sum(_ amounts: [Int64]?) -> Int64 { (amounts ?? []).reduce(0, +) }
        func receivable(_ year: Int) -> Int64 { Self.sum(estimated[year]) - Self.sum(taken[year]) }
        var allRemitted: Int64 { remitted.values.reduce(0) { $0 + Self.sum($1) } }
    }

    @Test("The control account is the sum of what is receivable, year by year", arguments: [1, 2, 3, 4] as [UInt64])
    func receivableEqualsThePaper(seed: UInt64) throws {
        let book = try LevyBook()
        var paper = Paper(), dice = Dice(seed), refusals = 0, done = 0
        for _ in 0..<50 {
            let isDone = dice.number(0...2) == 0 ? try estimate(book, &paper, &dice) : try remit(book, &paper, &dice)
            if isDone { done += 1 } else { refusals += 1 }
            try compare(book, paper)
        }
        #expect(done > 20 && refusals > 0, "\(done) done, \(refusals) refused: too little to prove anything")
        try book.requireSound()
    }

    private func compare(_ book: LevyBook, _ paper: Paper) throws {
        let years = Set(paper.estimated.keys).union(paper.remitted.keys).sorted()
        let rows = try book.sample.read(.fnf) { try $0.levyYears() }
        #expect(rows.map(\.year.year) == years)
        for row in rows {
            #expect(row.state.receivable.value == paper.receivable(row.year.year), "\(row.year.text)")
            #expect(row.state.estimated.value == Paper.sum(paper.estimated[row.year.year]))
            #expect(row.state.remitted.value == Paper.sum(paper.remitted[row.year.year]))
            #expect(!row.state.receivable.isNegative)
        }
        #expect(rows.reduce(0) { $0 + $1.state.fees.value } == Paper.sum(paper.fees))
        #expect(try book.balance("1200") == years.reduce(0) { $0 + paper.receivable($1) })
        #expect(try book.balance("5800") == Paper.sum(paper.fees))
        #expect(try book.balance("4000") == 0 - Paper.sum(paper.current))
        #expect(try book.balance("4010") == 0 - Paper.sum(paper.adjusted))
        #expect(try book.balance("1000") == paper.allRemitted - Paper.sum(paper.fees))
    }

    private func estimate(_ book: LevyBook, _ paper: inout Paper, _ dice: inout Dice) throws -> Bool {
        let year = Int(dice.number(2022...2026)), cents = dice.number(-4_000...9_000)
        let lawful = cents != 0 && paper.receivable(year) + cents >= 0
        let code = try attempt(book) { try book.estimate(year, cents) }
        #expect((code == nil) == lawful, "\(code ?? "")")
        if lawful {
            paper.estimated[year, default: []].append(cents)
            paper.current.append(cents)
        }
        return lawful
    }

    private func remit(_ book: LevyBook, _ paper: inout Paper, _ dice: inout Dice) throws -> Bool {
        let years = Set((0..<dice.number(1...4)).map { _ in Int(dice.number(2022...2026)) }).sorted()
        let parts = years.map { year in
            let fees = dice.number(0...2) == 0 ? dice.number(1...900) : 0
            return (year, dice.number(-3_000...9_000), fees, dice.number(0...4) == 0)
        }
        let fees = parts.reduce(0) { $0 + $1.2 }
        let left = 100_000 - Paper.sum(paper.fees)
        let lawful = parts.allSatisfy { $0.1 != 0 && $0.2 <= abs($0.1) } && fees <= left
        let code = try attempt(book) { try book.remit(parts, envelope: fees > 0 ? "FRAIS" : nil) }
        #expect((code == nil) == lawful, "\(code ?? "") \(parts)")
        guard lawful else { return false }
        for (year, amount, fee, isFinal) in parts {
            let receivable = paper.receivable(year)
            let taken = isFinal ? receivable : min(max(amount, 0), receivable)
            paper.remitted[year, default: []].append(amount)
            paper.taken[year, default: []].append(taken)
            paper.fees.append(fee)
            // Remitted in July 2026: 2025 and 2026 are current, the rest are adjustments.
            if year >= 2025 { paper.current.append(amount - taken) } else { paper.adjusted.append(amount - taken) }
        }
        return true
    }

    /// On trial, then in earnest: both say the same, and a trial changes nothing.
    private func attempt(_ book: LevyBook, _ body: () throws -> Void) throws -> String? {
        do {
            try body()
            return nil
        } catch let error as LevyError {
            return error.code.rawValue
        } catch let error as LedgerError {
            return error.code.rawValue
        }
    }
}
