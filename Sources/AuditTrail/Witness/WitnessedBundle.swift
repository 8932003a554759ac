/// A bundle as a witness reads it: its checkpoint and its records, once, and nothing else.
final class WitnessedBundle {
    let checkpoint: Checkpoint
    let register: RegisterOrigin
    private let note: SignedNote
    private let folder: BundleFolder

    /// Refuses: E-BUN-020 … E-BUN-027 for the folder's form, E-NOT codes and E-WIT-009 for the checkpoint, E-BUN-033 for one
    /// of no records or of more than one signature.
    init(_ path: String) throws {
        folder = try BundleFolder(path)
        var fault: AuditError?
        guard try folder.survey({ if fault == nil { fault = $0 } }), fault == nil else {
            throw fault ?? AuditError(.bundleTooManyFiles, ["limit": String(BundlePath.mostFiles)])
        }
        let bytes = try BundleFile(BundlePath.checkpoint, in: folder).contents(limit: BundlePath.largestNote_bytes)
        note = try SignedNote.parse(bytes)
        checkpoint = try Checkpoint.parse(note.text)
        register = try RegisterOrigin(checkpoint.origin)
        guard checkpoint.size > 0 else { throw AuditError(.checkpointDiffers, ["member": "size"]) }
        guard note.signatures.count == 1 else { throw AuditError(.checkpointDiffers, ["member": "signatures"]) }
    }

    /// Refuses: E-WIT-002 where the checkpoint is not signed by this key.
    func verifySignature(_ key: PublicKey) throws {
        do {
            _ = try note.verify([NoteVerifier(name: checkpoint.origin, publicKey: key)])
        } catch is AuditError {
            throw WitnessError(.witnessedKeyOther, ["register": register.id.hex, "key": key.hex])
        }
    }

    /// Reads all records: they are the register's, and give the checkpoint's size and root. Returns the root at an earlier
    /// size.
    ///
    /// Refuses: E-BUN-021, E-BUN-022, E-BUN-023, E-BUN-032 for the segments; E-BUN-033, E-BUN-041, E-BUN-043.
    func readRecords(to earlier: Int64?, _ progress: ((Int64) -> Void)?) throws -> (earlier: Digest?, root: Digest) {
        var tree = CompactRange()
        var earlierRoot: Digest?
        let fault = try SegmentReader(folder, segments: segments()).forEachLine { line in
            if tree.size == 0 { try checkFirst(line) }
            tree.append(SHA256.leaf(line))
            if tree.size == earlier { earlierRoot = tree.root() }
            if tree.size % 4096 == 0 { progress?(tree.size) }
        }
        if let fault { throw fault }
        guard tree.size == checkpoint.size else { throw AuditError(.checkpointDiffers, ["member": "size"]) }
        let root = tree.root()
        guard root == checkpoint.root else { throw AuditError(.checkpointDiffers, ["member": "root"]) }
        return (earlierRoot, root)
    }

    /// Exactly the segments that so many records fill.
    private func segments() throws -> [String] {
        let count = BundlePath.segments(of: checkpoint.size)
        let found = folder.sizes.keys.filter { $0.hasPrefix(BundlePath.records + "/") }.sorted(by: BundlePath.precedes)
        for (index, path) in found.enumerated() where path != BundlePath.segment(Int64(index) + 1) || index >= count {
            throw AuditError(.bundleFileForeign, ["file": path])
        }
        guard found.count == count else {
            throw AuditError(.bundleFileMissing, ["file": BundlePath.segment(Int64(found.count) + 1)])
        }
        return found
    }

    /// The id is the first line's hash, and the checkpoint's name is the first record's.
    private func checkFirst(_ line: UnsafeRawBufferPointer) throws {
        let id = SHA256.hash(line)
        guard id == register.id else {
            throw AuditError(.registerOther, ["expected": register.id.hex, "found": id.hex])
        }
        guard let genesis = try KindTable().decode(line) as? RegisterCreated else {
            throw AuditError(.genesisPlace, ["register": register.id.hex, "record": "1"])
        }
        guard genesis.origin == register.origin else {
            throw AuditError(
                .checkpointOfOther, ["expected": "\(genesis.origin)/\(id.hex)", "found": checkpoint.origin])
        }
    }
}
