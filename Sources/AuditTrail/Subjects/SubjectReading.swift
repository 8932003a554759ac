import Storage

/// A subject as the book has it.
public struct SubjectRow: Sendable, Equatable {
    /// The register's name.
    public let register: String
    public let subject: String
    /// The sequence of its `subject.opened/1`.
    public let opened: Int64
    /// The sequence of its `subject.erased/1`.
    public let erased: Int64?
}

extension BookReading {
    /// The subject, in whatever register it is. Refuses: E-SUB-003.
    public func subject(_ id: String) throws -> SubjectRow {
        try connection.first(
            """
            SELECT r.name, s.sequence, s.erased FROM register r JOIN subject s ON s.register = r.number
            WHERE s.subject = ?
            """, [.text(id)]
        ) { row in
            SubjectRow(
                register: row.string(0), subject: id, opened: row.int(1), erased: row.isNull(2) ? nil : row.int(2))
        } ?? { throw SubjectError(.subjectUnknown, ["subject": id]) }()
    }

    /// A disclosure of subjects of one register. `fields`: the names to show, nil for all; the others are withheld.
    /// Personal information.
    ///
    /// Refuses: E-SUB-003; E-SUB-002 where they are of two registers; E-SUB-008 for a field that none of them has.
    public func disclosure(of ids: [String], fields: Set<String>?) throws -> Disclosure {
        let rows = try Set(ids).map(subject)
        guard let first = rows.first else { throw SubjectError(.nothingDisclosed) }
        let session = try register(first.register)
        var unused = fields ?? []
        let subjects = try rows.map { row -> DisclosedSubject in
            guard row.register == first.register else {
                throw SubjectError(.disclosureOfOther, ["found": row.register, "expected": first.register])
            }
            if let erased = row.erased {
                return DisclosedSubject(subject: row.subject, opened: row.opened, state: .erased(erased))
            }
            let openings = try session.openings(of: row.subject)
            unused.subtract(openings.keys)
            return DisclosedSubject(
                subject: row.subject, opened: row.opened,
                state: .open(
                    Dictionary(
                        uniqueKeysWithValues: openings.map { name, opening in
                            (name, fields.map { $0.contains(name) } ?? true ? .open(salt: opening.salt, value: opening.value) : .withheld)
                        })))
        }
        if let field = unused.sorted().first {
            throw SubjectError(.fieldUnknown, ["subject": ids.joined(separator: ", "), "field": field, "fields": names(subjects)])
        }
        return Disclosure(
            register: session.register.id, origin: session.register.origin, size: session.register.size, subjects: subjects)
    }

    private func names(_ subjects: [DisclosedSubject]) -> String {
        Set(
            subjects.flatMap { subject -> [String] in
                if case .open(let fields) = subject.state { Array(fields.keys) } else { [] }
            }
        ).sorted().joined(separator: ", ")
    }
}
