import AuditTrail
import ReferenceData
import Storage

extension FundReader {
    /// What signed grants hold of budgets, as lines of the ageing from the day of the agreement, and what their plans have
    /// for years that are not committed yet. A person is named by the recipient's identifier.
    func grantBindings(
        _ year: FiscalYear?, on day: CalendarDate
    ) throws -> (lines: [CommitmentAgeing.Line], later: [CommitmentAgeing.Later]) {
        _ = try GrantWorkspace.of(session)
        var lines: [CommitmentAgeing.Line] = []
        var later: [CommitmentAgeing.Later] = []
        let first = year.map { Int64($0.startYear) } ?? 0
        try session.connection.forEach(
            """
            SELECT number, title, recipient, name, signed, plan.year, envelope, held_cents, planned_cents
            FROM grant_file JOIN grant_plan AS plan ON plan.register = grant_file.register AND grant_number = number
            WHERE grant_file.register = ? AND state IN ('signed', 'reported') AND plan.year >= ?
                AND (held_cents <> 0 OR envelope IS NULL AND planned_cents > 0)
            ORDER BY number, plan.year
            """, [register, .integer(first)]
        ) { row in
            let id = try GrantID(fund: fund, number: row.int(0)).text
            let payee = row.isNull(3) ? row.string(2) : row.string(3)
            let signed = try CalendarDate(dayNumber: Int32(clamping: row.int(4)))
            let planYear = try FiscalYear(startYear: Int(row.int(5)))
            if row.isNull(6) {
                guard try isYetToBeCommitted(planYear), year != planYear else { return }
                later.append(
                    .init(source: .grant, id: id, year: planYear, payee: payee, memo: row.string(1), amount: Cents(row.int(8))))
            } else if year == nil || year == planYear {
                lines.append(
                    .init(
                        source: .grant, id: id, year: planYear, envelope: row.string(6), payee: payee, memo: row.string(1),
                        date: signed, age: Int(day.dayNumber) - Int(signed.dayNumber), outstanding: Cents(row.int(7))))
            }
        }
        return (lines, later)
    }

    /// A year opened without budget control never commits anything.
    private func isYetToBeCommitted(_ year: FiscalYear) throws -> Bool {
        try session.connection.first(
            "SELECT budget FROM fiscal_year WHERE register = ? AND year = ?", [register, .integer(Int64(year.startYear))]
        ) { BudgetControl(rawValue: $0.string(0)) } != .some(BudgetControl.none)
    }
}
