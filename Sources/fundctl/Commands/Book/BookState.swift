import AuditTrail
import FundLedger
import ReferenceData

/// What `status` reads, in one snapshot.
struct BookState {
    struct Register {
        let head: RegisterHead
        let admins: Int
        let persons: Int
        let lastExport: ExportPlace?
        /// Records that no export holds yet.
        var sinceExport: Int64 { head.size - (lastExport?.size ?? 0) }
    }

    struct Fund {
        let code: FundCode
        let years: [FundReader.YearRow]
        let accounts: Int
        let totals: ControlTotals
        /// Years that stand above their ceiling: it was set lower after.
        let overCeiling: [FiscalYear]
    }

    let registers: [Register]
    let funds: [Fund]
    let waiting: [WaitingProposal]
    /// Temporary transfers that should be back, by register.
    let late: [(register: String, rows: [TransferRow])]

    /// Earmarked money that is left, by register, whose envelope has expired or soon does.
    let earmarks: [(register: String, expired: [EarmarkRow], soon: [EarmarkRow])]

    init(_ reading: BookReading, today: CalendarDate) throws {
        let sessions = try reading.registers()
        registers = try sessions.map { session in
            Register(
                head: session.register, admins: session.people.admins, persons: session.people.activePersons,
                lastExport: try session.lastExport())
        }
        funds = try sessions.compactMap { session in
            guard let code = FundCode(rawValue: session.register.name) else { return nil }
            let reader = try FundReader(session)
            let years = try reader.years()
            let over = try years.filter { row in
                let budget = try reader.budgetTotals(row.year)
                return budget.ceiling.map { max(budget.authorised, budget.used) > $0.amount } ?? false
            }
            return Fund(
                code: code, years: years, accounts: try reader.accounts().count, totals: try reader.totals(),
                overCeiling: over.map(\.year))
        }
        waiting = try WaitingProposal.all(in: reading)
        late = try sessions.filter { FundCode(rawValue: $0.register.name) != nil }.map { session in
            (session.register.name, try Transfers(session).late(on: today))
        }
        let soon = try today.adding(days: LevyParameters.earmarkWarningDays.value(asOf: today))
        earmarks = try sessions.filter { FundCode(rawValue: $0.register.name) != nil }.map { session in
            let rows = try FundReader(session).earmarks(expiringBy: soon)
            return (
                session.register.name, rows.filter { $0.envelopeExpires < today },
                rows.filter { $0.envelopeExpires >= today }
            )
        }
    }

    var warnings: [BookWarning] {
        var warnings: [BookWarning] = []
        let single = registers.filter { $0.admins < 2 }.map(\.head.name)
        if !single.isEmpty {
            warnings.append(BookWarning(code: "single-admin", registers: single, message: BookWarning.singleAdmin))
        }
        for fund in funds {
            let years = fund.years.filter { $0.budget == .none }.map(\.year)
            guard !years.isEmpty else { continue }
            warnings.append(
                BookWarning(
                    code: "year-without-budget", registers: [fund.code.rawValue],
                    message: BookWarning.withoutBudget(years)))
        }
        for fund in funds where !fund.overCeiling.isEmpty {
            warnings.append(
                BookWarning(
                    code: "ceiling-passed", registers: [fund.code.rawValue],
                    message: BookWarning.overCeiling(fund.overCeiling)))
        }
        for (register, rows) in late where !rows.isEmpty {
            warnings.append(
                BookWarning(code: "late-transfer", registers: [register], message: BookWarning.late(rows)))
        }
        for (register, expired, soon) in earmarks {
            if !expired.isEmpty {
                warnings.append(
                    BookWarning(
                        code: "earmark-expired", registers: [register], message: BookWarning.earmarks(expired: expired)))
            }
            if !soon.isEmpty {
                warnings.append(
                    BookWarning(
                        code: "earmark-expiring", registers: [register], message: BookWarning.earmarks(expiring: soon)))
            }
        }
        return warnings
    }
}
