import GRDB
import GRDBSQLite

/// The table from SQLite's extended result codes to the codes of ``StorageError``.
enum SQLiteErrors {
    /// What a result code stands for. `path` is the store's file.
    static func error(_ extended: CInt, message: String, path: String, waitMilliseconds: Int) -> StorageError {
        switch extended & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL:
            StorageError(.busy, ["path": path, "waited_ms": String(waitMilliseconds)])
        case SQLITE_FULL:
            StorageError(.full, ["path": path])
        case SQLITE_READONLY:
            StorageError(.readOnly, ["path": path])
        case SQLITE_CORRUPT:
            StorageError(.corrupt, ["path": path, "sqlite_code": String(extended), "message": message])
        case SQLITE_NOTADB:
            StorageError(.notABook, ["path": path])
        case SQLITE_IOERR:
            StorageError(.inputOutput, ["path": path, "sqlite_code": String(extended)])
        case SQLITE_CANTOPEN:
            StorageError(.unreadable, ["path": path, "reason": "permission"])
        case SQLITE_CONSTRAINT:
            StorageError(
                .constraint,
                ["message": message, "sqlite_code": String(extended), "kind": constraintKind(extended)])
        case SQLITE_TOOBIG:
            StorageError(.tooBig)
        default:
            StorageError(.engine, ["sqlite_code": String(extended), "message": message])
        }
    }

    /// The error of GRDB as ours.
    static func error(_ error: DatabaseError, path: String, waitMilliseconds: Int) -> StorageError {
        Self.error(
            error.extendedResultCode.rawValue, message: error.message ?? "", path: path,
            waitMilliseconds: waitMilliseconds)
    }

    /// The `kind` parameter of a refused constraint.
    static func constraintKind(_ extended: CInt) -> String {
        kinds[extended >> 8] ?? "other"
    }

    /// The upper byte of SQLITE_CONSTRAINT_*, which C spells as expressions that Swift does not import.
    private static let kinds: [CInt: String] = [
        1: "check", 3: "foreign_key", 5: "not_null", 6: "primary_key", 7: "trigger", 8: "unique",
        10: "row_id", 12: "type",
    ]
}
