import Storage

/// Checks a book: replays all its records into an empty store and compares what is stored with what comes out, table by
/// table, row by row.
///
/// The whole check sees one snapshot; others read and write meanwhile.
public final class BookCheck {
    let book: Book
    /// Where the records are replayed.
    let replayed: any Store
    let progress: ((Int64) -> Void)?
    var report = BookCheckReport()
    /// Whether every register was replayed to its end, so that its rows can be compared.
    var isComparable = true
    /// Records read so far.
    var done: Int64 = 0

    /// Lists at most so many rows of a table.
    static let mostRows: Int64 = 20
    /// Without these tables, nothing can be read.
    static let neededTables: Set<String> = [
        "register", "record", "subject", "subject_secret", "export", "statement", "cosignature",
    ]

    /// Checks the whole book. `progress`: records done, now and then. Throws only what the storage throws.
    public static func run(_ book: Book, progress: ((Int64) -> Void)? = nil) throws -> BookCheckReport {
        let check = try BookCheck(book, progress)
        do {
            try check.run()
        } catch let error as StorageError where error.code == .corrupt {
            check.report.add(.storeUnsound, ["message": error.parameters["message"] ?? ""])
        }
        return check.report
    }

    private init(_ book: Book, _ progress: ((Int64) -> Void)?) throws {
        self.book = book
        self.progress = progress
        replayed = try SQLiteStore.temporary(migrations: book.layout.migrations)
    }

    private func run() throws {
        for problem in try book.store.integrityProblems(limit: Int(BookCheck.mostRows)) {
            report.add(.storeUnsound, ["message": problem])
        }
        let tables = try compareSchemas()
        guard BookCheck.neededTables.isSubset(of: tables) else { return }
        try book.store.read(attaching: replayed, as: "replayed") { connection in
            try refuseForeignRecords(connection)
            for (index, name) in RegisterName.all.enumerated() {
                try replayed.write { target in
                    try replay(name, Int64(index + 1), from: connection, into: target)
                    return ((), .commit)
                }
            }
            guard isComparable else { return }
            for table in tables.subtracting(AuditSchema.uncommitted).subtracting(["record"]).sorted() {
                try compare(table, connection)
            }
            try refuseForeignStatements(connection)
            try refuseForeignCosignatures(connection)
            try checkSecrets(connection)
        }
    }

    /// Compares the schema with this program's. Returns the tables that are as they should be.
    private func compareSchemas() throws -> Set<String> {
        func byName(_ objects: [SchemaObject]) -> [String: SchemaObject] {
            Dictionary(objects.map { ("\($0.type) \($0.name)", $0) }) { first, _ in first }
        }
        let expected = byName(try replayed.schemaObjects())
        let found = byName(try book.store.schemaObjects())
        var sound: Set<String> = []
        for key in Set(expected.keys).union(found.keys).sorted() {
            let change: String
            switch (expected[key], found[key]) {
            case (.some, nil): change = "missing"
            case (nil, .some): change = "foreign"
            case (let wanted?, let object?) where wanted.sql != object.sql: change = "altered"
            case (let wanted?, _):
                if wanted.type == "table", !wanted.name.hasPrefix("sqlite_") { sound.insert(wanted.name) }
                continue
            case (nil, nil): continue
            }
            guard let object = expected[key] ?? found[key] else { continue }
            report.add(.schemaDiffers, ["type": object.type, "name": object.name, "change": change])
        }
        return sound
    }

    /// Rows of records that lie in no register's range.
    private func refuseForeignRecords(_ connection: any SQLConnection) throws {
        let first = RecordID.of(1, 1)
        let last = RecordID.of(Int64(RegisterName.all.count), RecordID.mostRecords)
        try connection.forEach(
            "SELECT id FROM record WHERE id < ? OR id > ? OR id & ? = 0 ORDER BY id LIMIT ?",
            [.integer(first), .integer(last), .integer(RecordID.mostRecords), .integer(BookCheck.mostRows)]
        ) { report.add(.recordForeign, ["id": String($0.int(0))]) }
    }
}
