/// How a write transaction ends when its closure returns.
public enum TransactionEnding: Sendable {
    /// What was written is kept, and is on the disk when ``Store/write(_:)`` returns.
    case commit
    /// Nothing is kept, and the closure's value is still returned: a dry run.
    case rollBack
}
