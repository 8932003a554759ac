import AuditTrail
import ReferenceData
import Storage

/// What an entry changes in the budgets, and what an annulment takes back.
extension BudgetWorkspace {
    func post(_ entry: JournalEntry, at sequence: Int64) throws {
        let key = EntryKey.of(entry.id, register: session.register.number)
        let movement = try self.movement(of: entry)
        try apply(movement, in: entry.period.year)
        for code in movement.envelopes {
            guard let state = try envelope(code, in: entry.period.year) else { continue }
            touched.append((state.id, key))
        }
        if let first = awaited.popFirst() {
            bound[key] = first.act
        } else if let target = entry.reverses {
            try act(of: target)?.applyReversal(undone: false, in: session)
        }
    }

    func annul(_ entry: JournalEntry) throws {
        try flush()
        let key = EntryKey.of(entry.id, register: session.register.number)
        let movement = try self.movement(of: entry)
        try apply(movement.negated, in: entry.period.year)
        for code in movement.envelopes {
            guard let state = try envelope(code, in: entry.period.year) else { continue }
            try session.connection.run(
                "DELETE FROM envelope_entry WHERE envelope = ? AND entry = ?", .integer(state.id), .integer(key))
        }
        if let target = entry.reverses { try act(of: target)?.applyReversal(undone: true, in: session) }
    }

    private func apply(_ movement: BudgetMovement, in year: FiscalYear) throws {
        guard !movement.sums.isEmpty else { return }
        for code in movement.envelopes {
            try change(code, in: year) { $0 = try $0.after(movement, in: code) }
        }
        set(try budgetYear(year.startYear).after(movement), for: year.startYear)
    }
}
