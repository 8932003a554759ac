import Foundation
import Testing

@testable import Storage

@Suite struct OpeningTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    @Test func aNewStoreIsPrivateAndMarked() throws {
        let store = try shelf.create()
        #expect(try shelf.mode("a.book") == 0o600)
        try store.addLine(1)
        #expect(try shelf.mode("a.book-wal") == 0o600)
        func pragma(_ name: String) throws -> SQLValue? {
            // SQLite counts asking for the journal mode as a change.
            try store.write { (try $0.first("PRAGMA \(name)") { $0.value(0) }, .rollBack) }
        }
        #expect(try pragma("application_id") == .integer(Int64(Shelf.application)))
        #expect(try pragma("user_version") == .integer(1))
        #expect(try pragma("journal_mode") == .text("wal"))
        #expect(try pragma("synchronous") == .integer(2))
        #expect(try pragma("foreign_keys") == .integer(1))
        #expect(try pragma("encoding") == .text("UTF-8"))
        #expect(try pragma("secure_delete") == .integer(1))
        #expect(try store.integrityProblems(limit: 10) == [])
        #expect(store.path == shelf.path())
    }

    @Test func theSchemaIsTold() throws {
        let objects = try shelf.create().schemaObjects()
        #expect(objects.map(\.type) == ["index", "table", "table", "trigger"])
        #expect(objects[0].sql == nil)
        #expect(objects[3].name == "line_stays")
    }

    @Test func anExistingFileIsNeverReplaced() throws {
        try Data("mine".utf8).write(to: URL(fileURLWithPath: shelf.path()))
        #expect(code { _ = try shelf.create() } == .alreadyExists)
        #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.path())) == Data("mine".utf8))
        #expect(shelf.names == ["a.book"])
    }

    @Test func aLogLeftByAFormerFileStopsANewOne() throws {
        try Data("old".utf8).write(to: URL(fileURLWithPath: shelf.path("a.book-wal")))
        let found = error { _ = try shelf.create() }
        #expect(found == StorageError(.alreadyExists, ["path": shelf.path("a.book-wal")]))
    }

    @Test func aFaultySchemaLeavesNoFile() throws {
        let found = code {
            _ = try SQLiteStore.create(
                path: shelf.path(), applicationID: 5, migrations: [Migration(version: 1, sql: "CREATE TABEL x")],
                waitMilliseconds: 0)
        }
        #expect(found == .engine)
        #expect(shelf.names.isEmpty)
    }

    @Test func aFileMadeMeanwhileIsKept() throws {
        let target = FilePath(shelf.path("b"))
        let found = code {
            try NewFile.make(at: target) { _ in
                try Data("theirs".utf8).write(to: URL(fileURLWithPath: target.path))
            }
        }
        #expect(found == .alreadyExists)
        #expect(shelf.names == ["b"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: target.path)) == Data("theirs".utf8))
    }

    @Test func aFileOfAnotherKindIsNotABook() throws {
        try Data("This is a letter, and no database at all.".utf8).write(to: URL(fileURLWithPath: shelf.path("letter")))
        try Data().write(to: URL(fileURLWithPath: shelf.path("empty")))
        _ = try SQLiteStore.create(
            path: shelf.path("other"), applicationID: 77, migrations: Shelf.schema, waitMilliseconds: 0)
        for name in ["letter", "empty", "other"] {
            for readOnly in [false, true] {
                let found = error { _ = try shelf.open(name, readOnly: readOnly) }
                #expect(found == StorageError(.notABook, ["path": shelf.path(name)]), "\(name)")
            }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.path("empty"))).isEmpty)
    }

    @Test func aStoreWithUTF16TextIsNotABook() throws {
        let file = FilePath(shelf.path())
        let database = try SQLiteDatabase(file, .writing, waitMilliseconds: 0, settings: "PRAGMA encoding = 'UTF-16le'")
        try SQLiteSchema(migrations: Shelf.schema).install(in: database, applicationID: Shelf.application)
        try database.close()
        #expect(code { _ = try shelf.open() } == .notABook)
    }

    @Test func pathsAreNeverTakenForAddresses() throws {
        let names = ["file:x?mode=memory", "a book#1 100%?.book", "été.book"]
        for name in names {
            _ = try shelf.create(name)
            #expect(try shelf.open(name, readOnly: true).countLines() == 0)
        }
        #expect(shelf.names.filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") } == names.sorted())
        #expect(FilePath("file:x").path == "./file:x")
        #expect(FilePath("/a b/é%?#").immutableAddress == "file:/a%20b/%C3%A9%25%3F%23?immutable=1")
        #expect(FilePath("").path == "./")
        let found = code {
            _ = try SQLiteStore.open(
                path: "", applicationID: 1, migrations: Shelf.schema, readOnly: false, waitMilliseconds: 0)
        }
        #expect(found == .notAFile)
    }

    @Test func foldersArePartOfThePath() {
        #expect(FilePath("a.book").folder == ".")
        #expect(FilePath("/a.book").folder == "/")
        #expect(FilePath("/x/y/a.book").folder == "/x/y")
    }

    @Test func aStoreOpenedForReadingRefusesToWrite() throws {
        try shelf.fill(lines: 3)
        let store = try shelf.open(readOnly: true)
        #expect(code { try store.addLine(9) } == .readOnly)
        #expect(try store.countLines() == 3)
    }

    @Test func networkFileSystemsAreRefusedAndLocalOnesAreNot() throws {
        let local: [UInt32] = [0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x794C_7630, 0x2FC1_2FC1, 0x4D44]
        for type in local { #expect(FileSystemKind.classify(type) == .local) }
        let network: [UInt32: String] = [
            0x6969: "nfs", 0x517B: "smb", 0xFF53_4D42: "cifs", 0xFE53_4D42: "smb2", 0x00C3_6400: "ceph",
            0x5346_414F: "afs",
        ]
        for (type, name) in network {
            #expect(FileSystemKind.classify(type) == .network(name: name))
            #expect(FileSystemKind.refusal(type: type, rootType: type) == name)
        }
        for (type, name) in [UInt32(0x0102_1997): "9p", 0x6573_5546: "fuse"] {
            #expect(FileSystemKind.refusal(type: type, rootType: 0xEF53) == name)
            #expect(FileSystemKind.refusal(type: type, rootType: nil) == name)
            #expect(FileSystemKind.refusal(type: type, rootType: type) == nil, "a sandbox's only disk")
        }
        #expect(FileSystemKind.type(of: shelf.folder) != nil)
        #expect(FileSystemKind.type(of: "/proc") == 0x9FA0)
        #expect(FileSystemKind.type(of: shelf.path("missing")) == nil)
    }

    @Test func napsStayShortAndDiffer() {
        let lengths = (0..<1000).map { BusyWait.length(try: $0, jitter: UInt64($0 * 7919)) }
        #expect(lengths.allSatisfy { $0 >= 200 && $0 < 4000 })
        #expect(Set(lengths).count > 100)
        let wait = BusyWait(milliseconds: 2)
        #expect(wait.tryAgain(after: 0))
        var tries = 1
        while wait.tryAgain(after: tries) { tries += 1 }
        #expect(tries <= 11)
        #expect(!BusyWait(milliseconds: 0).tryAgain(after: 0))
    }
}
