import AuditTrail
import ReferenceData

@testable import FundLedger

/// From the agreement on.
extension GrantStory {
    /// Pays all that is due, in one run; some deposits come back and are paid by the next run.
    func pay(in year: FiscalYear, offset: Int32) throws {
        for round in 0..<2 {
            guard !payables.isEmpty else { return }
            let date = try day(year, offset + Int32(round) * 10)
            let due = payables.keys.sorted()
            let total = due.reduce(Int64(0)) { $0 + (payables[$1]?.cents ?? 0) }
            let proposal = try write(as: book.marie) { try Payments($0).propose(due, on: date) }
            try write(as: book.jean) { session in
                try session.append(ApprovalGiven(proposal: proposal))
                guard let waiting = try session.record(at: proposal) as? any ProposalRecord else { return }
                _ = try waiting.carryOut(in: session, proposal: proposal)
            }
            tally.move(.payable, total, on: date)
            tally.move(.transit, 0 - total, on: date)
            try settle(due, on: day(year, offset + Int32(round) * 10 + 3))
        }
    }

    private func settle(_ due: [Int64], on date: CalendarDate) throws {
        try write(as: book.marie) { session in
            let payments = try Payments(session)
            var cleared: [PaymentID] = []
            for row in try payments.rows(state: .issued) {
                guard let payable = payables[row.payable] else { continue }
                if chance(7) {
                    try payments.reject(row.id, reason: "compte fermé", on: date)
                    tally.move(.transit, payable.cents, on: date)
                    tally.move(.payable, 0 - payable.cents, on: date)
                    continue
                }
                cleared.append(row.id)
                payables[row.payable] = nil
                if payable.isAdvance {
                    grants[payable.grant].isAdvancePaid = true
                } else {
                    grants[payable.grant].paid += payable.cents
                }
                tally.move(.transit, payable.cents, on: date)
                tally.move(.cash, 0 - payable.cents, on: date)
            }
            if !cleared.isEmpty { try payments.clear(cleared, on: date) }
        }
    }

    /// Claims on what the year has left; where it is the last, on all of it or on nothing.
    func claim(in year: FiscalYear, offset: Int32, lastClaim: Bool) throws {
        try write(as: book.marie) { session in
            let api = try Grants(session)
            for index in grants.indices where grants[index].isSigned && !grants[index].isDone && grants[index].left[year] != nil {
                let left = (grants[index].left[year] ?? 0) + grants[index].accrued
                guard left > 0, chance(80) else { continue }
                let amount = dice.number(1...left)
                try claim(index, amount, year, on: day(year, offset), api)
            }
        }
    }

    private func claim(_ index: Int, _ amount: Int64, _ year: FiscalYear, on date: CalendarDate, _ api: Grants) throws {
        var grant = grants[index]
        let claimed = amount + (chance(20) ? dice.number(1...500) : 0)
        grant.claims += 1
        try api.claim(grant.id, Cents(claimed), from: date, to: date, .init(on: date))
        let advance = grant.isAdvancePaid ? min(grant.advanced - grant.advanceUsed, amount) : 0
        guard amount + (grant.advanced - grant.advanceUsed - advance) <= room(grant) else { return try refuseAll(index, grant, date, api) }
        let holdback = dice.number(0...((amount - advance) / 10))
        try api.accept(
            grant.id, claim: grant.claims, eligible: Cents(amount), advance: Cents(advance), holdback: Cents(holdback),
            reason: claimed > amount ? "non admissible" : nil, .init(on: date))
        let payable = amount - advance - holdback
        tally.move(.advances, 0 - advance, on: date)
        tally.move(.holdbacks, 0 - holdback, on: date)
        tally.move(.payable, 0 - payable, on: date)
        let covered = min(grant.accrued, amount)
        tally.spend(amount - covered, expense: amount, in: year)
        grant.accrued -= covered
        grant.left[year, default: 0] -= amount - covered
        grant.advanceUsed += advance
        grant.heldBack += holdback
        grant.accepted[year, default: 0] += amount - covered
        if let accrued = grant.accruedIn { grant.accepted[accrued, default: 0] += covered }
        if payable > 0 {
            payables[api.session.register.size - 1] = StoryPayable(grant: index, isAdvance: false, cents: payable)
        }
        grants[index] = grant
    }

    /// What the agreement still allows: the plan, less what is accepted.
    private func room(_ grant: StoryGrant) -> Int64 { grant.left.values.reduce(0, +) + grant.accrued }

    private func refuseAll(_ index: Int, _ grant: StoryGrant, _ date: CalendarDate, _ api: Grants) throws {
        try api.accept(grant.id, claim: grant.claims, eligible: .zero, reason: "hors convention", .init(on: date))
        grants[index] = grant
    }

    /// Accrues some of the eligible work of grants that go on.
    func accrue(in year: FiscalYear, _ next: FiscalYear) throws {
        try write(as: book.marie) { session in
            let api = try Grants(session)
            for index in grants.indices where grants[index].isSigned && !grants[index].isDone {
                var grant = grants[index]
                guard let left = grant.left[year], left > 0, grant.left[next] != nil, grant.accrued == 0, chance(40) else { continue }
                let amount = dice.number(1...left)
                try api.accrue(grant.id, Cents(amount), in: year)
                tally.move(.accrued, 0 - amount, on: year.lastDay)
                tally.move(.accrued, amount, on: next.firstDay)
                tally.spend(amount, expense: amount, in: year)
                tally.spend(0, expense: 0 - amount, in: next)
                grant.left[year] = left - amount
                grant.accrued = amount
                grant.accruedIn = year
                grants[index] = grant
            }
        }
    }

    /// Reports, releases, pays, recovers and closes what can be closed.
    func finish(in year: FiscalYear) throws {
        let date = try day(year, 300)
        try write(as: book.marie) { session in
            let api = try Grants(session)
            for index in grants.indices where grants[index].isSigned && !grants[index].isDone {
                let grant = grants[index]
                try api.report(grant.id, memo: "", .init(on: date))
                guard grant.heldBack > 0 else { continue }
                try api.release(grant.id, Cents(grant.heldBack), .init(on: date))
                tally.move(.holdbacks, grant.heldBack, on: date)
                tally.move(.payable, 0 - grant.heldBack, on: date)
                payables[session.register.size - 1] = StoryPayable(grant: index, isAdvance: false, cents: grant.heldBack)
                grants[index].heldBack = 0
            }
        }
        try pay(in: year, offset: 310)
        try pay(in: year, offset: 330)
        try pay(in: year, offset: 350)
        try write(as: book.marie) { session in
            let api = try Grants(session)
            for index in grants.indices where grants[index].isSigned && !grants[index].isDone {
                try recover(index, year, on: try day(year, 364), api)
            }
        }
    }

    private func recover(_ index: Int, _ year: FiscalYear, on date: CalendarDate, _ api: Grants) throws {
        let grant = grants[index]
        let unused = grant.advanced - grant.advanceUsed
        guard !payables.values.contains(where: { $0.grant == index }), unused == 0 || grant.isAdvancePaid else { return }
        if unused > 0 {
            try api.recover(grant.id, Cents(unused), .advance, of: nil, reason: "non employée", .init(on: date))
            tally.move(.advances, 0 - unused, on: date)
            tally.move(.recoverable, unused, on: date)
        }
        let old = grant.accepted.filter { $0.key < year && $0.value > 0 }.min { $0.key < $1.key }
        if let (accepted, cents) = old, grant.paid > 0, chance(15) {
            let amount = dice.number(1...min(cents, grant.paid))
            try api.recover(grant.id, Cents(amount), .claim, of: accepted, reason: "vérification", .init(on: date))
            tally.move(.recoverable, amount, on: date)
            let back = dice.number(1...amount)
            try api.repay(grant.id, Cents(back), .init(on: date))
            tally.move(.recoverable, 0 - back, on: date)
            tally.move(.cash, back, on: date)
        }
        try api.close(grant.id, .init(on: date))
        for (year, cents) in grant.left { tally.commit(0 - cents, in: year) }
        grants[index].isDone = true
    }
}
