import Foundation
import Storage
import Testing

@Suite struct MigrationTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    @Test func anOlderStoreIsBroughtForwardAndItsCopyKept() throws {
        try shelf.fill(lines: 3)
        let before = try shelf.open().dump()
        let store = try shelf.open(schema: Shelf.nextSchema)
        let colours = try store.read { try $0.query("SELECT colour FROM line") { $0.string(0) } }
        #expect(colours == ["red", "red", "red"])
        #expect(try store.read { try $0.first("PRAGMA user_version") { $0.int(0) } } == 2)
        #expect(try store.read { try $0.first("PRAGMA foreign_keys") { $0.int(0) } } == 1)
        #expect(try shelf.mode("a.book.v1.bak") == 0o600)
        #expect(try shelf.open("a.book.v1.bak").dump() == before)
    }

    @Test func theCopyHoldsWhatWasStillInTheLog() throws {
        let old = try shelf.create()
        try old.addLine(1)
        _ = try shelf.open(schema: Shelf.nextSchema)
        #expect(try shelf.open("a.book.v1.bak").countLines() == 1)
    }

    @Test func anEarlierCopyIsNotReplaced() throws {
        try shelf.fill(lines: 1)
        try Data("earlier".utf8).write(to: URL(fileURLWithPath: shelf.path("a.book.v1.bak")))
        _ = try shelf.open(schema: Shelf.nextSchema)
        #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.path("a.book.v1.bak"))) == Data("earlier".utf8))
        #expect(try shelf.open("a.book.v1.2.bak").countLines() == 1)
    }

    @Test func aCurrentStoreIsNotCopied() throws {
        _ = try shelf.create()
        _ = try shelf.open()
        #expect(shelf.names == ["a.book"])
    }

    @Test func aNewerStoreIsRefused() throws {
        _ = try SQLiteStore.create(
            path: shelf.path(), applicationID: Shelf.application, migrations: Shelf.nextSchema, waitMilliseconds: 0)
        for readOnly in [false, true] {
            let found = error { _ = try shelf.open(readOnly: readOnly) }
            let expected = ["path": shelf.path(), "found_version": "2", "known_version": "1"]
            #expect(found == StorageError(.newerVersion, expected))
        }
    }

    @Test func anOlderStoreIsNotMigratedForReading() throws {
        try shelf.fill(lines: 1)
        let found = error { _ = try shelf.open(readOnly: true, schema: Shelf.nextSchema) }
        let expected = ["path": shelf.path(), "found_version": "1", "known_version": "2"]
        #expect(found == StorageError(.olderVersion, expected))
        #expect(try shelf.open().countLines() == 1)
    }

    @Test func aFailedMigrationLeavesTheStoreAsItWasAndNoCopy() throws {
        try shelf.fill(lines: 2)
        let before = try shelf.open().dump()
        let steps = Shelf.nextSchema + [Migration(version: 3, sql: "CREATE TABLE line (x INTEGER)")]
        #expect(code { _ = try shelf.open(schema: steps) } == .engine)
        #expect(try shelf.open().dump() == before)
        #expect(!shelf.names.contains("a.book.v1.bak"))
    }

    @Test func aTableThatOthersPointToMayBeRebuilt() throws {
        let store = try shelf.create()
        try store.write { connection in
            try connection.addLine(1, "a")
            try connection.run("INSERT INTO mark VALUES (1, 'n')")
            return ((), .commit)
        }
        let rebuild = """
            CREATE TABLE line2 (id INTEGER PRIMARY KEY, text TEXT NOT NULL, data BLOB, extra TEXT) STRICT;
            INSERT INTO line2 (id, text, data) SELECT id, text, data FROM line;
            DROP TRIGGER line_stays;
            DROP TABLE line;
            ALTER TABLE line2 RENAME TO line;
            """
        let next = try shelf.open(schema: Shelf.schema + [Migration(version: 2, sql: rebuild)])
        #expect(try next.countLines() == 1)
        #expect(code { try next.write { (try $0.run("INSERT INTO mark VALUES (5, 'm')"), .commit) } } == .constraint)
    }

    @Test func severalStepsRunInOrder() throws {
        try shelf.fill(lines: 1)
        let steps =
            Shelf.nextSchema + [
                Migration(version: 5, sql: "UPDATE line SET colour = 'blue' WHERE colour = 'red'"),
                Migration(version: 6, sql: "ALTER TABLE line RENAME COLUMN colour TO hue"),
            ]
        let store = try shelf.open(schema: steps)
        #expect(try store.read { try $0.query("SELECT hue FROM line") { $0.string(0) } } == ["blue"])
        #expect(try store.read { try $0.first("PRAGMA user_version") { $0.int(0) } } == 6)
    }
}
