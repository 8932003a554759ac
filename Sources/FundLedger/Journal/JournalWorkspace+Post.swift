import AuditTrail
import ReferenceData
import Storage

/// What an entry changes in the tables, and what an annulment takes back.
extension JournalWorkspace {
    /// Entries held back are written when this many postings wait.
    private static let chunk = 32_768

    func post(_ entry: JournalEntry, at sequence: Int64) throws {
        let key = EntryKey.of(entry.id, register: session.register.number)
        years[entry.id.year.startYear]?.lastNumber = entry.id.number
        let insert = try session.connection.prepare(
            "INSERT INTO entry (id, register, sequence, day, reversed_by, annulled) VALUES (?, ?, ?, ?, NULL, NULL)")
        insert.bind(1, key)
        insert.bind(2, session.register.number)
        insert.bind(3, sequence)
        insert.bind(4, Int64(entry.date.dayNumber))
        _ = try insert.step()
        insert.reset()
        hold(entry, key: key, sign: 1)
        held.references.append((Self.hash(of: entry.reference), key))
        if let source = entry.source {
            try session.connection.run(
                "INSERT INTO entry_source (register, source, entry) VALUES (?, ?, ?)",
                .integer(session.register.number), .text(source), .integer(key))
        }
        if let target = entry.reverses {
            try session.connection.run(
                "UPDATE entry SET reversed_by = ? WHERE id = ?", .integer(key),
                .integer(EntryKey.of(target, register: session.register.number)))
        }
        note(entry)
        if held.postings.count >= Self.chunk { try flush() }
    }

    private func note(_ entry: JournalEntry) {
        batch.entries += 1
        if entry.row != nil || entry.source != nil { batch.hasImportedEntries = true }
        if let pair = entry.pair { batch.pairedRegisters.insert(pair.register) }
    }

    func noteImport() { batch.hasImport = true }

    /// Adds an entry to the totals (`sign` 1) or takes it out (−1).
    private func hold(_ entry: JournalEntry, key: Int64, sign: Int64) {
        totals.entries += sign
        totals.postings += sign * Int64(entry.postings.count)
        held.isDirty = true
        let day = Int64(entry.date.dayNumber)
        let period = EntryKey.period(entry.period)
        for (position, posting) in entry.postings.enumerated() {
            guard var account = accounts[posting.account] else { continue }
            let amount = posting.amount.value
            if sign > 0 {
                held.postings.append(
                    HeldRows.Row(
                        account: account.id, day: day, entry: key, position: Int64(position), amount: amount))
            }
            if amount > 0 {
                account.debit += sign * amount
                if !account.accountClass.isBudgetary { totals.debitCents += sign * amount }
            } else {
                account.credit -= sign * amount
            }
            accounts[posting.account] = account
            held.add(account: account.id, code: posting.account, day: day, period: period, amount, sign: sign)
        }
    }

    func annul(_ entry: JournalEntry, at annulment: Int64) throws {
        try flush()
        let register = session.register.number
        let key = EntryKey.of(entry.id, register: register)
        for posting in entry.postings { _ = try account(posting.account) }
        hold(entry, key: key, sign: -1)
        try session.connection.run(
            "UPDATE entry SET annulled = ? WHERE id = ?", .integer(annulment), .integer(key))
        for (position, posting) in entry.postings.enumerated() {
            guard let account = accounts[posting.account] else { continue }
            try session.connection.run(
                "DELETE FROM posting WHERE account = ? AND day = ? AND entry = ? AND position = ?",
                .integer(account.id), .integer(Int64(entry.date.dayNumber)), .integer(key), .integer(Int64(position)))
        }
        if entry.source != nil {
            try session.connection.run(
                "DELETE FROM entry_source WHERE register = ? AND entry = ? AND source = ?", .integer(register),
                .integer(key), .text(entry.source ?? ""))
        }
        if let target = entry.reverses {
            try session.connection.run(
                "UPDATE entry SET reversed_by = NULL WHERE id = ?", .integer(EntryKey.of(target, register: register)))
        }
    }

    func open(_ account: Account, at sequence: Int64) throws {
        let register = session.register.number
        let count = try session.connection.first(
            "SELECT count(*) FROM account WHERE register = ?", [.integer(register)]) { $0.int(0) } ?? 0
        try session.connection.run(
            """
            INSERT INTO account (id, register, code, name, name_en, class, line, opened, closed, debit_cents, credit_cents)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, 0)
            """,
            .integer(register << 32 | (count + 1)), .integer(register), .text(account.code), .text(account.name),
            account.nameEnglish.map { .text($0) } ?? .null, .text(account.accountClass.rawValue),
            account.line.map { .text($0.rawValue) } ?? .null, .integer(sequence))
    }

    func close(_ code: String, at sequence: Int64) throws {
        accounts[code]?.isOpen = false
        try session.connection.run(
            "UPDATE account SET closed = ? WHERE register = ? AND code = ?", .integer(sequence),
            .integer(session.register.number), .text(code))
    }

    func open(_ year: FiscalYear, budget: BudgetControl, at sequence: Int64) throws {
        years[year.startYear] = YearState(isControlled: budget == .controlled, lastNumber: 0)
        try session.connection.run(
            "INSERT INTO fiscal_year (register, year, budget, opened, last_number) VALUES (?, ?, ?, ?, 0)",
            .integer(session.register.number), .integer(Int64(year.startYear)), .text(budget.rawValue),
            .integer(sequence))
    }

    /// The first 64 bits of the reference's SHA-256: what the index holds.
    static func hash(of reference: String) -> Int64 {
        var reference = reference
        return reference.withUTF8 { bytes in
            SHA256.hash(UnsafeRawBufferPointer(bytes)).withUnsafeBytes {
                Int64(bitPattern: UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)))
            }
        }
    }
}
