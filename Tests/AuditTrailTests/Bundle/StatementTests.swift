import AuditTrail
import Testing

@Suite struct StatementTests {
    private static let text: [String] = {
        let hex = String(repeating: "ab", count: 32)
        return [
            "fundctl/statement/v1", "register: fnf", "register-id: \(hex)", "origin: a.b", "export: 2",
            "time: 2026-05-01T00:00:00Z", "size: 9", "root: \(hex)", "records-bytes: 900", "records-sha256: \(hex)",
            "previous-export: 1", "previous-size: 7", "previous-root: \(hex)", "previous-records-bytes: 700",
            "previous-records-sha256: \(hex)", "previous-statement: \(hex)", "batches: 3", "entries: 0", "postings: 0",
            "debit-cents: 0", "persons: 1 single-person", "alone: 3,5", "annulled: -", "recovered: -", "rotated: -",
            "erasures: 0", "files: 12", "files-bytes: 1000", "manifest-sha256: \(hex)", "schema: fundctl/bundle/v1",
            "software: fundctl 1.0",
        ]
    }()

    private static func parse(_ lines: [String]) throws -> Statement {
        try Statement(parsing: Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    @Test func aStatementIsWrittenAsItWasRead() throws {
        let statement = try StatementTests.parse(StatementTests.text)
        #expect(statement.text == Array(StatementTests.text.map { $0 + "\n" }.joined().utf8))
        #expect(statement[.alone] == "3,5")
        #expect(statement.extent.size == 9)
    }

    @Test func noLineMayBeMissingRepeatedOrMoved() {
        for index in StatementTests.text.indices {
            var missing = StatementTests.text
            let line = missing.remove(at: index)
            #expect(throws: AuditError.self, "without \(line)") { try StatementTests.parse(missing) }
            var repeated = StatementTests.text
            repeated.insert(line, at: index)
            #expect(throws: AuditError.self, "twice \(line)") { try StatementTests.parse(repeated) }
            guard index + 1 < StatementTests.text.count else { continue }
            var moved = StatementTests.text
            moved.swapAt(index, index + 1)
            #expect(throws: AuditError.self, "moved \(line)") { try StatementTests.parse(moved) }
        }
    }

    @Test(arguments: [
        ("export: 2", "export: 02"), ("export: 2", "export: 0"), ("export: 2", "export:  2"),
        ("export: 2", "export: +2"),
        ("size: 9", "size: 0"), ("size: 9", "size: 9 "), ("size: 9", "size: 9\r"), ("alone: 3,5", "alone: 5,3"),
        ("alone: 3,5", "alone: 3,,5"), ("alone: 3,5", "alone: 3,3"), ("alone: 3,5", "alone: "),
        ("persons: 1 single-person", "persons: single-person"), ("register: fnf", "register: other"),
        ("software: fundctl 1.0", "software: fundctl é"), ("schema: fundctl/bundle/v1", "schema: fundctl/bundle/v2"),
        ("fundctl/statement/v1", "fundctl/statement/v2"), ("origin: a.b", "origin: A.b"),
        ("time: 2026-05-01T00:00:00Z", "time: 2026-02-30T00:00:00Z"),
    ])
    func eachFieldHasOneForm(line: String, changed: String) {
        let lines = StatementTests.text.map { $0 == line ? changed : $0 }
        #expect(lines != StatementTests.text)
        #expect(throws: AuditError.self) { try StatementTests.parse(lines) }
    }

    @Test func theLastLineEnds() {
        var bytes = Array(StatementTests.text.map { $0 + "\n" }.joined().utf8)
        bytes.removeLast()
        #expect(throws: AuditError.self) { try Statement(parsing: bytes) }
        #expect(throws: AuditError.self) { try Statement(parsing: bytes + [0x0A, 0x0A]) }
        #expect(throws: AuditError.self) { try Statement(parsing: []) }
        #expect(throws: AuditError.self) { try Statement(parsing: [UInt8](repeating: 0x0A, count: 1 << 21)) }
    }
}
