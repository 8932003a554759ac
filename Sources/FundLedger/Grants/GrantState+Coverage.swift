import ReferenceData

/// What keeps money from leaving beyond the budget of the years that have begun. FORMAT.md, section 19.4.
extension GrantState {
    /// The largest amount of an application and of a plan, in cents: sums over every grant of a fund stay within 64 bits.
    public static let largestAmount: Int64 = 99_999_999_999_999

    /// Refuses: E-GRT-073.
    func requireInBounds(_ amount: Int64) throws {
        guard amount > Self.largestAmount else { return }
        throw refusal(
            .amountTooLarge, ["amount_cents": String(amount), "limit_cents": String(Self.largestAmount)])
    }

    /// Advances neither used nor recovered are covered by what is committed for the years begun, and by accruals: else an
    /// advance would pay out budget that nobody holds, or an amendment take away what an advance was paid on. Refuses:
    /// E-GRT-070.
    func requireCoveredAdvances(_ step: GrantStep, _ facts: GrantFacts) throws {
        let year = try FiscalYear(of: step.date)
        let begun = lines.filter { $0.key <= year.startYear }
        guard try facts.isControlled(year), try begun.keys.allSatisfy({ try facts.isControlled(FiscalYear(startYear: $0)) })
        else { return }
        let committed = begun.values.reduce(Int64(0)) { $0 &+ $1.held }
        let covered = try sum(committed, accrued)
        guard covered < advancesOutstanding else { return }
        throw refusal(
            .advanceUncovered,
            [
                "step": step.act.name, "year": year.text, "outstanding_cents": String(advancesOutstanding),
                "committed_cents": String(committed), "accrued_cents": String(accrued),
                "shortfall_cents": String(advancesOutstanding - covered),
            ])
    }

    /// An amendment gives no year that is over more than it had: its budget has lapsed. Refuses: E-GRT-071.
    func requireNothingForPastYears(in plan: [GrantPlanLine], _ step: GrantStep) throws {
        let year = try FiscalYear(of: step.date)
        for line in plan where line.year < year {
            let before = lines[line.year.startYear]?.planned ?? 0
            guard line.amount > before else { continue }
            throw refusal(
                .planYearRaised,
                [
                    "year": line.year.text, "date": step.date.iso, "planned_cents": String(line.amount),
                    "before_cents": String(before),
                ])
        }
    }

    /// Work is accrued of an agreement that was there on that day. Refuses: E-GRT-072.
    func requireAgreement(on date: CalendarDate) throws {
        guard let signedOn, date < signedOn else { return }
        throw refusal(.accrualBeforeAgreement, ["signed": signedOn.iso, "date": date.iso])
    }
}
