import Storage

/// What a batch is sealed with, besides what the records give.
struct SealOrder {
    let key: PrivateKey
    let siblings: [BatchSealed.Sibling]
    let contentHash: Digest
    let idempotencyKey: String
    /// TIME.
    let now: String
}

extension RegisterSession {
    /// What the sibling registers' seals say of the batch under way.
    var asSibling: BatchSealed.Sibling {
        BatchSealed.Sibling(
            register: register.id, batch: register.batches + 1,
            contentRoot: (openBatch?.content ?? CompactRange()).root())
    }

    /// Ends the batch under way: seals, appends the seal, writes the head.
    func seal(_ order: SealOrder) throws {
        guard let open = openBatch else { preconditionFailure("no batch to seal") }
        var seal = BatchSealed(
            register: register.id, batch: register.batches + 1, first: open.first, count: open.count,
            rootBefore: open.rootBefore, rootAfter: register.root, contentRoot: open.content.root(),
            contentHash: order.contentHash, idempotencyKey: order.idempotencyKey, key: order.key.publicKey,
            siblings: order.siblings.filter { $0.register != register.id }.sorted { $0.register.hex < $1.register.hex },
            time: max(order.now, register.time))
        seal.signature = try order.key.sign(seal.signedText())
        try judge(seal: seal)
        writer.clear()
        try seal.write(into: &writer, kind: BatchSealed.kind)
        try writer.finish()
        // What comes from outside (key, time) must read back, or the register could never be verified again.
        _ = try writer.withLine { try kinds.decode($0) }
        try insertCurrentLine(register.size + 1)
        try apply(seal: seal)
        try register.save(to: connection)
    }

    /// Refuses a seal that is not of the records before it, by a person who may. FORMAT.md, sections 5 and 6.
    func judge(seal: BatchSealed) throws {
        try judgeNumbers(of: seal)
        try judgePlace(of: seal)
        do {
            try judgeAuthority(of: seal)
            try judgeContent(of: seal)
        } catch let refused as RefusedInBatch {
            throw refused.error
        }
    }

    /// Which batch it is, and which records it has.
    func judgeNumbers(of seal: BatchSealed) throws {
        guard let open = openBatch else { throw Self.mismatch("count", seal) }
        if seal.batch != register.batches + 1 { throw Self.mismatch("batch", seal) }
        if seal.first != open.first { throw Self.mismatch("first", seal) }
        if seal.count != open.count { throw Self.mismatch("count", seal) }
    }

    static func mismatch(_ member: String, _ seal: BatchSealed) -> AuditError {
        AuditError(.sealMismatch, ["member": member, "batch": String(seal.batch)])
    }

    /// Where the seal stands, and what it says of the tree.
    func judgePlace(of seal: BatchSealed) throws {
        guard let open = openBatch else { throw Self.mismatch("count", seal) }
        if seal.batch == 1, open.count <= Int64(register.founders.count) {
            let record = open.first + open.count
            throw AuditError(
                .founderExpected, ["person": register.founders.last?.person ?? "", "record": String(record)])
        }
        let checks: [(String, Bool)] = [
            ("register", seal.register == register.id),
            ("content_root", seal.contentRoot == open.content.root()),
            ("root_before", seal.rootBefore == open.rootBefore),
            ("root_after", seal.rootAfter == register.root),
            ("time", seal.time >= register.time),
            ("siblings", seal.hasSiblingsInOrder),
        ]
        for (member, holds) in checks where !holds { throw Self.mismatch(member, seal) }
        guard try batch(idempotencyKey: seal.idempotencyKey) == nil else { throw Self.mismatch("idempotency_key", seal) }
    }

    /// What only the whole batch shows. The libraries above are told its end in any case.
    func judgeContent(of seal: BatchSealed) throws {
        guard let open = openBatch else { return }
        try endWorkspaces(
            BatchEnd(
                key: seal.key, people: open.people, time: seal.time, siblings: Set(seal.siblings.map(\.register)),
                lastKind: open.lastKind, first: open.first, count: open.count))
        if let first = refusedAtEnd.first { throw first }
        if open.opensExport, open.count != 1 {
            throw AuditError(.exportAlone, ["number": "?"])
        }
    }

    /// Who sealed, and whether they may.
    func judgeAuthority(of seal: BatchSealed) throws {
        guard let open = openBatch else { throw Self.mismatch("count", seal) }
        guard seal.key.isValid(signature: seal.signature, over: try seal.signedText()) else {
            throw AuditError(.sealSignature, ["batch": String(seal.batch)])
        }
        for check in open.deferred { try check(seal.key) }
        guard open.people.person(of: seal.key) != nil else {
            throw AuditError(.keyUnknown, ["key": seal.key.hex, "register": register.name])
        }
        for (kind, needed) in open.authorities.sorted(by: { $0.value.first < $1.value.first }) {
            do {
                try RegisterSession.judge(
                    needed.authority, kind: kind, key: seal.key, people: open.people, register: register.name)
            } catch {
                throw RefusedInBatch(needed.first, error)
            }
        }
    }

    func apply(seal: BatchSealed) throws {
        register.batches = seal.batch
        register.time = seal.time
        openBatch = nil
        try connection.run(
            """
            INSERT INTO batch (register, batch, first, count, key, time, idempotency_key, content_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .integer(register.number), .integer(seal.batch), .integer(seal.first), .integer(seal.count),
            .text(seal.key.hex), .text(seal.time), .text(seal.idempotencyKey), .text(seal.contentHash.hex))
    }

    /// The batch that was sealed under an idempotency key.
    func batch(idempotencyKey: String) throws -> BatchReceipt? {
        try connection.first(
            "SELECT batch, first, count, content_hash FROM batch WHERE register = ? AND idempotency_key = ?",
            [.integer(register.number), .text(idempotencyKey)]
        ) {
            BatchReceipt(
                register: register.name, batch: $0.int(0), first: $0.int(1), count: $0.int(2),
                contentHash: $0.string(3))
        }
    }
}

/// Where a command's records lie in one register.
public struct BatchReceipt: Sendable, Equatable {
    public let register: String
    public let batch: Int64
    /// Sequence of the first content record.
    public let first: Int64
    /// Content records, without the seal.
    public let count: Int64
    let contentHash: String
}
