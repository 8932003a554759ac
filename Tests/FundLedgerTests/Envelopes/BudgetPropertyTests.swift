import AuditTrail
import Foundation
import ReferenceData
import Testing

@testable import FundLedger

/// Random operations on a budget, compared with one kept on paper: the amounts summed over all that was done, each time.
@Suite struct BudgetProperties {
    /// The budget on paper: lists of what stands, and a sum over them for every question.
    private struct Paper {
        struct Spending {
            let entry: EntryID
            let envelope: String
            let cents: Int64
            let commitment: EntryID?
            var isReversed = false
        }
        struct Bound {
            let envelope: String
            let cents: Int64
            var released: Int64 = 0
        }
        var given: [(envelope: String, cents: Int64)] = []
        var spendings: [Spending] = []
        var commitments: [EntryID: Bound] = [:]
        var ceiling: Int64?

        func authorised(_ code: String) -> Int64 { given.filter { $0.envelope == code }.reduce(0) { $0 + $1.cents } }
        func spent(_ code: String) -> Int64 {
            spendings.filter { $0.envelope == code && !$0.isReversed }.reduce(0) { $0 + $1.cents }
        }
        func outstanding(_ id: EntryID) -> Int64 {
            guard let bound = commitments[id] else { return 0 }
            return bound.cents - bound.released
                - spendings.filter { $0.commitment == id && !$0.isReversed }.reduce(0) { $0 + $1.cents }
        }
        func committed(_ code: String) -> Int64 {
            commitments.filter { $0.value.envelope == code }.keys.reduce(0) { $0 + outstanding($1) }
        }
        func available(_ code: String) -> Int64 { authorised(code) - committed(code) - spent(code) }
        var codes: [String] { Set(given.map(\.envelope)).sorted() }
        var used: Int64 { codes.reduce(0) { $0 + committed($1) + spent($1) } }
        var allAuthorised: Int64 { codes.reduce(0) { $0 + authorised($1) } }
        func fits(_ more: Int64, _ sum: Int64) -> Bool { more <= 0 || ceiling.map { sum + more <= $0 } ?? true }
    }

    @Test("Whatever is done, each envelope has what the paper says", arguments: [1, 2, 3] as [UInt64])
    func amountsEqualThePaper(seed: UInt64) throws {
        let book = try BudgetBook(isEmpty: true)
        var paper = Paper(), dice = Dice(seed)
        var refusals = 0, done = 0
        for _ in 0..<60 {
            if try step(book, &paper, &dice) { done += 1 } else { refusals += 1 }
            try compare(book, paper)
        }
        #expect(done > 20 && refusals > 5, "\(done) done, \(refusals) refused: too little to prove anything")
        let report = try BookCheck.run(book.sample.book)
        #expect(report.isSound, "\(report.faults)")
    }

    private func compare(_ book: BudgetBook, _ paper: Paper) throws {
        let rows = try book.sample.read(.fnf) { try $0.envelopes(book.year) }
        #expect(rows.map(\.code) == paper.codes)
        for row in rows {
            let amounts = row.amounts
            let found = [amounts.authorised, amounts.available, amounts.reserved, amounts.committed, amounts.spent]
            #expect(found == [
                paper.authorised(row.code), paper.available(row.code), 0, paper.committed(row.code), paper.spent(row.code),
            ], "\(row.code)")
            #expect(found.allSatisfy { $0 >= 0 })
            #expect(amounts.authorised == amounts.available + amounts.reserved + amounts.committed + amounts.spent)
            #expect(amounts.initial + amounts.revised == amounts.authorised)
        }
        let totals = try book.sample.read(.fnf) { try $0.budgetTotals(book.year) }
        #expect(totals.used.value == paper.used && totals.authorised.value == paper.allAuthorised)
    }

    /// Does one thing, first on trial, then in earnest; the paper says whether it may be done.
    private func step(_ book: BudgetBook, _ paper: inout Paper, _ dice: inout Dice) throws -> Bool {
        let codes = paper.codes
        let cents = dice.number(1...4_000)
        guard let code = codes.isEmpty ? nil : dice.pick(codes), dice.number(0...7) > 0 else {
            return try open(book, &paper, "E\(dice.number(1...6))", cents * 5)
        }
        switch dice.number(0...6) {
        case 0:
            let by = dice.number(0...1) == 0 ? cents : 0 - cents
            let lawful = paper.available(code) + by >= 0 && paper.fits(by, paper.allAuthorised)
            guard try attempt(book, lawful, { try Budget($0).revise(code, in: book.year, by: Cents(by), reason: "r", on: book.day) }) != nil
            else { return false }
            paper.given.append((code, by))
        case 1, 2:
            let lawful = cents <= paper.available(code) && paper.fits(cents, paper.used)
            let draft = try book.draft([("5100", cents, code), ("2100", 0 - cents, nil)])
            guard let entry = try attempt(book, lawful, { try Journal($0).post(draft) }) else { return false }
            paper.spendings.append(.init(entry: entry.id, envelope: code, cents: cents, commitment: nil))
        case 3:
            let lawful = cents <= paper.available(code) && paper.fits(cents, paper.used)
            let opened = try attempt(book, lawful) {
                try Budget($0).commit(Cents(cents), of: code, in: book.year, reference: "C", memo: "m", on: book.day)
            }
            guard let opened else { return false }
            paper.commitments[opened.entry] = .init(envelope: code, cents: cents)
        case 4: return try spend(book, &paper, &dice, cents)
        case 5: return try release(book, &paper, &dice, cents)
        default:
            if dice.number(0...3) == 0 {
                let ceiling = paper.allAuthorised + dice.number(-2_000...9_000)
                guard ceiling >= 0 else { return false }
                try book.write { try Budget($0).set(CeilingSet(year: book.year, basis: .balance, amount: ceiling, citation: "c")) }
                paper.ceiling = ceiling
                return true
            }
            return try reverse(book, &paper, &dice)
        }
        return true
    }

    private func open(_ book: BudgetBook, _ paper: inout Paper, _ code: String, _ cents: Int64) throws -> Bool {
        let lawful = !paper.codes.contains(code) && paper.fits(cents, paper.allAuthorised)
        let envelope = try Envelope(code: code, year: book.year, amount: Cents(cents))
        guard try attempt(book, lawful, { try Budget($0).open(envelope, on: book.day) }) != nil else { return false }
        paper.given.append((code, cents))
        return true
    }

    private func spend(_ book: BudgetBook, _ paper: inout Paper, _ dice: inout Dice, _ cents: Int64) throws -> Bool {
        guard let id = paper.commitments.keys.sorted().randomElement(using: &dice) else { return false }
        let draft = try book.draft([("5100", cents, nil), ("2100", 0 - cents, nil)])
        let entry = try attempt(book, cents <= paper.outstanding(id)) { try Budget($0).spend(id, draft) }
        guard let entry, let bound = paper.commitments[id] else { return false }
        paper.spendings.append(.init(entry: entry.id, envelope: bound.envelope, cents: cents, commitment: id))
        return true
    }

    private func release(_ book: BudgetBook, _ paper: inout Paper, _ dice: inout Dice, _ cents: Int64) throws -> Bool {
        guard let id = paper.commitments.keys.sorted().randomElement(using: &dice) else { return false }
        let done = try attempt(book, cents <= paper.outstanding(id)) {
            try Budget($0).release(id, Cents(cents), reason: "r", reference: "C", on: book.day)
        }
        guard done != nil else { return false }
        paper.commitments[id]?.released += cents
        return true
    }

    private func reverse(_ book: BudgetBook, _ paper: inout Paper, _ dice: inout Dice) throws -> Bool {
        guard let place = paper.spendings.indices.randomElement(using: &dice) else { return false }
        let spending = paper.spendings[place]
        // It gives back to committed what is counted there again: the ceiling sees no change.
        let done = try attempt(book, !spending.isReversed) {
            try Journal($0).reverse(spending.entry, date: nil, reason: "r")
        }
        guard done != nil else { return false }
        paper.spendings[place].isReversed = true
        return true
    }

    /// On trial and in earnest the same; refused exactly where it is not lawful, and then the book is the same.
    private func attempt<T>(_ book: BudgetBook, _ isLawful: Bool, _ body: (RegisterSession) throws -> T) throws -> T? {
        let before = try book.sample.dump()
        func run(dryRun: Bool) throws -> (T?, LedgerError?) {
            do {
                return (try book.write(dryRun: dryRun, body), nil)
            } catch let error as LedgerError {
                return (nil, error)
            }
        }
        let trial = try run(dryRun: true)
        #expect(try book.sample.dump() == before, "a trial wrote something")
        let earnest = try run(dryRun: false)
        #expect(trial.1 == earnest.1)
        #expect((earnest.1 == nil) == isLawful, "\(String(describing: earnest.1))")
        if earnest.1 != nil { #expect(try book.sample.dump() == before, "a refusal wrote something") }
        return earnest.0
    }
}
