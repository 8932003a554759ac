import Foundation
import Storage
import Testing

@testable import AuditTrail

/// Which code each kind of damage is told with.
@Suite struct BundleCodes {
    /// A bundle with a document, damaged by `change`; gives the code of a verdict.
    private func code(
        _ verdict: VerdictName = .integrity, _ change: (String, TestBook) throws -> Void
    ) throws -> AuditError.Code? {
        let book = try TestBook()
        let document = book.folder + "/document"
        try put([1, 2, 3], document)
        try book.write { try $0.append(DocumentAdded(name: "a", sha256: SHA256.hash([1, 2, 3]), size: 3, type: "t")) }
        try book.post(100)
        let bundle = try book.export("one", documents: { _ in document })
        try change(bundle, book)
        return try book.verify(bundle).code(verdict)
    }

    /// Replaces the first `from` of a file.
    private func edit(_ path: String, _ from: String, _ to: String) throws {
        let text = String(decoding: try bytes(path), as: UTF8.self)
        let range = try #require(text.range(of: from))
        try put(Array(text.replacingCharacters(in: range, with: to).utf8), path)
    }

    @Test func filesThatDoNotBelongOrAreNotThere() throws {
        #expect(try code { bundle, _ in try put([1], bundle + "/extra.txt") } == .bundleFileForeign)
        #expect(
            try code { bundle, _ in try FileManager.default.removeItem(atPath: bundle + "/README.en.txt") }
                == .bundleFileMissing)
        #expect(try code { bundle, _ in try put([1], bundle + "/.hidden") } == .bundleFileName)
        #expect(try code { bundle, _ in symlink("README.en.txt", bundle + "/STATEMENT.tsr") } == .bundleFileKind)
        #expect(try code { bundle, _ in try put([], bundle + "/documents/" + SHA256.hash([]).hex) } == .documentForeign)
    }

    @Test func filesThatChanged() throws {
        #expect(try code { bundle, _ in try edit(bundle + "/README.en.txt", "e", "f") } == .bundleFileHash)
        #expect(
            try code { bundle, _ in try edit(bundle + "/STATEMENT", "register: fnf", "register: fnf\r") }
                == .statementMalformed)
        #expect(
            try code { bundle, _ in
                try edit(bundle + "/MANIFEST.sha256", "  ", " ")
                let manifest = SHA256.hash(try bytes(bundle + "/MANIFEST.sha256")).hex
                let old = try Statement(parsing: bytes(bundle + "/STATEMENT")).manifest.hex
                try edit(bundle + "/STATEMENT", old, manifest)
            } == .manifestMalformed)
        #expect(
            try code(.completeness) { bundle, _ in try edit(bundle + "/STATEMENT", "persons: 2", "persons: 3") }
                == .statementField)
        #expect(
            try code { bundle, _ in
                try put(bytes(bundle + "/records/000001.jsonl").dropLast(), bundle + "/records/000001.jsonl")
            } != nil)
    }

    @Test func aBundleIsAFolder() throws {
        let book = try TestBook()
        #expect(throws: AuditError.self) { try book.verify(book.folder + "/nowhere") }
        do { _ = try book.verify(book.folder + "/nowhere") } catch let error as AuditError {
            #expect(error.code == .bundleAbsent)
        }
    }

    /// What a forger with the ledger key makes fit: the container holds, and what it says does not.
    @Test func whatIsSignedAgainAndStillNotTheRecords() throws {
        #expect(
            try code { bundle, _ in
                let size = try Statement(parsing: bytes(bundle + "/STATEMENT")).extent.size
                try edit(bundle + "/checkpoint", "\n\(size)\n", "\n\(size - 1)\n")
                try Self.reseal(bundle)
            } == .checkpointDiffers)
        #expect(
            try code { bundle, _ in
                try put(TestBook.key("mallory").publicKey.pem, bundle + "/keys/anne.pem")
                try Self.reseal(bundle)
            } == .keyFileDiffers)
        #expect(
            try code { bundle, _ in
                try put(Array(bytes(bundle + "/records/000001.jsonl").dropLast()), bundle + "/records/000001.jsonl")
                try Self.reseal(bundle)
            } == .segmentShape)
        #expect(
            try code(.origin) { bundle, book in
                let id = try #require(book.ids["fnf"])
                let name = "other.example/\(id.hex)"
                let size = try Statement(parsing: bytes(bundle + "/STATEMENT")).extent
                let note = try SignedNote.sign(
                    text: try Checkpoint(origin: name, size: size.size, root: size.root).text, name: name,
                    key: TestBook.ledgerKey())
                try put(note.bytes, bundle + "/checkpoint")
                try Self.reseal(bundle)
            } == .checkpointOfOther)
    }

    /// Makes MANIFEST and STATEMENT fit what lies there, and signs.
    private static func reseal(_ bundle: String) throws {
        var lines = ""
        var total = 0
        for (path, content) in try files(bundle).sorted(by: { $0.key < $1.key })
        where !path.hasPrefix("STATEMENT") && path != "MANIFEST.sha256" && !path.hasPrefix("documents/") {
            lines += "\(SHA256.hash(content).hex)  \(path)\n"
            total += content.count
        }
        try put(Array(lines.utf8), bundle + "/MANIFEST.sha256")
        let records = try bytes(bundle + "/records/000001.jsonl")
        let text = String(decoding: try bytes(bundle + "/STATEMENT"), as: UTF8.self)
        let forged =
            text.split(separator: "\n").map { line -> String in
                if line.hasPrefix("manifest-sha256:") {
                    return "manifest-sha256: \(SHA256.hash(Array(lines.utf8)).hex)"
                }
                if line.hasPrefix("files-bytes:") { return "files-bytes: \(total)" }
                if line.hasPrefix("records-bytes:") { return "records-bytes: \(records.count)" }
                if line.hasPrefix("records-sha256:") { return "records-sha256: \(SHA256.hash(records).hex)" }
                return String(line)
            }.joined(separator: "\n") + "\n"
        try put(Array(forged.utf8), bundle + "/STATEMENT")
        try put(TestBook.ledgerKey().sign(Array(forged.utf8)), bundle + "/STATEMENT.sig")
    }

    @Test func aRotatedKeyIsNoLongerTheRegisters() throws {
        let book = try TestBook()
        let id = try #require(book.ids["fnf"])
        let old = TestBook.ledgerKey()
        try book.exportRotated()
        let extent = try Statement(parsing: bytes(book.folder + "/one/STATEMENT")).extent
        let name = "book.example/\(id.hex)"
        let checkpoint = try Checkpoint(origin: name, size: extent.size, root: extent.root)
        try put(SignedNote.sign(text: checkpoint.text, name: name, key: old).bytes, book.folder + "/one/checkpoint")
        try Self.reseal(book.folder + "/one")
        #expect(try book.verify(book.folder + "/one").code(.origin) == .ledgerKeyOther)
    }

    @Test func exportsSayWhyTheyCannotBeWritten() throws {
        func code(_ body: () throws -> Void) -> AuditError.Code? {
            do {
                try body()
                return nil
            } catch { return (error as? AuditError)?.code }
        }
        let book = try TestBook()
        try book.post(1)
        let order = ExportOrder(
            register: "fnf", key: TestBook.key("anne"), now: "2026-06-01T00:00:00Z", software: "programme é",
            ledgerKeys: [TestBook.ledgerKey()])
        #expect(code { _ = try BundleExport.open(book.book, order) } == .exportSoftware)
        _ = try book.export("one")
        #expect(code { _ = try book.rewrite(1, "book/under-a-file") } == .bundleUnwritable)
        try book.write { try $0.append(DocumentAdded(name: "a", sha256: SHA256.hash([9]), size: 1, type: "t")) }
        try put([8], book.folder + "/other")
        #expect(code { _ = try book.export("two", documents: { _ in book.folder + "/other" }) } == .documentDiffers)
        try book.book.store.write { connection in
            try connection.run("UPDATE statement SET text = replace(text, 'persons: 2', 'persons: 9') WHERE number = 1")
            return ((), .commit)
        }
        #expect(code { _ = try book.rewrite(1, "one-again") } == .exportDiffers)
    }

    @Test func aSealThatIsNotSignedByItsKeyIsTold() throws {
        let book = try TestBook()
        try book.post(1)
        let bundle = try book.export("one")
        let path = bundle + "/records/000001.jsonl"
        let text = String(decoding: try bytes(path), as: UTF8.self)
        let place = try #require(text.range(of: "\"signature\":\""))
        let digit = text[place.upperBound]
        let changed = text.replacingCharacters(
            in: place.upperBound..<text.index(after: place.upperBound), with: digit == "0" ? "1" : "0")
        try put(Array(changed.utf8), path)
        #expect(try book.verify(bundle).code(.authorship) == .sealSignature)
    }

    @Test func aTableThatNoProgramWroteIsTold() throws {
        let book = try TestBook()
        try book.book.store.write { connection in
            try connection.run("UPDATE role SET role = 'king' WHERE person = 'anne' AND role = 'admin'")
            return ((), .commit)
        }
        #expect(throws: AuditError(.projectionBroken, ["table": "role", "row": "anne"])) {
            _ = try book.book.read { try $0.register("fnf") }
        }
    }
}
