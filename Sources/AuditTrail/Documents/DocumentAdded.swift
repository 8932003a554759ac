import Storage

/// `document.added/1`: a file is known by its SHA-256; the file lies beside the book. FORMAT.md, section 8.
public struct DocumentAdded: Record {
    public static let kind = "document.added/1"
    public static let rules = KindRules(.roles([.admin, .financeOfficer, .agent, .coordinator]))

    public let name: String
    public let sha256: Digest
    /// Bytes.
    public let size: Int64
    /// A media type: `application/pdf`.
    public let type: String

    public init(name: String, sha256: Digest, size: Int64, type: String) {
        self.name = name
        self.sha256 = sha256
        self.size = size
        self.type = type
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        name = try reader.text("name", bytes: 1...255)
        sha256 = try reader.digest("sha256")
        size = try reader.count("size")
        type = try reader.text("type", bytes: 1...127)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("kind", kind)
        try writer.member("name", name)
        try writer.member("sha256", sha256.hex)
        writer.member("size", size)
        try writer.member("type", type)
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        guard try !session.knowsDocument(sha256.hex) else {
            throw AuditError(.documentKnown, ["sha256": sha256.hex])
        }
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try session.connection.run(
            "INSERT INTO document (register, sha256, sequence) VALUES (?, ?, ?)",
            .integer(session.register.number), .text(sha256.hex), .integer(sequence))
    }
}

extension RegisterSession {
    /// Whether a document of this hash was added to the register.
    public func knowsDocument(_ sha256: String) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM document WHERE register = ? AND sha256 = ?", [.integer(register.number), .text(sha256)]
        ) { _ in true } ?? false
    }

    /// The documents of the register whose hash begins so, by hash: each with the sequence of its record.
    public func documents(beginning prefix: String = "") throws -> [(sequence: Int64, document: DocumentAdded)] {
        let sequences = try connection.query(
            "SELECT sequence FROM document WHERE register = ? AND substr(sha256, 1, ?) = ? ORDER BY sha256",
            [.integer(register.number), .integer(Int64(prefix.utf8.count)), .text(prefix)]
        ) { $0.int(0) }
        return try sequences.map { sequence in
            guard let document = try record(at: sequence) as? DocumentAdded else {
                throw AuditError(.projectionBroken, ["table": "document", "row": String(sequence)])
            }
            return (sequence, document)
        }
    }
}
