import AuditTrail
import ReferenceData

/// From the agreement on.
extension Grants {
    /// Refuses: E-GRT-030.
    @discardableResult
    public func advance(_ grant: GrantID, _ amount: Cents, _ notes: Notes) throws -> GrantAdvanced {
        let head = notes.head(grant)
        return try post(GrantAdvanced(head, amount: amount.value, entry: id(.advanced(amount.value), head)))
    }

    /// Takes a claim, under the next number. Refuses: E-GRT-032.
    @discardableResult
    public func claim(
        _ grant: GrantID, _ amount: Cents, from: CalendarDate, to: CalendarDate, _ notes: Notes
    ) throws -> GrantClaimed {
        let number = Int64(try workspace.file(grant).state.claims.count) + 1
        return try post(GrantClaimed(notes.head(grant), amount: amount.value, claim: number, from: from, to: to))
    }

    /// Accepts a claim, or a part of it. Refuses: E-GRT-016, E-GRT-017, E-GRT-030, E-GRT-033 … E-GRT-038.
    @discardableResult
    public func accept(
        _ grant: GrantID, claim: Int64, eligible: Cents, advance: Cents = .zero, holdback: Cents = .zero,
        reason: String? = nil, _ notes: Notes
    ) throws -> GrantAccepted {
        let head = notes.head(grant)
        let acceptance = GrantAcceptance(
            claim: claim, eligible: eligible.value, advance: advance.value, holdback: holdback.value,
            hasReason: reason != nil)
        return try post(
            GrantAccepted(
                head, claim: claim, eligible: eligible.value, advance: advance.value, holdback: holdback.value,
                reason: reason, entry: ids(.accepted(acceptance), head).first))
    }

    /// Releases a holdback, or a part of it. Refuses: E-GRT-039.
    @discardableResult
    public func release(_ grant: GrantID, _ amount: Cents, _ notes: Notes) throws -> GrantReleased {
        let head = notes.head(grant)
        return try post(GrantReleased(head, amount: amount.value, entry: id(.released(amount.value), head)))
    }

    /// Accrues at the end of a year; its date is that year's last day. Refuses: E-GRT-016, E-GRT-017, E-GRT-030,
    /// E-GRT-040 … E-GRT-042.
    @discardableResult
    public func accrue(
        _ grant: GrantID, _ amount: Cents, in year: FiscalYear, documents: [String] = []
    ) throws -> GrantAccrued {
        let head = GrantHead(grant, on: year.lastDay, documents: documents)
        let ids = try ids(.accrued(amount.value, year), head)
        guard ids.count == 2 else {
            throw GrantError(
                .entryCount, ["grant": grant.text, "step": "accrued", "found": String(ids.count), "expected": "2"])
        }
        return try post(GrantAccrued(head, amount: amount.value, year: year, entry: ids[0], reversal: ids[1]))
    }

    /// The final report is in.
    @discardableResult
    public func report(_ grant: GrantID, memo: String, _ notes: Notes) throws -> GrantReported {
        try post(GrantReported(notes.head(grant), memo: memo))
    }

    /// `year`: in which the claim was accepted; nil for an advance. Refuses: E-GRT-016, E-GRT-037, E-GRT-043 … E-GRT-045.
    @discardableResult
    public func recover(
        _ grant: GrantID, _ amount: Cents, _ basis: GrantAct.Basis, of year: FiscalYear?, reason: String, _ notes: Notes
    ) throws -> GrantRecovered {
        let head = notes.head(grant)
        return try post(
            GrantRecovered(
                head, amount: amount.value, basis: basis, year: year, reason: reason,
                entry: id(.recovered(amount.value, basis, year), head)))
    }

    /// Refuses: E-GRT-046.
    @discardableResult
    public func repay(_ grant: GrantID, _ amount: Cents, _ notes: Notes) throws -> GrantRepaid {
        let head = notes.head(grant)
        return try post(GrantRepaid(head, amount: amount.value, entry: id(.repaid(amount.value), head)))
    }

    /// Takes what a grant owes off what another, of the same recipient, is to be paid. Refuses: E-GRT-046 … E-GRT-049.
    @discardableResult
    public func offset(
        _ grant: GrantID, _ amount: Cents, from payable: Int64, _ notes: Notes
    ) throws -> GrantOffset {
        let head = notes.head(grant)
        return try post(
            GrantOffset(
                head, amount: amount.value, payable: payable, entry: id(.offset(amount.value), head, payable: payable)))
    }

    /// Proposes to write off; a second person, an approver, carries it out. Gives the sequence of the proposal.
    /// Refuses: E-GRT-046, E-GRT-050, E-ENV-006.
    @discardableResult
    public func proposeWriteOff(
        _ grant: GrantID, _ amount: Cents, envelope: String?, reason: String, _ notes: Notes
    ) throws -> Int64 {
        try session.append(
            Proposed(GrantWrittenOff(notes.head(grant), amount: amount.value, envelope: envelope, reason: reason)))
    }

    /// Lets go of what is left. Refuses: E-GRT-051.
    @discardableResult
    public func close(_ grant: GrantID, _ notes: Notes) throws -> GrantClosed {
        let head = notes.head(grant)
        return try post(GrantClosed(head, entries: ids(.closed, head)))
    }

    /// Refuses: E-GRT-052.
    @discardableResult
    public func cancel(_ grant: GrantID, reason: String, _ notes: Notes) throws -> GrantCancelled {
        let head = notes.head(grant)
        return try post(GrantCancelled(head, reason: reason, entries: ids(.cancelled, head)))
    }

    /// Takes a step back; on its own date, or the earliest lawful one, unless another is asked for.
    /// Refuses: E-GRT-060 … E-GRT-063.
    @discardableResult
    public func undo(
        _ record: Int64, of grant: GrantID, reason: String, on date: CalendarDate? = nil, documents: [String] = []
    ) throws -> GrantUndone {
        let day = try date ?? earliestUndoing(of: record, grant)
        _ = try workspace.outcome(ofUndoing: record, of: grant, on: day)
        let years = try workspace.entries(of: record).map(\.period.year)
        return try post(
            GrantUndone(
                GrantHead(grant, on: day, documents: documents), record: record, reason: reason, entries: ids(in: years)))
    }

    /// The first day on which a step, and each of its entries, may be taken back. Refuses: E-GRT-060.
    public func earliestUndoing(of record: Int64, _ grant: GrantID) throws -> CalendarDate {
        let file = try workspace.file(grant)
        guard let step = file.steps.first(where: { $0.sequence == record }) else {
            throw GrantError(.stepUnknown, ["grant": grant.text, "record": String(record)])
        }
        let days = try workspace.entries(of: record).map(\.date) + file.idlePayments(of: record).map(\.date)
        return days.reduce(step.date, max)
    }

    /// Takes over a grant of an existing register. Its batch ends with `import.recorded/1` where it has a row or source.
    /// Refuses: E-PRG-002, E-RCP-002, E-GRT-050, E-JRN-025.
    @discardableResult
    public func importGrant(
        _ amount: Cents, _ opening: GrantOpening, envelope: String?, row: Int64? = nil, source: String? = nil,
        _ notes: Notes
    ) throws -> GrantImported {
        let head = try notes.head(workspace.nextID())
        return try post(
            GrantImported(
                head, amount: amount.value, program: opening.program, recipient: opening.recipient, title: opening.title,
                envelope: envelope, row: row, source: source,
                entry: id(.imported(amount.value, envelope: envelope), head, opening: opening)))
    }
}
