/// A refusal or failure of a store. Words for people are made elsewhere from the code and its parameters.
public struct StorageError: Error, Sendable, Equatable {
    /// What went wrong. Where a parameter `sqlite_code` is named, it is the extended result code in decimal
    /// (https://www.sqlite.org/rescode.html), and `message` is the engine's own English text.
    public enum Code: String, CaseIterable, Sendable {
        /// Another process holds a lock that was not released in time. Parameters: `path`, `waited_ms`.
        case busy = "E-STO-001"
        /// The disk, or the room that the store may take, is full. Parameters: `path`.
        case full = "E-STO-002"
        /// A change was asked of a store opened for reading, or the file, its folder or its medium cannot be
        /// written. Parameters: `path`.
        case readOnly = "E-STO-003"
        /// The file is damaged. Parameters: `path`, `sqlite_code`, `message`.
        case corrupt = "E-STO-004"
        /// The system failed to read or write. Parameters: `path`, and `sqlite_code` or `errno`.
        case inputOutput = "E-STO-005"
        /// A rule of the schema refused the change; a trigger's `RAISE(ABORT, text)` too. Parameters:
        /// `message`, `sqlite_code`, `kind` (`unique`, `primary_key`, `not_null`, `check`, `foreign_key`,
        /// `trigger`, `type`, `row_id`, `other`).
        case constraint = "E-STO-006"
        /// A text, a blob or a statement is larger than the engine takes. Parameters: none.
        case tooBig = "E-STO-007"
        /// The engine refused for another reason, such as a fault in a statement. Parameters: `sqlite_code`,
        /// `message`.
        case engine = "E-STO-008"
        /// The file to be made is already there, or a log of a former file of that name is. Parameters: `path`.
        case alreadyExists = "E-STO-009"
        /// There is no such file. Parameters: `path`.
        case notFound = "E-STO-010"
        /// The path is a folder or something else that is not a regular file. Parameters: `path`.
        case notAFile = "E-STO-011"
        /// The file cannot be opened for reading: its permissions, or a log is pending and the folder cannot
        /// be written. Parameters: `path`, `reason` (`permission` or `pending_log`).
        case unreadable = "E-STO-012"
        /// The file is not a database, or is one of another program. Parameters: `path`.
        case notABook = "E-STO-013"
        /// The schema is newer than this program knows. Parameters: `path`, `found_version`, `known_version`.
        case newerVersion = "E-STO-014"
        /// The schema is older and the store was opened for reading, so that it cannot be brought forward.
        /// Parameters: `path`, `found_version`, `known_version`.
        case olderVersion = "E-STO-015"
        /// The file is on a network file system, where locks and the write-ahead log are not safe.
        /// Parameters: `path`, `file_system`.
        case networkFileSystem = "E-STO-016"
        /// The folder of the file to be made does not exist. Parameters: `path` (of the folder).
        case noFolder = "E-STO-017"
        /// The backup failed its check and was deleted: the store itself is damaged. Parameters: `path` (of
        /// the store), `message` (the first problem).
        case copyDamaged = "E-STO-018"
        /// After a schema migration, rows would point to rows that do not exist; nothing was changed.
        /// Parameters: `path`, `table`, `version`.
        case migrationRefused = "E-STO-019"
    }

    /// The stable code.
    public let code: Code
    /// Raw values, by the names that the code's comment gives.
    public let parameters: [String: String]

    /// An error with its parameters.
    public init(_ code: Code, _ parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}
