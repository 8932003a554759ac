import Foundation
import Testing

@testable import AuditTrail

/// Records that name a public key which FORMAT.md, section 6, refuses: authorship fails, and what other verdicts say of
/// keys is said of them as they are written.
@Suite struct BundleRefusedKeyTests {
    /// Of small order; no canonical encoding.
    static let refused = ["01" + String(repeating: "00", count: 31), String(repeating: "ff", count: 31) + "7f"]

    private func rotated() throws -> (book: TestBook, path: String, new: PrivateKey) {
        let book = try TestBook()
        return (book, book.folder + "/one", try book.exportRotated())
    }

    /// Replaces what stands in the records, and makes checkpoint, manifest and STATEMENT fit, signed by the first ledger
    /// key.
    private func forge(_ bundle: String, _ replaced: [(String, String)], ledgerKey: [UInt8]? = nil) throws {
        var text = String(decoding: try bytes(bundle + "/records/000001.jsonl"), as: UTF8.self)
        for (from, to) in replaced {
            #expect(text.contains(from))
            text = text.replacingOccurrences(of: from, with: to)
        }
        let records = Array(text.utf8)
        try put(records, bundle + "/records/000001.jsonl")
        if let ledgerKey { try put(ledgerKey, bundle + "/keys/ledger.pem") }
        let lines = records.split(separator: 0x0A).map(Array.init)
        var tree = CompactRange()
        for line in lines { tree.append(SHA256.leaf(line)) }
        let id = SHA256.hash(lines[0]).hex
        let note = try SignedNote.sign(
            text: try Checkpoint(origin: "book.example/\(id)", size: tree.size, root: tree.root()).text,
            name: "book.example/\(id)", key: TestBook.ledgerKey())
        try put(note.bytes, bundle + "/checkpoint")
        let listed = try files(bundle).filter { !$0.key.hasPrefix("STATEMENT") && $0.key != "MANIFEST.sha256" }
            .sorted { $0.key < $1.key }
        let manifest = Array(listed.map { "\(SHA256.hash($0.value).hex)  \($0.key)\n" }.joined().utf8)
        try put(manifest, bundle + "/MANIFEST.sha256")
        let fields = [
            "register-id": id, "root": tree.root().hex, "records-bytes": String(records.count),
            "records-sha256": SHA256.hash(records).hex, "manifest-sha256": SHA256.hash(manifest).hex,
            "files-bytes": String(listed.reduce(0) { $0 + $1.value.count }),
        ]
        let statement = String(decoding: try bytes(bundle + "/STATEMENT"), as: UTF8.self).split(separator: "\n")
        let forged = statement.map { line -> String in
            let name = String(line.prefix { $0 != ":" })
            return fields[name].map { "\(name): \($0)\n" } ?? "\(line)\n"
        }.joined()
        try put(Array(forged.utf8), bundle + "/STATEMENT")
        try put(TestBook.ledgerKey().sign(Array(forged.utf8)), bundle + "/STATEMENT.sig")
    }

    /// The PEM of a key that no `PublicKey` is made of.
    private func pem(_ hex: String) throws -> [UInt8] {
        let good = TestBook.ledgerKey().publicKey
        let der = try #require(PEMBlock(good.pem)).der
        return PEMBlock(label: "PUBLIC KEY", der: der.dropLast(32) + (try #require(Hexadecimal.decode(hex)))).text
    }

    @Test(arguments: refused) func aRotationToARefusedKeyIsNotPassedOver(key: String) throws {
        let (book, path, new) = try rotated()
        try forge(path, [(new.publicKey.hex, key)], ledgerKey: TestBook.ledgerKey().publicKey.pem)
        let report = try book.verify(path)
        #expect(report.parameters(.integrity) == ["file": "keys/ledger.pem"])
        #expect(report.code(.origin) == .ledgerKeyOther)
        #expect(report.parameters(.origin)["found"] == key)
        #expect(report.status(.authorship) == .fails)
        #expect(report.status(.completeness) == .notChecked)
    }

    @Test(arguments: refused) func theRefusedKeyTravelsAsItIsWritten(key: String) throws {
        let (book, path, new) = try rotated()
        try forge(path, [(new.publicKey.hex, key)], ledgerKey: try pem(key))
        let report = try book.verify(path)
        #expect(report.status(.integrity) == .holds)
        #expect(report.code(.origin) == .ledgerKeyOther)
        #expect(report.status(.authorship) == .fails)
    }

    /// A refused key hides nothing else of its line.
    @Test(arguments: refused) func theRestOfTheLineIsStillJudged(key: String) throws {
        let (book, path, new) = try rotated()
        try forge(path, [(new.publicKey.hex, key), ("\"proof_old\":\"", "\"proof_old\":\"G")], ledgerKey: try pem(key))
        let report = try book.verify(path)
        #expect(report.code(.integrity) == .malformedMember)
        #expect(report.status(.authorship) == .fails)
    }

    @Test(arguments: refused) func aRegisterFoundedWithARefusedKeyHasAnOrigin(key: String) throws {
        let book = try TestBook()
        try put([1, 2, 3], book.folder + "/document")
        try book.write { try $0.append(DocumentAdded(name: "a", sha256: SHA256.hash([1, 2, 3]), size: 3, type: "t")) }
        let path = try book.export("one", documents: { _ in nil })
        try forge(path, [(TestBook.key("recovery").publicKey.hex, key)])
        try FileManager.default.createDirectory(atPath: path + "/documents", withIntermediateDirectories: true)
        try put([1, 2, 3], path + "/documents/" + SHA256.hash([1, 2, 3]).hex)
        let id = SHA256.hash(Array(try #require(bytes(path + "/records/000001.jsonl").split(separator: 0x0A).first)))
        let report = try book.verify(path, previous: path, id: id)
        for name in [VerdictName.integrity, .origin, .appendOnly] { #expect(report.status(name) == .holds, "\(name)") }
        #expect(report.status(.authorship) == .fails)
        for name in [VerdictName.completeness, .books] { #expect(report.status(name) == .notChecked, "\(name)") }
    }
}
