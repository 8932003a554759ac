import AuditTrail

/// `intake.recorded/1`: says what the records of its batch came from. FORMAT.md, section 20.1.
public struct IntakeRecorded: ServiceRecord, Equatable {
    public static let kind = "intake.recorded/1"
    public static let rules = KindRules.services(.agent, .admin)

    public let file: String
    public let fileHash: Digest
    /// The compiled map.
    public let map: CanonicalObject
    public let rows: Int64
    /// Content records of the batch of kinds that an import brings.
    public let records: Int64
    /// Rows that the register knew already by their source.
    public let known: Int64
    /// Rows that the map says to skip.
    public let skipped: Int64

    public init(
        file: String, fileHash: Digest, map: CanonicalObject, rows: Int64, records: Int64, known: Int64, skipped: Int64
    ) {
        self.file = file
        self.fileHash = fileHash
        self.map = map
        self.rows = rows
        self.records = records
        self.known = known
        self.skipped = skipped
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        file = try reader.text("file", bytes: 1...255)
        fileHash = try reader.digest("file_sha256")
        known = try reader.count("known")
        map = try reader.object("map")
        records = try reader.count("records")
        rows = try reader.count("rows")
        skipped = try reader.count("skipped")
    }

    public var members: [String: CanonicalValue?] {
        [
            "file": .text(file), "file_sha256": .string(fileHash.hex), "known": .integer(known), "map": .object(map),
            "records": .integer(records), "rows": .integer(rows), "skipped": .integer(skipped),
        ]
    }

    /// Nothing beyond what the workspace judges: E-ITK-001, E-ITK-003.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {}
    public func apply(with services: ServicesReader, at sequence: Int64) throws {}
}
