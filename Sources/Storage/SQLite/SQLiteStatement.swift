import GRDBSQLite

/// A prepared statement, stepped on SQLite's own handle.
final class SQLiteStatement: SQLStatement {
    private let session: SQLiteSession
    private let handle: OpaquePointer
    private let writes: Bool
    /// The first binding that failed, thrown by the next step.
    private var bindingFailure: StorageError?
    /// True while ``SQLConnection/withStatement(_:_:)`` lends it.
    var isLent = false

    /// Prepares the first statement of `sql`; nil where there is none but space and comments.
    ///
    /// `consumed` is how many bytes of `sql` it took.
    init?(
        _ session: SQLiteSession, sql: UnsafeBufferPointer<UInt8>, keeps: Bool, consumed: inout Int
    ) throws {
        guard let start = sql.baseAddress, !sql.isEmpty else { return nil }
        var statement: OpaquePointer?
        let code = start.withMemoryRebound(to: CChar.self, capacity: sql.count) { text in
            var tail: UnsafePointer<CChar>?
            let flags = keeps ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
            let code = sqlite3_prepare_v3(session.handle, text, CInt(sql.count), flags, &statement, &tail)
            if let tail { consumed = tail - text }
            return code
        }
        guard code == SQLITE_OK else { throw session.error(code) }
        guard let statement else { return nil }
        self.session = session
        handle = statement
        writes = sqlite3_stmt_readonly(statement) == 0
    }

    deinit {
        sqlite3_finalize(handle)
    }

    // MARK: Parameters

    func bind(_ position: Int, _ value: Int64) {
        bound(sqlite3_bind_int64(handle, CInt(position), value))
    }

    func bind(_ position: Int, text: UnsafeRawBufferPointer) {
        guard let start = text.baseAddress, !text.isEmpty else {
            bound(sqlite3_bind_text(handle, CInt(position), "", 0, nil))
            return
        }
        bound(
            sqlite3_bind_text64(
                handle, CInt(position), start.assumingMemoryBound(to: CChar.self), UInt64(text.count),
                copied, UInt8(SQLITE_UTF8)))
    }

    func bind(_ position: Int, _ text: String) {
        var text = text
        text.withUTF8 { bind(position, text: UnsafeRawBufferPointer($0)) }
    }

    func bind(_ position: Int, blob: UnsafeRawBufferPointer) {
        guard let start = blob.baseAddress, !blob.isEmpty else {
            bound(sqlite3_bind_zeroblob(handle, CInt(position), 0))
            return
        }
        bound(sqlite3_bind_blob64(handle, CInt(position), start, UInt64(blob.count), copied))
    }

    func bindNull(_ position: Int) {
        bound(sqlite3_bind_null(handle, CInt(position)))
    }

    /// SQLITE_TRANSIENT: SQLite copies what it is given. The C macro is a cast, which Swift does not import.
    private var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    @inline(__always)
    private func bound(_ code: CInt) {
        if code == SQLITE_OK { return }
        precondition(code != SQLITE_RANGE, "the statement has no parameter at this position")
        precondition(code != SQLITE_MISUSE, "a parameter was bound without a reset")
        if bindingFailure == nil { bindingFailure = session.error(code) }
    }

    // MARK: Running

    func step() throws -> Bool {
        try session.requireUsable(writes: writes)
        if let bindingFailure { throw bindingFailure }
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw session.error(code)
    }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        bindingFailure = nil
    }

    // MARK: Columns

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(handle, checked(column)) == SQLITE_NULL
    }

    func int(_ column: Int) -> Int64 {
        sqlite3_column_int64(handle, checked(column))
    }

    func string(_ column: Int) -> String {
        withBytes(column) { String(decoding: $0, as: UTF8.self) }
    }

    func bytes(_ column: Int) -> [UInt8] {
        withBytes(column) { [UInt8]($0) }
    }

    func withBytes<T>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
        let column = checked(column)
        // Stores are UTF-8, so that a text's blob is its bytes. The pointer is asked for before the length.
        let start = sqlite3_column_blob(handle, column)
        let count = Int(sqlite3_column_bytes(handle, column))
        return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    func value(_ column: Int) -> SQLValue {
        switch sqlite3_column_type(handle, checked(column)) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer(int(column))
        case SQLITE_BLOB: .blob(bytes(column))
        default: .text(string(column))
        }
    }

    var columnNames: [String] {
        (0..<sqlite3_column_count(handle)).map { column in
            sqlite3_column_name(handle, column).map { String(cString: $0) } ?? ""
        }
    }

    @inline(__always)
    private func checked(_ column: Int) -> CInt {
        precondition(column >= 0 && column < Int(sqlite3_data_count(handle)), "no such column, or no row")
        return CInt(column)
    }
}
