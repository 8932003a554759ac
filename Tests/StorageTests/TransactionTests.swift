import Foundation
import Storage
import Testing

@Suite struct TransactionTests {
    let shelf: Shelf

    init() throws { shelf = try Shelf() }

    @Test func aReaderSeesOneSnapshotWhileAnotherStoreWrites() throws {
        let writer = try shelf.create()
        let reader = try shelf.open(readOnly: true)
        try writer.addLine(1)
        try reader.read { connection in
            #expect(try connection.countLines() == 1)
            try writer.addLine(2)
            #expect(try connection.countLines() == 1)
        }
        #expect(try reader.countLines() == 2)
    }

    @Test func aDryRunReturnsItsValueAndLeavesTheStoreAsItWas() throws {
        let store = try shelf.create()
        try store.addLine(1)
        let before = try store.dump()
        let seen = try store.write { connection in
            try connection.addLine(2, "b")
            try connection.execute(script: "CREATE TABLE extra (a INTEGER) STRICT")
            return (try connection.countLines(), .rollBack)
        }
        #expect(seen == 2)
        #expect(try store.dump() == before)
    }

    @Test func anErrorRollsBackAndIsRethrownUnchanged() throws {
        struct Refusal: Error, Equatable { let number: Int }
        let store = try shelf.create()
        #expect(throws: Refusal(number: 7)) {
            try store.write { connection -> (Void, TransactionEnding) in
                try connection.addLine(1, "a")
                throw Refusal(number: 7)
            }
        }
        #expect(try store.countLines() == 0)
        #expect(throws: Refusal(number: 8)) { try store.read { _ in throw Refusal(number: 8) } }
    }

    @Test func aCommitIsSeenByAStoreOpenedLater() throws {
        try shelf.create().addLine(1)
        #expect(try shelf.open().countLines() == 1)
        #expect(shelf.names == ["a.book"], "the last store to close leaves no log")
    }

    @Test func aSecondWriterIsRefusedWhenItMayNotWait() throws {
        let first = try shelf.create()
        let second = try shelf.open(wait: 0)
        try first.write { connection in
            let found = error { try second.addLine(1) }
            #expect(found == StorageError(.busy, ["path": shelf.path(), "waited_ms": "0"]))
            return ((), .commit)
        }
        try second.addLine(1)
    }

    @Test func writersThatWaitAllFinish() async throws {
        _ = try shelf.create()
        let path = shelf.path()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    let store = try SQLiteStore.open(
                        path: path, applicationID: Shelf.application, migrations: Shelf.schema, readOnly: false,
                        waitMilliseconds: 30_000)
                    for number in 0..<25 { try store.addLine(Int64(writer * 100 + number)) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try shelf.open().countLines() == 200)
    }

    @Test func aStatementLeftOnARowDoesNotHoldTheSnapshot() throws {
        let writer = try shelf.create()
        let reader = try shelf.open(readOnly: true)
        try writer.addLine(1)
        try writer.addLine(2)
        let found = try reader.read { try $0.prepare("SELECT id FROM line").step() }
        #expect(found)
        try writer.addLine(3)
        #expect(try reader.countLines() == 3)
        try writer.truncateLog()
    }

    @Test func aReadTransactionRefusesToWrite() throws {
        let store = try shelf.create()
        #expect(code { try store.read { try $0.addLine(1, "a") } } == .readOnly)
        #expect(code { try store.read { try $0.execute(script: "DELETE FROM mark") } } == .readOnly)
        #expect(try store.countLines() == 0)
    }

    @Test func afterALostTransactionNothingIsWritten() throws {
        let store = try shelf.create()
        let found = code {
            try store.write { connection in
                try connection.execute(script: "PRAGMA max_page_count = 1")
                // A caller that swallows the error cannot go on outside the transaction.
                for id in 1...1000 { try? connection.addLine(Int64(id), String(repeating: "x", count: 1000)) }
                try connection.execute(script: "PRAGMA max_page_count = 1000000")
                try connection.addLine(5000, "after")
                return ((), .commit)
            }
        }
        #expect(found == .full)
        #expect(try store.countLines() == 0)
    }

    @Test func truncatingTheLogEmptiesItAndAReaderKeepsItPending() throws {
        let store = try shelf.create()
        try store.addLine(1)
        let reader = try shelf.open(readOnly: true)
        try reader.read { connection in
            #expect(try connection.countLines() == 1)
            try store.addLine(2)
            #expect(code { try store.truncateLog() } == .busy)
        }
        try store.truncateLog()
        let log = try FileManager.default.attributesOfItem(atPath: shelf.path("a.book-wal"))
        #expect((log[.size] as? NSNumber)?.intValue == 0)
        #expect(code { try reader.truncateLog() } == .readOnly)
    }

    @Test func whatIsErasedLeavesNoTraceInTheFiles() throws {
        let store = try shelf.create()
        try store.write { connection in
            try connection.addLine(1, "a")
            try connection.run("INSERT INTO mark VALUES (1, 'Rosalie-Tremblay-1961')")
            return ((), .commit)
        }
        try store.truncateLog()
        try store.write { (try $0.run("UPDATE mark SET note = NULL"), .commit) }
        try store.truncateLog()
        for name in shelf.names {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: shelf.path(name)))
            #expect(bytes.range(of: Data("Tremblay".utf8)) == nil, "\(name)")
        }
    }

    @Test func anotherStoreCanBeComparedTableByTable() throws {
        let store = try shelf.create()
        try store.addLine(1, "same")
        try store.addLine(2, "book")
        let replay = try SQLiteStore.temporary(migrations: Shelf.schema)
        try replay.addLine(1, "same")
        try replay.addLine(2, "replay")
        let sql = "SELECT id FROM (SELECT id, text FROM line EXCEPT SELECT id, text FROM other.line)"
        for _ in 1...2 {
            let forward = try store.read(attaching: replay, as: "other") { try $0.query(sql) { $0.int(0) } }
            let backward = try replay.read(attaching: store, as: "other") { try $0.query(sql) { $0.int(0) } }
            #expect(forward == [2])
            #expect(backward == [2])
        }
        struct Stop: Error {}
        #expect(throws: Stop.self) { try store.read(attaching: replay, as: "other") { _ in throw Stop() } }
        #expect(code { try store.read { try $0.run("SELECT * FROM other.line") } } == .engine)
    }

    @Test func aTemporaryStoreRollsBackAndIsDeleted() throws {
        var store: (any Store)? = try SQLiteStore.temporary(migrations: Shelf.schema, folder: shelf.folder)
        #expect(shelf.names.count == 1)
        #expect(try shelf.mode(shelf.names[0]) == 0o600)
        try store?.addLine(1)
        #expect(throws: StorageError.self) {
            try store?.write { connection in
                for id in 2...500 { try connection.addLine(Int64(id), "x") }
                try connection.addLine(1, "twice")
                return ((), .commit)
            }
        }
        #expect(try store?.countLines() == 1)
        #expect(try store?.integrityProblems(limit: 5) == [])
        store = nil
        #expect(shelf.names.isEmpty)
    }
}
