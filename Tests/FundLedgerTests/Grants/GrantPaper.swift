import ReferenceData

@testable import FundLedger

/// Grants kept on paper: lists of what was done, and sums over them for every question. Knows nothing of the library's
/// states.
struct GrantPaper {
    enum What: Equatable {
        case sign([Int: Int64])
        case amend([Int: Int64])
        case advance(Int64)
        case pay(Int64, of: Int64)
        case back(Int64, of: Int64)
        case claim(Int64)
        case accept(Int, eligible: Int64, advance: Int64, holdback: Int64)
        case release(Int64)
        case accrue(Int64, Int)
        case recoverAdvance(Int64)
        case recoverClaim(Int64, Int)
        case repay(Int64)
        case offset(Int64)
        case settled(Int64, of: Int64)
        case report, close, cancel
    }

    struct Deed {
        let record: Int64
        let year: Int
        let what: What
    }

    var deeds: [Deed] = []

    private func sum(_ cents: (Deed) -> Int64?) -> Int64 { deeds.reduce(0) { $0 + (cents($1) ?? 0) } }

    // MARK: Figures

    var plan: [Int: Int64] {
        for deed in deeds.reversed() {
            switch deed.what {
            case .sign(let plan), .amend(let plan): return plan
            default: continue
            }
        }
        return [:]
    }
    var total: Int64 { plan.values.reduce(0, +) }
    var isReported: Bool { deeds.contains { $0.what == .report } }
    var isClosed: Bool { deeds.contains { $0.what == .close } }
    var isCancelled: Bool { deeds.contains { $0.what == .cancel } }
    var claims: [Int64] { deeds.compactMap { if case .claim(let cents) = $0.what { cents } else { nil } } }
    var answered: [Int] { deeds.compactMap { if case .accept(let claim, _, _, _) = $0.what { claim } else { nil } } }
    var openClaims: [Int] { claims.indices.filter { !answered.contains($0) } }
    var accepted: Int64 { sum { if case .accept(_, let cents, _, _) = $0.what { cents } else { nil } } }
    /// What an accrual covered was accepted in its year.
    func accepted(in year: Int) -> Int64 {
        var cents: Int64 = 0, before = GrantPaper()
        for deed in deeds {
            if case .accept(_, let eligible, _, _) = deed.what {
                let covered = min(eligible, before.accrual(deed.year - 1))
                if deed.year == year { cents += eligible - covered }
                if deed.year == year + 1 { cents += covered }
            }
            before.deeds.append(deed)
        }
        return cents
    }
    var advanced: Int64 { sum { if case .advance(let cents) = $0.what { cents } else { nil } } }
    var used: Int64 { sum { if case .accept(_, _, let cents, _) = $0.what { cents } else { nil } } }
    var advancesRecovered: Int64 { sum { if case .recoverAdvance(let cents) = $0.what { cents } else { nil } } }
    var claimsRecovered: Int64 { sum { if case .recoverClaim(let cents, _) = $0.what { cents } else { nil } } }
    func claimsRecovered(of year: Int) -> Int64 {
        sum { if case .recoverClaim(let cents, year) = $0.what { cents } else { nil } }
    }
    var outstanding: Int64 { advanced - used - advancesRecovered }
    var heldBack: Int64 {
        sum {
            switch $0.what {
            case .accept(_, _, _, let cents): cents
            case .release(let cents): 0 - cents
            default: nil
            }
        }
    }
    var settled: Int64 {
        sum {
            switch $0.what {
            case .repay(let cents), .offset(let cents): cents
            default: nil
            }
        }
    }
    var recoverable: Int64 { advancesRecovered + claimsRecovered - settled }

    /// Payables by their records: kind and amount.
    var payables: [Int64: (isAdvance: Bool, cents: Int64)] {
        var all: [Int64: (Bool, Int64)] = [:]
        for deed in deeds {
            switch deed.what {
            case .advance(let cents): all[deed.record] = (true, cents)
            case .release(let cents): all[deed.record] = (false, cents)
            case .accept(_, let eligible, let advance, let holdback) where eligible > advance + holdback:
                all[deed.record] = (false, eligible - advance - holdback)
            default: break
            }
        }
        return all
    }
    func paid(of payable: Int64) -> Int64 {
        sum {
            switch $0.what {
            case .pay(let cents, payable): cents
            case .back(let cents, payable): 0 - cents
            default: nil
            }
        }
    }
    func setOff(of payable: Int64) -> Int64 { sum { if case .settled(let cents, payable) = $0.what { cents } else { nil } } }
    func left(_ payable: Int64) -> Int64 { (payables[payable]?.cents ?? 0) - paid(of: payable) - setOff(of: payable) }
    var allLeft: Int64 { payables.keys.reduce(0) { $0 + left($1) } }
    var allPaid: Int64 { payables.keys.reduce(0) { $0 + paid(of: $1) } }
    func received(onAdvances: Bool) -> Int64 {
        payables.filter { $0.value.isAdvance == onAdvances }.keys.reduce(0) { $0 + paid(of: $1) + setOff(of: $1) }
    }

    /// What is open of the accrual of a year: less what acceptances of the year after took.
    func accrual(_ year: Int) -> Int64 {
        var open: Int64 = 0
        for deed in deeds {
            switch deed.what {
            case .accrue(let cents, year): open = cents
            case .accept(_, let eligible, _, _) where deed.year == year + 1: open -= min(open, eligible)
            case .close: open = 0
            default: break
            }
        }
        return open
    }
    func hasAccrual(_ year: Int) -> Bool { deeds.contains { if case .accrue(_, year) = $0.what { true } else { false } } }
    var accrued: Int64 { [2026, 2027].reduce(0) { $0 + accrual($1) } }

    /// What a year has committed and spent, by going through the list once.
    func year(_ year: Int) -> (committed: Int64, spent: Int64) {
        var committed: Int64 = 0, spent: Int64 = 0, before = GrantPaper()
        for deed in deeds {
            switch deed.what {
            case .sign(let plan), .amend(let plan): committed = (plan[year] ?? 0) - spent
            case .accept(_, let eligible, _, _) where deed.year == year:
                let moved = eligible - min(eligible, before.accrual(year - 1))
                committed -= moved
                spent += moved
            case .accrue(let cents, year):
                committed -= cents
                spent += cents
            case .recoverClaim(let cents, year) where deed.year == year: spent -= min(cents, spent)
            case .close, .cancel: committed = 0
            default: break
            }
            before.deeds.append(deed)
        }
        return (committed, spent)
    }

    // MARK: What may be done

    /// Whether, the deed done, what is committed of the years begun and accrued is at least the advances outstanding.
    private func covers(_ deed: Deed) -> Bool {
        var after = self
        after.deeds.append(deed)
        let committed = [2026, 2027].filter { $0 <= deed.year }.reduce(Int64(0)) { $0 + after.year($1).committed }
        return committed + after.accrued >= after.outstanding
    }

    /// Whether a deed is lawful now, envelopes aside.
    func allows(_ deed: Deed) -> Bool {
        let ends = isClosed || isCancelled
        func moves(_ cents: Int64, _ year: Int) -> Bool { cents <= self.year(year).committed }
        switch deed.what {
        case .sign: return deeds.isEmpty
        case .amend(let plan):
            let total = plan.values.reduce(0, +)
            return !ends && total >= accepted + outstanding + accrued && total <= 100_000 && total > 0
                && [2026, 2027].allSatisfy { plan[$0] ?? 0 >= year($0).spent }
                && plan.allSatisfy { $0.key >= deed.year || $0.value <= self.plan[$0.key] ?? 0 } && covers(deed)
        case .advance(let cents): return !ends && !isReported && accepted + outstanding + recoverable + cents <= total && covers(deed)
        case .pay(let cents, let payable): return payables[payable] != nil && cents <= left(payable)
        case .back(let cents, let payable): return payables[payable] != nil && cents <= paid(of: payable)
        case .claim: return !ends
        case .accept(let claim, let eligible, let advance, let holdback):
            let taken = eligible - min(eligible, accrual(deed.year - 1))
            return !ends && openClaims.contains(claim) && eligible <= claims[claim]
                && advance <= max(0, received(onAdvances: true) - used - advancesRecovered) && advance + holdback <= eligible
                && accepted + eligible + outstanding - advance <= total && (eligible == 0 || moves(taken, deed.year) && covers(deed))
        case .release(let cents): return !ends && cents <= heldBack
        case .accrue(let cents, let year):
            return !ends && !hasAccrual(year) && year == 2026 && accepted + accrued + cents <= total && moves(cents, year)
        case .recoverAdvance(let cents):
            return !isCancelled && cents <= max(0, received(onAdvances: true) - used - advancesRecovered)
        case .recoverClaim(let cents, let year):
            return !isCancelled && year <= deed.year && cents <= accepted(in: year) - claimsRecovered(of: year)
                && cents <= received(onAdvances: false) + used - claimsRecovered
        case .repay(let cents), .offset(let cents): return !isCancelled && cents <= recoverable
        case .settled(let cents, let payable): return payables[payable] != nil && cents <= left(payable)
        case .report: return !ends && !isReported
        case .close: return isReported && !ends && openClaims.isEmpty && outstanding == 0 && heldBack == 0 && allLeft == 0
        case .cancel:
            return !ends && !isReported && openClaims.isEmpty && accepted == 0 && outstanding == 0 && accrued == 0
                && recoverable == 0 && allLeft == 0
        }
    }
}
