import Storage

/// The erasable values of subjects: each that is kept fits its commitment, and none is gone or kept against the records.
extension BookCheck {
    private struct Subject {
        let register: Int64
        let name: String
        let id: Digest
        let subject: String
        let sequence: Int64
        let isErased: Bool
    }

    func checkSecrets(_ connection: any SQLConnection) throws {
        try connection.forEach(
            """
            SELECT s.register, r.name, r.register_id, s.subject, s.sequence, s.erased
            FROM replayed.subject s JOIN replayed.register r ON r.number = s.register ORDER BY s.register, s.sequence
            """
        ) { row in
            guard let id = Digest(hex: row.string(2)) else { return }
            try check(
                Subject(
                    register: row.int(0), name: row.string(1), id: id, subject: row.string(3), sequence: row.int(4),
                    isErased: !row.isNull(5)),
                connection)
        }
        try connection.forEach(
            """
            SELECT k.register, k.subject, k.field FROM main.subject_secret k WHERE NOT EXISTS (
                SELECT 1 FROM replayed.subject s WHERE s.register = k.register AND s.subject = k.subject)
            ORDER BY k.register, k.subject, k.field LIMIT ?
            """, [.integer(BookCheck.mostRows)]
        ) { row in
            let name = BookCheck.name(of: row.int(0))
            report.add(
                .secretKept,
                ["register": name ?? row.string(0), "subject": row.string(1), "field": row.string(2)], register: name)
        }
    }

    private func check(_ subject: Subject, _ connection: any SQLConnection) throws {
        func tell(_ code: AuditError.Code, _ field: String) {
            let parameters = ["register": subject.name, "subject": subject.subject, "field": field]
            report.add(code, parameters, register: subject.name, record: subject.sequence)
        }
        var committed = try commitments(of: subject, connection)
        try connection.forEach(
            "SELECT field, salt, value FROM main.subject_secret WHERE register = ? AND subject = ? ORDER BY field",
            [.integer(subject.register), .text(subject.subject)]
        ) { row in
            let field = row.string(0)
            let salt = row.bytes(1)
            guard let commitment = committed.removeValue(forKey: field), !subject.isErased else {
                return tell(.secretKept, field)
            }
            let isFit =
                salt.count == 32
                && commitment
                    == Commitment.of(
                        row.string(2), field: field, subject: subject.subject, register: subject.id, salt: salt)
            if !isFit { tell(.secretDiffers, field) }
        }
        guard !subject.isErased else { return }
        for field in committed.keys.sorted() { tell(.secretMissing, field) }
    }

    private func commitments(of subject: Subject, _ connection: any SQLConnection) throws -> [String: Digest] {
        let line = try connection.first(
            "SELECT line FROM main.record WHERE id = ?", [.integer(RecordID.of(subject.register, subject.sequence))]
        ) { $0.bytes(0) }
        let record = try? line?.withUnsafeBytes { try book.layout.kinds.decode($0) }
        return (record as? SubjectOpened)?.fields ?? [:]
    }
}
