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

/// What imports into the register of employers are refused with.
public struct IntakeError: VerdictError, Sendable, Equatable {
    public enum Code: String, CaseIterable, Sendable {
        /// The record that says what a batch was imported from is not the last of its batch, once. `record`.
        case intakeNotLast = "E-ITK-001"
        /// A record names a row of a file, and its batch does not say which file. `record`.
        case markWithoutIntake = "E-ITK-002"
        /// The number of imported records is another. `found`; `expected`.
        case recordCount = "E-ITK-003"
        /// `row` stands without `source`, or the other way. `kind`.
        case markHalf = "E-ITK-004"
        /// The source was brought before. `source`; `row`; `record`: the one that brought it.
        case sourceKnown = "E-ITK-005"
        /// The file changed while it was imported. `file`.
        case fileChanged = "E-ITK-006"
        /// The file is refused whole for its bad rows. `file`; `problems`: how many.
        case importRefused = "E-ITK-007"
    }

    public let code: Code
    public let parameters: [String: String]

    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }

    public var verdict: VerdictName { .figures }
}
