import GRDBSQLite

/// What a connection and its statements share: the handle, and whether they may be used now.
final class SQLiteSession {
    enum Mode {
        /// No closure runs: any use is a programming error.
        case idle
        /// The store is being set up, outside or inside a transaction.
        case setup
        /// Inside a read transaction.
        case reading
        /// Inside a write transaction.
        case writing
    }

    let handle: OpaquePointer
    let path: String
    let waitMilliseconds: Int
    var mode = Mode.idle
    /// The error with which the engine ended the transaction by itself.
    private(set) var failure: StorageError?

    init(handle: OpaquePointer, path: String, waitMilliseconds: Int) {
        self.handle = handle
        self.path = path
        self.waitMilliseconds = waitMilliseconds
    }

    func begin(_ mode: Mode) {
        self.mode = mode
        failure = nil
    }

    /// Resets every statement that still stands on a row: it would hold the snapshot beyond the transaction.
    func resetStatements() {
        var statement = sqlite3_next_stmt(handle, nil)
        while let current = statement {
            if sqlite3_stmt_busy(current) != 0 { sqlite3_reset(current) }
            statement = sqlite3_next_stmt(handle, current)
        }
    }

    /// Stops the program outside a closure; throws when the transaction is already lost, or when a
    /// statement that writes is used in a read transaction.
    @inline(__always)
    func requireUsable(writes: Bool) throws {
        precondition(mode != .idle, "a connection was used outside its closure")
        if let failure { throw failure }
        if writes && mode == .reading { throw StorageError(.readOnly, ["path": path]) }
    }

    /// The error of the call that just failed; remembers it when the transaction went with it.
    func error(_ code: CInt) -> StorageError {
        let error = SQLiteErrors.error(
            code, message: String(cString: sqlite3_errmsg(handle)), path: path,
            waitMilliseconds: waitMilliseconds)
        let insideTransaction = mode == .reading || mode == .writing
        if insideTransaction && sqlite3_get_autocommit(handle) != 0 { failure = error }
        return error
    }
}
