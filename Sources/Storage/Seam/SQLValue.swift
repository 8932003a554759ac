/// A value that goes into a statement or comes out of a row.
///
/// There is no floating point: amounts are integer cents, ratios are kept as their two integers.
/// SQLite's rare `REAL` result reads as its text.
public enum SQLValue: Sendable, Equatable {
    /// SQL `NULL`; never the same as an empty text or an empty blob.
    case null
    /// A signed 64-bit integer.
    case integer(Int64)
    /// UTF-8 text. Swift compares it by canonical equivalence; compare bytes where the bytes matter.
    case text(String)
    /// Bytes, zero bytes included.
    case blob([UInt8])
}
