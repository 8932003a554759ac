import Storage

/// A cosignature that was accepted.
public struct AcceptedCosignature: Sendable, Equatable {
    public let register: String
    /// The export's number.
    public let export: Int64
    /// Records.
    public let size: Int64
    public let name: String
    public let key: PublicKey
    /// TIME.
    public let time: String
    /// False where this one, or a later one of the same witness, was kept before.
    public let isNew: Bool
}

/// What a witness sends back, received by those who keep the book. FORMAT.md, section 16.
public enum CosignatureAcceptance {
    /// Keeps the witness's line on the checkpoint of one of the book's exports, so that the export carries it when it is
    /// written again.
    ///
    /// `witness`: the witness's key; nil where a note of it was accepted before. `now`: TIME. Refuses: E-WIT-009 …
    /// E-WIT-013, E-WIT-015 … E-WIT-020; E-NOT codes for what is no note of a checkpoint.
    public static func accept(
        _ bytes: [UInt8], witness: PublicKey?, in book: Book, now: String, isDryRun: Bool = false
    ) throws -> AcceptedCosignature {
        try BundlePath.refuseAbove(BundlePath.largestNote_bytes, bytes.count, "note")
        let note = try SignedNote.parse(bytes)
        let checkpoint = try Checkpoint.parse(note.text)
        let origin = try RegisterOrigin(checkpoint.origin)
        let (place, key, cosignature) = try book.read { reading in
            let place = try find(checkpoint, origin, reading)
            let known = try witness.map { [$0] } ?? CosignatureTable.knownKeys(in: reading.connection)
            let (key, cosignature) = try line(note, known, isGiven: witness != nil)
            try refuseOwn(key, place.session)
            return (place, key, cosignature)
        }
        let register = place.session.register
        guard let bounds = TimeBounds(from: place.time, now: now) else {
            throw AuditError(.malformedMember, ["member": "time", "found": now])
        }
        try bounds.require(cosignature)
        let row = CosignatureTable.Row(
            name: cosignature.line.name, key: key, seconds: cosignature.seconds,
            note: SignedNote(text: note.text, signatures: [cosignature.line]).bytes)
        let isNew = try keep(row, register, place.number, in: book, isDryRun: isDryRun)
        return AcceptedCosignature(
            register: register.name, export: place.number, size: checkpoint.size, name: row.name, key: key,
            time: UnixTime.text(row.seconds), isNew: isNew)
    }

    private struct Place {
        let session: RegisterSession
        let number: Int64
        /// TIME of the export.
        let time: String
    }

    /// The export of which this is the checkpoint.
    private static func find(
        _ checkpoint: Checkpoint, _ origin: RegisterOrigin, _ reading: BookReading
    ) throws -> Place {
        let unknown = WitnessError(
            .cosignedExportUnknown, ["origin": checkpoint.origin, "size": String(checkpoint.size)])
        guard let session = try reading.registers().first(where: { $0.register.id == origin.id }),
            session.register.origin == origin.origin
        else { throw unknown }
        let number = try reading.connection.first(
            "SELECT number FROM export WHERE register = ? AND sequence = ?",
            [.integer(session.register.number), .integer(checkpoint.size - 1)]
        ) { $0.int(0) }
        guard let number, let opened = try session.record(at: checkpoint.size - 1) as? ExportOpened else {
            throw unknown
        }
        guard try session.root(atEndOfBatch: checkpoint.size) == checkpoint.root else {
            throw WitnessError(.cosignedRootOther, ["register": session.register.name, "export": String(number)])
        }
        return Place(session: session, number: number, time: opened.time)
    }

    /// A witness who is one of those who keep the register is none.
    private static func refuseOwn(_ key: PublicKey, _ session: RegisterSession) throws {
        let isLedgerKey = try session.connection.first(
            "SELECT 1 FROM ledger_key WHERE register = ? AND key = ?",
            [.integer(session.register.number), .text(key.hex)]
        ) { _ in true }
        let isOwn =
            isLedgerKey ?? false || key == session.register.recoveryKey || session.people.keys.values.contains(key)
        guard !isOwn else { throw WitnessError(.witnessIsInsider, ["key": key.hex]) }
    }

    /// The newest valid line of a known key.
    private static func line(
        _ note: SignedNote, _ known: [PublicKey], isGiven: Bool
    ) throws -> (PublicKey, Cosignature) {
        var newest: (PublicKey, Cosignature)?
        for line in note.signatures {
            for key in known where Cosignature.isNamed(key, by: line) {
                let cosignature = try WitnessCount.judge(line, key, note.text)
                if cosignature.seconds >= newest?.1.seconds ?? .min { newest = (key, cosignature) }
            }
        }
        guard let newest else {
            let names = ["names": note.signatures.map(\.name).joined(separator: ", ")]
            throw isGiven ? WitnessError(.cosignatureOfOtherKey, names) : WitnessError(.witnessKeyNeeded, names)
        }
        try CosignatureFile.check(name: newest.1.line.name)
        return newest
    }

    /// Whether it was new. Refuses: E-WIT-019, E-WIT-020.
    private static func keep(
        _ row: CosignatureTable.Row, _ register: RegisterHead, _ number: Int64, in book: Book, isDryRun: Bool
    ) throws -> Bool {
        try book.store.write { connection in
            let rows = try CosignatureTable.kept(register.number, number, in: connection)
            if let same = rows.first(where: { $0.name == row.name }) {
                guard same.key == row.key else {
                    throw WitnessError(.cosignatureNameTaken, ["name": row.name, "export": String(number)])
                }
                guard same.seconds < row.seconds else { return (false, .rollBack) }
            } else if rows.count >= BundlePath.mostCosignatures {
                throw WitnessError(
                    .cosignaturesTooMany, ["export": String(number), "limit": String(BundlePath.mostCosignatures)])
            }
            try CosignatureTable.keep(row, register.number, number, in: connection)
            return (true, isDryRun ? .rollBack : .commit)
        }
    }
}
