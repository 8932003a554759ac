import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// Random lives of grants, compared at every step with grants kept on paper.
@Suite struct GrantProperties {
    /// One story: the book, the paper, and the day.
    private final class Story {
        let book: GrantBook
        var dice: Dice
        var ids: [GrantID] = []
        var papers: [GrantID: GrantPaper] = [:]
        var day: CalendarDate
        var done = 0, refused = 0, undone = 0

        init(_ seed: UInt64) throws {
            book = try GrantBook()
            dice = Dice(seed)
            day = try GrantBook.day("2026-05-01")
        }

        var year: Int { get throws { try FiscalYear(of: day).startYear } }
    }

    @Test("Whatever is done, each grant has what the paper says", arguments: [1, 2, 3] as [UInt64])
    func figuresEqualThePaper(seed: UInt64) throws {
        let story = try Story(seed)
        for _ in 0..<3 { try begin(story) }
        for _ in 0..<80 {
            try step(story)
            try compare(story)
            if story.dice.number(0...2) == 0 { story.day = try story.day.adding(days: Int(story.dice.number(1...16))) }
            if try story.year > 2027 { break }
        }
        #expect(story.done > 15 && story.refused > 10, "\(story.done) done, \(story.refused) refused: too little to prove anything")
        try story.book.expectSound()
    }

    private func begin(_ story: Story) throws {
        let first = story.dice.number(20_000...80_000)
        let plan = [2026: first, 2027: 100_000 - first]
        let id = try story.book.signed(try lines(plan))
        story.ids.append(id)
        story.papers[id] = GrantPaper(deeds: [.init(record: try story.book.last("signed", of: id), year: 2026, what: .sign(plan))])
    }

    private func lines(_ plan: [Int: Int64]) throws -> [GrantPlanLine] {
        try plan.sorted { $0.key < $1.key }.map { try GrantOnPaper.line($0.key, $0.value) }
    }

    private func step(_ story: Story) throws {
        let id = story.dice.pick(story.ids)
        guard let paper = story.papers[id] else { return }
        if story.dice.number(0...9) == 0 { return try undo(story, id) }
        guard let (what, other) = try choose(story, paper) else { return }
        let year = what.isAccrual ? 2026 : try story.year
        let deed = GrantPaper.Deed(record: 0, year: year, what: what)
        var isLawful = paper.allows(deed)
        var settling: (GrantID, GrantPaper.What)?
        if case .offset(let cents) = what, let other {
            settling = (other.0, .settled(cents, of: other.1))
            isLawful = isLawful && story.papers[other.0]?.allows(.init(record: 0, year: year, what: .settled(cents, of: other.1))) == true
        }
        guard let record = try attempt(story, isLawful, id, what, other?.1) else { return }
        story.papers[id]?.deeds.append(.init(record: record, year: year, what: what))
        if let (owner, what) = settling { story.papers[owner]?.deeds.append(.init(record: record, year: year, what: what)) }
    }

    private func choose(_ story: Story, _ paper: GrantPaper) throws -> (GrantPaper.What, (GrantID, Int64)?)? {
        let cents = story.dice.number(1...30_000)
        func near(_ bound: Int64) -> Int64 { max(1, bound + story.dice.number(-1...1)) }
        let payable = paper.payables.keys.sorted().randomElement(using: &story.dice)
        switch story.dice.number(0...18) {
        case 0: return (.advance(min(cents, near(paper.total - paper.accepted - paper.outstanding))), nil)
        case 1, 2, 3: return payable.map { (.pay(max(1, paper.left($0)), of: $0), nil) }
        case 4: return payable.map { (.back(max(1, paper.paid(of: $0)), of: $0), nil) }
        case 5, 6: return (.claim(cents), nil)
        case 7, 8, 9:
            let claim = paper.openClaims.randomElement(using: &story.dice) ?? 0
            let asked = claim < paper.claims.count ? paper.claims[claim] : 5
            let eligible = story.dice.number(0...2) == 0 ? story.dice.number(0...asked + 1) : asked
            let advance = story.dice.number(0...1) == 0 ? 0 : min(eligible, max(0, paper.outstanding))
            return (.accept(claim, eligible: eligible, advance: advance, holdback: (eligible - advance) / 10), nil)
        case 10: return (.release(near(paper.heldBack)), nil)
        case 11: return (.accrue(min(cents, near(paper.year(2026).committed)), 2026), nil)
        case 12: return (.recoverAdvance(near(paper.received(onAdvances: true) - paper.used - paper.advancesRecovered)), nil)
        case 13: return (.recoverClaim(story.dice.number(1...9_000), story.dice.pick([2026, 2027])), nil)
        case 14: return (.repay(near(paper.recoverable / 2)), nil)
        case 15:
            let owner = story.dice.pick(story.ids)
            let payable = story.papers[owner]?.payables.keys.sorted().randomElement(using: &story.dice)
            return payable.map { (.offset(near(min(paper.recoverable, story.papers[owner]?.left($0) ?? 0))), (owner, $0)) }
        case 16:
            let first = story.dice.number(0...100_000)
            return (.amend([2026: first, 2027: story.dice.number(0...100_000 - first)]), nil)
        case 17: return (story.dice.number(0...3) == 0 ? .report : .claim(cents), nil)
        default: return (story.dice.pick([.close, .cancel]), nil)
        }
    }

    /// On trial and in earnest the same; refused exactly where the paper refuses, and then the book is the same.
    private func attempt(
        _ story: Story, _ isLawful: Bool, _ id: GrantID, _ what: GrantPaper.What, _ payable: Int64?
    ) throws -> Int64? {
        let before = try story.book.sample.dump()
        func run(dryRun: Bool) throws -> (Int64?, (any Error)?) {
            do {
                return (try story.book.write(dryRun: dryRun) { try self.carryOut(what, id, payable, story, $0) }, nil)
            } catch let error as GrantError {
                return (nil, error)
            } catch let error as LedgerError {
                return (nil, error)
            }
        }
        let trial = try run(dryRun: true)
        #expect(try story.book.sample.dump() == before, "a trial wrote something")
        let earnest = try run(dryRun: false)
        #expect(trial.0 == earnest.0)
        #expect(trial.1 as? GrantError == earnest.1 as? GrantError && trial.1 as? LedgerError == earnest.1 as? LedgerError)
        #expect((earnest.1 == nil) == isLawful, "\(what): \(String(describing: earnest.1))")
        if earnest.1 != nil {
            #expect(try story.book.sample.dump() == before, "a refusal wrote something")
            story.refused += 1
        } else {
            story.done += 1
        }
        return earnest.0
    }

    private func carryOut(
        _ what: GrantPaper.What, _ id: GrantID, _ payable: Int64?, _ story: Story, _ grants: Grants
    ) throws -> Int64 {
        let record = grants.session.register.size + 1
        let notes = Grants.Notes(on: story.day)
        switch what {
        case .sign: break
        case .amend(let plan):
            var change = GrantChange()
            change.instalments = GrantBook.instalments(of: try lines(plan))
            try grants.amend(id, lines(plan), change, reason: "r", notes)
        case .advance(let cents): try grants.advance(id, Cents(cents), notes)
        case .pay(let cents, let payable): try story.book.pay(grants, payable, cents, on: story.day)
        case .back(let cents, let payable): try story.book.pay(grants, payable, cents, isBack: true, on: story.day)
        case .claim(let cents): try grants.claim(id, Cents(cents), from: story.day, to: story.day, notes)
        case .accept(let claim, let eligible, let advance, let holdback):
            let claims = story.papers[id]?.claims ?? []
            try grants.accept(
                id, claim: Int64(claim) + 1, eligible: Cents(eligible), advance: Cents(advance), holdback: Cents(holdback),
                reason: claim < claims.count && eligible < claims[claim] ? "refusé" : nil, notes)
        case .release(let cents): try grants.release(id, Cents(cents), notes)
        case .accrue(let cents, let year): try grants.accrue(id, Cents(cents), in: FiscalYear(startYear: year))
        case .recoverAdvance(let cents): try grants.recover(id, Cents(cents), .advance, of: nil, reason: "r", notes)
        case .recoverClaim(let cents, let year):
            try grants.recover(id, Cents(cents), .claim, of: FiscalYear(startYear: year), reason: "r", notes)
        case .repay(let cents): try grants.repay(id, Cents(cents), notes)
        case .offset(let cents): try grants.offset(id, Cents(cents), from: payable ?? 0, notes)
        case .settled: break
        case .report: try grants.report(id, memo: "", notes)
        case .close: try grants.close(id, notes)
        case .cancel: try grants.cancel(id, reason: "r", notes)
        }
        return record
    }

    /// Takes back the last thing done with a grant, where it is no payment.
    private func undo(_ story: Story, _ id: GrantID) throws {
        guard let paper = story.papers[id], paper.deeds.count > 1, let last = paper.deeds.last else { return }
        switch last.what {
        case .pay, .back, .settled: return
        default: break
        }
        do {
            try story.book.write { try $0.undo(last.record, of: id, reason: "saisie") }
        } catch let error as GrantError where error.code == .laterStepRests {
            // A grant whose payable was set off may have gone on since.
            guard case .offset = last.what else { throw error }
            return
        }
        for other in story.ids { story.papers[other]?.deeds.removeAll { $0.record == last.record } }
        story.undone += 1
    }

    private func compare(_ story: Story) throws {
        for id in story.ids {
            guard let paper = story.papers[id] else { continue }
            let figures = try story.book.detail(id).row.figures
            let years = [paper.year(2026), paper.year(2027)]
            let found = [
                figures.agreement, figures.accepted, figures.advanced, figures.advanceUsed, figures.heldBack,
                figures.payable, figures.paid, figures.accrued, figures.recovered, figures.recoverable, figures.reserved,
                figures.committed, figures.spent,
            ]
            #expect(found == [
                paper.isCancelled ? 0 : paper.total, paper.accepted, paper.advanced, paper.used, paper.heldBack,
                paper.allLeft, paper.allPaid, paper.accrued, paper.advancesRecovered + paper.claimsRecovered,
                paper.recoverable, 0, years[0].committed + years[1].committed, years[0].spent + years[1].spent,
            ], "\(id.text) after \(paper.deeds)")
        }
        for start in [2026, 2027] {
            let amounts = try story.book.envelope("A", FiscalYear(startYear: start))
            let sums = story.papers.values.map { $0.year(start) }
            let committed = sums.reduce(0) { $0 + $1.committed }, spent = sums.reduce(0) { $0 + $1.spent }
            #expect(amounts.committed == committed && amounts.spent == spent && amounts.reserved == 0)
            #expect(amounts.available == 1_000_000 - committed - spent)
        }
    }
}

extension GrantPaper.What {
    fileprivate var isAccrual: Bool { if case .accrue = self { true } else { false } }
}
