import AuditTrail
import ReferenceData
import Storage

extension FundReader {
    private var workspace: GrantWorkspace { get throws { try GrantWorkspace.of(session) } }

    /// One grant with its figures, plan, steps and payables. Refuses: E-GRT-001.
    public func grant(_ id: GrantID) throws -> GrantDetail {
        let grants = try workspace
        try session.flush()
        let file = try grants.file(id)
        guard let row = try rows("number = ?", [.integer(id.number)], limit: 1).first else {
            throw GrantError(.grantUnknown, ["grant": id.text, "fund": fund.rawValue])
        }
        let payables = try file.state.payables.keys.sorted().map { try grants.payable($0) }
        return GrantDetail(row: row, state: file.state, steps: try steps(of: id), payables: payables)
    }

    /// Grants by number. A page begins `after` the last one of the page before.
    public func grants(_ filter: GrantFilter = GrantFilter()) throws -> [GrantRow] {
        _ = try workspace
        try session.flush()
        var conditions = ["number > ?"]
        var values: [SQLValue] = [.integer(filter.after?.number ?? 0)]
        func add(_ condition: String, _ value: SQLValue?) {
            guard let value else { return }
            conditions.append(condition)
            values.append(value)
        }
        add("state = ?", filter.stage.map { .text($0.rawValue) })
        add("program = ?", filter.program.map { .text($0) })
        add("recipient = ?", filter.recipient.map { .text($0) })
        if let year = filter.year {
            conditions.append(
                """
                (applied BETWEEN ? AND ? OR EXISTS (SELECT 1 FROM grant_plan WHERE grant_plan.register = grant_file.register
                    AND grant_number = number AND year = ? AND planned_cents > 0))
                """)
            values += [
                .integer(Int64(year.firstDay.dayNumber)), .integer(Int64(year.lastDay.dayNumber)),
                .integer(Int64(year.startYear)),
            ]
        }
        return try rows(conditions.joined(separator: " AND "), values, limit: filter.limit)
    }

    /// The grants of a recipient that were approved, or whose approved amount was raised, at most so many days before or
    /// after a day; neither refused nor cancelled: what a warning of splitting looks at.
    public func grants(of recipient: String, approvedWithin days: Int32, of date: CalendarDate) throws -> [GrantRow] {
        let grants = try workspace
        return try self.grants(GrantFilter(recipient: recipient)).filter { row in
            guard row.figures.approved > 0, row.stage != .refused, row.stage != .cancelled else { return false }
            return try grants.file(row.id).state.approvals.contains { abs($0.dayNumber - date.dayNumber) <= days }
        }
    }

    /// Grants with accruals open, by number.
    public func grantsWithAccruals() throws -> [(row: GrantRow, open: [(year: FiscalYear, cents: Int64)])] {
        let grants = try workspace
        try session.flush()
        return try rows(Self.accrued, [], limit: .max).map { row in
            let accruals = try grants.file(row.id).state.accruals.filter { $0.value > 0 }
            let open = try accruals.sorted { $0.key < $1.key }
                .map { (year: try FiscalYear(startYear: $0.key), cents: $0.value) }
            return (row, open)
        }
    }

    // MARK: Sums

    /// Sums of figures over the grants that a filter lets through, by group. Its page is not looked at.
    public func grantTotals(by grouping: GrantGrouping, _ filter: GrantFilter = GrantFilter()) throws -> [GrantTotal] {
        var all = filter
        all.after = nil
        all.limit = .max
        var totals: [String: (Int64, GrantFigures)] = [:]
        for row in try grants(all) {
            let group =
                switch grouping {
                case .state: row.stage.rawValue
                case .program: row.program
                case .recipient: row.recipient
                case .year: try FiscalYear(of: row.applied).text
                }
            var (count, figures) = totals[group] ?? (0, GrantFigures())
            count += 1
            for path in GrantFigures.paths {
                figures[keyPath: path] = try Cents(figures[keyPath: path]).adding(Cents(row.figures[keyPath: path])).value
            }
            totals[group] = (count, figures)
        }
        return totals.sorted { $0.key < $1.key }.map { GrantTotal(group: $0.key, count: $0.value.0, figures: $0.value.1) }
    }

    /// What the plans in force have, by fiscal year.
    public func grantYears() throws -> [GrantYearTotal] {
        _ = try workspace
        try session.flush()
        return try session.connection.query(
            """
            SELECT year, count(*), sum(planned_cents), sum(held_cents), sum(grant_plan.spent_cents)
            FROM grant_plan JOIN grant_file ON grant_file.register = grant_plan.register AND number = grant_number
            WHERE grant_plan.register = ? AND state NOT IN ('refused', 'cancelled') GROUP BY year ORDER BY year
            """, [register]
        ) {
            GrantYearTotal(
                year: try FiscalYear(startYear: Int($0.int(0))), grants: $0.int(1), planned: $0.int(2), held: $0.int(3),
                spent: $0.int(4))
        }
    }

    // MARK: Rows

    static let accrued = "accrued_cents <> 0"

    /// The rows of a condition by number; its first parameter is the register, its last how many at most. `number > 0`, which
    /// all are, lets SQLite take the index of the condition.
    static func query(_ condition: String) -> String {
        """
        SELECT number, program, recipient, name, title, state, applied, signed, opened, \(GrantRow.figureColumns)
        FROM grant_file WHERE register = ? AND \(condition) AND number > 0 ORDER BY number LIMIT ?
        """
    }

    private func rows(_ condition: String, _ values: [SQLValue], limit: Int) throws -> [GrantRow] {
        var names: [String: String?] = [:]
        return try session.connection.query(
            Self.query(condition), [register] + values + [.integer(Int64(limit))]
        ) { row in
            let recipient = row.string(2), isSigned = !row.isNull(7)
            var name = row.isNull(3) ? nil : row.string(3)
            if !isSigned {
                if let known = names[recipient] {
                    name = known
                } else {
                    name = try Recipients(session).recipient(recipient).name.organisation
                    names[recipient] = .some(name)
                }
            }
            return GrantRow(
                id: try GrantID(fund: fund, number: row.int(0)), program: row.string(1), recipient: recipient, name: name,
                title: row.string(4), stage: GrantStage(rawValue: row.string(5)) ?? .applied,
                applied: try CalendarDate(dayNumber: Int32(truncatingIfNeeded: row.int(6))),
                signed: isSigned ? try CalendarDate(dayNumber: Int32(truncatingIfNeeded: row.int(7))) : nil,
                figures: GrantFigures(row, from: 9), opened: row.int(8))
        }
    }

    private func steps(of id: GrantID) throws -> [GrantStepRow] {
        let rows = try session.connection.query(
            """
            SELECT sequence, payable, kind, amount_cents, day, undone FROM grant_step
            WHERE register = ? AND grant_number = ? ORDER BY sequence, payable
            """, [register, .integer(id.number)]
        ) { ($0.int(0), $0.int(1), $0.string(2), $0.int(3), $0.int(4), $0.isNull(5) ? nil : $0.int(5)) }
        return try rows.map { sequence, payable, kind, cents, day, undone in
            let batch = try session.batch(of: sequence)
            return GrantStepRow(
                sequence: sequence, kind: kind, date: try CalendarDate(dayNumber: Int32(truncatingIfNeeded: day)),
                payable: payable == 0 ? nil : payable, cents: payable == 0 ? nil : cents,
                person: batch?.person ?? "", recorded: batch?.time ?? "", entries: try entries(boundTo: sequence),
                undoneBy: undone)
        }
    }

    /// The entries that an act bound, in the order of their ids.
    public func entries(boundTo act: Int64) throws -> [EntryID] {
        let number = session.register.number
        return try session.connection.query(
            "SELECT entry FROM bound_entry WHERE act = ? AND entry BETWEEN ? AND ? ORDER BY entry",
            [.integer(act), .integer(number << 56), .integer((number + 1) << 56 - 1)]
        ) { try EntryKey.id($0.int(0), fund: fund) }
    }
}
