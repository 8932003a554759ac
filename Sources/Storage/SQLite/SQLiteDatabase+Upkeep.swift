import GRDB

extension SQLiteDatabase {
    func backup(to path: String) throws {
        try NewFile.make(at: FilePath(path)) { file in
            let problems = try mappingErrors { () throws -> [String] in
                var configuration = Configuration()
                configuration.label = "Storage.backup"
                let copy = try DatabaseQueue(path: file.path, configuration: configuration)
                try queue.backup(to: copy)
                // GRDB keeps nothing of a former state, but the check reads what is really in the file.
                try copy.close()
                let reopened = try DatabaseQueue(path: file.path, configuration: configuration)
                let lines = try reopened.inDatabase {
                    try String.fetchAll($0, sql: "PRAGMA quick_check(1)")
                }
                try reopened.close()
                return lines.filter { $0 != "ok" }
            }
            if let first = problems.first {
                throw StorageError(.copyDamaged, ["path": self.path, "message": first])
            }
        }
    }

    func truncateLog() throws {
        guard access == .writing else { throw StorageError(.readOnly, ["path": path]) }
        try mappingErrors {
            _ = try queue.inDatabase { try $0.checkpoint(.truncate) }
        }
    }

    func closeForgetting(_ traces: [[UInt8]], unique: [[UInt8]]) throws -> Bool {
        try truncateLog()
        // A descriptor of the file that closes takes SQLite's own locks with it (fcntl): so the connection goes first.
        try close()
        let telling = (traces + unique).filter { $0.count >= Self.tellingBytes }
        guard try telling.isEmpty || file.holds(anyOf: telling) else { return true }
        try mappingErrors {
            var configuration = Configuration()
            configuration.label = "Storage.forget"
            let wait = BusyWait(milliseconds: waitMilliseconds)
            configuration.busyMode = .callback { wait.tryAgain(after: $0) }
            let again = try DatabaseQueue(path: file.path, configuration: configuration)
            try again.inDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
            try again.vacuum()
            _ = try again.inDatabase { try $0.checkpoint(.truncate) }
            try again.close()
        }
        return try !file.holds(anyOf: unique)
    }

    /// Shorter strings occur by chance.
    private static let tellingBytes = 6

    func integrityProblems(limit: Int) throws -> [String] {
        try read { connection in
            try connection.query("PRAGMA main.integrity_check(\(max(1, limit)))") { $0.string(0) }
        }
        .filter { $0 != "ok" }
    }

    func schemaObjects() throws -> [SchemaObject] {
        try read { connection in
            try connection.query("SELECT type, name, sql FROM main.sqlite_schema ORDER BY type, name") { row in
                SchemaObject(type: row.string(0), name: row.string(1), sql: row.isNull(2) ? nil : row.string(2))
            }
        }
    }
}
