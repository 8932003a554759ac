import Storage

/// Where a register stands: its identity, its keys, and the edge of its tree.
public struct RegisterHead: Sendable, Equatable {
    /// 1 fnf, 2 fdmt, 3 employers.
    public let number: Int64
    public let name: String
    /// SHA-256 of the first record's line.
    public internal(set) var id: Digest
    public internal(set) var origin: String
    /// The ledger key in force.
    public internal(set) var ledgerKey: PublicKey
    public internal(set) var recoveryKey: PublicKey
    public internal(set) var founders: [RegisterCreated.Founder] = []
    /// Batches sealed.
    public internal(set) var batches: Int64 = 0
    /// Time of the last seal; empty before the first.
    public internal(set) var time = ""
    /// The tree's right edge.
    public internal(set) var tree = CompactRange()

    /// How many records.
    public var size: Int64 { tree.size }
    /// Root over all records.
    public var root: Digest { tree.root() }
    /// What checkpoints name: `ORIGIN/REGISTER-ID`.
    public var checkpointOrigin: String { "\(origin)/\(id.hex)" }

    static func load(_ name: String, from connection: any SQLConnection) throws -> RegisterHead? {
        let head = try connection.first(
            """
            SELECT number, register_id, origin, ledger_key, recovery_key, batches, time, frontier
            FROM register WHERE name = ?
            """, [.text(name)]
        ) { row -> RegisterHead in
            guard let id = Digest(hex: row.string(1)), let tree = CompactRange(serialized: row.bytes(7)) else {
                throw AuditError(.projectionBroken, ["table": "register", "row": name])
            }
            return RegisterHead(
                number: row.int(0), name: name, id: id, origin: row.string(2),
                ledgerKey: try PublicKey(hex: row.string(3)), recoveryKey: try PublicKey(hex: row.string(4)),
                batches: row.int(5), time: row.string(6), tree: tree)
        }
        return head
    }

    func save(to connection: any SQLConnection) throws {
        try connection.run(
            "UPDATE register SET size = ?, batches = ?, time = ?, frontier = ? WHERE number = ?",
            .integer(size), .integer(batches), .text(time), .blob(tree.serialized), .integer(number))
    }
}
