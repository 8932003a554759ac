import Foundation
import Storage
import Testing

@testable import AuditTrail

/// A person with the database file, the program and every key but the witness's cannot show the witness two histories.
@Suite struct WitnessTests {
    let book: TestBook
    let id: Digest
    let one: String
    let witness: TestWitness

    init() throws {
        book = try TestBook()
        id = try #require(book.ids["fnf"])
        try book.post(100)
        one = try book.export("one")
        witness = try TestWitness()
    }

    /// A book of the same keys, and so of the same register, that goes its own way.
    private func twin(_ amounts: [Int64]) throws -> TestBook {
        let twin = try TestBook()
        #expect(twin.ids["fnf"] == id)
        for amount in amounts { try twin.post(amount) }
        return twin
    }

    /// An export of another book, copied to where it outlives that book.
    private func export(_ other: TestBook, _ name: String) throws -> String {
        let copy = "\(book.folder)/copy-\(UUID().uuidString)"
        try FileManager.default.copyItem(atPath: other.export(name), toPath: copy)
        return copy
    }

    @Test func aHistoryThatGrowsIsCosigned() throws {
        let first = try witness.cosign(one, pin: id)
        #expect(first.before == nil)
        #expect(first.note.text == (try SignedNote.parse(bytes(one + "/checkpoint"))).text)
        try book.post(200)
        let two = try book.export("two")
        let second = try witness.cosign(two)
        #expect(second.before == first.head)
        #expect(second.head.size > first.head.size)
        #expect(try witness.memory.recalled(id) == second.head)
        let cosignature = try #require(Cosignature(second.note.signatures[0]))
        #expect(cosignature.isValid(under: witness.key.publicKey, over: second.note.text))
    }

    @Test func aRegisterThatIsNewMustBePinned() throws {
        #expect(witnessRefusal { try witness.cosign(one) } == .witnessRegisterUnknown)
        #expect(auditRefusal { try witness.cosign(one, pin: SHA256.empty) } == .registerOther)
        #expect(
            witnessRefusal { try witness.cosign(one, pin: id, ledger: TestBook.key("attacker")) } == .witnessedKeyOther)
        #expect(try witness.memory.recalled(id) == nil)
    }

    @Test func aReplayOfAnOlderExportIsRefused() throws {
        try witness.cosign(one, pin: id)
        try book.post(200)
        try witness.cosign(try book.export("two"))
        #expect(witnessRefusal { try witness.cosign(one) } == .witnessedShorter)
        #expect(witnessRefusal { try witness.cosign(book.rewrite(1, "again")) } == .witnessedShorter)
    }

    @Test func theSameCheckpointMayBeCosignedAgainButNotInThePast() throws {
        try witness.cosign(one, pin: id)
        #expect(throws: Never.self) { try witness.cosign(one) }
        witness.now = "2026-05-02T11:59:59Z"
        #expect(witnessRefusal { try witness.cosign(one) } == .witnessClock)
    }

    @Test func aForkOfTheSameLengthIsRefused() throws {
        try witness.cosign(one, pin: id)
        let other = try export(twin([999]), "one")
        #expect(witnessRefusal { try witness.cosign(other) } == .witnessedFork)
        #expect(witnessRefusal { try witness.cosign(other, pin: id) } == .witnessedFork)
    }

    @Test func aLongerForkIsRefused() throws {
        try witness.cosign(one, pin: id)
        let head = try witness.memory.recalled(id)
        let other = try export(twin([999, 1, 2, 3]), "one")
        #expect(witnessRefusal { try witness.cosign(other) } == .witnessedOther)
        #expect(try witness.memory.recalled(id) == head)
    }

    @Test func aForkBeforeTheLastCosignatureIsRefusedHoweverItGrows() throws {
        try book.post(200)
        try witness.cosign(try book.export("two"), pin: id)
        let other = try twin([100])
        _ = try other.export("one")
        for amount in 1...20 { try other.post(Int64(amount)) }
        #expect(witnessRefusal { try witness.cosign(export(other, "two")) } == .witnessedOther)
    }

    /// Rewritten in the file, with every seal, STATEMENT and checkpoint made anew by the true keys.
    @Test func aPastThatIsReSignedIsRefused() throws {
        try book.post(200)
        let two = try book.export("two")
        try witness.cosign(two, pin: id)
        let rewritten = try twin([100, 201])
        let bundle = try rewritten.export("one")
        #expect(try rewritten.verify(bundle).isAccepted)
        for amount in [5, 6, 7] as [Int64] { try rewritten.post(amount) }
        let later = try export(rewritten, "two")
        #expect(try rewritten.verify(later, previous: bundle).isAccepted)
        #expect(witnessRefusal { try witness.cosign(later) } == .witnessedOther)
    }

    @Test func aBackupThatIsRestoredAndContinuedIsRefused() throws {
        try book.book.store.backup(to: book.folder + "/backup")
        try book.post(200)
        let two = try book.export("two")
        try witness.cosign(two, pin: id)
        let restored = try Book.open(path: book.folder + "/backup", layout: NoteDomain.layout, waitMilliseconds: 1000)
        for amount in [7, 8, 9, 10] as [Int64] {
            _ = try restored.write(book.order(["fnf"], "anne")) {
                try $0.register("fnf").append(NotePosted("n", amount, "after the backup"))
            }
        }
        let order = ExportOrder(
            register: "fnf", key: TestBook.key("anne"), now: "2026-05-01T20:00:00Z", software: "fundctl test",
            ledgerKeys: [TestBook.ledgerKey()])
        _ = try BundleExport.open(restored, order)
        let path = book.folder + "/restored"
        _ = try BundleExport.write(restored, register: "fnf", ledgerKeys: [TestBook.ledgerKey()], to: path)
        #expect(try book.verify(path).status(.integrity) == .holds)
        #expect(witnessRefusal { try witness.cosign(path) } == .witnessedOther)
    }

    /// Another first record is another register: the witness has not seen it, and the auditor pins the id.
    @Test func aNewRegisterUnderTheSameNameIsNotTheOneKnown() throws {
        try witness.cosign(one, pin: id)
        let other = try TestBook(registers: ["fdmt"])
        try other.post(1, register: "fdmt")
        let bundle = try other.export("one", "fdmt")
        defer { withExtendedLifetime(other) {} }
        #expect(witnessRefusal { try witness.cosign(bundle) } == .witnessRegisterUnknown)
    }

    @Test func aCheckpointThatIsNotOfTheRecordsIsRefused() throws {
        let intact = try bytes(one + "/checkpoint")
        let checkpoint = try Checkpoint.parse(SignedNote.parse(intact).text)
        for (size, root) in [(checkpoint.size - 1, checkpoint.root), (checkpoint.size + 1, checkpoint.root), (checkpoint.size, SHA256.empty)] {
            let forged = try Checkpoint(origin: checkpoint.origin, size: size, root: root)
            let note = try SignedNote.sign(text: forged.text, name: forged.origin, key: TestBook.ledgerKey())
            try put(note.bytes, one + "/checkpoint")
            #expect(auditRefusal { try witness.cosign(one, pin: id) } == .checkpointDiffers)
        }
        try put(intact, one + "/checkpoint")
        let lines = try bytes(one + "/records/000001.jsonl")
        try put(Array(lines.dropLast()), one + "/records/000001.jsonl")
        #expect(auditRefusal { try witness.cosign(one, pin: id) } == .segmentShape)
        #expect(try witness.memory.recalled(id) == nil)
    }

    @Test func whatIsRememberedIsOnTheDiskBeforeTheAnswer() throws {
        // The folder cannot be made: nothing is signed.
        try put([], witness.keys + "/witness")
        #expect(witnessRefusal { try witness.cosign(one, pin: id) } == .witnessMemoryUnwritable)
        try FileManager.default.removeItem(atPath: witness.keys + "/witness")
        try witness.cosign(one, pin: id)
        let path = witness.memory.path(id)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        let text = try bytes(path)
        for damaged in [[], Array(text.dropLast()), text + [0x0A], Array(String(decoding: text, as: UTF8.self).replacing("size: ", with: "size: 0").utf8)] {
            try put(damaged, path)
            #expect(witnessRefusal { try witness.cosign(one) } == .witnessMemoryBroken)
        }
    }

    @Test func twoAtOnceDoNotGetTwoHistories() async throws {
        try witness.cosign(one, pin: id)
        let bundles = try ([1, 2] as [Int64]).map { amount in
            let branch = try twin([100])
            #expect(try files(branch.export("one")) == files(one))
            try branch.post(amount)
            return try export(branch, "two")
        }
        let accepted = await withTaskGroup(of: Bool.self) { group in
            for bundle in bundles {
                let order = WitnessOrder(
                    path: bundle, name: witness.name, key: witness.key, ledgerKey: nil, registerID: nil, now: witness.now)
                let memory = witness.memory
                group.addTask { (try? Witness.cosign(order, memory: memory)) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(accepted == 1)
    }
}
