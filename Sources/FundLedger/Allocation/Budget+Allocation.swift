import AuditTrail
import ReferenceData

extension Budget {
    /// Shares an envelope out: opens those of the criteria that the year has not, under it and with nothing, then records
    /// the allocation with its entry. Refuses: E-YEA-001, E-ENV codes.
    public func allocate(
        _ working: AllocationWorking, of source: CriteriaSource, from envelope: String, in year: FiscalYear,
        on date: CalendarDate
    ) throws -> (run: AllocationRun, opened: [String]) {
        try requireControlled(year)
        let budgets = try BudgetWorkspace.of(session)
        _ = try budgets.knownEnvelope(envelope, in: year)
        var opened: [String] = []
        for line in working.lines where try budgets.envelope(line.target.envelope, in: year) == nil {
            let target = line.target
            try open(
                Envelope(
                    code: target.envelope, year: year, parent: envelope, name: target.name,
                    attributes: target.attributes, amount: .zero), on: date)
            opened.append(target.envelope)
        }
        let criteria = source.criteria
        let run = AllocationRun(
            envelope: envelope, year: year, shares: working.shares, agreed: criteria.agreed, approved: criteria.approved,
            criteria: source.sha256, inputs: source.inputs, entry: try journal.nextID(year))
        try post(run, on: date, reference: criteria.name, memo: criteria.title.fr)
        return (run, opened)
    }
}

extension FundReader {
    /// An allocation by its entry. Refuses: E-ALC-030.
    public func allocation(_ id: EntryID) throws -> AllocationRun {
        guard id.fund == fund, let run = try act(of: id) as? AllocationRun else {
            throw AllocationError(.unknownAllocation, ["allocation": id.text, "fund": fund.rawValue])
        }
        return run
    }
}
