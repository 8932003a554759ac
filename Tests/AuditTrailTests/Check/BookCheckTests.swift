import AuditTrail
import Storage
import Testing

@Suite struct BookCheckTests {
    /// A book that has something in every table.
    private static func full() throws -> TestBook {
        let book = try TestBook(registers: ["fnf", "fdmt", "employers"])
        let record = try book.post(100)
        try book.post(200)
        try book.postPair(5)
        try book.annul(record)
        _ = try book.write {
            try $0.append(Proposed(RoleGranted(RoleGrant(person: "bruno", role: .agent, scope: "x"))))
        }
        try book.write { try $0.append(DocumentAdded(name: "a", sha256: SHA256.empty, size: 0, type: "text/plain")) }
        for digit in ["a", "b"] {
            try book.write { session in
                try session.openSubject(
                    String(repeating: digit, count: 32), values: ["name": "Zoé", "town": "Alma"],
                    salts: ["name": SHA256.hash([1]).bytes, "town": SHA256.hash([2]).bytes])
            }
        }
        try book.write { try $0.append(SubjectErased(subject: String(repeating: "b", count: 32), reason: "asked")) }
        _ = try book.export("one")
        try book.post(1)
        _ = try book.export("two")
        return book
    }

    private static func damage(_ book: TestBook, _ script: String) throws {
        try book.book.store.write { connection in
            try connection.execute(script: script)
            return ((), .commit)
        }
    }

    private static func codes(_ book: TestBook) throws -> [AuditError.Code] {
        try BookCheck.run(book.book).faults.compactMap { ($0.error as? AuditError)?.code }
    }

    @Test func aSoundBookIsSound() throws {
        let book = try BookCheckTests.full()
        var told: Int64 = 0
        let report = try BookCheck.run(book.book) { told = $0 }
        #expect(report.isSound, "\(report.faults)")
        #expect(report.registers.map(\.name) == ["fnf", "fdmt", "employers"])
        #expect(report.registers.map(\.id) == ["fnf", "fdmt", "employers"].compactMap { book.ids[$0] })
        #expect(told == 0 && report.records > 30)
        #expect(try BookCheck.run(TestBook(registers: []).book).isSound)
    }

    /// Every column of every table, changed in one row: the check names the table, or the record.
    @Test func noCellCanBeChangedUnseen() throws {
        let book = try BookCheckTests.full()
        let columns = try book.book.store.read { connection in
            try connection.query(
                """
                SELECT t.name, c.name, c.type FROM pragma_table_list t JOIN pragma_table_info(t.name) c
                WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%'
                """
            ) { (table: $0.string(0), column: $0.string(1), type: $0.string(2)) }
        }
        #expect(columns.count > 50)
        // Cosignatures of witnesses have tests of their own: AcceptanceTests.
        for item in columns where !["record", "note_log", "cosignature"].contains(item.table) {
            let (table, column) = (item.table, item.column)
            let first = try book.book.store.read {
                try $0.first("SELECT \(column) FROM \(table) ORDER BY 1 LIMIT 1") { $0.value(0) }
            }
            let original = try #require(first, "\(table) is empty")
            let changed: SQLValue =
                switch (original, item.type) {
                case (_, "INTEGER"): .integer(987_654)
                case (_, "BLOB"): .blob([1, 2, 3])
                default: .text("changed")
                }
            try rehearse(book, table, column, changed, isNull: original == .null)
        }
    }

    /// Changes one row in a copy, since a key cannot always be changed back.
    private func rehearse(
        _ book: TestBook, _ table: String, _ column: String, _ value: SQLValue, isNull: Bool
    ) throws {
        let path = book.folder + "/copy-\(table)-\(column)"
        try book.book.store.backup(to: path)
        let copy = try Book.open(path: path, layout: NoteDomain.layout, waitMilliseconds: 1000)
        let isChanged = try copy.store.write { connection -> (Bool, TransactionEnding) in
            let keys = try connection.query(
                "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", [.text(table)]
            ) { $0.string(0) }
            let order = keys.joined(separator: ", ")
            let filter = isNull ? "\(column) IS NULL" : "1"
            let row = try connection.first(
                "SELECT \(order) FROM \(table) WHERE \(filter) ORDER BY \(order) DESC LIMIT 1"
            ) { row in keys.indices.map { row.value($0) } }
            guard let row else { return (false, .rollBack) }
            let match = keys.enumerated().map { "\($1) = ?\($0 + 2)" }.joined(separator: " AND ")
            try connection.withStatement("UPDATE \(table) SET \(column) = ?1 WHERE \(match)") { statement in
                statement.bind(values: [value] + row)
                _ = try statement.step()
            }
            return (true, .commit)
        }
        #expect(isChanged, "\(table).\(column)")
        let report = try BookCheck.run(copy)
        #expect(!report.isSound, "\(table).\(column)")
        guard table != "statement", table != "subject_secret" else { return }
        let named = report.faults.contains { ($0.error as? AuditError)?.parameters["table"] == table }
        #expect(named, "\(table).\(column): \(report.faults)")
    }

    @Test func aRowTooManyOrTooFewIsNamed() throws {
        let book = try BookCheckTests.full()
        try BookCheckTests.damage(
            book,
            """
            DELETE FROM document; INSERT INTO note VALUES (2, 900, 1, 'x', NULL); INSERT INTO note_log VALUES ('x');
            """)
        let faults = try BookCheck.run(book.book).faults.compactMap { ($0.error as? AuditError)?.parameters }
        #expect(faults.contains(["table": "note", "key": "register=2, sequence=900", "change": "foreign"]))
        #expect(faults.contains(["table": "note_log", "key": "line=x", "change": "foreign"]))
        #expect(faults.contains { $0["table"] == "document" && $0["change"] == "missing" })
        #expect(faults.count == 3)
    }

    @Test func aChangedRecordIsNarrowedToItsBatchAndItsRow() throws {
        let book = try BookCheckTests.full()
        let trigger =
            "CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record\nBEGIN SELECT RAISE(ABORT, 'a record is never changed'); END"
        try BookCheckTests.damage(
            book,
            """
            DROP TRIGGER record_is_never_changed;
            UPDATE record SET line = replace(line, '"200"', '"201"');
            \(trigger);
            """)
        let report = try BookCheck.run(book.book)
        let faults = report.faults.map { ($0.record, ($0.error as? AuditError)?.code) }
        #expect(faults.first.map { $0.0 == 8 && $0.1 == .sealMismatch } == true, "\(report.faults)")
        #expect(report.faults.first?.verdict == .authorship)
        let told = report.faults.compactMap { ($0.error as? AuditError)?.parameters }
        #expect(
            told.contains([
                "table": "note", "key": "register=1, sequence=7", "column": "amount", "stored": "200",
                "replayed": "201",
            ]))
        #expect(faults.filter { $0.1 == .sealMismatch }.count == 1, "what follows is not told again")
    }

    @Test func everyByteOfTheRecordsCounts() throws {
        let book = try TestBook()
        try book.post(100)
        try BookCheckTests.damage(book, "DROP TRIGGER record_is_never_changed")
        let lines = try book.book.store.read {
            try $0.query("SELECT id, line FROM record ORDER BY id") { ($0.int(0), $0.bytes(1)) }
        }
        for (id, line) in lines {
            for index in stride(from: 0, to: line.count, by: 41) {
                var damaged = line
                damaged[index] ^= 1
                try set(damaged, id, book)
                let report = try BookCheck.run(book.book)
                // The first fault is the schema's: a trigger is gone.
                #expect(report.faults.count > 1, "record \(id), byte \(index)")
            }
            try set(line, id, book)
        }
        #expect(try BookCheckTests.codes(book) == [.schemaDiffers])
    }

    private func set(_ line: [UInt8], _ id: Int64, _ book: TestBook) throws {
        try book.book.store.write { connection in
            try connection.withStatement("UPDATE record SET line = ?1 WHERE id = ?2") { statement in
                line.withUnsafeBytes { statement.bind(1, text: $0) }
                statement.bind(2, id)
                _ = try statement.step()
            }
            return ((), .commit)
        }
    }

    @Test func missingAndForeignRecordsAreNamed() throws {
        let book = try BookCheckTests.full()
        try BookCheckTests.damage(
            book, "DROP TRIGGER record_is_never_removed; DELETE FROM record WHERE id = (1 << 40) + 7")
        #expect(try BookCheckTests.codes(book).contains(.recordsMissing))
        let other = try TestBook()
        try BookCheckTests.damage(
            other, "INSERT INTO record VALUES (5, 'x'), ((9 << 40) + 1, 'x'), ((2 << 40), 'x')")
        #expect(try BookCheckTests.codes(other) == [.recordForeign, .recordForeign, .recordForeign])
        try BookCheckTests.damage(other, "INSERT INTO record VALUES ((1 << 40) + 5, '{}')")
        #expect(try BookCheckTests.codes(other).contains(.headDiffers))
        try BookCheckTests.damage(other, "INSERT INTO record VALUES ((2 << 40) + 1, '{}')")
        #expect(try BookCheckTests.codes(other).contains(.genesisUnreadable))
    }

    @Test func theTailCannotBeDropped() throws {
        let book = try TestBook()
        try book.post(100)
        try BookCheckTests.damage(
            book, "DROP TRIGGER record_is_never_removed; DELETE FROM record WHERE id > (1 << 40) + 4")
        #expect(try BookCheckTests.codes(book).contains(.headDiffers))
    }

    @Test func theSchemaIsThisPrograms() throws {
        let book = try TestBook()
        try BookCheckTests.damage(
            book,
            """
            DROP TRIGGER record_is_never_replaced; DROP INDEX batch_by_first; CREATE TABLE other (x INTEGER) STRICT;
            CREATE INDEX batch_by_first ON batch (first);
            """)
        let faults = try BookCheck.run(book.book).faults.compactMap { ($0.error as? AuditError)?.parameters }
        #expect(faults.contains(["type": "trigger", "name": "record_is_never_replaced", "change": "missing"]))
        #expect(faults.contains(["type": "index", "name": "batch_by_first", "change": "altered"]))
        #expect(faults.contains(["type": "table", "name": "other", "change": "foreign"]))
        #expect(faults.count == 3)
    }

    @Test func keptValuesFitTheirCommitments() throws {
        let book = try BookCheckTests.full()
        try BookCheckTests.damage(
            book, "DELETE FROM subject_secret WHERE field = 'town'; UPDATE subject_secret SET value = 'Zoe'")
        #expect(try BookCheckTests.codes(book) == [.secretDiffers, .secretMissing])
        try BookCheckTests.damage(
            book,
            """
            INSERT INTO subject_secret SELECT register, replace(subject, 'a', 'b'), field, salt, value FROM subject_secret;
            INSERT INTO subject_secret SELECT 2, subject, field, salt, value FROM subject_secret WHERE subject LIKE 'a%';
            """)
        #expect(try BookCheckTests.codes(book).filter { $0 == .secretKept }.count == 2)
    }

    @Test func keptStatementsAreTheirExports() throws {
        let book = try BookCheckTests.full()
        try BookCheckTests.damage(book, "INSERT INTO statement VALUES (1, 9, 'x', x'00')")
        #expect(try BookCheckTests.codes(book) == [.storedStatementForeign])
        try BookCheckTests.damage(
            book,
            "DELETE FROM statement WHERE number = 9; UPDATE statement SET text = replace(text, 'alone: -', 'alone: 3') WHERE number = 1"
        )
        #expect(
            try BookCheckTests.codes(book) == [
                .storedStatementSignature, .storedStatementDiffers, .storedStatementOther,
            ])
    }
}
