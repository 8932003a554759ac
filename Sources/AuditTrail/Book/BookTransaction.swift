import Storage

/// One command's writing: sessions of the registers it touches, sealed together at its end.
public final class BookTransaction {
    public let connection: any SQLConnection
    public let order: WriteOrder
    private let layout: BookLayout
    private var sessions: [String: RegisterSession] = [:]

    init(connection: any SQLConnection, layout: BookLayout, order: WriteOrder) {
        self.connection = connection
        self.layout = layout
        self.order = order
    }

    /// A register that the order names. Refuses: E-AUD-023 where the book has none; E-AUD-021 and E-AUD-022 where its
    /// history is not the one that the acting key knows.
    public func register(_ name: String) throws -> RegisterSession {
        if let kept = sessions[name] { return kept }
        precondition(order.registers.contains(name), "the order does not name the register \(name)")
        guard let head = try RegisterHead.load(name, from: connection) else {
            throw AuditError(.registerUnknown, ["register": name])
        }
        let session = RegisterSession(
            register: head, people: try RegisterSession.people(of: head.number, from: connection),
            connection: connection, kinds: layout.kinds, sealer: order.key.publicKey)
        try refuseOtherHistory(session)
        guard session.people.person(of: order.key.publicKey) != nil else {
            throw AuditError(.keyUnknown, ["key": order.key.publicKey.hex, "register": name])
        }
        sessions[name] = session
        return session
    }

    /// A register that the command founds or recovers: the acting key is no person of it yet.
    public func found(_ genesis: RegisterCreated) throws -> RegisterSession {
        guard try RegisterHead.load(genesis.register, from: connection) == nil,
            let number = RegisterName.number(genesis.register)
        else { throw AuditError(.genesisPlace, ["register": genesis.register, "record": "1"]) }
        let head = RegisterHead(
            number: number, name: genesis.register, id: genesis.random, origin: genesis.origin,
            ledgerKey: genesis.ledgerKey, recoveryKey: genesis.recoveryKey)
        let session = RegisterSession(
            register: head, people: RoleBook(), connection: connection, kinds: layout.kinds,
            sealer: order.key.publicKey)
        sessions[genesis.register] = session
        try session.append(genesis)
        return session
    }

    /// A register into which a recovered person's key, unknown as yet, is admitted.
    public func recover(_ name: String) throws -> RegisterSession {
        guard let head = try RegisterHead.load(name, from: connection) else {
            throw AuditError(.registerUnknown, ["register": name])
        }
        let session = RegisterSession(
            register: head, people: try RegisterSession.people(of: head.number, from: connection),
            connection: connection, kinds: layout.kinds, sealer: order.key.publicKey)
        sessions[name] = session
        return session
    }

    /// Where the same command was written before, nil when it was not. Refuses: E-AUD-020.
    func earlierReceipts() throws -> [BatchReceipt]? {
        var receipts: [BatchReceipt] = []
        for name in order.registers {
            guard let head = try RegisterHead.load(name, from: connection) else { continue }
            let session = RegisterSession(
                register: head, people: RoleBook(), connection: connection, kinds: layout.kinds, sealer: nil)
            guard let receipt = try session.batch(idempotencyKey: order.idempotencyKey) else { continue }
            guard receipt.contentHash == order.contentHash.hex else {
                throw AuditError(
                    .idempotencyConflict,
                    ["key": order.idempotencyKey, "register": name, "batch": String(receipt.batch)])
            }
            receipts.append(receipt)
        }
        return receipts.isEmpty ? nil : receipts
    }

    /// Seals the batches of every register touched. Returns where they lie.
    func sealAll() throws -> [BatchReceipt] {
        let touched = order.registers.compactMap { sessions[$0] }.filter { $0.openBatch != nil }
        let siblings = touched.map(\.asSibling)
        return try touched.map { session in
            let receipt = BatchReceipt(
                register: session.register.name, batch: session.register.batches + 1,
                first: session.openBatch?.first ?? 0, count: session.openBatch?.count ?? 0,
                contentHash: order.contentHash.hex)
            try session.seal(
                SealOrder(
                    key: order.key, siblings: siblings, contentHash: order.contentHash,
                    idempotencyKey: order.idempotencyKey, now: order.now))
            return receipt
        }
    }

    /// Heads of the registers after their seals.
    var heads: [RegisterHead] { order.registers.compactMap { sessions[$0]?.register } }

    private func refuseOtherHistory(_ session: RegisterSession) throws {
        let head = session.register
        for known in try order.memory?.recalled(register: head.id) ?? [] {
            let parameters = [
                "register": head.name, "known_size": String(known.size), "size": String(head.size),
            ]
            guard known.size <= head.size else { throw AuditError(.historyShorter, parameters) }
            guard try session.root(atEndOfBatch: known.size) == known.root else {
                throw AuditError(.historyOther, parameters)
            }
        }
    }
}

extension RegisterSession {
    /// The root over the first `size` records, where a batch ends there; nil elsewhere.
    func root(atEndOfBatch size: Int64) throws -> Digest? {
        if size == register.size { return register.root }
        let next = try connection.first(
            "SELECT first + count FROM batch WHERE register = ? AND first = ?",
            [.integer(register.number), .integer(size + 1)]
        ) { $0.int(0) }
        guard let next, let seal = try record(at: next) as? BatchSealed else { return nil }
        return seal.rootBefore
    }
}
