import GRDBSQLite

/// The schema that this program knows, and how a file gets it.
struct SQLiteSchema {
    let migrations: [Migration]
    /// The version of the last migration.
    let known: Int

    init(migrations: [Migration]) {
        guard let last = migrations.last, let first = migrations.first, first.version > 0 else {
            preconditionFailure("a schema has at least one migration, and versions begin above zero")
        }
        precondition(
            zip(migrations, migrations.dropFirst()).allSatisfy { $0.version < $1.version },
            "migrations are in ascending order")
        self.migrations = migrations
        known = last.version
    }

    /// Gives an empty file the whole schema, in one transaction.
    func install(in database: SQLiteDatabase, applicationID: Int32) throws {
        try database.write { connection in
            try connection.execute(script: "PRAGMA application_id = \(applicationID)")
            try apply(after: 0, connection, path: database.path)
            return ((), .commit)
        }
    }

    /// Refuses a file that is not of this application: E-STO-013. One with text in UTF-16 is not either.
    func requireApplication(_ applicationID: Int32, of database: SQLiteDatabase) throws {
        let (found, encoding) = try database.read { connection in
            (
                try connection.first("PRAGMA application_id") { $0.int(0) },
                try connection.first("PRAGMA encoding") { $0.string(0) }
            )
        }
        guard found == Int64(applicationID), encoding == "UTF-8" else {
            throw StorageError(.notABook, ["path": database.path])
        }
    }

    /// Brings an older schema to the known version, refuses a newer one (E-STO-014) and, for reading, an older
    /// one (E-STO-015).
    func bringForward(_ database: SQLiteDatabase) throws {
        let found = try database.read { try Self.version($0) }
        if try !needsMigration(found, database) { return }
        // Only outside a transaction: a step may have to rebuild a table that others point to.
        try database.setUp { try $0.execute(script: "PRAGMA foreign_keys = OFF") }
        defer { try? database.setUp { try $0.execute(script: "PRAGMA foreign_keys = ON") } }
        try database.write { connection in
            // Another process may have done it while this one waited for the lock.
            let found = try Self.version(connection)
            guard try needsMigration(found, database) else { return ((), .rollBack) }
            // The lock is held and nothing is changed yet: the copy is exactly what is migrated.
            let copy = try keepCopy(of: database, version: found)
            do {
                try apply(after: found, connection, path: database.path)
            } catch {
                copy.remove()
                throw error
            }
            return ((), .commit)
        }
    }

    private func needsMigration(_ found: Int, _ database: SQLiteDatabase) throws -> Bool {
        if found == known { return false }
        let parameters = ["path": database.path, "found_version": String(found), "known_version": String(known)]
        if found > known { throw StorageError(.newerVersion, parameters) }
        if database.access != .writing { throw StorageError(.olderVersion, parameters) }
        return true
    }

    private func apply(after version: Int, _ connection: any SQLConnection, path: String) throws {
        for migration in migrations where migration.version > version {
            try connection.execute(script: migration.sql)
        }
        let broken = try connection.first("PRAGMA foreign_key_check") { $0.string(0) }
        if let broken {
            throw StorageError(.migrationRefused, ["path": path, "table": broken, "version": String(known)])
        }
        try connection.execute(script: "PRAGMA user_version = \(known)")
    }

    /// Copies the file as it is committed to `PATH.vN.bak`, or the next name that is free.
    private func keepCopy(of database: SQLiteDatabase, version: Int) throws -> FilePath {
        let source = try SQLiteDatabase(
            database.file, .reading, waitMilliseconds: database.waitMilliseconds, settings: "")
        var number = 1
        while true {
            let mark = number == 1 ? ".v\(version).bak" : ".v\(version).\(number).bak"
            let copy = FilePath(database.path + mark)
            do {
                try source.backup(to: copy.given)
                return copy
            } catch let error as StorageError where error.code == .alreadyExists {
                number += 1
            }
        }
    }

    private static func version(_ connection: any SQLConnection) throws -> Int {
        Int(try connection.first("PRAGMA user_version") { $0.int(0) } ?? 0)
    }
}

extension SQLiteDatabase {
    /// Refuses with E-STO-003 a file that SQLite could open for reading only.
    func requireWritable() throws {
        let isReadOnly = queue.inDatabase { sqlite3_db_readonly($0.sqliteConnection, "main") == 1 }
        if isReadOnly { throw StorageError(.readOnly, ["path": path]) }
    }
}
