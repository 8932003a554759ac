import Storage
import Testing

@Suite struct StatementTests {
    let store: any Store

    init() throws {
        store = try SQLiteStore.temporary(migrations: [
            Migration(version: 1, sql: "CREATE TABLE v (i INTEGER, t TEXT, b BLOB) STRICT")
        ])
    }

    @Test func valuesComeBackWithTheirTypes() throws {
        let values: [[SQLValue]] = [
            [.integer(.min), .text("é\0ü"), .blob([0, 1, 0, 255])],
            [.integer(.max), .text(""), .blob([])],
            [.null, .null, .null],
        ]
        try store.write { connection in
            for row in values { try connection.run("INSERT INTO v VALUES (?1, ?2, ?3)", row[0], row[1], row[2]) }
            return ((), .commit)
        }
        let found = try store.read { connection in
            try connection.query("SELECT i, t, b FROM v ORDER BY rowid") { row in (0..<3).map { row.value($0) } }
        }
        #expect(found == values)
    }

    @Test func emptyTextAndEmptyBlobAreNotNull() throws {
        try store.write { connection in
            let insert = try connection.prepare("INSERT INTO v (t, b) VALUES (?1, ?2)")
            insert.bind(1, text: UnsafeRawBufferPointer(start: nil, count: 0))
            insert.bind(2, blob: UnsafeRawBufferPointer(start: nil, count: 0))
            #expect(try !insert.step())
            return ((), .commit)
        }
        let row = try store.read { connection in
            try connection.first("SELECT i IS NULL, typeof(t), typeof(b), t, b FROM v") { row in
                (row.int(0), row.string(1), row.string(2), row.isNull(3), row.isNull(4))
            }
        }
        let found = try #require(row)
        #expect(found == (1, "text", "blob", false, false))
    }

    @Test func nullReadsAsZeroAndNothing() throws {
        try store.read { connection in
            try connection.forEach("SELECT NULL") { row in
                #expect(row.isNull(0))
                #expect(row.int(0) == 0)
                #expect(row.string(0) == "")
                #expect(row.bytes(0) == [])
                #expect(row.withBytes(0) { $0.count } == 0)
            }
        }
    }

    @Test func textIsLentAsItsBytes() throws {
        let bytes = try store.read { connection in
            try connection.first("SELECT 'é'") { row in row.withBytes(0) { [UInt8]($0) } }
        }
        #expect(bytes == [0xC3, 0xA9])
    }

    @Test func aFractionReadsAsItsText() throws {
        let value = try store.read { connection in try connection.first("SELECT 1.5") { $0.value(0) } }
        #expect(value == .text("1.5"))
    }

    @Test func theSameTextGivesTheSameStatementReset() throws {
        try store.read { connection in
            let statement = try connection.prepare("SELECT ?1")
            statement.bind(1, 5)
            #expect(try statement.step())
            let again = try connection.prepare("SELECT ?1")
            #expect(again === statement)
            #expect(try again.step())
            #expect(again.isNull(0), "the former value is cleared")
        }
    }

    @Test func statementsAreKeptFromOneTransactionToTheNext() throws {
        let first = try store.read { ObjectIdentifier(try $0.prepare("SELECT 1")) }
        let second = try store.read { ObjectIdentifier(try $0.prepare("SELECT 1")) }
        #expect(first == second)
    }

    @Test func manyDifferentTextsDoNotBreakTheCache() throws {
        try store.read { connection in
            let kept = try connection.prepare("SELECT 'kept'")
            for number in 0..<1200 {
                #expect(try connection.first("SELECT \(number)") { $0.int(0) } == Int64(number))
            }
            #expect(try kept.step())
            #expect(kept.string(0) == "kept")
        }
    }

    @Test func aLoopMayRunTheSameQueryInside() throws {
        try store.write { connection in
            for number in 1...3 { try connection.run("INSERT INTO v (i) VALUES (?1)", .integer(Int64(number))) }
            return ((), .commit)
        }
        var pairs: [[Int64]] = []
        try store.read { connection in
            let sql = "SELECT i FROM v ORDER BY i"
            try connection.forEach(sql) { outer in
                try connection.forEach(sql) { inner in pairs.append([outer.int(0), inner.int(0)]) }
            }
        }
        #expect(pairs == [[1, 1], [1, 2], [1, 3], [2, 1], [2, 2], [2, 3], [3, 1], [3, 2], [3, 3]])
    }

    @Test func aScriptMayHoldCommentsAndEmptyStatements() throws {
        try store.write { connection in
            try connection.execute(
                script: """
                    -- nothing yet
                    ;; INSERT INTO v (t) VALUES ('a;b'); /* and */
                    SELECT * FROM v; INSERT INTO v (t) VALUES ('é'); -- the end
                    """)
            try connection.execute(script: "")
            return ((), .commit)
        }
        #expect(try store.read { try $0.query("SELECT t FROM v") { $0.string(0) } } == ["a;b", "é"])
    }

    @Test func columnsHaveNames() throws {
        let names = try store.read { try $0.prepare("SELECT i AS number, t FROM v").columnNames }
        #expect(names == ["number", "t"])
    }

    @Test func aFaultyStatementIsAnEngineError() throws {
        let found = error { try store.read { try $0.run("SELEC 1") } }
        #expect(found?.code == .engine)
        #expect(found?.parameters["sqlite_code"] == "1")
        #expect(found?.parameters["message"]?.contains("SELEC") == true)
    }
}
