import ReferenceData

/// Approval, agreement, amendments: what reserves and commits. FORMAT.md, section 19.4.
extension GrantState {
    mutating func take(
        approved plan: [GrantPlanLine], by authority: GrantAuthority, _ step: GrantStep, _ facts: GrantFacts
    ) throws -> [GrantEntry] {
        let total = try require(plan, facts, notBefore: step.date)
        try require(authority, for: total, facts)
        approved = total
        approvals.append(step.date)
        return try replace(by: plan, held: .reserved, taking: .reserved, step)
    }

    mutating func take(
        signed plan: [GrantPlanLine], _ instalments: [GrantInstalment], from begins: CalendarDate, to ends: CalendarDate,
        _ step: GrantStep, _ facts: GrantFacts
    ) throws -> [GrantEntry] {
        try requireDays(begins, ends)
        let total = try require(plan, facts, notBefore: step.date)
        guard total <= approved else {
            throw refusal(
                .aboveApproved,
                [
                    "asked_cents": String(total), "approved_cents": String(approved),
                    "excess_cents": String(total - approved),
                ])
        }
        try require(instalments, sumTo: plan)
        self.instalments = instalments
        self.begins = begins
        self.ends = ends
        signedOn = step.date
        return try replace(by: plan, held: .reserved, taking: .committed, step)
    }

    mutating func take(
        amended plan: [GrantPlanLine], _ instalments: [GrantInstalment]?, ends: CalendarDate?, _ authority: GrantAuthority?,
        _ step: GrantStep, _ facts: GrantFacts
    ) throws -> [GrantEntry] {
        let total = try require(plan, facts, notBefore: nil)
        if let begins, let ends { try requireDays(begins, ends) }
        try requireSpendingStays(in: plan)
        try requireNothingForPastYears(in: plan, step)
        let used = try sum(sum(accepted, advancesOutstanding), accrued)
        guard total >= used else { throw aboveAgreement(asked: used, left: total, of: total, step) }
        try requireAuthority(authority, ofAmendmentTo: total, facts)
        approved = max(approved, total)
        if authority != nil { approvals.append(step.date) }
        try require(instalments ?? self.instalments, sumTo: plan)
        self.instalments = instalments ?? self.instalments
        self.ends = ends ?? self.ends
        let entries = try replace(by: plan, held: .committed, taking: .committed, step)
        try requireCoveredAdvances(step, facts)
        return entries
    }

    mutating func take(
        continued year: FiscalYear, _ envelope: String, _ step: GrantStep, _ facts: GrantFacts
    ) throws -> [GrantEntry] {
        func refused(_ cause: String) -> GrantError {
            refusal(.nothingToContinue, ["year": year.text, "cause": cause])
        }
        guard var line = lines[year.startYear], line.planned > 0 else { throw refused("line") }
        guard line.envelope == nil else { throw refused("envelope") }
        guard try facts.isControlled(year) else { throw refused("year") }
        line.envelope = envelope
        line.held = line.planned
        lines[year.startYear] = line
        var entry = GrantEntry(year, step.date)
        try entry.movement.move(line.planned, in: envelope, debit: .available, credit: .committed)
        return [entry]
    }

    /// Puts a plan in the place of the one in force: each year lets go of what it held and takes what the plan has for it
    /// beyond what is spent.
    private mutating func replace(
        by plan: [GrantPlanLine], held: AccountClass, taking: AccountClass, _ step: GrantStep
    ) throws -> [GrantEntry] {
        let planned = Dictionary(uniqueKeysWithValues: plan.map { ($0.year.startYear, $0) })
        var entries: [GrantEntry] = []
        var kept: [Int: Line] = [:]
        for start in Set(lines.keys).union(planned.keys).sorted() {
            let old = lines[start], new = planned[start]
            var entry = GrantEntry(try FiscalYear(startYear: start), step.date)
            if let old, let envelope = old.envelope, old.held > 0 {
                try entry.movement.move(old.held, in: envelope, debit: held, credit: .available)
            }
            if let new {
                let spent = old?.spent ?? 0
                let rest = new.envelope == nil ? 0 : new.amount - spent
                kept[start] = Line(planned: new.amount, envelope: new.envelope, held: rest, spent: spent)
                if let envelope = new.envelope, rest > 0 {
                    try entry.movement.move(rest, in: envelope, debit: .available, credit: taking)
                }
            }
            if !entry.movement.sums.isEmpty { entries.append(entry) }
        }
        lines = kept
        return entries
    }

    // MARK: What must hold

    /// The total of a plan that has its form. Refuses: E-GRT-010 … E-GRT-012.
    private func require(_ plan: [GrantPlanLine], _ facts: GrantFacts, notBefore date: CalendarDate?) throws -> Int64 {
        if let fault = GrantPlanLine.fault(of: plan) {
            throw refusal(.planShape, ["lines": String(plan.count), "cause": fault])
        }
        if let date, let first = plan.first?.year, try first < FiscalYear(of: date) {
            throw refusal(.planYearPast, ["year": first.text, "date": date.iso])
        }
        if !facts.isAgain {
            for line in plan where try facts.isControlled(line.year) != (line.envelope != nil) {
                throw refusal(
                    .planEnvelope,
                    [
                        "year": line.year.text, "envelope": line.envelope ?? "",
                        "cause": line.envelope == nil ? "missing" : "needless",
                    ])
            }
        }
        guard let total = GrantPlanLine.total(plan) else { throw refusal(.overflow, [:]) }
        try requireInBounds(total)
        return total
    }

    /// Refuses: E-GRT-019.
    private func requireDays(_ begins: CalendarDate, _ ends: CalendarDate) throws {
        guard begins <= ends else { throw refusal(.agreementEnds, ["begins": begins.iso, "ends": ends.iso]) }
    }

    /// Refuses: E-GRT-013, E-GRT-018.
    private func require(_ instalments: [GrantInstalment], sumTo plan: [GrantPlanLine]) throws {
        if let fault = GrantInstalment.fault(of: instalments) {
            throw refusal(
                .termsShape, ["part": "instalments", "lines": String(instalments.count), "cause": fault])
        }
        var sums: [FiscalYear: Int64] = [:]
        for instalment in instalments {
            let year = try FiscalYear(of: instalment.date)
            sums[year] = try sum(sums[year] ?? 0, instalment.amount)
        }
        let planned = Dictionary(uniqueKeysWithValues: plan.map { ($0.year, $0.amount) })
        for year in Set(sums.keys).union(planned.keys).sorted() {
            let (due, has) = (sums[year] ?? 0, planned[year] ?? 0)
            guard due != has else { continue }
            throw refusal(
                .instalmentsDiffer,
                [
                    "year": year.text, "planned_cents": String(has), "instalments_cents": String(due),
                    "difference_cents": String((due - has).magnitude),
                ])
        }
    }

    /// Refuses: E-GRT-014, E-GRT-015.
    private func requireSpendingStays(in plan: [GrantPlanLine]) throws {
        let planned = Dictionary(uniqueKeysWithValues: plan.map { ($0.year.startYear, $0) })
        for (start, line) in lines.sorted(by: { $0.key < $1.key }) where line.spent > 0 {
            let year = try FiscalYear(startYear: start).text
            let amount = planned[start]?.amount ?? 0
            guard amount >= line.spent else {
                throw refusal(
                    .planBelowSpent,
                    [
                        "year": year, "planned_cents": String(amount), "spent_cents": String(line.spent),
                        "shortfall_cents": String(line.spent - amount),
                    ])
            }
            guard planned[start]?.envelope == line.envelope else {
                throw refusal(
                    .planEnvelopeSpent,
                    [
                        "year": year, "envelope": planned[start]?.envelope ?? "", "expected": line.envelope ?? "",
                        "spent_cents": String(line.spent),
                    ])
            }
        }
    }

    /// Refuses: E-GRT-024, and as an approval does.
    private func requireAuthority(
        _ authority: GrantAuthority?, ofAmendmentTo total: Int64, _ facts: GrantFacts
    ) throws {
        guard (total > approved) == (authority != nil) else {
            throw refusal(
                .amendmentAuthority,
                [
                    "cause": authority == nil ? "missing" : "needless", "total_cents": String(total),
                    "approved_cents": String(approved),
                    "required": GrantAuthority.required(total: total, norms: facts.norms, fund: facts.fund).rawValue,
                ])
        }
        if let authority { try require(authority, for: total, facts) }
    }

    /// Refuses: E-GRT-020, E-GRT-021.
    private func require(_ authority: GrantAuthority, for total: Int64, _ facts: GrantFacts) throws {
        guard authority.isOf(facts.fund) else {
            throw refusal(
                .authorityOfOtherFund, ["authority": authority.rawValue, "fund": facts.fund.rawValue])
        }
        let required = GrantAuthority.required(total: total, norms: facts.norms, fund: facts.fund)
        guard authority.rank >= required.rank else {
            throw refusal(
                .authorityTooLow,
                [
                    "total_cents": String(total), "authority": authority.rawValue, "required": required.rawValue,
                    "norms": facts.norms.rawValue,
                ])
        }
    }
}
