/// A batch that is being written or replayed and has no seal yet.
struct OpenBatch {
    /// Sequence of the first content record.
    let first: Int64
    let rootBefore: Digest
    /// The tree over the batch's own content leaves.
    var content = CompactRange()
    /// The roles that count for this batch. FORMAT.md, section 6.
    var people: RoleBook
    /// Kinds that need a role, each with its first record, for the judgement at the seal.
    var authorities: [String: (authority: KindRules.Authority, first: Int64)] = [:]
    /// What can be judged only when the sealing key is known.
    var deferred: [(PublicKey) throws -> Void] = []
    /// Roles that serve instead of a record's own, by the name of the record: FORMAT.md, section 6.
    var lent: [String: KindRules.Authority] = [:]
    var lastKind = ""
    var opensExport = false

    var count: Int64 { content.size }
}

/// What a library above keeps during a batch: caches, and rows to be written in order.
public protocol BatchWorkspace: AnyObject {
    /// Writes what is held back. Called before the seal, and before anything reads what it may hold.
    func flush() throws
    /// Judges what only the whole batch shows.
    func batchEnds(_ batch: BatchEnd) throws
}

/// What a finished batch looks like to a library above.
public struct BatchEnd: Sendable {
    /// The key that seals, and the roles that count for the batch.
    public let key: PublicKey
    public let people: RoleBook
    /// TIME of the seal.
    public let time: String
    /// Ids of the sibling batches' registers.
    public let siblings: Set<Digest>
    /// Kind of the last content record.
    public let lastKind: String
    /// Sequence of the first content record, and how many there are.
    public let first: Int64
    public let count: Int64
}
