/// A connection with its cache of prepared statements.
final class SQLiteConnection: SQLConnection {
    let session: SQLiteSession
    /// By text: the statement that `prepare` gives, and further ones for nested loops.
    private var cache: [String: [SQLiteStatement]] = [:]
    /// Texts are constants of the program; a cap keeps a caller that builds them from growing the cache.
    private static let cacheLimit = 512

    init(_ session: SQLiteSession) {
        self.session = session
    }

    func prepare(_ sql: String) throws -> any SQLStatement {
        try statement(sql)
    }

    func withStatement<T>(_ sql: String, _ body: (any SQLStatement) throws -> T) throws -> T {
        let statement = try statement(sql)
        statement.isLent = true
        defer {
            statement.reset()
            statement.isLent = false
        }
        return try body(statement)
    }

    func execute(script: String) throws {
        try session.requireUsable(writes: false)
        var script = script
        try script.withUTF8 { text in
            var offset = 0
            while offset < text.count {
                var consumed = 0
                let rest = UnsafeBufferPointer(rebasing: text[offset...])
                guard let statement = try SQLiteStatement(session, sql: rest, keeps: false, consumed: &consumed)
                else {
                    // A stray semicolon or a comment: go on behind it.
                    if consumed == 0 { break }
                    offset += consumed
                    continue
                }
                while try statement.step() {}
                offset += consumed
            }
        }
    }

    /// Finalizes the kept statements, so that the connection can close at once.
    func forgetStatements() {
        cache.removeAll()
    }

    private func statement(_ sql: String) throws -> SQLiteStatement {
        try session.requireUsable(writes: false)
        if let kept = cache[sql] {
            for statement in kept where !statement.isLent {
                statement.reset()
                return statement
            }
        } else if cache.count >= Self.cacheLimit {
            cache.removeAll()
        }
        var text = sql
        let statement = try text.withUTF8 { bytes in
            var consumed = 0
            let statement = try SQLiteStatement(session, sql: bytes, keeps: true, consumed: &consumed)
            let rest = bytes[min(consumed, bytes.count)...]
            precondition(
                rest.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D || $0 == 0x3B },
                "one statement is prepared at a time; a script is executed")
            return statement
        }
        guard let statement else { preconditionFailure("an empty statement was prepared") }
        cache[sql, default: []].append(statement)
        return statement
    }
}
