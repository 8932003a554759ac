import AuditTrail
import ReferenceData

/// The entries of payments: two control accounts, no envelope. FORMAT.md, section 19.5.
enum PaymentEntry {
    /// So much from one account to another, in the year of the date. Refuses: E-CTL-004.
    static func bound(
        _ entry: EntryID, _ amount: Cents, on date: CalendarDate, debit: ControlUse, credit: ControlUse,
        in session: RegisterSession
    ) throws -> BoundEntry {
        let journal = try JournalWorkspace.of(session)
        var financial = FinancialMovement()
        try financial.add(amount.value, journal.controlAccount(debit))
        try financial.add(0 - amount.value, journal.controlAccount(credit))
        return BoundEntry(
            entry, try FiscalYear(of: date), BudgetMovement(), financial: financial, date: date)
    }
}
