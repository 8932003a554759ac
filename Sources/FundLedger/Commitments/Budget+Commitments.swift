import AuditTrail
import ReferenceData

extension Budget {
    /// Binds budget of an envelope. Refuses: E-YEA-001, E-ENV codes, E-COM-003 … E-COM-005, E-JRN-029.
    @discardableResult
    public func commit(
        _ amount: Cents, of envelope: String, in year: FiscalYear, reference: String, memo: String,
        payee: String? = nil, continues: EntryID? = nil, later: [CommitmentOpened.Later] = [], on date: CalendarDate
    ) throws -> CommitmentOpened {
        try EntryDraft.limit("reference", reference, EntryLimits.referenceBytes)
        try EntryDraft.limit("memo", memo, EntryLimits.memoBytes)
        if let payee { try EntryDraft.limit("payee", payee, CommitmentOpened.payeeBytes.upperBound) }
        try requireControlled(year)
        let opened = CommitmentOpened(
            envelope: envelope, year: year, amount: amount.value, entry: try journal.nextID(year), memo: memo,
            payee: payee, continues: continues, later: later)
        try post(opened, on: date, reference: reference, memo: memo)
        return opened
    }

    /// Spends of a commitment: the draft's expenses, whose envelope is that of the commitment where they name none.
    /// Refuses: E-COM-001, E-COM-002, E-ENV codes, and what an entry is refused with.
    @discardableResult
    public func spend(_ commitment: EntryID, _ draft: EntryDraft) throws -> JournalEntry {
        let budgets = try BudgetWorkspace.of(session)
        let workspace = journal.workspace
        let state = try budgets.commitment(commitment)
        var draft = draft
        draft.postings = try draft.postings.map { posting in
            guard posting.envelope == nil, try workspace.openAccount(posting.account).accountClass == .expense
            else { return posting }
            return Posting(account: posting.account, amount: posting.amount, envelope: state.envelope)
        }
        let expenses = try draft.postings.filter { try workspace.openAccount($0.account).accountClass == .expense }
        let amount = try Cents.sum(expenses.map(\.amount))
        let act = CommitmentSpent(
            commitment: commitment, amount: amount.value, entry: try workspace.nextID(draft.period.year))
        guard amount > .zero else {
            throw LedgerError(.actAmount, ["kind": CommitmentSpent.kind, "amount_cents": amount.canonical])
        }
        try session.append(act)
        var movement = BudgetMovement()
        try movement.move(amount.value, in: state.envelope, debit: .committed, credit: .spent)
        draft.postings += try workspace.postings(of: movement, [state.envelope])
        let entry = draft.entry(act.entry)
        try session.append(entry)
        return entry
    }

    /// Lets go of a part of a commitment, or of all that is outstanding. Refuses: E-COM-001, E-COM-002, E-JRN-029.
    @discardableResult
    public func release(
        _ commitment: EntryID, _ amount: Cents?, reason: String, reference: String, on date: CalendarDate
    ) throws -> CommitmentReleased {
        try EntryDraft.limit("reason", reason, EntryLimits.reasonBytes)
        let state = try BudgetWorkspace.of(session).commitment(commitment)
        let released = CommitmentReleased(
            commitment: commitment, amount: amount?.value ?? state.outstanding,
            entry: try journal.nextID(state.year), reason: reason)
        try post(released, on: date, reference: reference, memo: reason)
        return released
    }
}
