import AuditTrail
import Foundation
import Testing

@Suite struct BundleExportTests {
    @Test func anExportHoldsExactlyTheFilesOfTheFormat() throws {
        let book = try TestBook()
        try book.post(100)
        let bundle = try book.export("one")
        #expect(
            try files(bundle).keys.sorted() == [
                "MANIFEST.sha256", "README.en.txt", "README.fr.txt", "STATEMENT", "STATEMENT.sig", "checkpoint",
                "keys/anne.pem", "keys/bruno.pem", "keys/ledger.pem", "notes.csv", "records/000001.jsonl",
            ])
        let report = try book.verify(bundle)
        for name in [VerdictName.integrity, .origin, .authorship, .completeness, .books] {
            #expect(report.status(name) == .holds, "\(name): \(String(describing: report.verdicts[name]))")
        }
        #expect(report.isAccepted)
        #expect(report.required == [.integrity, .origin, .authorship, .completeness, .books])
        #expect(report.statement?.export == 1)
    }

    @Test func aStatementSaysWhatTheRecordsSay() throws {
        let book = try TestBook()
        let first = try book.post(100)
        try book.post(-250)
        let one = try book.export("one")
        try book.annul(first)
        try book.write {
            try $0.append(SubjectOpened(subject: String(repeating: "0", count: 32), fields: ["name": SHA256.empty]))
        }
        try book.write { try $0.append(SubjectErased(subject: String(repeating: "0", count: 32), reason: "asked")) }
        let two = try book.export("two")
        let statement = try Statement(parsing: bytes(two + "/STATEMENT"))
        #expect(statement[.export] == "2")
        #expect(statement[.previousStatement] == SHA256.hash(try bytes(one + "/STATEMENT")).hex)
        #expect(statement[.previousSize] == (try Statement(parsing: bytes(one + "/STATEMENT")))[.size])
        #expect(statement[.entries] == "1")
        #expect(statement[.debitCents] == "0")
        #expect(statement[.persons] == "2")
        #expect(statement[.alone] == "-")
        #expect(statement[.annulled] == "14")
        #expect(statement[.erasures] == "1")
        #expect(statement.text == (try bytes(two + "/STATEMENT")))
        #expect(try book.verify(two, previous: one).isAccepted)
    }

    @Test func anExportWrittenTwiceIsTheSameBytes() throws {
        let book = try TestBook()
        try book.post(100)
        let one = try book.export("one")
        let again = try book.export("again")
        #expect(try files(one) == files(again))
        let other = try TestBook()
        try other.post(100)
        #expect(try files(one) == files(other.export("one")))
    }

    @Test func anOlderExportIsWrittenAgainTheSameAfterMoreRecords() throws {
        let book = try TestBook()
        let record = try book.post(100)
        let one = try book.export("one")
        try book.annul(record)
        try book.post(7)
        _ = try book.export("two")
        #expect(try files(one) == files(book.rewrite(1, "again")))
    }

    @Test func anExportCountsOnlyWhereRecordsFollowTheLast() throws {
        let book = try TestBook()
        let first = try book.open()
        let again = try book.open()
        #expect(first.isNew && !again.isNew)
        #expect(first.place == again.place && first.place.number == 1 && first.place.sequence == 5)
        try book.post(1)
        #expect(try book.open().place.number == 2)
    }

    @Test func anExportThatWasOpenedAndNeverWrittenIsNamedByTheNext() throws {
        let book = try TestBook()
        _ = try book.open()
        try book.post(1)
        let two = try book.export("two")
        let one = try book.rewrite(1, "one")
        #expect(
            try Statement(parsing: bytes(two + "/STATEMENT"))[.previousStatement]
                == SHA256.hash(try bytes(one + "/STATEMENT")).hex)
        #expect(try book.verify(two, previous: one).isAccepted)
    }

    @Test func aFolderWithFilesIsLeftAsItIs() throws {
        let book = try TestBook()
        let bundle = try book.export("one")
        #expect(throws: AuditError(.bundleTargetExists, ["path": bundle])) { try book.rewrite(1, "one") }
        try FileManager.default.createDirectory(atPath: book.folder + "/empty", withIntermediateDirectories: false)
        _ = try book.rewrite(1, "empty")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: book.folder).filter { $0.contains("writing") }.isEmpty)
    }

    @Test func nothingIsLeftWhereAnExportCannotBeFinished() throws {
        let book = try TestBook()
        try book.write {
            try $0.append(DocumentAdded(name: "a", sha256: SHA256.hash([1]), size: 1, type: "text/plain"))
        }
        try put([2], book.folder + "/document")
        #expect(throws: AuditError.self) { try book.export("one", documents: { _ in book.folder + "/document" }) }
        #expect(!FileManager.default.fileExists(atPath: book.folder + "/one"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: book.folder).filter { $0.contains("writing") }.isEmpty)
    }

    @Test func anExportIntoAFolderThatIsNotThereIsRefused() throws {
        let book = try TestBook()
        _ = try book.open()
        #expect(throws: AuditError.self) { try book.rewrite(1, "no/such/folder") }
    }

    @Test func anotherKeyIsNoLedgerKey() throws {
        let book = try TestBook()
        let needed = TestBook.ledgerKey().publicKey.hex
        #expect(throws: AuditError(.ledgerKeyNeeded, ["register": "fnf", "key": needed])) {
            try book.open(keys: [TestBook.key("anne")])
        }
        #expect(throws: AuditError(.exportUnknown, ["register": "fnf", "number": "1"])) { try book.rewrite(nil, "one") }
    }

    @Test func documentsTravelWithTheirRecords() throws {
        let book = try TestBook()
        let file = book.folder + "/document"
        try put([1, 2, 3], file)
        let sha256 = SHA256.hash([1, 2, 3])
        try book.write { try $0.append(DocumentAdded(name: "a", sha256: sha256, size: 3, type: "text/plain")) }
        let bundle = try book.export("one", documents: { _ in file })
        #expect(try bytes(bundle + "/documents/" + sha256.hex) == [1, 2, 3])
        #expect(try book.verify(bundle).isAccepted)
        try put([1, 2, 4], bundle + "/documents/" + sha256.hex)
        #expect(try book.verify(bundle).code(.integrity) == .documentForeign)
    }

    @Test func aRotatedLedgerKeySignsFromThenOn() throws {
        let book = try TestBook()
        let one = try book.export("one")
        let (old, new) = (TestBook.ledgerKey(), TestBook.key("new ledger"))
        try book.write { session in
            let text = Proofs.rotation(register: session.register.id, old: old.publicKey, new: new.publicKey)
            try session.append(
                LedgerKeyRotated(
                    oldKey: old.publicKey, newKey: new.publicKey, proofOld: try old.sign(text),
                    proofNew: try new.sign(text)))
        }
        #expect(throws: AuditError.self) { try book.open() }
        let place = try book.open(keys: [new]).place
        _ = try BundleExport.write(
            book.book, register: "fnf", number: place.number, ledgerKeys: [new], to: book.folder + "/two")
        let two = book.folder + "/two"
        #expect(try book.verify(two, previous: one, key: new).isAccepted)
        #expect(try book.verify(two, previous: one).code(.origin) == .statementSignature)
        #expect(try files(one) == files(book.rewrite(1, "again")))
        #expect(try Statement(parsing: bytes(two + "/STATEMENT"))[.rotated] == "7")
    }

    @Test func aCheckpointIsTheHeadSigned() throws {
        let book = try TestBook()
        let head = try book.book.read { try $0.register("fnf").register }
        let note = try head.signedCheckpoint([TestBook.ledgerKey()])
        let verifier = try NoteVerifier(name: head.checkpointOrigin, publicKey: TestBook.ledgerKey().publicKey)
        #expect(try note.verify([verifier]) == [verifier])
        #expect(try Checkpoint.parse(note.text).root == head.root)
        #expect(throws: AuditError.self) { try head.signedCheckpoint([TestBook.key("anne")]) }
    }

    @Test func theRegisterOfEmployersHasNoBooks() throws {
        let book = try TestBook(registers: ["employers"])
        let bundle = try book.export("one", "employers")
        let report = try book.verify(bundle, register: "employers")
        #expect(report.isAccepted)
        #expect(report.code(.books) == .notCheckedNoMatter)
        #expect(try Statement(parsing: bytes(bundle + "/STATEMENT"))[.entries] == "-")
    }
}
