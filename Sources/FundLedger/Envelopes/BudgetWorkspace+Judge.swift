import AuditTrail
import ReferenceData
import Storage

/// The budget rules of an entry. FORMAT.md, sections 18.1 and 18.2.
extension BudgetWorkspace {
    /// Refuses: E-ENV-017 where an act waits for its entry. In a replay it is told at the record that stands in the entry's
    /// place; at the end of the batch, `last` being its last record, at the act where none does.
    func requireNoneAwaited(last: Int64 = .max) throws {
        guard let first = awaited.first else { return }
        let error = LedgerError(.actNotFollowed, ["record": String(first.act), "entry": first.bound.entry.text])
        guard session.writingKey == nil else { throw error }
        throw RefusedInBatch(first.sequence <= last ? first.sequence : first.act, error)
    }

    /// The entries of an act come next, at once and in order.
    func expect(_ entries: [BoundEntry], after act: Int64) {
        awaited = ArraySlice(
            entries.enumerated().map { Awaited(bound: $1, act: act, sequence: act + Int64($0) + 1) })
    }

    func judge(_ entry: JournalEntry, at sequence: Int64) throws {
        let movement = try self.movement(of: entry)
        if let first = awaited.first {
            guard first.sequence == sequence, first.bound.entry == entry.id else { try requireNoneAwaited(); return }
            try judge(entry, movement, as: first)
        } else if let target = entry.reverses {
            try judgeReversal(of: target, by: entry)
        } else {
            try journal.requireNoControlAccount(entry)
            try judgeSpending(entry, movement)
        }
        try judgeAmounts(after: movement, of: entry)
    }

    /// The sums of the budgetary postings. Their envelopes are those of the books' rules.
    func movement(of entry: JournalEntry) throws -> BudgetMovement {
        var movement = BudgetMovement()
        for posting in entry.postings {
            guard let envelope = posting.envelope,
                let accountClass = try journal.account(posting.account)?.accountClass, accountClass.isBudgetary
            else { continue }
            try movement.add(posting.amount.value, envelope, accountClass)
        }
        return movement
    }

    // MARK: Bound entries

    private func judge(_ entry: JournalEntry, _ movement: BudgetMovement, as awaited: Awaited) throws {
        func differs(_ cause: String) -> LedgerError {
            LedgerError(
                .boundEntryDiffers, ["entry": entry.id.text, "record": String(awaited.act), "cause": cause])
        }
        guard entry.period.year == awaited.bound.year else { throw differs("year") }
        let reversal = awaited.bound.reversal
        guard entry.source == nil, entry.row == nil, entry.pair == nil, entry.reverses == reversal?.entry.id,
            entry.reason == reversal?.reason
        else { throw differs("form") }
        guard movement == awaited.bound.movement else { throw differs("movement") }
        if let date = awaited.bound.date, entry.date != date { throw differs("date") }
        if let financial = awaited.bound.financial {
            guard try self.financial(of: entry) == financial else { throw differs("financial") }
            return
        }
        guard reversal == nil else { return }
        try journal.requireNoControlAccount(entry)
        var spent: Int64 = 0
        for posting in entry.postings {
            guard let accountClass = try journal.account(posting.account)?.accountClass, !accountClass.isBudgetary
            else { continue }
            guard let expense = awaited.bound.expense else { throw differs("financial") }
            guard accountClass == .expense else { continue }
            let (sum, overflow) = spent.addingReportingOverflow(posting.amount.value)
            guard posting.envelope == expense.envelope, !overflow else { throw differs("expense") }
            spent = sum
        }
        guard spent == awaited.bound.expense?.cents ?? 0 else { throw differs("expense") }
    }

    /// The sums of the financial postings, by account and envelope.
    func financial(of entry: JournalEntry) throws -> FinancialMovement {
        var financial = FinancialMovement()
        for posting in entry.postings where try journal.account(posting.account)?.accountClass.isBudgetary == false {
            try financial.add(posting.amount.value, posting.account, posting.envelope)
        }
        return financial
    }

    /// The act that an entry belongs to, with its sequence.
    func act(of entry: EntryID) throws -> (any BudgetAct)? {
        let key = EntryKey.of(entry, register: session.register.number)
        var sequence = bound[key]
        if sequence == nil {
            sequence = try session.connection.first(
                "SELECT act FROM bound_entry WHERE entry = ?", [.integer(key)]) { $0.int(0) }
        }
        return try sequence.flatMap { try session.record(at: $0) as? any BudgetAct }
    }

    private func judgeReversal(of target: EntryID, by entry: JournalEntry) throws {
        if let act = try act(of: target) {
            guard type(of: act).isReversible else {
                throw LedgerError(.boundEntryReversed, ["entry": target.text, "kind": type(of: act).kind])
            }
            try act.judgeReversal(undone: false, in: session)
        }
        guard target.year == entry.period.year || !entry.postings.contains(where: { $0.envelope != nil }) else {
            throw LedgerError(
                .reversalOfOtherYear,
                ["entry": target.text, "year": target.year.text, "found": entry.period.year.text])
        }
    }

    // MARK: Spendings

    private func judgeSpending(_ entry: JournalEntry, _ movement: BudgetMovement) throws {
        let expected = try spending(entry.postings)
        guard let envelope = expected.difference(from: movement) else { return }
        throw LedgerError(.spendingDiffers, ["entry": entry.id.text, "envelope": envelope])
    }

    /// What the expenses of an entry take: available +X, spent −X of each envelope.
    func spending(_ postings: [Posting]) throws -> BudgetMovement {
        var movement = BudgetMovement()
        for posting in postings {
            guard let envelope = posting.envelope, try journal.account(posting.account)?.accountClass == .expense
            else { continue }
            try movement.move(posting.amount.value, in: envelope, debit: .available, credit: .spent)
        }
        return movement
    }

    // MARK: Amounts

    private func judgeAmounts(after movement: BudgetMovement, of entry: JournalEntry) throws {
        let year = entry.period.year
        for code in movement.envelopes {
            let state = try knownEnvelope(code, in: year)
            let after = try state.amounts.after(movement, in: code)
            try requireNoneBelowZero(state.amounts, after, code, year)
            let uses = [AccountClass.reserved, .committed, .spent].contains { after[$0] > state.amounts[$0] }
            if uses, let expires = state.expires, Int64(entry.date.dayNumber) > expires {
                let day = Int32(exactly: expires).flatMap { try? CalendarDate(dayNumber: $0) }
                throw LedgerError(
                    .envelopeExpired, ["envelope": code, "expires": day?.iso ?? "", "date": entry.date.iso])
            }
        }
        try requireCeiling(after: movement, in: year)
    }

    private func requireCeiling(after movement: BudgetMovement, in year: FiscalYear) throws {
        let before = try budgetYear(year.startYear)
        let after = try before.after(movement)
        guard let ceiling = before.ceiling else { return }
        for (sum, old, new) in [("authorised", before.authorised, after.authorised), ("used", before.used, after.used)]
        where new > old && new > ceiling.cents {
            throw LedgerError(
                .overCeiling,
                [
                    "year": year.text, "basis": ceiling.basis.rawValue, "sum": sum,
                    "ceiling_cents": String(ceiling.cents), "before_cents": String(old),
                    "asked_cents": String(new - old), "excess_cents": String(new - ceiling.cents),
                ])
        }
    }

    /// Amounts before are zero or more, so that no difference here leaves 64 bits.
    private func requireNoneBelowZero(
        _ before: EnvelopeAmounts, _ after: EnvelopeAmounts, _ code: String, _ year: FiscalYear
    ) throws {
        for accountClass in EnvelopeAmounts.classes where after[accountClass] < 0 {
            var parameters = [
                "envelope": code, "year": year.text,
                "asked_cents": String((before[accountClass] &- after[accountClass])),
                "shortfall_cents": String(after[accountClass].magnitude),
            ]
            guard accountClass == .available else {
                parameters["amount"] = accountClass.rawValue
                parameters["before_cents"] = String(before[accountClass])
                throw LedgerError(.amountBelowZero, parameters)
            }
            parameters["authorised_cents"] = String(before.authorised)
            parameters["reserved_cents"] = String(before.reserved)
            parameters["committed_cents"] = String(before.committed)
            parameters["spent_cents"] = String(before.spent)
            parameters["available_cents"] = String(before.available)
            throw LedgerError(.insufficientAvailable, parameters)
        }
    }

    // MARK: Annulment

    func judgeAnnulment(of entry: JournalEntry) throws {
        if let act = try act(of: entry.id) {
            throw LedgerError(.boundEntryAnnulled, ["entry": entry.id.text, "kind": type(of: act).kind])
        }
        let movement = try self.movement(of: entry).negated
        let year = entry.period.year
        for code in movement.envelopes {
            let state = try knownEnvelope(code, in: year)
            try requireNoneBelowZero(state.amounts, state.amounts.after(movement, in: code), code, year)
        }
        try requireCeiling(after: movement, in: year)
        if let target = entry.reverses { try act(of: target)?.judgeReversal(undone: true, in: session) }
    }
}

extension BudgetYearState {
    /// The sums after a movement. Refuses: E-ENV-010.
    func after(_ movement: BudgetMovement) throws -> BudgetYearState {
        var authorised = Int128(self.authorised), used = Int128(self.used)
        for (place, cents) in movement.sums {
            switch place.accountClass {
            case .authorised: authorised += Int128(cents)
            case .committed, .spent: used -= Int128(cents)
            default: break
            }
        }
        var state = self
        guard let newAuthorised = Int64(exactly: authorised), let newUsed = Int64(exactly: used) else {
            throw LedgerError(.budgetOverflow, ["envelope": ""])
        }
        state.authorised = newAuthorised
        state.used = newUsed
        return state
    }
}
