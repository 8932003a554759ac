import Foundation
import Storage

/// A folder of its own for one test, deleted afterwards, and stores in it.
final class Shelf {
    static let application: Int32 = 0x4655_4E44
    static let schema = [
        Migration(
            version: 1,
            sql: """
                CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT NOT NULL, data BLOB) STRICT;
                CREATE TABLE mark (line INTEGER NOT NULL REFERENCES line, note TEXT UNIQUE) STRICT;
                CREATE TRIGGER line_stays BEFORE DELETE ON line BEGIN SELECT RAISE(ABORT, 'lines stay'); END;
                """)
    ]
    static let nextSchema =
        schema + [Migration(version: 2, sql: "ALTER TABLE line ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")]

    let folder: String
    private let isOwner: Bool

    init() throws {
        isOwner = true
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path
    }

    /// The folder of another process's shelf, which that process deletes.
    init(at folder: String) {
        isOwner = false
        self.folder = folder
    }

    deinit {
        guard isOwner else { return }
        // Tests take permissions away.
        for path in [folder] + names.map({ path($0) }) { chmod(path, 0o755) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    func path(_ name: String = "a.book") -> String { folder + "/" + name }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

    func create(_ name: String = "a.book", wait: Int = 0) throws -> any Store {
        try SQLiteStore.create(
            path: path(name), applicationID: Self.application, migrations: Self.schema, waitMilliseconds: wait)
    }

    func open(
        _ name: String = "a.book", readOnly: Bool = false, schema: [Migration] = Shelf.schema, wait: Int = 0
    ) throws -> any Store {
        try SQLiteStore.open(
            path: path(name), applicationID: Self.application, migrations: schema, readOnly: readOnly,
            waitMilliseconds: wait)
    }

    /// Makes a closed store with `count` lines of 100 bytes.
    func fill(_ name: String = "a.book", lines count: Int64) throws {
        try create(name).write { connection in
            for id in 1...count { try connection.addLine(id, String(repeating: "x", count: 100)) }
            return ((), .commit)
        }
    }

    /// Overwrites the middle of a closed file with bytes that mean nothing.
    func damage(_ name: String = "a.book") throws {
        var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path(name))))
        for index in bytes.count / 2..<bytes.count { bytes[index] = 0xA5 }
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    }

    func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }
}

extension SQLConnection {
    func addLine(_ id: Int64, _ text: String) throws {
        try run("INSERT INTO line (id, text) VALUES (?1, ?2)", .integer(id), .text(text))
    }

    func countLines() throws -> Int64 {
        try first("SELECT count(*) FROM line") { $0.int(0) } ?? -1
    }
}

extension Store {
    func addLine(_ id: Int64, _ text: String = "t") throws {
        try write { (try $0.addLine(id, text), .commit) }
    }

    func countLines() throws -> Int64 {
        try read { try $0.countLines() }
    }

    /// The schema and every row of every table, as text.
    func dump() throws -> [String] {
        let objects = try schemaObjects()
        var lines = objects.map { "\($0.type) \($0.name) \($0.sql ?? "-")" }
        try read { connection in
            for object in objects where object.type == "table" {
                try connection.forEach("SELECT * FROM \(object.name) ORDER BY 1") { row in
                    lines.append("\(object.name): \(row.columnNames.indices.map { row.value($0) })")
                }
            }
        }
        return lines
    }
}

/// The code of the error that `body` throws, nil if none or another kind.
func code(of body: () throws -> Void) -> StorageError.Code? {
    error(of: body)?.code
}

/// The storage error that `body` throws, nil if none or another kind.
func error(of body: () throws -> Void) -> StorageError? {
    do {
        try body()
        return nil
    } catch {
        return error as? StorageError
    }
}
