import Storage

extension RegisterSession {
    /// Judges a record, applies it and appends its line. Returns its sequence.
    ///
    /// Refuses what the kind refuses; E-AUD-010 where the register does not take the kind, E-KEY-020 where the person
    /// may not write it.
    @discardableResult
    public func append<R: Record>(_ record: R) throws -> Int64 {
        let sequence = register.size + 1
        beginBatchIfNeeded()
        try authorize(record)
        try judgeOpening(record, at: sequence)
        try record.judge(in: self, at: sequence)
        writer.clear()
        try record.write(into: &writer, kind: R.kind)
        try writer.finish()
        // What no reader could read is never written.
        try writer.withLine { _ = try kinds.decode($0) }
        try record.apply(in: self, at: sequence)
        try insertCurrentLine(sequence)
        noteContent(record)
        return sequence
    }

    /// SHA-256 of the line being appended: a register's id, for genesis.
    func currentLineHash() throws -> Digest {
        if let replayedLine { return SHA256.hash(replayedLine) }
        return try writer.withLine { SHA256.hash($0) }
    }

    func beginBatchIfNeeded() {
        guard openBatch == nil else { return }
        openBatch = OpenBatch(first: register.size + 1, rootBefore: register.root, people: people)
    }

    /// From here on in this batch, roles count as they now stand: after founders and after recovery.
    func rolesCountFromHere() { openBatch?.people = people }

    private func authorize<R: Record>(_ record: R) throws {
        let lent = lentAuthority(record)
        // A run of one kind, as an import is, is judged once.
        guard openBatch?.lastKind != R.kind || isFounding(register.size) || openBatch?.lent.isEmpty == false else { return }
        let rules = R.rules
        if let registers = rules.registers, !registers.contains(register.name) {
            throw AuditError(.kindNotInRegister, ["kind": R.kind, "register": register.name])
        }
        // Founders' admissions need no role: FORMAT.md, section 6.
        guard let sealer, let people = openBatch?.people, !isFounding(register.size + 1) else { return }
        try RegisterSession.judge(lent ?? rules.authority, kind: R.kind, key: sealer, people: people, register: register.name)
    }

    /// Refuses a kind that the key's person may not write: E-KEY-020.
    static func judge(
        _ authority: KindRules.Authority, kind: String, key: PublicKey, people: RoleBook, register: String
    ) throws {
        let allowed: Set<Role>
        switch authority {
        case .special: return
        case .anyRole: allowed = Set(Role.ofFounders)
        case .roles(let roles): allowed = roles
        }
        guard let person = people.person(of: key) else {
            throw AuditError(.keyUnknown, ["key": key.hex, "register": register])
        }
        guard people.holds(person, anyOf: allowed) else {
            let needed = allowed.sorted().map(\.rawValue).joined(separator: ", ")
            throw AuditError(
                .roleMissing, ["person": person, "kind": kind, "roles": needed, "register": register])
        }
    }

    func insertCurrentLine(_ sequence: Int64) throws {
        let insert = try connection.prepare("INSERT INTO record (id, line) VALUES (?, ?)")
        insert.bind(1, RecordID.of(register.number, sequence))
        let leaf = try writer.withLine { line in
            insert.bind(2, text: line)
            return SHA256.leaf(line)
        }
        _ = try insert.step()
        insert.reset()
        register.tree.append(leaf)
        lastLeaf = leaf
    }

    /// The roles that a record before it in the batch lends to this one.
    func lentAuthority(_ record: any Record) -> KindRules.Authority? {
        guard let lent = openBatch?.lent, !lent.isEmpty, let borrower = record as? any BorrowingRecord else { return nil }
        return lent[borrower.lentName]
    }

    func noteContent(_ record: any Record) {
        openBatch?.content.append(lastLeaf)
        openBatch?.lastKind = type(of: record).kind
        if record is ExportOpened { openBatch?.opensExport = true }
        guard let lender = record as? any LendingRecord else { return }
        for name in lender.lendsTo { openBatch?.lent[name] = type(of: record).rules.authority }
    }
}
