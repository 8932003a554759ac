import AuditTrail
import ReferenceData

@testable import FundLedger

/// A grant of the story, with what the story remembers of it.
struct StoryGrant {
    let id: GrantID
    let requested: Int64
    /// What is agreed for each year, and what is left of it.
    var left: [FiscalYear: Int64] = [:]
    var advanced: Int64 = 0
    var advanceUsed: Int64 = 0
    var isAdvancePaid = false
    var heldBack: Int64 = 0
    var accrued: Int64 = 0
    /// The year of what is accrued.
    var accruedIn: FiscalYear?
    var claims: Int64 = 0
    /// Accepted, by year.
    var accepted: [FiscalYear: Int64] = [:]
    /// Claims and holdbacks paid.
    var paid: Int64 = 0
    var isSigned = false
    var isDone = false
}

/// A payable that the story made.
struct StoryPayable {
    let grant: Int
    let isAdvance: Bool
    let cents: Int64
}

/// Three years of a fund: applications, decisions, agreements, advances, claims, accruals, payments, recoveries, closings,
/// by seeded chance, each told to a tally.
final class GrantStory {
    let book: SampleBook
    let fund: FundCode
    let years: [FiscalYear]
    var dice: Dice
    var tally = Tally()
    var grants: [StoryGrant] = []
    var payables: [Int64: StoryPayable] = [:]

    init(_ book: SampleBook, _ fund: FundCode, years: [FiscalYear], seed: UInt64) {
        self.book = book
        self.fund = fund
        self.years = years
        dice = Dice(seed)
    }

    func day(_ year: FiscalYear, _ offset: Int32) throws -> CalendarDate {
        try CalendarDate(dayNumber: year.firstDay.dayNumber + offset)
    }

    func chance(_ percent: Int64) -> Bool { dice.number(1...100) <= percent }

    /// Writes into the fund as one of the two persons.
    @discardableResult
    func write<T>(as key: PrivateKey, _ body: (RegisterSession) throws -> T) throws -> T {
        let outcome = try book.book.write(book.order([fund.rawValue], key: key)) { try body($0.register(fund.rawValue)) }
        guard case .done(let value, _, _) = outcome else { preconditionFailure("a fresh request was repeated") }
        return value
    }

    /// `count` applications in each year but the last.
    func tell(_ count: Int) throws {
        try found()
        for (index, year) in years.enumerated() {
            let next = index + 1 < years.count ? years[index + 1] : nil
            if let next {
                let new = try apply(count, in: year)
                try decide(new, in: year, next)
                try agree(new, in: year, next)
            }
            try pay(in: year, offset: 120)
            try claim(in: year, offset: 200, lastClaim: next == nil)
            try pay(in: year, offset: 260)
            if let next { try accrue(in: year, next) }
            if next == nil { try finish(in: year) }
        }
    }

    private func found() throws {
        try write(as: book.marie) { session in
            for year in years { try session.append(YearOpened(year: year, budget: .controlled)) }
            for year in years {
                try Budget(session).open(
                    Envelope(code: "E", year: year, name: "Tout", amount: Cents(50_000_000_000)), on: year.firstDay)
            }
            try Programs(session).add(
                ProgramAdded(program: "P", name: "Programme", account: "5130", norms: .approved, citation: "essai"))
            for number in 0..<20 {
                try Recipients(session).add("X-\(number)", .name("Organisme \(number)"))
                let bank = String(repeating: "0", count: 30) + (number < 10 ? "0\(number)" : "\(number)")
                try session.openSubject(
                    bank, values: ["account": "12345"], salts: ["account": [UInt8](repeating: UInt8(number), count: 32)])
            }
        }
        let proposals = try write(as: book.marie) { session in
            try (0..<20).map { number in
                try Payments(session).proposeBank(
                    String(repeating: "0", count: 30) + (number < 10 ? "0\(number)" : "\(number)"), of: "X-\(number)")
            }
        }
        try approve(proposals)
    }

    /// The second person lets proposals happen.
    private func approve(_ proposals: [Int64]) throws {
        try write(as: book.jean) { session in
            for proposal in proposals {
                try session.append(ApprovalGiven(proposal: proposal))
                guard let waiting = try session.record(at: proposal) as? any ProposalRecord else { continue }
                _ = try waiting.carryOut(in: session, proposal: proposal)
            }
        }
    }

    // MARK: Until the agreement

    private func apply(_ count: Int, in year: FiscalYear) throws -> Range<Int> {
        let first = grants.count
        try write(as: book.marie) { session in
            let grants = try Grants(session)
            for _ in 0..<count {
                let amount = dice.number(100...4_000_000)
                let applied = try grants.apply(
                    Cents(amount), program: "P", recipient: "X-\(dice.number(0...19))", title: "Projet",
                    .init(on: day(year, 5)))
                try grants.assess(applied.grant, .approve, memo: "", .init(on: day(year, 6)))
                self.grants.append(StoryGrant(id: applied.grant, requested: amount))
            }
        }
        return first..<grants.count
    }

    private func decide(_ new: Range<Int>, in year: FiscalYear, _ next: FiscalYear) throws {
        try write(as: book.jean) { session in
            let grants = try Grants(session)
            for index in new {
                let grant = self.grants[index]
                if chance(8) {
                    try grants.refuse(grant.id, reason: "hors norme", .init(on: day(year, 20)))
                    self.grants[index].isDone = true
                    continue
                }
                var left = [year: grant.requested]
                if chance(40) {
                    let later = dice.number(1...grant.requested) - 1
                    left = [year: grant.requested - later, next: later]
                }
                let plan = left.sorted { $0.key < $1.key }.map {
                    GrantPlanLine(year: $0.key, amount: $0.value, envelope: "E")
                }
                try grants.approve(
                    grant.id, plan, by: .init(authority: .direction, instrument: "D"), .init(on: day(year, 20)))
                for (year, cents) in left { tally.reserve(cents, in: year) }
                self.grants[index].left = left
            }
        }
    }

    private func agree(_ new: Range<Int>, in year: FiscalYear, _ next: FiscalYear) throws {
        try write(as: book.marie) { session in
            let grants = try Grants(session)
            for index in new where !self.grants[index].isDone {
                try agree(index, year, next, grants)
            }
        }
    }

    private func agree(_ index: Int, _ year: FiscalYear, _ next: FiscalYear, _ grants: Grants) throws {
        var grant = self.grants[index]
        for (year, cents) in grant.left { tally.reserve(0 - cents, in: year) }
        if chance(6) {
            try grants.cancel(grant.id, reason: "abandon", .init(on: day(year, 30)))
            grant.isDone = true
        } else {
            if chance(20), let cents = grant.left[year], cents > 1 { grant.left[year] = cents - dice.number(1...(cents - 1)) }
            var instalments: [GrantInstalment] = []
            for (year, cents) in grant.left.sorted(by: { $0.key < $1.key }) where cents > 0 {
                instalments.append(.init(date: try day(year, 300), amount: cents, kind: .claim))
            }
            let plan = grant.left.sorted { $0.key < $1.key }.map {
                GrantPlanLine(year: $0.key, amount: $0.value, envelope: "E")
            }
            try grants.sign(
                grant.id,
                GrantTerms(
                    objectives: "o", activities: "a", results: "r", contributions: [.init(party: "p", amount: 0)], terms: "t"),
                from: day(year, 31), to: day(next, 364), plan, instalments,
                with: .name("Organisme"), .init(on: day(year, 30)))
            for (year, cents) in grant.left { tally.commit(cents, in: year) }
            grant.isSigned = true
            if let cents = grant.left[year], cents > 10, chance(50) {
                let amount = dice.number(1...(cents / 2))
                let advance = try grants.advance(grant.id, Cents(amount), .init(on: day(year, 40)))
                grant.advanced = amount
                tally.move(.advances, amount, on: advance.date)
                tally.move(.payable, 0 - amount, on: advance.date)
                payables[grants.session.register.size - 1] = StoryPayable(grant: index, isAdvance: true, cents: amount)
            }
        }
        self.grants[index] = grant
    }
}
