/// What a witness is asked to cosign.
public struct WitnessOrder: Sendable {
    /// The bundle's folder.
    public let path: String
    /// The witness's name on its line, and its file's: 1–95 bytes of a bundle's file name.
    public let name: String
    public let key: PrivateKey
    /// The ledger key and the register's id as the witness received them apart from the bundle; both the first time.
    public let ledgerKey: PublicKey?
    public let registerID: Digest?
    /// TIME.
    public let now: String

    public init(
        path: String, name: String, key: PrivateKey, ledgerKey: PublicKey?, registerID: Digest?, now: String
    ) {
        self.path = path
        self.name = name
        self.key = key
        self.ledgerKey = ledgerKey
        self.registerID = registerID
        self.now = now
    }
}

/// What a witness answers.
public struct WitnessAnswer: Sendable {
    /// The checkpoint's text with the witness's line alone.
    public let note: SignedNote
    /// What the witness remembers from now on.
    public let head: WitnessedHead
    /// What it remembered before; nil the first time.
    public let before: WitnessedHead?
}

/// A witness: someone apart who has seen each history grow, and says so. FORMAT.md, section 16.
public enum Witness {
    /// Reads a bundle's checkpoint and records, and cosigns the checkpoint if they extend what the witness cosigned before.
    /// What it will remember is on the disk before it signs.
    ///
    /// Judges nothing but the growth of the history: whether records are lawful is for an auditor's verification. Refuses:
    /// E-WIT-001 … E-WIT-009, E-WIT-018; E-BUN codes for a bundle that is not one; E-NOT codes for its checkpoint.
    public static func cosign(
        _ order: WitnessOrder, memory: WitnessMemory, progress: ((Int64) -> Void)? = nil
    ) throws -> WitnessAnswer {
        try CosignatureFile.check(name: order.name)
        let bundle = try WitnessedBundle(order.path)
        let (before, head) = try memory.update(bundle.register.id) { kept in
            let head = try judge(bundle, order, kept, progress)
            return (head, (kept, head))
        }
        let text = bundle.checkpoint.text
        let cosignature = try Cosignature.sign(text, name: order.name, key: order.key, seconds: head.seconds)
        return WitnessAnswer(
            note: SignedNote(text: text, signatures: [cosignature.line]), head: head, before: before)
    }

    private static func judge(
        _ bundle: WitnessedBundle, _ order: WitnessOrder, _ kept: WitnessedHead?, _ progress: ((Int64) -> Void)?
    ) throws -> WitnessedHead {
        let id = bundle.register.id
        if let pinned = order.registerID, pinned != id {
            throw AuditError(.registerOther, ["expected": pinned.hex, "found": id.hex])
        }
        guard let ledgerKey = order.ledgerKey ?? kept?.ledgerKey, kept != nil || order.registerID != nil else {
            throw WitnessError(.witnessRegisterUnknown, ["register": id.hex])
        }
        try bundle.verifySignature(ledgerKey)
        let checkpoint = bundle.checkpoint
        if let kept { try refuseOther(checkpoint, than: kept) }
        let found = try bundle.readRecords(to: kept?.size, progress)
        if let kept, found.earlier != kept.root {
            throw WitnessError(
                .witnessedOther,
                ["kept_size": String(kept.size), "kept_root": kept.root.hex, "size": String(checkpoint.size)])
        }
        guard let now = UnixTime.seconds(order.now), now >= kept?.seconds ?? .min else {
            throw WitnessError(
                .witnessClock, ["time": order.now, "kept_time": UnixTime.text(kept?.seconds ?? 0)])
        }
        return WitnessedHead(
            origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root, ledgerKey: ledgerKey, seconds: now)
    }

    /// What the checkpoint alone shows to be another history.
    private static func refuseOther(_ checkpoint: Checkpoint, than kept: WitnessedHead) throws {
        guard kept.origin.utf8.elementsEqual(checkpoint.origin.utf8) else {
            throw AuditError(.checkpointOfOther, ["expected": kept.origin, "found": checkpoint.origin])
        }
        guard checkpoint.size >= kept.size else {
            throw WitnessError(
                .witnessedShorter, ["kept_size": String(kept.size), "size": String(checkpoint.size)])
        }
        guard checkpoint.size > kept.size || checkpoint.root == kept.root else {
            throw WitnessError(
                .witnessedFork,
                ["size": String(kept.size), "kept_root": kept.root.hex, "root": checkpoint.root.hex])
        }
    }
}
