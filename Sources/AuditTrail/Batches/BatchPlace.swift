import Storage

/// A sealed batch: where it lies, who sealed it, when.
public struct BatchPlace: Sendable, Equatable {
    public let batch: Int64
    public let first: Int64
    public let count: Int64
    /// TIME of the seal.
    public let time: String
    public let person: String
    public let idempotencyKey: String
}

extension RegisterSession {
    /// The batch that a record lies in.
    public func batch(of sequence: Int64) throws -> BatchPlace? {
        try connection.first(
            """
            SELECT batch, first, count, time, key, idempotency_key FROM batch
            WHERE register = ? AND first <= ? ORDER BY first DESC LIMIT 1
            """, [.integer(register.number), .integer(sequence)]
        ) { row in
            BatchPlace(
                batch: row.int(0), first: row.int(1), count: row.int(2), time: row.string(3),
                person: people.person(of: try PublicKey(hex: row.string(4))) ?? "", idempotencyKey: row.string(5))
        }
    }
}
