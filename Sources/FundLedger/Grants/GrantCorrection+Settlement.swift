import ReferenceData

extension GrantCorrection {
    /// What is paid of a wrong step, and what the right one would owe. Cents.
    ///
    /// What was paid stays, and so does the step that it rests on (FORMAT.md, section 19.4, *undone*): the difference is
    /// recovered, or paid by a further step.
    public struct Settlement: Sendable, Equatable {
        /// The step that made the payable.
        public let record: Int64
        public let move: GrantMove
        /// Paid, or set off.
        public let paid: Int64
        /// Of the payable and not paid yet: it will be, for the step stands.
        public let left: Int64
        /// What the right step would have made payable.
        public let owed: Int64
        /// What was put to be recovered before, and is taken off what is to be recovered now.
        public let recovered: Int64
        /// The steps that settle the difference, in order.
        public let remedies: [Remedy]

        /// Above zero: too much was paid, or will be; below: too little.
        public var difference: Int64 { paid + left - owed }
    }

    /// A step that settles a difference. Cents, above zero.
    public enum Remedy: Sendable, Equatable {
        /// `grant.recovered/1` of what was accepted in a year.
        case recoverClaim(Int64, of: FiscalYear)
        /// `grant.recovered/1` of an advance.
        case recoverAdvance(Int64)
        /// A further claim, accepted with a holdback.
        case claim(Int64, number: Int64, from: CalendarDate, to: CalendarDate, holdback: Int64)
        case advance(Int64)
        case release(Int64)
        /// Was to be held back and is paid: it is due in the end, so the next claim holds back so much more.
        case holdBack(Int64)
    }
}

/// Finds the settlements of a correction. One is made for each; what was recovered before counts once.
struct GrantSettling {
    let state: GrantState
    private var claimsRecovered: [Int: Int64]
    private var advancesRecovered: Int64
    private var nextClaim: Int64

    init(_ state: GrantState) {
        self.state = state
        claimsRecovered = state.recoveredOf
        advancesRecovered = state.advancesRecovered
        nextClaim = Int64(state.claims.count) + 1
    }

    /// `now`: the step as it should have been; nil where nothing is left of it. Nil where the step made no payable, or
    /// where nothing changes.
    mutating func settlement(of old: GrantStep, now: GrantAct?, owed: Int64) throws -> GrantCorrection.Settlement? {
        guard let move = old.act.move, let payable = state.payables[old.sequence], payable.amount != owed else { return nil }
        var remedies: [GrantCorrection.Remedy] = []
        var recovered: Int64 = 0
        switch (old.act, now) {
        case (.accepted(let was), .accepted(let right)):
            recovered = try settle(was, right, old, &remedies)
        case (.released, _):
            remedies = payable.amount > owed ? [.holdBack(payable.amount - owed)] : [.release(owed - payable.amount)]
        default:
            if payable.amount > owed {
                recovered = recoverAdvance(payable.amount - owed, &remedies)
            } else {
                remedies.append(.advance(owed - payable.amount))
            }
        }
        return GrantCorrection.Settlement(
            record: old.sequence, move: move, paid: payable.paid + payable.offset, left: payable.left, owed: owed,
            recovered: recovered, remedies: remedies)
    }

    /// What is eligible, the advance used and what is held back each have a way of their own. Gives what was recovered
    /// before.
    private mutating func settle(
        _ was: GrantAcceptance, _ right: GrantAcceptance, _ old: GrantStep, _ remedies: inout [GrantCorrection.Remedy]
    ) throws -> Int64 {
        var recovered: Int64 = 0
        var toHold = max(0, right.holdback - was.holdback)
        if was.eligible > right.eligible {
            let year = try FiscalYear(of: old.date)
            let before = min(claimsRecovered[year.startYear] ?? 0, was.eligible - right.eligible)
            claimsRecovered[year.startYear, default: 0] -= before
            recovered += before
            let rest = was.eligible - right.eligible - before
            if rest > 0 { remedies.append(.recoverClaim(rest, of: year)) }
        } else if right.eligible > was.eligible, let claim = state.claims[was.claim] {
            let amount = right.eligible - was.eligible
            let held = min(toHold, amount)
            toHold -= held
            remedies.append(.claim(amount, number: nextClaim, from: claim.from, to: claim.to, holdback: held))
            nextClaim += 1
        }
        if right.advance > was.advance {
            recovered += recoverAdvance(right.advance - was.advance, &remedies)
        } else if was.advance > right.advance {
            remedies.append(.advance(was.advance - right.advance))
        }
        if was.holdback > right.holdback { remedies.append(.release(was.holdback - right.holdback)) }
        if toHold > 0 { remedies.append(.holdBack(toHold)) }
        return recovered
    }

    private mutating func recoverAdvance(_ amount: Int64, _ remedies: inout [GrantCorrection.Remedy]) -> Int64 {
        let before = min(advancesRecovered, amount)
        advancesRecovered -= before
        if amount > before { remedies.append(.recoverAdvance(amount - before)) }
        return before
    }
}
