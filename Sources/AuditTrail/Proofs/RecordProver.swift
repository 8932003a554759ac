import Storage

/// Makes proofs of records of a book. FORMAT.md, section 17.
public enum RecordProver {
    /// Proves a record by the register's head, or by the checkpoint of one of its exports (with what witnesses sent back).
    /// One pass over the records; memory grows with the proof alone.
    ///
    /// `ledgerKeys`: the one in force there among them. Refuses: E-AUD-003 for a record that is not there, E-BUN-005 for an
    /// export that is not, E-PRF-006 where the record came after it, E-BUN-004 without the key; E-AUD-029 where the records
    /// do not give the root that is signed: then `check` says more.
    public static func prove(
        _ sequence: Int64, in session: RegisterSession, export number: Int64? = nil, ledgerKeys: [PrivateKey],
        progress: ((Int64) -> Void)? = nil
    ) throws -> RecordProof {
        let head = session.register
        let unknown = AuditError(.recordUnknown, ["record": String(sequence)])
        guard sequence >= 1, sequence <= head.size else { throw unknown }
        let place = try number.map { number in
            guard let place = try session.export(number) else {
                throw AuditError(.exportUnknown, ["register": head.name, "number": String(number)])
            }
            guard sequence <= place.size else {
                throw WitnessError(
                    .proofBeyondExport,
                    ["record": String(sequence), "export": String(number), "size": String(place.size)])
            }
            return place
        }
        let size = place?.size ?? head.size
        let broken = AuditError(.projectionBroken, ["table": "register", "row": head.name])
        guard let root = try session.root(atEndOfBatch: size) else { throw broken }
        let hashes = try path(to: sequence, of: size, session, progress)
        let line = try session.line(of: sequence)
        let leaf = line.withUnsafeBytes { SHA256.leaf($0) }
        guard Merkle.verifyInclusion(index: sequence - 1, size: size, leaf: leaf, proof: hashes, root: root) else {
            throw broken
        }
        let key = try ledgerKey(at: size, session, ledgerKeys)
        let checkpoint = try Checkpoint(origin: head.checkpointOrigin, size: size, root: root)
        let signed = try SignedNote.sign(text: checkpoint.text, name: head.checkpointOrigin, key: key)
        let cosigned = try place.map { try cosignatures(of: $0, session) } ?? []
        return try RecordProof(
            line: line, index: sequence - 1, hashes: hashes,
            note: SignedNote(text: signed.text, signatures: signed.signatures + cosigned))
    }

    private static func path(
        to sequence: Int64, of size: Int64, _ session: RegisterSession, _ progress: ((Int64) -> Void)?
    ) throws -> [Digest] {
        let register = session.register.number
        var path = InclusionPath(index: sequence - 1, size: size)
        var read: Int64 = 0
        try session.connection.forEach(
            "SELECT line FROM record WHERE id BETWEEN ? AND ? ORDER BY id",
            [.integer(RecordID.of(register, 1)), .integer(RecordID.of(register, size))]
        ) { row in
            path.take(row.withBytes(0) { SHA256.leaf($0) })
            read += 1
            if let progress, read % 4096 == 0 { progress(read) }
        }
        guard let hashes = path.hashes else { throw AuditError(.recordUnknown, ["record": String(read + 1)]) }
        return hashes
    }

    /// The ledger key that was in force when the register had so many records.
    private static func ledgerKey(
        at size: Int64, _ session: RegisterSession, _ keys: [PrivateKey]
    ) throws -> PrivateKey {
        let needed = try session.connection.first(
            "SELECT key FROM ledger_key WHERE register = ? AND since <= ? ORDER BY since DESC LIMIT 1",
            [.integer(session.register.number), .integer(size)]
        ) { $0.string(0) }
        guard let key = keys.first(where: { $0.publicKey.hex == needed }) else {
            throw AuditError(.ledgerKeyNeeded, ["register": session.register.name, "key": needed ?? ""])
        }
        return key
    }

    /// The lines of witnesses, as many as a note can hold beside the ledger key's.
    private static func cosignatures(of place: ExportPlace, _ session: RegisterSession) throws -> [NoteSignature] {
        let rows = try CosignatureTable.kept(session.register.number, place.number, in: session.connection)
        let lines = try rows.flatMap { try SignedNote.parse($0.note).signatures }
        return Array(lines.prefix(SignedNote.mostSignatures - 1))
    }
}
