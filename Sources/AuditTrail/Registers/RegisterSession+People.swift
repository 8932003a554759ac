import Storage

extension RegisterSession {
    /// Whether a record of this sequence belongs to the founders' admissions, right after genesis.
    func isFounding(_ sequence: Int64) -> Bool {
        sequence >= 2 && sequence <= Int64(register.founders.count) + 1
    }

    func judgeFounder(_ admission: PersonAdmitted, at sequence: Int64) throws {
        let founder = register.founders[Int(sequence) - 2]
        guard admission.role == .founder, admission.scope.isEmpty, admission.person == founder.person,
            admission.key == founder.key
        else { throw AuditError(.founderExpected, ["person": founder.person, "record": String(sequence)]) }
    }

    func requireKnown(_ person: String) throws {
        guard people.keys[person] != nil else {
            throw AuditError(.personUnknown, ["person": person, "register": register.name])
        }
    }

    /// Refuses a key that is a person's, the recovery key, or is or was the ledger key.
    func refuseKeyInUse(_ key: PublicKey) throws {
        let wasLedgerKey = try connection.first(
            "SELECT 1 FROM ledger_key WHERE register = ? AND key = ?", [.integer(register.number), .text(key.hex)]
        ) { _ in true }
        guard people.person(of: key) == nil, key != register.recoveryKey, wasLedgerKey == nil else {
            throw AuditError(.keyInUse, ["key": key.hex])
        }
    }

    func found(_ genesis: RegisterCreated) throws {
        register.id = try currentLineHash()
        register.origin = genesis.origin
        register.ledgerKey = genesis.ledgerKey
        register.recoveryKey = genesis.recoveryKey
        register.founders = genesis.founders
        try connection.run(
            """
            INSERT INTO register (number, name, register_id, origin, ledger_key, recovery_key, template, size, batches, time, frontier)
            VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, '', ?)
            """,
            .integer(register.number), .text(register.name), .text(register.id.hex), .text(register.origin),
            .text(genesis.ledgerKey.hex), .text(genesis.recoveryKey.hex), genesis.template.map { .text($0) } ?? .null,
            .blob(CompactRange().serialized))
        try useLedgerKey(genesis.ledgerKey, at: 1)
    }

    func useLedgerKey(_ key: PublicKey, at sequence: Int64) throws {
        register.ledgerKey = key
        try connection.run(
            "INSERT INTO ledger_key (register, key, since) VALUES (?, ?, ?)",
            .integer(register.number), .text(key.hex), .integer(sequence))
        try connection.run(
            "UPDATE register SET ledger_key = ? WHERE number = ?", .text(key.hex), .integer(register.number))
    }

    func admit(_ person: String, key: PublicKey, at sequence: Int64) throws {
        people.admit(person, key: key)
        try connection.run(
            "INSERT INTO person (register, name, key, since) VALUES (?, ?, ?, ?)",
            .integer(register.number), .text(person), .text(key.hex), .integer(sequence))
    }

    func grant(_ grant: RoleGrant, at sequence: Int64) throws {
        people.grants.insert(grant)
        if isFounding(sequence) { rolesCountFromHere() }
        try connection.run(
            "INSERT INTO role (register, person, role, scope, since) VALUES (?, ?, ?, ?, ?)",
            .integer(register.number), .text(grant.person), .text(grant.role.rawValue), .text(grant.scope),
            .integer(sequence))
    }

    func revoke(_ grant: RoleGrant) throws {
        people.grants.remove(grant)
        try connection.run(
            "DELETE FROM role WHERE register = ? AND person = ? AND role = ? AND scope = ?",
            .integer(register.number), .text(grant.person), .text(grant.role.rawValue), .text(grant.scope))
    }

    /// Loads persons and roles.
    static func people(of register: Int64, from connection: any SQLConnection) throws -> RoleBook {
        var people = RoleBook()
        try connection.forEach("SELECT name, key FROM person WHERE register = ?", [.integer(register)]) { row in
            people.admit(row.string(0), key: try PublicKey(hex: row.string(1)))
        }
        try connection.forEach(
            "SELECT person, role, scope FROM role WHERE register = ?", [.integer(register)]
        ) { row in
            guard let role = Role(rawValue: row.string(1)) else {
                throw AuditError(.projectionBroken, ["table": "role", "row": row.string(0)])
            }
            people.grants.insert(RoleGrant(person: row.string(0), role: role, scope: row.string(2)))
        }
        return people
    }
}
