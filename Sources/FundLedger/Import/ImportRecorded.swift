import AuditTrail

/// `import.recorded/1`: says what the entries of its batch came from. FORMAT.md, section 9.
public struct ImportRecorded: Record {
    public static let kind = "import.recorded/1"
    public static let rules = KindRules(.roles([.financeOfficer]), registers: RegisterName.funds, verdict: .books)

    public let file: String
    public let fileHash: Digest
    /// The compiled map.
    public let map: CanonicalObject
    public let rows: Int64
    public let entries: Int64
    /// Items that the fund knew already by their source.
    public let known: Int64
    /// Rows that the map says to skip.
    public let skipped: Int64

    public init(
        file: String, fileHash: Digest, map: CanonicalObject, rows: Int64, entries: Int64, known: Int64, skipped: Int64
    ) {
        self.file = file
        self.fileHash = fileHash
        self.map = map
        self.rows = rows
        self.entries = entries
        self.known = known
        self.skipped = skipped
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        entries = try reader.count("entries")
        file = try reader.text("file", bytes: 1...255)
        fileHash = try reader.digest("file_sha256")
        known = try reader.count("known")
        map = try reader.object("map")
        rows = try reader.count("rows")
        skipped = try reader.count("skipped")
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("entries", entries)
        try writer.member("file", file)
        try writer.member("file_sha256", fileHash.hex)
        try writer.member("kind", kind)
        writer.member("known", known)
        writer.name("map")
        try writer.write(map)
        writer.member("rows", rows)
        writer.member("skipped", skipped)
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        try JournalWorkspace.of(session).judge(self)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try JournalWorkspace.of(session).noteImport()
    }
}
