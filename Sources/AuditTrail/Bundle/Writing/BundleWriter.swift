import Storage

/// A STATEMENT with the ledger key's signature over it.
public struct SignedStatement: Sendable, Equatable {
    public let statement: Statement
    public let text: [UInt8]
    /// 64 bytes.
    public let signature: [UInt8]

    /// What the next export's `previous_statement` names.
    public var sha256: Digest { SHA256.hash(text) }
}

/// Writes one export of a register from one snapshot, in one pass over its records. FORMAT.md, section 10.
///
/// Everything follows from the records up to the export and the ledger key, so that an export written again later is the
/// same bytes.
struct BundleWriter {
    let session: RegisterSession
    let place: ExportPlace
    let deriver: (any BundleDeriver)?
    let ledgerKeys: [PrivateKey]
    let output: BundleOutput
    /// Where the file of a document lies, nil to leave it out.
    var documents: (Digest) throws -> String? = { _ in nil }
    private var history = RegisterHistory()
    /// The derived files that were begun.
    private var derived: [String] = []

    init(
        session: RegisterSession, place: ExportPlace, deriver: (any BundleDeriver)?, ledgerKeys: [PrivateKey],
        output: BundleOutput
    ) {
        self.session = session
        self.place = place
        self.deriver = deriver
        self.ledgerKeys = ledgerKeys
        self.output = output
    }

    /// Writes all files; returns what was signed.
    ///
    /// Refuses: E-BUN-002, E-BUN-003, E-BUN-004, E-BUN-007, E-BUN-009; E-AUD-003 where a record is missing.
    mutating func write() throws -> SignedStatement {
        try begin(deriver?.files ?? [])
        try writeRecords()
        try deriver?.finish(into: output)
        for file in derived { try output.end(file) }
        let key = try ledgerKey()
        try output.add(BundlePath.ledgerKey, key.publicKey.pem)
        for (person, key) in history.people.keys { try output.add(BundlePath.key(of: person), key.pem) }
        try output.add(BundlePath.readmeEnglish, Array(BundleReadme.english.utf8))
        try output.add(BundlePath.readmeFrench, Array(BundleReadme.french.utf8))
        try output.add(BundlePath.checkpoint, session.register.checkpoint(of: history.extent, key: key).bytes)
        return try sign(with: key)
    }

    private mutating func begin(_ files: [String]) throws {
        for file in files where !derived.contains(file) {
            try output.begin(file)
            derived.append(file)
        }
    }

    private mutating func writeRecords() throws {
        let register = session.register.number
        var sequence: Int64 = 0
        try session.connection.forEach(
            "SELECT id, line FROM record WHERE id BETWEEN ? AND ? ORDER BY id",
            [.integer(RecordID.of(register, 1)), .integer(RecordID.of(register, place.size))]
        ) { row in
            sequence += 1
            guard row.int(0) == RecordID.of(register, sequence) else {
                throw AuditError(.recordUnknown, ["record": String(sequence)])
            }
            try row.withBytes(1) { try write($0, sequence) }
        }
        guard sequence == place.size else { throw AuditError(.recordUnknown, ["record": String(sequence + 1)]) }
    }

    private mutating func write(_ line: UnsafeRawBufferPointer, _ sequence: Int64) throws {
        let file = BundlePath.segment((sequence - 1) / BundlePath.linesPerSegment + 1)
        if sequence % BundlePath.linesPerSegment == 1 { try output.begin(file) }
        try output.write(line, to: file)
        try BundleWriter.lineFeed.withUnsafeBytes { try output.write($0, to: file) }
        if sequence % BundlePath.linesPerSegment == 0 || sequence == place.size { try output.end(file) }
        let record = try session.kinds.decode(line)
        history.take(record, line: line, leaf: SHA256.leaf(line))
        try begin(deriver?.files(with: record, at: sequence) ?? [])
        try deriver?.take(record, at: sequence, into: output, lookUp: session.record(at:))
        if let document = record as? DocumentAdded { try copy(document) }
    }

    private func copy(_ document: DocumentAdded) throws {
        guard let path = try documents(document.sha256) else { return }
        let file = BundlePath.document(document.sha256)
        try output.begin(file)
        try InputFile(path).forEachPiece { try output.write($0, to: file) }
        let (digest, bytes) = try output.close(file)
        guard digest == document.sha256, bytes == document.size else {
            throw AuditError(.documentDiffers, ["path": path, "sha256": document.sha256.hex])
        }
    }

    private func ledgerKey() throws -> PrivateKey {
        guard let needed = history.ledgerKey else {
            throw AuditError(.genesisPlace, ["register": session.register.name, "record": "1"])
        }
        guard let key = ledgerKeys.first(where: { $0.publicKey == needed }) else {
            throw AuditError(.ledgerKeyNeeded, ["register": session.register.name, "key": needed.hex])
        }
        return key
    }

    private func sign(with key: PrivateKey) throws -> SignedStatement {
        let manifest = output.manifest
        let text = manifest.text
        guard text.count <= BundlePath.largestManifest_bytes else {
            throw AuditError(.exportTooLarge, ["limit": "manifest"])
        }
        let totals = BundleTotals(
            files: Int64(manifest.lines.count), filesBytes: output.listedBytes, manifest: SHA256.hash(text),
            controls: deriver?.controls)
        guard history.export?.opened.number == place.number, let statement = Statement(of: history, totals) else {
            throw AuditError(.exportUnknown, ["register": session.register.name, "number": String(place.number)])
        }
        let bytes = statement.text
        guard bytes.count <= BundlePath.largestStatement_bytes else {
            throw AuditError(.exportTooLarge, ["limit": "statement"])
        }
        let signed = SignedStatement(statement: statement, text: bytes, signature: try key.sign(bytes))
        try output.addUnlisted(BundlePath.manifest, text)
        try output.addUnlisted(BundlePath.statement, bytes)
        try output.addUnlisted(BundlePath.signature, signed.signature)
        try addCosignatures()
        return signed
    }

    /// What witnesses sent back since; the manifest leaves it out.
    private func addCosignatures() throws {
        for row in try CosignatureTable.kept(session.register.number, place.number, in: session.connection) {
            try output.addUnlisted(CosignatureFile.path(row.name), row.note)
        }
    }

    private static let lineFeed: [UInt8] = [0x0A]
}

extension RegisterHead {
    /// The note of a tree of this register. FORMAT.md, section 10.3.
    func checkpoint(of extent: RecordsExtent, key: PrivateKey) throws -> SignedNote {
        let checkpoint = try Checkpoint(origin: checkpointOrigin, size: extent.size, root: extent.root)
        return try SignedNote.sign(text: checkpoint.text, name: checkpointOrigin, key: key)
    }

    /// The signed checkpoint of the register as it stands. Refuses: E-BUN-004 for a key that is not the ledger key in force.
    public func signedCheckpoint(_ ledgerKeys: [PrivateKey]) throws -> SignedNote {
        guard let key = ledgerKeys.first(where: { $0.publicKey == ledgerKey }) else {
            throw AuditError(.ledgerKeyNeeded, ["register": name, "key": ledgerKey.hex])
        }
        let checkpoint = try Checkpoint(origin: checkpointOrigin, size: size, root: root)
        return try SignedNote.sign(text: checkpoint.text, name: checkpointOrigin, key: key)
    }
}
