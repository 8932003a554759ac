// STATEMENT (FORMAT.md, section 10.1)
//
//     fundctl/statement/v1 LF
//     NAME: VALUE LF          each of `StatementField` once, in that order
//
// ASCII, no control character, at most 1 MiB. Each field is in its own grammar here; whether the fields agree with
// each other and with the records is for the verdicts to say.

/// What a bundle says of itself, signed by the ledger key.
public struct Statement: Sendable, Equatable {
    /// In the order of `StatementField.allCases`.
    private let values: [String]
    public let registerID: Digest
    /// The export's number, from 1.
    public let export: Int64
    /// What it says of the records.
    public let extent: RecordsExtent
    /// SHA-256 of MANIFEST.sha256.
    public let manifest: Digest

    static let firstLine = "fundctl/statement/v1"
    static let schema = "fundctl/bundle/v1"
    static let singlePerson = " single-person"

    /// Nil where a value is outside its field's grammar.
    init?(_ value: (StatementField) -> String) {
        values = StatementField.allCases.map(value)
        for (field, text) in zip(StatementField.allCases, values) where !field.accepts(text) { return nil }
        func digest(_ field: StatementField) -> Digest? { Digest(hex: value(field)) }
        func count(_ field: StatementField) -> Int64? { CanonicalInteger.parse(value(field)) }
        guard let id = digest(.registerID), let export = count(.export), let size = count(.size),
            let root = digest(.root), let bytes = count(.recordsBytes), let sha256 = digest(.recordsSHA256),
            let manifest = digest(.manifestSHA256)
        else { return nil }
        registerID = id
        self.export = export
        extent = RecordsExtent(size: size, root: root, bytes: bytes, sha256: sha256)
        self.manifest = manifest
    }

    /// From a STATEMENT's bytes. Refuses: E-BUN-026 above 1 MiB, E-BUN-028 for anything but the text of a statement.
    public init(parsing bytes: [UInt8]) throws {
        try BundlePath.refuseAbove(BundlePath.largestStatement_bytes, bytes.count, BundlePath.statement)
        func malformed(_ index: Int, _ field: String = "") -> AuditError {
            AuditError(.statementMalformed, ["line": String(index + 1), "field": field])
        }
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.popLast()?.isEmpty == true, lines.first?.elementsEqual(Statement.firstLine.utf8) == true else {
            throw malformed(0)
        }
        var found: [StatementField: String] = [:]
        for (index, field) in StatementField.allCases.enumerated() {
            let opening = Array((field.rawValue + ": ").utf8)
            guard index + 1 < lines.count, lines[index + 1].starts(with: opening),
                lines[index + 1].allSatisfy({ (0x20...0x7E).contains($0) })
            else { throw malformed(index + 1, field.rawValue) }
            let value = String(decoding: lines[index + 1].dropFirst(opening.count), as: UTF8.self)
            guard field.accepts(value) else { throw malformed(index + 1, field.rawValue) }
            found[field] = value
        }
        guard lines.count == found.count + 1, let statement = Statement({ found[$0] ?? "" }) else {
            throw malformed(lines.count - 1)
        }
        self = statement
    }

    /// The text of a field.
    public subscript(_ field: StatementField) -> String {
        values[StatementField.allCases.firstIndex(of: field) ?? 0]
    }

    public var register: String { self[.register] }

    /// The bytes that the ledger key signs.
    public var text: [UInt8] {
        let lines = zip(StatementField.allCases, values).map { "\($0.rawValue): \($1)\n" }
        return Array((Statement.firstLine + "\n" + lines.joined()).utf8)
    }
}
