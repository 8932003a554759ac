import Storage

/// `export.opened/1`: an audit bundle is made of everything up to here. FORMAT.md, section 10.
public struct ExportOpened: Record {
    public static let kind = "export.opened/1"
    public static let rules = KindRules(.anyRole, verdict: .completeness)

    public let number: Int64
    /// SHA-256 of the previous export's STATEMENT; nil for the first.
    public let previousStatement: Digest?
    public let software: String
    public let time: String

    public init(number: Int64, previousStatement: Digest?, software: String, time: String) {
        self.number = number
        self.previousStatement = previousStatement
        self.software = software
        self.time = time
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        number = try reader.count("number", least: 1)
        let previous = try reader.string("previous_statement") { $0 == "-" || Digest(hex: $0) != nil }
        previousStatement = Digest(hex: previous)
        software = try reader.string("software", Grammar.isSoftware)
        time = try reader.string("time", Grammar.isTime)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("kind", kind)
        writer.member("number", number)
        try writer.member("previous_statement", previousStatement?.hex ?? "-")
        try writer.member("software", software)
        try writer.member("time", time)
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        let last = try session.lastExport()
        guard number == (last?.number ?? 0) + 1, (number == 1) == (previousStatement == nil) else {
            throw AuditError(.exportNumber, ["number": String(number), "expected": String((last?.number ?? 0) + 1)])
        }
        guard session.batch?.first == sequence, last.map({ $0.sequence + 2 < sequence }) ?? true else {
            throw AuditError(.exportAlone, ["number": String(number)])
        }
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try session.connection.run(
            "INSERT INTO export (register, number, sequence) VALUES (?, ?, ?)",
            .integer(session.register.number), .integer(number), .integer(sequence))
    }
}

/// One export of a register: its number and where its `export.opened/1` stands.
public struct ExportPlace: Sendable, Equatable {
    public let number: Int64
    public let sequence: Int64
    /// Records up to and with the seal of the export's batch.
    public var size: Int64 { sequence + 1 }
}

extension RegisterSession {
    /// The newest export, nil before the first.
    public func lastExport() throws -> ExportPlace? {
        try connection.first(
            "SELECT number, sequence FROM export WHERE register = ? ORDER BY number DESC LIMIT 1",
            [.integer(register.number)]
        ) { ExportPlace(number: $0.int(0), sequence: $0.int(1)) }
    }

    /// An export by its number.
    public func export(_ number: Int64) throws -> ExportPlace? {
        try connection.first(
            "SELECT number, sequence FROM export WHERE register = ? AND number = ?",
            [.integer(register.number), .integer(number)]
        ) { ExportPlace(number: $0.int(0), sequence: $0.int(1)) }
    }
}
