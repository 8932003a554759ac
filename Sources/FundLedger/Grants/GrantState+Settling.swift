import ReferenceData

/// Recoveries and what settles them, payments, the end of a grant. FORMAT.md, section 19.4.
extension GrantState {
    mutating func take(recoveredAdvance amount: Int64, _ year: FiscalYear?, _ step: GrantStep) throws -> [GrantEntry] {
        try positive(amount, step)
        if let year {
            throw refusal(.recoveryYear, ["cause": "needless", "year": year.text, "date": step.date.iso])
        }
        try requireAdvance(amount, step)
        advancesRecovered += amount
        var entry = GrantEntry(try FiscalYear(of: step.date), step.date)
        entry.post(amount, .recoverable)
        entry.post(0 - amount, .advances)
        return [entry]
    }

    mutating func take(
        recoveredClaim amount: Int64, _ year: FiscalYear?, _ step: GrantStep, _ facts: GrantFacts
    ) throws -> [GrantEntry] {
        try positive(amount, step)
        let present = try FiscalYear(of: step.date)
        guard let year, year <= present else {
            throw refusal(
                .recoveryYear,
                ["cause": year == nil ? "missing" : "after", "year": year?.text ?? "", "date": step.date.iso])
        }
        try requireRecoverable(amount, of: year)
        claimsRecovered += amount
        recoveredOf[year.startYear, default: 0] += amount
        var entry = GrantEntry(present, step.date)
        entry.post(amount, .recoverable)
        guard year == present else {
            entry.post(0 - amount, .recoveries)
            return [entry]
        }
        let envelope = try envelopeOfControlled(year, step, facts)
        entry.expense(0 - amount, envelope: envelope)
        if let envelope, var line = lines[year.startYear] {
            let back = min(amount, line.spent)
            line.spent -= back
            lines[year.startYear] = line
            if back > 0 { try entry.movement.move(back, in: envelope, debit: .spent, credit: .available) }
        }
        return [entry]
    }

    /// Refuses: E-GRT-044, E-GRT-045.
    private func requireRecoverable(_ amount: Int64, of year: FiscalYear) throws {
        let (taken, before) = (acceptedIn[year.startYear] ?? 0, recoveredOf[year.startYear] ?? 0)
        guard amount <= taken - before else {
            throw refusal(
                .recoveryAboveAccepted,
                [
                    "year": year.text, "asked_cents": String(amount), "accepted_cents": String(taken),
                    "recovered_cents": String(before), "left_cents": String(taken - before),
                    "excess_cents": String(amount - (taken - before)),
                ])
        }
        let left = max(0, paidOnClaims &+ advancesUsed &- claimsRecovered)
        guard amount <= left else {
            throw refusal(
                .recoveryAbovePaid,
                [
                    "asked_cents": String(amount), "paid_cents": String(paidOnClaims),
                    "used_cents": String(advancesUsed), "recovered_cents": String(claimsRecovered),
                    "left_cents": String(left), "excess_cents": String(amount - left),
                ])
        }
    }

    /// What is owed gets less: repaid, set off, written off. Refuses: E-GRT-007, E-GRT-046.
    mutating func take(
        settling amount: Int64, _ step: GrantStep, _ debit: (inout GrantEntry) throws -> Void
    ) throws -> [GrantEntry] {
        try positive(amount, step)
        guard amount <= recoverable else {
            throw refusal(
                .aboveRecoverable,
                [
                    "step": step.act.name, "asked_cents": String(amount), "recoverable_cents": String(recoverable),
                    "excess_cents": String(amount - recoverable),
                ])
        }
        settledOfRecoverable += amount
        var entry = GrantEntry(try FiscalYear(of: step.date), step.date)
        try debit(&entry)
        entry.post(0 - amount, .recoverable)
        return [entry]
    }

    mutating func take(
        writtenOff amount: Int64, _ envelope: String?, _ step: GrantStep, _ facts: GrantFacts
    ) throws -> [GrantEntry] {
        try require(envelope, in: FiscalYear(of: step.date), step, facts)
        return try take(settling: amount, step) { entry in
            entry.post(amount, .badDebts, envelope: envelope)
            if let envelope { try entry.movement.move(amount, in: envelope, debit: .available, credit: .spent) }
        }
    }

    // MARK: Payables

    /// Refuses: E-GRT-047, E-GRT-049.
    mutating func settle(
        _ amount: Int64, of sequence: Int64, _ part: WritableKeyPath<Payable, Int64>
    ) throws -> [GrantEntry] {
        guard var payable = payables[sequence] else { throw unknown(sequence) }
        guard amount > 0, amount <= payable.left else {
            throw refusal(
                .payableExceeded,
                [
                    "payable": String(sequence), "asked_cents": String(amount), "left_cents": String(payable.left),
                    "excess_cents": String(max(0, amount - payable.left)),
                ])
        }
        payable[keyPath: part] += amount
        payables[sequence] = payable
        return []
    }

    /// Refuses: E-GRT-047, E-GRT-054.
    mutating func take(rejected amount: Int64, of sequence: Int64) throws -> [GrantEntry] {
        guard var payable = payables[sequence] else { throw unknown(sequence) }
        guard amount > 0, amount <= payable.paid else {
            throw refusal(
                .paymentUnknown,
                ["payable": String(sequence), "asked_cents": String(amount), "paid_cents": String(payable.paid)])
        }
        payable.paid -= amount
        payables[sequence] = payable
        return []
    }

    private func unknown(_ payable: Int64) -> GrantError {
        refusal(.payableUnknown, ["payable": String(payable), "fund": id.fund.rawValue])
    }

    // MARK: The end

    mutating func takeClosed(_ step: GrantStep) throws -> [GrantEntry] {
        guard openClaims.isEmpty, advancesOutstanding == 0, heldBack == 0, payable == 0 else {
            throw refusal(
                .notFinished,
                [
                    "claims": openClaims.map(String.init).joined(separator: ", "),
                    "advances_cents": String(advancesOutstanding), "held_back_cents": String(heldBack),
                    "payable_cents": String(payable),
                ])
        }
        accruals = accruals.mapValues { _ in 0 }
        return try letGo(.committed, step)
    }

    mutating func takeCancelled(_ step: GrantStep) throws -> [GrantEntry] {
        guard openClaims.isEmpty, accepted == 0, advancesOutstanding == 0, accrued == 0, recoverable == 0, payable == 0
        else {
            throw refusal(
                .moneyMoved,
                [
                    "claims": openClaims.map(String.init).joined(separator: ", "), "accepted_cents": String(accepted),
                    "advances_cents": String(advancesOutstanding), "accrued_cents": String(accrued),
                    "recoverable_cents": String(recoverable), "payable_cents": String(payable),
                ])
        }
        return try letGo(stage == .approved ? .reserved : .committed, step)
    }

    /// What the years hold goes back to what is available.
    private mutating func letGo(_ held: AccountClass, _ step: GrantStep) throws -> [GrantEntry] {
        var entries: [GrantEntry] = []
        for (start, line) in lines.sorted(by: { $0.key < $1.key }) where line.held > 0 {
            guard let envelope = line.envelope else { continue }
            var entry = GrantEntry(try FiscalYear(startYear: start), step.date)
            try entry.movement.move(line.held, in: envelope, debit: held, credit: .available)
            entries.append(entry)
            lines[start]?.held = 0
        }
        return entries
    }
}
