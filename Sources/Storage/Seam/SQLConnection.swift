/// A connection inside one transaction.
///
/// It is given to the closure of ``Store/read(_:)`` or ``Store/write(_:)``, is not Sendable and never
/// escapes that closure: using it afterwards stops the program.
///
/// Inside ``Store/read(_:)`` a statement that would change the store is refused with E-STO-003.
/// After an error that made the engine roll the transaction back by itself (disk full, input/output), every
/// further use throws that same error, so that nothing can be written outside a transaction.
public protocol SQLConnection: AnyObject {
    /// The statement of this text, prepared once and kept by the connection, reset before it is given.
    ///
    /// Two calls with the same text give the same statement. For loops that may nest, use
    /// ``withStatement(_:_:)`` or the conveniences built on it.
    func prepare(_ sql: String) throws -> any SQLStatement

    /// Lends the statement of this text to `body` and resets it afterwards.
    ///
    /// While it is lent, asking again for the same text gives another statement, so that nesting is safe.
    func withStatement<T>(_ sql: String, _ body: (any SQLStatement) throws -> T) throws -> T

    /// Runs one or more statements without parameters; rows are thrown away.
    func execute(script: String) throws
}

extension SQLConnection {
    /// Runs one statement to its end; rows are thrown away.
    public func run(_ sql: String, _ values: SQLValue...) throws {
        try withStatement(sql) { statement in
            statement.bind(values: values)
            while try statement.step() {}
        }
    }

    /// All rows of a query, each turned into a value by `row`.
    public func query<T>(
        _ sql: String, _ values: [SQLValue] = [], row: (any SQLStatement) throws -> T
    ) throws -> [T] {
        try withStatement(sql) { statement in
            statement.bind(values: values)
            var rows: [T] = []
            while try statement.step() { rows.append(try row(statement)) }
            return rows
        }
    }

    /// The first row of a query, or nil when there is none.
    public func first<T>(
        _ sql: String, _ values: [SQLValue] = [], row: (any SQLStatement) throws -> T
    ) throws -> T? {
        try withStatement(sql) { statement in
            statement.bind(values: values)
            return try statement.step() ? try row(statement) : nil
        }
    }

    /// Goes through the rows of a query one at a time; other queries may run inside `row`, the same one too.
    public func forEach(
        _ sql: String, _ values: [SQLValue] = [], row: (any SQLStatement) throws -> Void
    ) throws {
        try withStatement(sql) { statement in
            statement.bind(values: values)
            while try statement.step() { try row(statement) }
        }
    }
}
