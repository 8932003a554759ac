import Foundation
import Storage
import Testing

/// What is erased leaves the file's bytes, and not the table alone.
@Suite struct ForgettingTests {
    let shelf: Shelf
    private static let schema = [
        Migration(
            version: 1,
            sql: "CREATE TABLE secret (name TEXT NOT NULL, salt BLOB NOT NULL, PRIMARY KEY (name)) STRICT, WITHOUT ROWID")
    ]

    init() throws { shelf = try Shelf() }

    private func copies(of salt: [UInt8], in name: String) throws -> Int {
        let path = shelf.path(name)
        guard FileManager.default.fileExists(atPath: path) else { return 0 }
        return copies(of: salt, in: try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private func copies(of salt: [UInt8], in bytes: Data) -> Int {
        var count = 0
        var from = bytes.startIndex
        while let found = bytes.range(of: Data(salt), in: from..<bytes.endIndex) {
            count += 1
            from = found.upperBound
        }
        return count
    }

    /// Rows of uneven length come and go, so that pages split and merge. Returns those that stay.
    private func fill(_ store: any Store, _ generator: inout Mix) throws -> [(name: String, salt: [UInt8])] {
        var rows: [(name: String, salt: [UInt8])] = []
        for _ in 0..<1200 {
            try store.write { connection in
                for _ in 0..<10 {
                    let salt = (0..<32).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
                    let row = (
                        name: String(generator.next(), radix: 16) + String(repeating: "n", count: Int(generator.next() % 300)), salt: salt
                    )
                    try connection.run("INSERT INTO secret VALUES (?1, ?2)", .text(row.name), .blob(row.salt))
                    rows.append(row)
                }
                for _ in 0..<4 {
                    let row = rows.remove(at: Int(generator.next() % UInt64(rows.count)))
                    try connection.run("DELETE FROM secret WHERE name = ?1", .text(row.name))
                }
                return ((), .commit)
            }
        }
        return rows
    }

    /// A page that splits leaves copies of rows in its unused part: deleting the row does not reach them.
    @Test func noCopyOfADeletedRowIsLeft() throws {
        let store = try SQLiteStore.create(
            path: shelf.path(), applicationID: Shelf.application, migrations: Self.schema, waitMilliseconds: 0)
        var generator = Mix(state: 7)
        let rows = try fill(store, &generator)
        try store.truncateLog()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: shelf.path()))
        let doubled = rows.filter { copies(of: $0.salt, in: bytes) > 1 }
        try #require(!doubled.isEmpty, "no row of this seed has a second copy: take another")
        try store.write { connection in
            for row in doubled { try connection.run("DELETE FROM secret WHERE name = ?1", .text(row.name)) }
            return ((), .commit)
        }
        #expect(try store.closeForgetting([], unique: doubled.map(\.salt)))
        for row in doubled {
            for name in shelf.names { #expect(try copies(of: row.salt, in: name) == 0) }
        }
        let kept = try SQLiteStore.open(
            path: shelf.path(), applicationID: Shelf.application, migrations: Self.schema, readOnly: true, waitMilliseconds: 0)
        let count = try kept.read { try $0.first("SELECT count(*) FROM secret") { $0.int(0) } }
        #expect(count == Int64(rows.count - doubled.count))
    }

    @Test func whatOthersStillReadIsPending() throws {
        let store = try shelf.create()
        try store.addLine(1, "a secret line")
        let reader = try shelf.open(readOnly: true)
        try reader.read { connection in
            _ = try connection.countLines()
            try store.addLine(2)
            #expect(code { _ = try store.closeForgetting([], unique: []) } == .busy)
        }
        #expect(try shelf.open().closeForgetting([], unique: []))
    }

    @Test func aSaltThatIsStillARowIsNotGone() throws {
        let store = try shelf.create()
        let salt = String(repeating: "s", count: 32)
        try store.addLine(1, salt)
        #expect(try !store.closeForgetting([], unique: [Array(salt.utf8)]))
        #expect(try shelf.open().closeForgetting([Array("short".utf8)], unique: []))
    }
}

/// SplitMix64: the same numbers for the same seed.
private struct Mix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
