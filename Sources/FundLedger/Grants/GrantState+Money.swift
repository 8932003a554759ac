import ReferenceData

/// Advances, claims, holdbacks, accruals: what becomes payable. FORMAT.md, section 19.4.
extension GrantState {
    mutating func take(
        imported amount: Int64, _ envelope: String?, _ step: GrantStep, _ facts: GrantFacts
    ) throws -> [GrantEntry] {
        try positive(amount, step)
        try requireInBounds(amount)
        let year = try FiscalYear(of: step.date)
        try require(envelope, in: year, step, facts)
        requested = amount
        approved = amount
        accepted = amount
        appliedOn = step.date
        acceptedIn[year.startYear] = amount
        approvals = [step.date]
        lines[year.startYear] = Line(
            planned: amount, envelope: envelope, held: 0, spent: envelope == nil ? 0 : amount)
        payables[step.sequence] = Payable(kind: .imported, date: step.date, amount: amount)
        var entry = GrantEntry(year, step.date)
        entry.expense(amount, envelope: envelope)
        entry.post(0 - amount, .payable)
        if let envelope { try entry.movement.move(amount, in: envelope, debit: .available, credit: .spent) }
        return [entry]
    }

    mutating func take(advanced amount: Int64, _ step: GrantStep, _ facts: GrantFacts) throws -> [GrantEntry] {
        try positive(amount, step)
        let left = total - accepted - advancesOutstanding - recoverable
        guard amount <= left else { throw aboveAgreement(asked: amount, left: left, of: total, step) }
        advanced = try sum(advanced, amount)
        try requireCoveredAdvances(step, facts)
        payables[step.sequence] = Payable(kind: .advance, date: step.date, amount: amount)
        var entry = GrantEntry(try FiscalYear(of: step.date), step.date)
        entry.post(amount, .advances)
        entry.post(0 - amount, .payable)
        return [entry]
    }

    mutating func take(
        claimed amount: Int64, _ number: Int64, from: CalendarDate, to: CalendarDate, _ step: GrantStep
    ) throws -> [GrantEntry] {
        try positive(amount, step)
        let next = Int64(claims.count) + 1
        guard number == next else {
            throw refusal(.claimNumber, ["claim": String(number), "expected": String(next)])
        }
        guard from <= to, to <= step.date else {
            throw refusal(.claimDays, ["from": from.iso, "to": to.iso, "date": step.date.iso])
        }
        claims[number] = Claim(amount: amount, from: from, to: to)
        return []
    }

    mutating func take(
        accepted acceptance: GrantAcceptance, _ step: GrantStep, _ facts: GrantFacts
    ) throws -> [GrantEntry] {
        try requireLawful(acceptance, step)
        let eligible = acceptance.eligible
        let rest = total - accepted - advancesOutstanding + acceptance.advance
        guard eligible <= rest else { throw aboveAgreement(asked: eligible, left: rest, of: total, step) }
        claims[acceptance.claim]?.accepted = step.sequence
        claims[acceptance.claim]?.eligible = eligible
        guard eligible > 0 else { return [] }
        let year = try FiscalYear(of: step.date)
        var entry = GrantEntry(year, step.date)
        let covered = min(eligible, accrued(before: year))
        let envelope = try spend(eligible - covered, in: year, &entry, step, facts)
        entry.expense(eligible, envelope: envelope)
        entry.post(0 - acceptance.advance, .advances)
        entry.post(0 - acceptance.holdback, .holdbacks)
        entry.post(0 - acceptance.payable, .payable)
        accepted = try sum(accepted, eligible)
        cover(covered, before: year)
        acceptedIn[year.startYear, default: 0] += eligible - covered
        advancesUsed += acceptance.advance
        try requireCoveredAdvances(step, facts)
        heldBack += acceptance.holdback
        if acceptance.payable > 0 {
            payables[step.sequence] = Payable(kind: .claim, date: step.date, amount: acceptance.payable)
        }
        return [entry]
    }

    mutating func take(released amount: Int64, _ step: GrantStep) throws -> [GrantEntry] {
        try positive(amount, step)
        guard amount <= heldBack else {
            throw refusal(
                .aboveHoldback,
                [
                    "asked_cents": String(amount), "held_back_cents": String(heldBack),
                    "excess_cents": String(amount - heldBack),
                ])
        }
        heldBack -= amount
        payables[step.sequence] = Payable(kind: .holdback, date: step.date, amount: amount)
        var entry = GrantEntry(try FiscalYear(of: step.date), step.date)
        entry.post(amount, .holdbacks)
        entry.post(0 - amount, .payable)
        return [entry]
    }

    mutating func take(
        accrued amount: Int64, _ year: FiscalYear, _ step: GrantStep, _ facts: GrantFacts
    ) throws -> [GrantEntry] {
        try positive(amount, step)
        guard step.date == year.lastDay else {
            throw refusal(
                .accrualDay, ["year": year.text, "date": step.date.iso, "expected": year.lastDay.iso])
        }
        try requireAgreement(on: step.date)
        let next = try year.next()
        guard try facts.isOpen(next) else { throw refusal(.accrualYear, ["year": next.text]) }
        guard accruals[year.startYear] == nil else { throw refusal(.accrualKnown, ["year": year.text]) }
        let before = accrued(before: year)
        let rest = total - accepted - accrued + before
        guard amount <= rest else { throw aboveAgreement(asked: amount, left: rest, of: total, step) }
        var entry = GrantEntry(year, step.date)
        let envelope = try spend(amount - min(amount, before), in: year, &entry, step, facts)
        entry.expense(amount, envelope: envelope)
        entry.post(0 - amount, .accrued)
        var reversal = GrantEntry(next, next.firstDay)
        reversal.post(amount, .accrued)
        reversal.expense(0 - amount, envelope: try envelopeOfControlled(next, step, facts))
        for start in accruals.keys where start < year.startYear { accruals[start] = 0 }
        accruals[year.startYear] = amount
        return [entry, reversal]
    }

    /// Accruals still open of years before one. Cents.
    private func accrued(before year: FiscalYear) -> Int64 {
        accruals.reduce(0) { $1.key < year.startYear ? $0 &+ $1.value : $0 }
    }

    /// So much of what is accepted uses accruals of earlier years, the oldest first, and counts as accepted in them.
    private mutating func cover(_ amount: Int64, before year: FiscalYear) {
        var rest = amount
        for (start, open) in accruals.sorted(by: { $0.key < $1.key }) where start < year.startYear {
            let part = min(rest, open)
            accruals[start] = open - part
            acceptedIn[start, default: 0] += part
            rest -= part
        }
    }

    // MARK: What must hold

    /// Refuses: E-GRT-033 … E-GRT-038, E-GRT-007.
    private func requireLawful(_ acceptance: GrantAcceptance, _ step: GrantStep) throws {
        let name = ["claim": String(acceptance.claim)]
        guard let claim = claims[acceptance.claim] else {
            throw refusal(
                .claimUnknown, name.merging(["open": openClaims.map(String.init).joined(separator: ", ")]) { $1 })
        }
        if let record = claim.accepted {
            throw refusal(
                .claimAccepted,
                name.merging(["record": String(record), "eligible_cents": String(claim.eligible)]) { $1 })
        }
        let amounts = [acceptance.eligible, acceptance.advance, acceptance.holdback]
        if let below = amounts.first(where: { $0 < 0 }) {
            throw refusal(.amountNotPositive, ["step": step.act.name, "amount_cents": String(below)])
        }
        guard acceptance.eligible <= claim.amount else {
            throw refusal(
                .eligibleAboveClaim,
                name.merging([
                    "asked_cents": String(acceptance.eligible), "claimed_cents": String(claim.amount),
                    "excess_cents": String(acceptance.eligible - claim.amount),
                ]) { $1 })
        }
        guard acceptance.hasReason == (acceptance.eligible < claim.amount) else {
            throw refusal(
                .claimReason,
                name.merging([
                    "cause": acceptance.hasReason ? "needless" : "missing",
                    "refused_cents": String(claim.amount - acceptance.eligible),
                ]) { $1 })
        }
        try requireAdvance(acceptance.advance, step)
        guard try sum(acceptance.advance, acceptance.holdback) <= acceptance.eligible else {
            throw refusal(
                .deductionsAboveEligible,
                [
                    "eligible_cents": String(acceptance.eligible), "advance_cents": String(acceptance.advance),
                    "holdback_cents": String(acceptance.holdback),
                    "excess_cents": String(acceptance.advance + acceptance.holdback - acceptance.eligible),
                ])
        }
    }

    /// Refuses more than what is paid of advances and neither used nor recovered: E-GRT-037.
    func requireAdvance(_ amount: Int64, _ step: GrantStep) throws {
        let left = max(0, paidOnAdvances - advancesUsed - advancesRecovered)
        guard amount > left else { return }
        throw refusal(
            .advanceExceeded,
            [
                "step": step.act.name, "asked_cents": String(amount), "paid_cents": String(paidOnAdvances),
                "used_cents": String(advancesUsed), "recovered_cents": String(advancesRecovered),
                "left_cents": String(left), "excess_cents": String(amount - left),
            ])
    }

    /// Moves from committed to spent, in a year under control; gives the envelope. Refuses: E-GRT-016, E-GRT-017.
    private mutating func spend(
        _ amount: Int64, in year: FiscalYear, _ entry: inout GrantEntry, _ step: GrantStep, _ facts: GrantFacts
    ) throws -> String? {
        guard let envelope = try envelopeOfControlled(year, step, facts), var line = lines[year.startYear] else {
            return nil
        }
        guard amount <= line.held else {
            throw refusal(
                .heldExceeded,
                [
                    "step": step.act.name, "year": year.text, "envelope": envelope, "asked_cents": String(amount),
                    "held_cents": String(line.held), "shortfall_cents": String(amount - line.held),
                ])
        }
        line.held -= amount
        line.spent += amount
        lines[year.startYear] = line
        if amount > 0 { try entry.movement.move(amount, in: envelope, debit: .committed, credit: .spent) }
        return envelope
    }

    /// The plan's envelope of a year under budget control; nil for another year. Refuses: E-GRT-016.
    func envelopeOfControlled(_ year: FiscalYear, _ step: GrantStep, _ facts: GrantFacts) throws -> String? {
        guard try facts.isControlled(year) else { return nil }
        if let envelope = lines[year.startYear]?.envelope { return envelope }
        throw refusal(.planYearMissing, ["year": year.text, "step": step.act.name])
    }

    /// An envelope stands just where the year is under control. Refuses: E-GRT-050.
    func require(_ envelope: String?, in year: FiscalYear, _ step: GrantStep, _ facts: GrantFacts) throws {
        guard try facts.isControlled(year) != (envelope != nil) else { return }
        throw refusal(
            .stepEnvelope,
            ["step": step.act.name, "year": year.text, "cause": envelope == nil ? "missing" : "needless"])
    }

    /// E-GRT-030, with every term.
    func aboveAgreement(asked: Int64, left: Int64, of total: Int64, _ step: GrantStep) -> GrantError {
        let (excess, overflow) = asked.subtractingReportingOverflow(left)
        return refusal(
            .aboveAgreement,
            [
                "step": step.act.name, "asked_cents": String(asked), "agreement_cents": String(total),
                "accepted_cents": String(accepted), "advances_cents": String(advancesOutstanding),
                "accrued_cents": String(accrued), "recoverable_cents": String(recoverable), "left_cents": String(max(0, left)),
                "excess_cents": String(overflow ? .max : excess),
            ])
    }
}
