/// Makes and opens stores in SQLite files.
///
/// A store's file has mode 0600, a write-ahead log, full synchronisation, foreign keys enforced, UTF-8 text,
/// deleted content overwritten, an application id that tells it from other programs' files, and its schema
/// version in `user_version`.
public enum SQLiteStore {
    /// Makes a new store with the schema of all migrations.
    ///
    /// The file appears under its name only when it is whole. Refuses an existing file or a log left by a
    /// former one (E-STO-009), a missing folder (E-STO-017), one that cannot be written (E-STO-003), and a
    /// network file system (E-STO-016). `applicationID` is not zero.
    public static func create(
        path: String, applicationID: Int32, migrations: [Migration], waitMilliseconds: Int
    ) throws -> any Store {
        precondition(applicationID != 0, "zero is the application id of files that have none")
        let schema = SQLiteSchema(migrations: migrations)
        let file = FilePath(path)
        try file.requireNew()
        try FileSystemKind.requireLocal(file.folder, path: path)
        try NewFile.make(at: file) { unnamed in
            let database = try SQLiteDatabase(
                unnamed, .writing, waitMilliseconds: waitMilliseconds,
                settings: SQLiteSettings.newFile + SQLiteSettings.lasting)
            try schema.install(in: database, applicationID: applicationID)
            try database.setUp { try $0.execute(script: SQLiteSettings.logMode) }
            try database.close()
        }
        return try open(
            path: path, applicationID: applicationID, migrations: migrations, readOnly: false,
            waitMilliseconds: waitMilliseconds)
    }

    /// Opens a store; one with an older schema is first brought forward, and its copy kept as `PATH.vN.bak`
    /// (`PATH.vN.2.bak` where that is taken, and so on), N being its former version.
    ///
    /// Refuses: no file (E-STO-010), not a regular file (E-STO-011), one that cannot be read (E-STO-012), not
    /// a store of this application (E-STO-013), a newer schema (E-STO-014), for reading an older one
    /// (E-STO-015), a network file system (E-STO-016), for writing a file, folder or medium that cannot be
    /// written (E-STO-003), a migration that breaks references (E-STO-019).
    public static func open(
        path: String, applicationID: Int32, migrations: [Migration], readOnly: Bool, waitMilliseconds: Int
    ) throws -> any Store {
        let schema = SQLiteSchema(migrations: migrations)
        let file = FilePath(path)
        try file.requireRegularFile()
        try FileSystemKind.requireLocal(file.path, path: path)
        let opened = try openFile(file, readOnly: readOnly, waitMilliseconds: waitMilliseconds)
        try schema.requireApplication(applicationID, of: opened)
        try schema.bringForward(opened)
        if !readOnly { try opened.setUp { try $0.execute(script: SQLiteSettings.logMode) } }
        return opened
    }

    /// A private store in a temporary file, fast and not lasting, deleted when the store is released; to
    /// replay records and compare.
    ///
    /// The file lies in `folder`, by default `/var/tmp`, where large files belong. After a crash it may stay,
    /// with mode 0600, under a name that begins with `fundctl-replay-`.
    public static func temporary(migrations: [Migration], folder: String = "/var/tmp") throws -> any Store {
        let schema = SQLiteSchema(migrations: migrations)
        let pattern = FilePath(folder + "/fundctl-replay-XXXXXX")
        let file = try NewFile.emptyFile(named: pattern.path, for: pattern)
        do {
            let database = try SQLiteDatabase(
                file, .writing, waitMilliseconds: 0, settings: SQLiteSettings.newFile + SQLiteSettings.passing,
                deletesFile: true)
            try schema.install(in: database, applicationID: 0)
            return database
        } catch {
            file.remove()
            throw error
        }
    }

    private static func openFile(_ file: FilePath, readOnly: Bool, waitMilliseconds: Int) throws -> SQLiteDatabase {
        func open(_ access: SQLiteDatabase.Access) throws -> SQLiteDatabase {
            let database = try SQLiteDatabase(
                file, access, waitMilliseconds: waitMilliseconds, settings: SQLiteSettings.lasting)
            if access == .writing { try database.requireWritable() }
            return database
        }
        do {
            return try open(readOnly ? .reading : .writing)
        } catch let error as StorageError where error.code == .unreadable || error.code == .readOnly {
            // SQLite could not open the file, or could not make its log beside it.
            guard file.isReadable else {
                throw StorageError(.unreadable, ["path": file.given, "reason": "permission"])
            }
            guard readOnly else { throw StorageError(.readOnly, ["path": file.given]) }
            guard !file.hasPendingLog else {
                throw StorageError(.unreadable, ["path": file.given, "reason": "pending_log"])
            }
            return try open(.immutable)
        }
    }
}
