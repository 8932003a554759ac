import AuditTrail
import Foundation
import Testing

/// What someone changes who holds the ledger key, and signs again.
@Suite struct BundleForgeryTests {
    let book: TestBook
    let one: String
    let two: String

    init() throws {
        book = try TestBook()
        let record = try book.post(100)
        try book.post(200)
        one = try book.export("one")
        try book.annul(record)
        two = try book.export("two")
    }

    /// Changes files of a bundle, makes MANIFEST and STATEMENT fit and signs again.
    private func forge(
        _ bundle: String, changing path: String = "notes.csv", _ change: ([UInt8]) -> [UInt8] = { $0 },
        _ fields: [String: String] = [:], signer: PrivateKey = TestBook.ledgerKey()
    ) throws {
        try put(change(bytes(bundle + "/" + path)), bundle + "/" + path)
        var lines: [String] = []
        var total = 0
        for (path, bytes) in try files(bundle).sorted(by: { $0.key < $1.key })
        where !path.hasPrefix("STATEMENT") && path != "MANIFEST.sha256" {
            lines.append(SHA256.hash(bytes).hex + "  " + path + "\n")
            total += bytes.count
        }
        let manifest = Array(lines.joined().utf8)
        try put(manifest, bundle + "/MANIFEST.sha256")
        var fields = fields
        fields["manifest-sha256"] = SHA256.hash(manifest).hex
        fields["files-bytes"] = String(total)
        let text = String(decoding: try bytes(bundle + "/STATEMENT"), as: UTF8.self)
        let forged = text.split(separator: "\n").map { line in
            let name = String(line.prefix { $0 != ":" })
            return fields[name].map { "\(name): \($0)\n" } ?? "\(line)\n"
        }
        try put(Array(forged.joined().utf8), bundle + "/STATEMENT")
        try put(signer.sign(Array(forged.joined().utf8)), bundle + "/STATEMENT.sig")
    }

    @Test func aStatementSignedAgainUnchangedIsTheSame() throws {
        let before = try files(two)
        try forge(two)
        #expect(try files(two) == before)
    }

    @Test func anotherKeyIsNotTheRegistersKey() throws {
        try forge(two, signer: TestBook.key("mallory"))
        let report = try book.verify(two)
        #expect(report.status(.integrity) == .holds)
        #expect(report.code(.origin) == .statementSignature)
        #expect(try book.verify(two, key: TestBook.key("mallory")).status(.origin) == .fails)
    }

    @Test func anotherRegisterIsNotThePinnedOne() throws {
        #expect(try book.verify(two, id: SHA256.empty).code(.origin) == .registerOther)
    }

    @Test func aDerivedFileIsThatOfTheRecords() throws {
        try forge(two) { Array(String(decoding: $0, as: UTF8.self).replacingOccurrences(of: "200", with: "201").utf8) }
        let report = try book.verify(two)
        #expect(report.status(.integrity) == .holds)
        #expect(report.parameters(.books) == ["file": "notes.csv", "line": "3"])
        try forge(two) { $0 + Array("7,7,7\n".utf8) }
        #expect(try book.verify(two).code(.books) == .derivedDiffers)
    }

    @Test(arguments: [
        ("batches", "4", VerdictName.completeness), ("persons", "1 single-person", .completeness),
        ("alone", "2", .completeness), ("annulled", "-", .completeness), ("recovered", "3", .completeness),
        ("rotated", "3", .completeness), ("erasures", "1", .completeness),
        ("time", "2026-05-01T00:00:00Z", .completeness),
        ("software", "other", .completeness), ("previous-size", "3", .completeness),
        ("previous-export", "-", .completeness),
        ("export", "3", .completeness), ("entries", "2", .books), ("postings", "-", .books),
        ("debit-cents", "201", .books),
        ("origin", "other.example", .origin), ("register", "fdmt", .origin), ("size", "14", .integrity),
        ("records-bytes", "14", .integrity), ("files", "3", .integrity),
    ])
    func everyFieldIsCompared(field: String, value: String, verdict: VerdictName) throws {
        try forge(two, { $0 }, [field: value])
        let report = try book.verify(two)
        #expect(report.status(verdict) == .fails)
        #expect(!report.isAccepted)
    }

    @Test(arguments: [("entries", "1"), ("postings", "0"), ("debit-cents", "9029164754")])
    func aRegisterWithoutBooksHasNoControlTotals(field: String, value: String) throws {
        let employers = try TestBook(registers: ["employers"])
        let bundle = try employers.export("one", "employers")
        #expect(try employers.verify(bundle, register: "employers").isAccepted)
        try forge(
            bundle, changing: "README.en.txt", { $0 }, [field: value], signer: TestBook.ledgerKey("employers"))
        #expect(try employers.verify(bundle, register: "employers").status(.completeness) == .fails)
    }

    @Test func anEditedRecordFailsItsSeal() throws {
        try forge(two, changing: "records/000001.jsonl") {
            Array(String(decoding: $0, as: UTF8.self).replacingOccurrences(of: "\"200\"", with: "\"201\"").utf8)
        }
        let report = try book.verify(two)
        #expect(report.status(.integrity) == .fails)
        #expect(report.verdicts[.authorship]?.record == 8)
        #expect(report.code(.authorship) == .sealMismatch)
    }

    /// A checkpoint whose signature line is made anew of its name and of the bytes after its key hash.
    private func relined(_ note: [UInt8], _ change: (String, [UInt8]) -> (String, [UInt8])) throws -> [UInt8] {
        let parts = String(decoding: note, as: UTF8.self).components(separatedBy: "\n\n\u{2014} ")
        let words = try #require(parts.last).dropLast().split(separator: " ").map(String.init)
        let content = [UInt8](try #require(Data(base64Encoded: words[1])))
        let (name, signature) = change(words[0], Array(content.dropFirst(4)))
        let base64 = Data(content.prefix(4) + signature).base64EncodedString()
        return Array("\(parts[0])\n\n\u{2014} \(name) \(base64)\n".utf8)
    }

    @Test(arguments: [63, 65]) func aCheckpointsSignatureHas64Bytes(length: Int) throws {
        let note = try relined(bytes(two + "/checkpoint")) { ($0, Array(($1 + [0]).prefix(length))) }
        try forge(two, changing: "checkpoint") { _ in note }
        let report = try book.verify(two, previous: one)
        #expect(report.code(.integrity) == .checkpointDiffers)
        #expect(report.parameters(.integrity) == ["member": "signature"])
    }

    @Test(arguments: ["other.example", "book.example/\(SHA256.empty.hex)"])
    func aCheckpointHasOneNameInBothPlaces(name: String) throws {
        let note = try relined(bytes(two + "/checkpoint")) { (name, $1) }
        try forge(two, changing: "checkpoint") { _ in note }
        let report = try book.verify(two, previous: one)
        #expect(report.code(.integrity) == .checkpointDiffers)
        #expect(report.parameters(.integrity) == ["member": "name"])
    }

    @Test(arguments: ["other.example", "Book.example/\(SHA256.empty.hex)", "élan/\(SHA256.empty.hex)"])
    func aCheckpointsNameIsAnOriginAndAnID(name: String) throws {
        let text = String(decoding: try bytes(two + "/checkpoint"), as: UTF8.self)
        let own = String(text.prefix { $0 != "\n" })
        try forge(two, changing: "checkpoint") { _ in Array(text.replacingOccurrences(of: own, with: name).utf8) }
        #expect(try book.verify(two, previous: one).parameters(.integrity) == ["member": "name"])
    }

    @Test func aCheckpointOfAnotherRegisterIsOfAnotherOrigin() throws {
        let text = String(decoding: try bytes(two + "/checkpoint"), as: UTF8.self)
        let own = String(text.prefix { $0 != "\n" })
        let other = "other.example/\(SHA256.empty.hex)"
        try forge(two, changing: "checkpoint") { _ in Array(text.replacingOccurrences(of: own, with: other).utf8) }
        let report = try book.verify(two, previous: one)
        #expect(report.status(.integrity) == .holds)
        #expect(report.status(.origin) == .fails)
    }

    @Test func aKeyThatTravelsIsTheRecords() throws {
        try forge(two, changing: "keys/anne.pem") { _ in TestBook.key("mallory").publicKey.pem }
        #expect(try book.verify(two).parameters(.integrity) == ["file": "keys/anne.pem"])
    }

    @Test func aSegmentThatIsNotThereIsNamed() throws {
        try FileManager.default.removeItem(atPath: two + "/records/000001.jsonl")
        try forge(two)
        let report = try book.verify(two)
        #expect(report.code(.integrity) == .bundleFileMissing)
        #expect(report.parameters(.integrity) == ["file": "records/000001.jsonl"])
    }

    @Test func theRecordsEndWithTheExport() throws {
        try book.post(9)
        let three = try book.export("three")
        let lines = try bytes(three + "/records/000001.jsonl").split(separator: 0x0A)
        let short = Array(lines.dropLast(2).joined(separator: [0x0A])) + [0x0A]
        try forge(two, changing: "records/000001.jsonl", { _ in short })
        #expect(try book.verify(two).code(.completeness) == .recordsEnd)
    }

    @Test func recordsWithoutGenesisAreNoCompleteHistory() throws {
        try forge(two, changing: "records/000001.jsonl") {
            Array(String(decoding: $0, as: UTF8.self).replacingOccurrences(of: "register.created/1", with: "register.created/9").utf8)
        }
        #expect(try book.verify(two).code(.completeness) == .recordsEnd)
    }

    @Test func recordsThatGenesisDoesNotBeginAreOfNoRegister() throws {
        var lines = try bytes(two + "/records/000001.jsonl").split(separator: 0x0A).map(Array.init)
        lines.swapAt(0, 1)
        try forge(two, changing: "records/000001.jsonl") { _ in Array(lines.joined(separator: [0x0A])) + [0x0A] }
        let report = try book.verify(two)
        #expect(report.code(.integrity) == .genesisPlace)
        #expect(report.verdicts[.integrity]?.record == 1)
        #expect(report.code(.authorship) == .genesisPlace)
    }

    @Test func aTimeStampHasAtMost64KiB() throws {
        try put([UInt8](repeating: 1, count: 65_536), two + "/STATEMENT.tsr")
        #expect(try book.verify(two, previous: one).isAccepted)
        try put([UInt8](repeating: 1, count: 65_537), two + "/STATEMENT.tsr")
        #expect(try book.verify(two).parameters(.integrity)["file"] == "STATEMENT.tsr")
    }

    @Test func aManifestIsInOneForm() throws {
        let intact = String(decoding: try bytes(two + "/MANIFEST.sha256"), as: UTF8.self)
        let lines = intact.split(separator: "\n").map { $0 + "\n" }
        let swapped = [lines[1], lines[0]] + lines.dropFirst(2)
        for damaged in [
            intact.replacingOccurrences(of: "\n", with: "\r\n"), intact.replacingOccurrences(of: "  n", with: " *n"),
            intact.replacingOccurrences(of: "notes.csv", with: "../notes.csv"), lines[0] + intact, swapped.joined(),
            intact.replacingOccurrences(of: "notes.csv", with: "/notes.csv"), String(intact.dropLast()), intact + "\n",
            intact.uppercased(), intact.replacingOccurrences(of: "notes.csv", with: "a/b/notes.csv"),
        ] {
            #expect(damaged != intact)
            try put(Array(damaged.utf8), two + "/MANIFEST.sha256")
            let statement = String(decoding: try bytes(two + "/STATEMENT"), as: UTF8.self)
            let hash = SHA256.hash(Array(damaged.utf8)).hex
            let text = statement.split(separator: "\n").map {
                $0.hasPrefix("manifest-sha256") ? "manifest-sha256: \(hash)\n" : $0 + "\n"
            }.joined()
            try put(Array(text.utf8), two + "/STATEMENT")
            try put(TestBook.ledgerKey().sign(Array(text.utf8)), two + "/STATEMENT.sig")
            #expect(try book.verify(two).status(.integrity) == .fails, "\(damaged.prefix(80))")
        }
    }

    @Test func anOldExportIsNotTheOneExpected() throws {
        #expect(try book.verify(one, least: 1).isAccepted)
        #expect(try book.verify(one, least: 2).code(.completeness) == .exportTooOld)
    }

    // MARK: Append-only

    @Test func aKeptStatementIsContinued() throws {
        let without = try book.verify(two)
        #expect(without.code(.appendOnly) == .notCheckedNotGiven)
        #expect(!without.isAccepted)
        #expect(try book.verify(two, previous: one).isAccepted)
        #expect(try book.verify(two, previous: two).isAccepted)
        try book.post(1)
        let three = try book.export("three")
        #expect(try book.verify(three, previous: one).isAccepted)
        #expect(try book.verify(three, previous: two).isAccepted)
    }

    @Test func aNewerStatementIsNotContinuedByAnOlderBundle() throws {
        #expect(try book.verify(one, previous: two).code(.appendOnly) == .keptNotOlder)
    }

    @Test func anotherBranchIsSeen() throws {
        let fork = try TestBook()
        try fork.post(100)
        try fork.post(300)
        let other = try fork.export("one")
        try fork.post(5)
        let end = try fork.export("two")
        let report = try fork.verify(end, previous: one)
        #expect(report.status(.appendOnly) == .fails)
        #expect(try fork.verify(other, previous: one).code(.appendOnly) == .keptNotOlder)
        let employers = try TestBook(registers: ["employers"])
        let foreign = try employers.export("one", "employers")
        #expect(try book.verify(two, previous: foreign).code(.appendOnly) == .keptOfOtherRegister)
    }

    @Test func aRewrittenPastThatNamesTheKeptStatementIsSeen() throws {
        let fork = try TestBook()
        try fork.post(999)
        try fork.post(200)
        _ = try fork.open()
        try fork.post(300)
        let kept = SHA256.hash(try bytes(one + "/STATEMENT"))
        try fork.write {
            try $0.append(
                ExportOpened(
                    number: 2, previousStatement: kept, software: "fundctl test", time: "2026-05-01T00:09:00Z"))
        }
        let report = try fork.verify(fork.rewrite(2, "end"), previous: one, id: book.ids["fnf"])
        #expect(report.code(.appendOnly) == .historyRewritten)
        #expect(report.parameters(.appendOnly)["member"] == "root")
    }

    @Test func recordsThatEndBeforeTheStatementSaysAreIncomplete() throws {
        try forge(two, { $0 }, ["export": "3"])
        #expect(try book.verify(two).code(.completeness) == .recordsEnd)
    }

    @Test func aSplitViewOfOneExportIsSeen() throws {
        // The same records, but a STATEMENT that the register never named.
        let kept = book.folder + "/kept"
        try FileManager.default.copyItem(atPath: one, toPath: kept)
        try forge(kept, { $0 + [0x0A] })
        let report = try book.verify(two, previous: kept)
        #expect(report.code(.appendOnly) == .predecessorOther)
        #expect(report.verdicts[.appendOnly]?.record == Int64(16))
    }
}
