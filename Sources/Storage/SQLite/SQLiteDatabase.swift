import GRDB
import GRDBSQLite

/// A store in one SQLite file. GRDB gives the connection, its queue, the busy handler, transactions and the
/// backup; statements are stepped on SQLite's own handles.
final class SQLiteDatabase: Store, @unchecked Sendable {
    // Unchecked: `connection` is used only on the queue, which admits one user at a time.

    /// How the file is opened.
    enum Access {
        case writing
        case reading
        /// Without locks and logs: for a file that nobody changes, in a folder that cannot be written.
        case immutable
    }

    let file: FilePath
    let access: Access
    let waitMilliseconds: Int
    let queue: DatabaseQueue
    private let connection: SQLiteConnection
    private let deletesFile: Bool

    var path: String { file.given }

    /// Opens the file, makes `settings`, and looks at nothing else.
    init(
        _ file: FilePath, _ access: Access, waitMilliseconds: Int, settings: String, deletesFile: Bool = false
    ) throws {
        self.file = file
        self.access = access
        self.waitMilliseconds = waitMilliseconds
        self.deletesFile = deletesFile
        var configuration = Configuration()
        configuration.readonly = access != .writing
        configuration.label = "Storage"
        let wait = BusyWait(milliseconds: waitMilliseconds)
        configuration.busyMode = .callback { wait.tryAgain(after: $0) }
        let address = access == .immutable ? file.immutableAddress : file.path
        do {
            queue = try DatabaseQueue(path: address, configuration: configuration)
            let session = try queue.inDatabase { database in
                guard let handle = database.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
                return SQLiteSession(handle: handle, path: file.given, waitMilliseconds: waitMilliseconds)
            }
            connection = SQLiteConnection(session)
        } catch let error as DatabaseError {
            throw SQLiteErrors.error(error, path: file.given, waitMilliseconds: waitMilliseconds)
        }
        try setUp { try $0.execute(script: settings) }
    }

    deinit {
        try? close()
        if deletesFile { file.remove() }
    }

    /// Closes the connection; the last one of a file moves the log into it and deletes the log.
    func close() throws {
        connection.forgetStatements()
        try mappingErrors { try queue.close() }
    }

    // MARK: Transactions

    func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        try transaction(.deferred, .reading) { (try body($0), .commit) }
    }

    func write<T>(_ body: (any SQLConnection) throws -> (T, TransactionEnding)) throws -> T {
        guard access == .writing else { throw StorageError(.readOnly, ["path": path]) }
        return try transaction(.immediate, .writing, body)
    }

    func read<T>(
        attaching other: any Store, as name: String, _ body: (any SQLConnection) throws -> T
    ) throws -> T {
        guard let other = other as? SQLiteDatabase else {
            preconditionFailure("only a store of the same engine can be attached")
        }
        precondition(
            !name.isEmpty && name.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } && name != "main" && name != "temp",
            "an attached store needs a name of its own")
        let address = other.access == .immutable ? other.file.immutableAddress : other.file.path
        // Neither ATTACH nor DETACH works inside a transaction.
        try setUp { try $0.run("ATTACH DATABASE ?1 AS \(name)", .text(address)) }
        defer { try? setUp { try $0.execute(script: "DETACH DATABASE \(name)") } }
        return try read(body)
    }

    /// Lets `body` use the connection outside transactions, for settings and attachments.
    func setUp<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        try mappingErrors {
            try queue.inDatabase { _ in
                connection.session.begin(.setup)
                defer {
                    connection.session.resetStatements()
                    connection.session.mode = .idle
                }
                return try body(connection)
            }
        }
    }

    private func transaction<T>(
        _ kind: Database.TransactionKind, _ mode: SQLiteSession.Mode,
        _ body: (any SQLConnection) throws -> (T, TransactionEnding)
    ) throws -> T {
        try mappingErrors {
            try queue.inDatabase { database in
                try database.beginTransaction(kind)
                let session = connection.session
                session.begin(mode)
                defer { session.mode = .idle }
                do {
                    let (value, ending) = try body(connection)
                    session.resetStatements()
                    if let failure = session.failure { throw failure }
                    switch ending {
                    case .commit: try database.commit()
                    case .rollBack: try database.rollback()
                    }
                    return value
                } catch {
                    session.resetStatements()
                    // It fails only when SQLite has already rolled back; the first error is the one to tell.
                    try? database.rollback()
                    throw error
                }
            }
        }
    }

    /// Turns the errors of GRDB into ours and leaves all others as they are.
    func mappingErrors<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw SQLiteErrors.error(error, path: path, waitMilliseconds: waitMilliseconds)
        }
    }
}
