import Foundation
import Storage
import Testing

@testable import AuditTrail

@Suite struct AcceptanceTests {
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

    @discardableResult
    private func accept(_ note: SignedNote, key: PrivateKey? = nil, now: String = "2026-05-03T00:00:00Z") throws -> AcceptedCosignature {
        try CosignatureAcceptance.accept(note.bytes, witness: key?.publicKey, in: book.book, now: now)
    }

    @Test func theExportWrittenAgainCarriesItAndIsElseTheSame() throws {
        let note = try witness.cosign(one, pin: id).note
        let before = try files(one)
        try book.post(200)
        let accepted = try accept(note, key: witness.key)
        #expect(accepted.export == 1 && accepted.isNew && accepted.name == "witness.example")
        var after = try files(book.rewrite(1, "again"))
        #expect(after.removeValue(forKey: "cosignatures/witness.example.note") == note.bytes)
        #expect(after == before)
        #expect(try files(book.export("two")).keys.contains { $0.hasPrefix("cosignatures") } == false)
        #expect(try book.verify(book.folder + "/again").isAccepted)
    }

    @Test func itIsKeptOnceAndALaterOneReplacesIt() throws {
        let first = try witness.cosign(one, pin: id).note
        witness.now = "2026-05-02T13:00:00Z"
        let later = try witness.cosign(one).note
        #expect(try accept(first, key: witness.key).isNew)
        #expect(try !accept(first).isNew)
        #expect(try accept(later).isNew)
        #expect(try !accept(first).isNew)
        #expect(try files(book.rewrite(1, "again"))["cosignatures/witness.example.note"] == later.bytes)
    }

    @Test func onlyTheLineOfTheWitnessIsKept() throws {
        let note = try witness.cosign(one, pin: id).note
        let checkpoint = try SignedNote.parse(bytes(one + "/checkpoint"))
        let both = SignedNote(text: note.text, signatures: checkpoint.signatures + note.signatures)
        try accept(both, key: witness.key)
        #expect(try files(book.rewrite(1, "again"))["cosignatures/witness.example.note"] == note.bytes)
    }

    @Test func whatIsNotTheWitnessOfAnExportIsRefused() throws {
        let note = try witness.cosign(one, pin: id).note
        #expect(witnessRefusal { try accept(note) } == .witnessKeyNeeded)
        #expect(witnessRefusal { try accept(note, key: TestBook.key("other")) } == .cosignatureOfOtherKey)
        #expect(witnessRefusal { try accept(note, key: witness.key, now: "2026-05-02T11:49:59Z") } == .cosignatureTime)
        let good = note.signatures[0]
        let wrong = NoteSignature(
            name: good.name, keyHash: good.keyHash, signature: good.signature.dropLast() + [good.signature[71] ^ 1])
        #expect(
            witnessRefusal { try accept(SignedNote(text: note.text, signatures: [wrong]), key: witness.key) }
                == .cosignatureInvalid)
    }

    @Test func aLineOfTheWitnessThatIsTooShortIsNoCosignature() throws {
        let note = try witness.cosign(one, pin: id).note
        let good = note.signatures[0]
        let short = NoteSignature(name: good.name, keyHash: good.keyHash, signature: Array(good.signature.dropLast()))
        #expect(
            witnessRefusal { try accept(SignedNote(text: note.text, signatures: [short]), key: witness.key) }
                == .cosignatureMalformed)
    }

    @Test func anExportCarriesAtMostAHundredCosignatures() throws {
        let text = try SignedNote.parse(bytes(one + "/checkpoint")).text
        func note(_ number: Int) throws -> (SignedNote, PrivateKey) {
            let key = TestBook.key("witness \(number)")
            let line = try Cosignature.sign(text, name: "w\(number)", key: key, seconds: 1_777_700_000).line
            return (SignedNote(text: text, signatures: [line]), key)
        }
        for number in 1...100 {
            let (note, key) = try note(number)
            try accept(note, key: key)
        }
        let (last, key) = try note(101)
        #expect(witnessRefusal { try accept(last, key: key) } == .cosignaturesTooMany)
        #expect(try files(book.rewrite(1, "again")).keys.count { $0.hasPrefix("cosignatures/") } == 100)
    }

    @Test func aNoteOfNoExportOrOfAnotherHistoryIsRefused() throws {
        func cosigned(_ origin: String, _ size: Int64, _ root: Digest) throws -> SignedNote {
            let text = try Checkpoint(origin: origin, size: size, root: root).text
            return SignedNote(
                text: text,
                signatures: [try Cosignature.sign(text, name: "w", key: witness.key, seconds: 1_777_700_000).line])
        }
        let checkpoint = try Checkpoint.parse(SignedNote.parse(bytes(one + "/checkpoint")).text)
        for (origin, size) in [
            (checkpoint.origin, checkpoint.size - 2), (checkpoint.origin, checkpoint.size + 2),
            ("book.example/\(SHA256.empty.hex)", checkpoint.size), ("other.example/\(id.hex)", checkpoint.size),
        ] {
            let note = try cosigned(origin, size, checkpoint.root)
            #expect(witnessRefusal { try accept(note, key: witness.key) } == .cosignedExportUnknown)
        }
        let fork = try cosigned(checkpoint.origin, checkpoint.size, SHA256.empty)
        #expect(witnessRefusal { try accept(fork, key: witness.key) } == .cosignedRootOther)
        let nameless = try cosigned("book.example", checkpoint.size, checkpoint.root)
        #expect(witnessRefusal { try accept(nameless, key: witness.key) } == .checkpointNoRegister)
    }

    @Test func anInsiderATakenNameAndAnUnusableNameAreRefused() throws {
        let note = try witness.cosign(one, pin: id).note
        func cosigned(_ name: String, _ key: PrivateKey) throws -> SignedNote {
            SignedNote(
                text: note.text,
                signatures: [try Cosignature.sign(note.text, name: name, key: key, seconds: 1_777_700_000).line])
        }
        for key in [TestBook.key("bruno"), TestBook.ledgerKey(), TestBook.key("recovery")] {
            let own = try cosigned("x", key)
            #expect(witnessRefusal { try accept(own, key: key) } == .witnessIsInsider)
        }
        try accept(note, key: witness.key)
        let taken = try cosigned("witness.example", TestBook.key("other"))
        #expect(witnessRefusal { try accept(taken, key: TestBook.key("other")) } == .cosignatureNameTaken)
        let path = try cosigned("../x", TestBook.key("other"))
        #expect(witnessRefusal { try accept(path, key: TestBook.key("other")) } == .cosignatureName)
    }

    @Test func aDryRunKeepsNothing() throws {
        let note = try witness.cosign(one, pin: id).note
        let dry = try CosignatureAcceptance.accept(
            note.bytes, witness: witness.key.publicKey, in: book.book, now: "2026-05-03T00:00:00Z", isDryRun: true)
        #expect(dry.isNew)
        #expect(try accept(note, key: witness.key).isNew)
    }

    @Test func aCheckNoticesAKeptNoteThatWasChanged() throws {
        try accept(try witness.cosign(one, pin: id).note, key: witness.key)
        #expect(try BookCheck.run(book.book).isSound)
        for change in [
            "note = replace(note, '—', '– ')", "key = '\(TestBook.key("other").publicKey.hex)'", "seconds = seconds + 1",
            "name = 'other'", "number = 2",
        ] {
            let altered = try TestBook()
            try altered.post(100)
            _ = try altered.export("one")
            _ = try CosignatureAcceptance.accept(
                witness.cosign(one).note.bytes, witness: witness.key.publicKey, in: altered.book,
                now: "2026-05-03T00:00:00Z")
            try altered.book.store.write { connection in
                try connection.run("UPDATE cosignature SET \(change)")
                return ((), .commit)
            }
            let codes = try BookCheck.run(altered.book).faults.map { ($0.error as? WitnessError)?.code }
            #expect(codes == [.keptCosignature], "\(change)")
        }
    }
}
