import Storage

/// `subject.opened/1`: a person whose information is committed to here and kept outside the records. FORMAT.md, section 8.
public struct SubjectOpened: Record {
    public static let kind = "subject.opened/1"
    public static let rules = KindRules(.roles([.admin, .financeOfficer, .agent, .coordinator]))

    /// 32 hexadecimal digits, random.
    public let subject: String
    /// Field name → commitment.
    public let fields: [String: Digest]

    public init(subject: String, fields: [String: Digest]) {
        self.subject = subject
        self.fields = fields
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        var inner = try reader.reader("fields")
        let names = inner.object.members.map(\.name)
        guard (1...64).contains(names.count) else { throw reader.malformed("fields", String(names.count)) }
        var fields: [String: Digest] = [:]
        for name in names { fields[name] = try inner.digest(name) }
        try inner.finish()
        self.fields = fields
        subject = try reader.string("subject") { Grammar.isHex($0, digits: 32) }
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.name("fields")
        try writer.write(CanonicalObject(fields.map { (key: $0.key, value: CanonicalValue.string($0.value.hex)) }))
        try writer.member("kind", kind)
        try writer.member("subject", subject)
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        guard try session.isErased(subject: subject) == nil else {
            throw AuditError(.subjectKnown, ["subject": subject])
        }
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try session.connection.run(
            "INSERT INTO subject (register, subject, sequence, erased) VALUES (?, ?, ?, NULL)",
            .integer(session.register.number), .text(subject), .integer(sequence))
    }
}

/// `subject.erased/1`: the salts and values of a subject are gone; the commitments stand. FORMAT.md, section 8.
public struct SubjectErased: Record {
    public static let kind = "subject.erased/1"
    public static let rules = KindRules(.roles([.admin]))

    public let subject: String
    public let reason: String

    public init(subject: String, reason: String) {
        self.subject = subject
        self.reason = reason
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        reason = try reader.text("reason", bytes: 1...1000)
        subject = try reader.string("subject") { Grammar.isHex($0, digits: 32) }
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("kind", kind)
        try writer.member("reason", reason)
        try writer.member("subject", subject)
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        guard try session.isErased(subject: subject) == false else {
            throw AuditError(.subjectNotOpen, ["subject": subject])
        }
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        let keys: [SQLValue] = [.integer(session.register.number), .text(subject)]
        try session.connection.run(
            "UPDATE subject SET erased = ? WHERE register = ? AND subject = ?", .integer(sequence), keys[0], keys[1])
        try session.connection.run("DELETE FROM subject_secret WHERE register = ? AND subject = ?", keys[0], keys[1])
    }
}

extension RegisterSession {
    /// Whether a subject is erased; nil when it was never opened.
    public func isErased(subject: String) throws -> Bool? {
        try connection.first(
            "SELECT erased FROM subject WHERE register = ? AND subject = ?",
            [.integer(register.number), .text(subject)]
        ) { !$0.isNull(0) }
    }
}
