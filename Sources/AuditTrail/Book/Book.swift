import Storage

/// A book: three registers in one file, and the one way to write into them.
public final class Book: Sendable {
    public let store: any Store
    public let layout: BookLayout

    public init(store: any Store, layout: BookLayout) {
        self.store = store
        self.layout = layout
    }

    /// Opens a book. Refuses: E-STO codes for what is no book, is newer, lies on a network, is busy.
    public static func open(
        path: String, layout: BookLayout, readOnly: Bool = false, waitMilliseconds: Int
    ) throws -> Book {
        let store = try SQLiteStore.open(
            path: path, applicationID: BookLayout.applicationID, migrations: layout.migrations, readOnly: readOnly,
            waitMilliseconds: waitMilliseconds)
        return Book(store: store, layout: layout)
    }

    /// Makes an empty book; its registers are founded by a first `write`.
    public static func create(path: String, layout: BookLayout, waitMilliseconds: Int) throws -> Book {
        let store = try SQLiteStore.create(
            path: path, applicationID: BookLayout.applicationID, migrations: layout.migrations,
            waitMilliseconds: waitMilliseconds)
        return Book(store: store, layout: layout)
    }

    /// Reads one snapshot.
    public func read<T>(_ body: (BookReading) throws -> T) throws -> T {
        try store.read { connection in try body(BookReading(connection: connection, layout: layout)) }
    }

    /// Runs one command: its records are appended, sealed and committed together, or nothing is.
    ///
    /// The same key and content again is answered with what was written the first time. Refuses: what the records
    /// refuse; E-AUD-020 for a key used with other content; E-AUD-021, E-AUD-022 where the book is not the one that the
    /// acting key knows.
    public func write<T>(_ order: WriteOrder, _ body: (BookTransaction) throws -> T) throws -> WriteOutcome<T> {
        let written = try store.write { connection -> (WriteOutcome<T>, TransactionEnding) in
            let transaction = BookTransaction(connection: connection, layout: layout, order: order)
            if let receipts = try transaction.earlierReceipts() {
                return (.repeated(receipts), .rollBack)
            }
            let value = try body(transaction)
            let receipts = try transaction.sealAll()
            let heads = transaction.heads
            return (.done(value, receipts, heads), order.isDryRun ? .rollBack : .commit)
        }
        if case .done(_, _, let heads) = written, !order.isDryRun {
            for head in heads {
                try order.memory?.remember(
                    RememberedHead(size: head.size, root: head.root), key: order.key.publicKey, register: head.id)
            }
        }
        return written
    }
}

/// What a command is written with.
public struct WriteOrder {
    /// The acting person's key.
    public let key: PrivateKey
    /// Names of the registers that the command writes to.
    public let registers: [String]
    /// TIME.
    public let now: String
    public let idempotencyKey: String
    /// Fingerprint of what is asked for, so that a repeated key with other content is noticed.
    public let contentHash: Digest
    public let isDryRun: Bool
    public let memory: (any HeadMemory)?

    public init(
        key: PrivateKey, registers: [String], now: String, idempotencyKey: String, contentHash: Digest,
        isDryRun: Bool = false, memory: (any HeadMemory)? = nil
    ) {
        self.key = key
        self.registers = registers
        self.now = now
        self.idempotencyKey = idempotencyKey
        self.contentHash = contentHash
        self.isDryRun = isDryRun
        self.memory = memory
    }
}

/// How a command ended.
public enum WriteOutcome<Value> {
    /// Written now (or, for a dry run, as it would have been).
    case done(Value, [BatchReceipt], [RegisterHead])
    /// The same command was written before: where its records lie.
    case repeated([BatchReceipt])
}
