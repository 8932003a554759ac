/// The kinds that a program knows, by name: those of AuditTrail and those that the libraries above give it.
public struct KindTable: Sendable {
    private let kinds: [String: any Record.Type]

    /// `domain`: the kinds of the libraries above.
    public init(domain: [any Record.Type] = []) {
        let all = KindTable.core + domain
        kinds = Dictionary(all.map { ($0.kind, $0) }) { _, repeated in
            preconditionFailure("two record kinds are named \(repeated.kind)")
        }
    }

    /// Reads a canonical line. Refuses: E-REC codes for its form, E-AUD-002 for a kind that this version does not know.
    public func decode(_ line: UnsafeRawBufferPointer) throws -> any Record {
        try decode(CanonicalScanner.scan(line))
    }

    /// As `decode(line)`, from an object that was scanned already.
    public func decode(_ object: CanonicalObject) throws -> any Record {
        try decode(CanonicalObject.Reader(object))
    }

    /// As `decode(line)`, but a public key that is refused is taken as written: for what counts and lists records, and for
    /// the rest of a line's form. Such a record is never judged by its keys.
    func decodeAsWritten(_ line: UnsafeRawBufferPointer) throws -> any Record {
        try decode(CanonicalObject.Reader(CanonicalScanner.scan(line), keysAsWritten: true))
    }

    private func decode(_ reader: CanonicalObject.Reader) throws -> any Record {
        var reader = reader
        let kind = try reader.string("kind")
        guard let type = kinds[kind] else { throw AuditError(.unknownKind, ["kind": kind]) }
        let record = try type.init(from: &reader)
        try reader.finish()
        return record
    }

    private static let core: [any Record.Type] = [
        RegisterCreated.self, PersonAdmitted.self, PersonRecovered.self, RoleGranted.self, RoleRevoked.self,
        LedgerKeyRotated.self, Proposed<PersonAdmitted>.self, Proposed<RoleGranted>.self, Proposed<RoleRevoked>.self,
        Proposed<RecordAnnulled>.self, ApprovalGiven.self, ApprovalRefused.self, RecordAnnulled.self,
        DocumentAdded.self, SubjectOpened.self, SubjectErased.self, ExportOpened.self, BatchSealed.self,
    ]
}
