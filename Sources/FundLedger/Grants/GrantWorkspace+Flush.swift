import AuditTrail
import ReferenceData
import Storage

/// The rows of grants: read when a grant is asked for, written when a batch ends.
extension GrantWorkspace {
    // MARK: Reading

    func load(_ number: Int64) throws -> GrantFile? {
        let key: [SQLValue] = [register, .integer(number)]
        let opened = try session.connection.first(
            "SELECT opened FROM grant_file WHERE register = ? AND number = ?", key) { $0.int(0) }
        guard let opened, let first = try session.record(at: opened) as? any GrantStepRecord,
            let opening = first.opening
        else { return nil }
        let program = try program(opening.program)
        var file = GrantFile(
            first.grant, opened: opened, opening, account: program.account, norms: program.norms)
        var facts = self.facts(of: file)
        facts.isAgain = true
        for step in try steps(of: number) { try file.take(step, facts) }
        file.newRows = []
        file.written = file.state.payables
        return file
    }

    /// The steps in force, in order.
    private func steps(of number: Int64) throws -> [GrantStep] {
        let rows = try session.connection.query(
            """
            SELECT sequence, payable, kind, amount_cents, day FROM grant_step
            WHERE register = ? AND grant_number = ? AND undone IS NULL AND kind <> 'undone' ORDER BY sequence, payable
            """, [register, .integer(number)]
        ) { ($0.int(0), $0.int(1), $0.string(2), $0.int(3), $0.int(4)) }
        return try rows.compactMap { sequence, payable, kind, cents, day in
            let date = try CalendarDate(dayNumber: Int32(truncatingIfNeeded: day))
            let act: GrantAct?
            switch kind {
            case "settled": act = .settled(cents, payable: payable)
            case "paid": act = .paid(cents, payable: payable)
            case "rejected": act = .rejected(cents, payable: payable)
            default: act = (try session.record(at: sequence) as? any GrantStepRecord)?.act
            }
            return act.map { GrantStep(sequence: sequence, date: date, act: $0) }
        }
    }

    // MARK: Writing

    public func flush() throws {
        for number in files.filter({ $0.value.isChanged }).keys.sorted() {
            guard var file = files[number] else { continue }
            try write(file)
            file.isNew = false
            file.newRows = []
            file.undone = []
            file.written = file.state.payables
            files[number] = file
        }
        owners = [:]
    }

    private func write(_ file: GrantFile) throws {
        let key: [SQLValue] = [register, .integer(file.id.number)]
        if !file.isNew {
            try session.connection.run("DELETE FROM grant_file WHERE register = ? AND number = ?", key[0], key[1])
            try session.connection.run("DELETE FROM grant_plan WHERE register = ? AND grant_number = ?", key[0], key[1])
        }
        try writeFigures(of: file)
        for (start, line) in file.state.lines.sorted(by: { $0.key < $1.key }) {
            try session.connection.run(
                """
                INSERT INTO grant_plan (register, grant_number, year, planned_cents, envelope, held_cents, spent_cents)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, key[0], key[1], .integer(Int64(start)), .integer(line.planned), .of(line.envelope),
                .integer(line.held), .integer(line.spent))
        }
        for row in file.newRows {
            try session.connection.run(
                """
                INSERT INTO grant_step (register, grant_number, sequence, payable, kind, amount_cents, day, undone)
                VALUES (?, ?, ?, ?, ?, ?, ?, NULL)
                """, key[0], key[1], .integer(row.sequence), .integer(row.payable), .text(row.kind), .integer(row.cents),
                .integer(row.day))
        }
        for (record, payable, by) in file.undone {
            try session.connection.run(
                """
                UPDATE grant_step SET undone = ? WHERE register = ? AND grant_number = ? AND sequence = ? AND payable = ?
                """, .integer(by), key[0], key[1], .integer(record), .integer(payable))
        }
        try writePayables(of: file)
    }

    private func writeFigures(of file: GrantFile) throws {
        let state = file.state
        let amounts = GrantFigures(state)
        let figures = GrantFigures.paths.map { amounts[keyPath: $0] }
        let texts: [SQLValue] = [
            register, .integer(file.id.number), .integer(file.opened), .text(file.opening.program),
            .text(file.opening.recipient), .text(file.opening.title), .text(state.stage?.rawValue ?? ""),
            .of(state.appliedOn), .of(state.signedOn), .of(state.party?.organisation),
        ]
        let insert = try session.connection.prepare(
            """
            INSERT INTO grant_file (register, number, opened, program, recipient, title, state, applied, signed, name,
                \(GrantRow.figureColumns)) VALUES (\(Array(repeating: "?", count: texts.count + figures.count).joined(separator: ", ")))
            """)
        for (place, value) in (texts + figures.map { .integer($0) }).enumerated() {
            switch value {
            case .integer(let number): insert.bind(place + 1, number)
            case .text(let text): insert.bind(place + 1, text)
            default: insert.bindNull(place + 1)
            }
        }
        _ = try insert.step()
        insert.reset()
    }

    private func writePayables(of file: GrantFile) throws {
        let payables = file.state.payables
        for sequence in Set(payables.keys).union(file.written.keys).sorted() where payables[sequence] != file.written[sequence] {
            if file.written[sequence] != nil {
                try session.connection.run(
                    "DELETE FROM payable WHERE register = ? AND sequence = ?", register, .integer(sequence))
            }
            guard let payable = payables[sequence] else { continue }
            try session.connection.run(
                """
                INSERT INTO payable (register, sequence, grant_number, kind, day, amount_cents, offset_cents, paid_cents,
                    left_cents) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, register, .integer(sequence), .integer(file.id.number), .text(payable.kind.rawValue),
                .integer(Int64(payable.date.dayNumber)), .integer(payable.amount), .integer(payable.offset),
                .integer(payable.paid), .integer(payable.left))
        }
    }
}

extension SQLValue {
    fileprivate static func of(_ date: CalendarDate?) -> SQLValue { date.map { .integer(Int64($0.dayNumber)) } ?? .null }
    fileprivate static func of(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }
}
