import Storage

/// A commitment to one piece of personal information: it binds without telling. FORMAT.md, section 8.
public enum Commitment {
    /// SHA-256 over the purpose, the register, the subject, the field, the salt (32 random bytes) and the value.
    public static func of(
        _ value: String, field: String, subject: String, register: Digest, salt: [UInt8]
    ) -> Digest {
        precondition(salt.count == 32, "a salt is 32 bytes")
        let lines = ["fundctl/pi/v1", register.hex, subject, field, Hexadecimal.encode(salt)]
        return SHA256.hash(Array((lines.map { $0 + "\n" }.joined() + value).utf8))
    }
}

extension RegisterSession {
    /// Opens a subject: appends the commitments and keeps salts and values in the erasable table.
    /// `salts`: 32 random bytes for each field. Returns the sequence of the record.
    @discardableResult
    public func openSubject(_ subject: String, values: [String: String], salts: [String: [UInt8]]) throws -> Int64 {
        var fields: [String: Digest] = [:]
        for (field, value) in values {
            guard let salt = salts[field] else { preconditionFailure("no salt for the field \(field)") }
            fields[field] = Commitment.of(
                value, field: field, subject: subject, register: register.id, salt: salt)
        }
        let sequence = try append(SubjectOpened(subject: subject, fields: fields))
        for (field, value) in values {
            try connection.run(
                "INSERT INTO subject_secret (register, subject, field, salt, value) VALUES (?, ?, ?, ?, ?)",
                .integer(register.number), .text(subject), .text(field), .blob(salts[field] ?? []), .text(value))
        }
        return sequence
    }

    /// Whether these are the values that a subject was opened with, told by its commitments under the salts kept: a
    /// fingerprint whose key is erased with the subject. Nil once it is, and for a subject never opened.
    public func isCommitted(to values: [String: String], subject: String) throws -> Bool? {
        let kept = try openings(of: subject)
        let sequence = try connection.first(
            "SELECT sequence FROM subject WHERE register = ? AND subject = ?", [.integer(register.number), .text(subject)]
        ) { $0.int(0) }
        guard let sequence, !kept.isEmpty, let opened = try record(at: sequence) as? SubjectOpened else { return nil }
        guard Set(values.keys) == Set(opened.fields.keys), kept.count == values.count else { return false }
        return kept.allSatisfy { field, opening in
            guard let value = values[field], opening.salt.count == 32 else { return false }
            let found = Commitment.of(value, field: field, subject: subject, register: register.id, salt: opening.salt)
            return found == opened.fields[field]
        }
    }

    /// What is kept of a subject, by field; empty once it is erased. Personal information.
    public func values(of subject: String) throws -> [String: String] { try openings(of: subject).mapValues(\.value) }

    /// Salts and values of a subject that are kept, by field; none once it is erased. Personal information.
    func openings(of subject: String) throws -> [String: (salt: [UInt8], value: String)] {
        var openings: [String: (salt: [UInt8], value: String)] = [:]
        try connection.forEach(
            "SELECT field, salt, value FROM subject_secret WHERE register = ? AND subject = ?",
            [.integer(register.number), .text(subject)]
        ) { openings[$0.string(0)] = (salt: $0.bytes(1), value: $0.string(2)) }
        return openings
    }
}
