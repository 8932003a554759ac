/// One prepared statement of a connection.
///
/// Positions count from 1 for parameters and from 0 for columns, as SQLite and libpq do. A statement is
/// valid inside the closure that gave its connection, and nowhere else. Binding a position that the
/// statement does not have, binding without ``reset()`` after stepping, and reading a column where there is
/// no row are programming errors and stop the program.
public protocol SQLStatement: AnyObject {
    /// Binds an integer.
    func bind(_ position: Int, _ value: Int64)
    /// Binds UTF-8 text, which is copied. An empty buffer is empty text, not null.
    func bind(_ position: Int, text: UnsafeRawBufferPointer)
    /// Binds text.
    func bind(_ position: Int, _ text: String)
    /// Binds bytes, which are copied. An empty buffer is an empty blob, not null.
    func bind(_ position: Int, blob: UnsafeRawBufferPointer)
    /// Binds null; an unbound parameter is null too.
    func bindNull(_ position: Int)
    /// Runs the statement to its next row: true while there is a row, false once at the end.
    ///
    /// Throws the ``StorageError`` that the engine's result stands for.
    func step() throws -> Bool
    /// Makes the statement ready for new parameters and a new run, and clears the bound values.
    func reset()
    /// Whether the column is null in this row.
    func isNull(_ column: Int) -> Bool
    /// The column as an integer; null reads as 0.
    func int(_ column: Int) -> Int64
    /// The column as text; null reads as the empty string.
    func string(_ column: Int) -> String
    /// The column's bytes (text as UTF-8); null reads as no bytes.
    func bytes(_ column: Int) -> [UInt8]
    /// Lends the column's bytes without a copy; the buffer is not valid after `body`.
    func withBytes<T>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T
    /// The column with its own type.
    func value(_ column: Int) -> SQLValue
    /// The names of the result columns, in order.
    var columnNames: [String] { get }
}

extension SQLStatement {
    /// Binds one value with its own type.
    public func bind(_ position: Int, value: SQLValue) {
        switch value {
        case .null: bindNull(position)
        case .integer(let integer): bind(position, integer)
        case .text(let text): bind(position, text)
        case .blob(let bytes): bytes.withUnsafeBytes { bind(position, blob: $0) }
        }
    }

    /// Binds values to the positions 1, 2, … in order.
    public func bind(values: [SQLValue]) {
        var position = 1
        for value in values {
            bind(position, value: value)
            position += 1
        }
    }
}
