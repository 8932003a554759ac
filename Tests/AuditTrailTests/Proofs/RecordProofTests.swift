import Foundation
import Testing

@testable import AuditTrail

@Suite struct RecordProofTests {
    let book: TestBook
    let id: Digest

    init() throws {
        book = try TestBook()
        id = try #require(book.ids["fnf"])
        for amount in 1...9 { try book.post(Int64(amount)) }
    }

    private func prove(_ sequence: Int64, export: Int64? = nil, keys: [PrivateKey] = [TestBook.ledgerKey()]) throws -> RecordProof {
        try book.book.read { try RecordProver.prove(sequence, in: $0.register("fnf"), export: export, ledgerKeys: keys) }
    }

    private var key: PublicKey { TestBook.ledgerKey().publicKey }

    @Test func everyRecordIsProvenByTheHead() throws {
        let size = try book.book.read { try $0.register("fnf").register.size }
        for sequence in 1...size {
            let proof = try RecordProof(parsing: prove(sequence).text)
            #expect(proof.sequence == sequence && proof.checkpoint.size == size)
            #expect(proof.line == (try book.book.read { try $0.register("fnf").line(of: sequence) }))
            #expect(throws: Never.self) { try proof.verify(key: key, registerID: id) }
        }
    }

    @Test func anExportsCheckpointIsTheOneOfItsBundleWithItsCosignatures() throws {
        let one = try book.export("one")
        let witness = try TestWitness()
        let note = try witness.cosign(one, pin: id).note
        _ = try CosignatureAcceptance.accept(
            note.bytes, witness: witness.key.publicKey, in: book.book, now: "2026-05-03T00:00:00Z")
        let late = try book.post(10)
        let proof = try prove(6, export: 1)
        let checkpoint = try SignedNote.parse(bytes(one + "/checkpoint"))
        #expect(proof.note.text == checkpoint.text)
        #expect(proof.note.signatures == checkpoint.signatures + note.signatures)
        func judge(_ keys: [PrivateKey], _ needed: Int? = nil) throws {
            let requirement = WitnessRequirement(
                keys: keys.map { $0.publicKey.pem }, needed: needed, now: "2026-05-03T00:00:00Z")
            try RecordProof(parsing: proof.text).verify(key: key, registerID: id, witnesses: requirement)
        }
        #expect(throws: Never.self) { try judge([witness.key]) }
        #expect(throws: Never.self) { try judge([witness.key, TestBook.key("other")], 1) }
        #expect(witnessRefusal { try judge([witness.key, TestBook.key("other")]) } == .cosignaturesTooFew)
        #expect(witnessRefusal { try judge([TestBook.ledgerKey()]) } == .witnessIsInsider)
        #expect(witnessRefusal { _ = try prove(late, export: 1) } == .proofBeyondExport)
        #expect(auditRefusal { _ = try prove(1, export: 2) } == .exportUnknown)
    }

    @Test func afterARotationAnOlderExportIsProvenByItsOwnKey() throws {
        let one = try book.export("one")
        let new = TestBook.key("new ledger")
        try book.write { session in
            let text = Proofs.rotation(register: session.register.id, old: key, new: new.publicKey)
            try session.append(
                LedgerKeyRotated(
                    oldKey: key, newKey: new.publicKey, proofOld: TestBook.ledgerKey().sign(text), proofNew: new.sign(text)))
        }
        let keys = [new, TestBook.ledgerKey()]
        let old = try prove(6, export: 1, keys: keys)
        #expect(old.note.bytes == (try bytes(one + "/checkpoint")))
        #expect(throws: Never.self) { try old.verify(key: key, registerID: id) }
        #expect(throws: Never.self) { try prove(6, keys: keys).verify(key: new.publicKey, registerID: id) }
        #expect(auditRefusal { _ = try prove(6) } == .ledgerKeyNeeded)
    }

    @Test func noByteOfAProofCanBeChanged() throws {
        let intact = try prove(6).text
        let whole = try RecordProof(parsing: intact)
        for index in intact.indices {
            for bit in [0, 3, 5] {
                var damaged = intact
                damaged[index] ^= 1 << UInt8(bit)
                let holds: Void? = try? RecordProof(parsing: damaged).verify(key: key, registerID: id)
                #expect(holds == nil, "byte \(index)")
            }
        }
        for damaged in [Array(intact.dropLast()), intact + [0x0A], [0x0A] + intact, Array(intact.dropFirst()), [], whole.note.bytes] {
            let holds: Void? = try? RecordProof(parsing: damaged).verify(key: key, registerID: id)
            #expect(holds == nil)
        }
    }

    @Test func theRefusalsAreTold() throws {
        let proof = try prove(6)
        func changed(line: [UInt8]? = nil, index: Int64? = nil, hashes: [Digest]? = nil) throws -> RecordProof {
            try RecordProof(
                line: line ?? proof.line, index: index ?? proof.index, hashes: hashes ?? proof.hashes, note: proof.note)
        }
        func refused(_ proof: RecordProof, _ key: PublicKey? = nil, _ id: Digest? = nil) -> WitnessError.Code? {
            witnessRefusal { try proof.verify(key: key ?? self.key, registerID: id) }
        }
        #expect(try refused(changed(index: 6)) == .proofNotIncluded)
        #expect(try refused(changed(index: 1 << 40)) == .proofNotIncluded)
        #expect(try refused(changed(line: proof.line + [0x20])) == .proofNotIncluded)
        #expect(try refused(changed(hashes: proof.hashes.dropLast())) == .proofNotIncluded)
        #expect(try refused(changed(hashes: proof.hashes + [SHA256.empty])) == .proofNotIncluded)
        #expect(refused(proof, nil, SHA256.empty) == .proofOfOther)
        #expect(auditRefusal { try proof.verify(key: TestBook.key("x").publicKey, registerID: nil) } == .noteUnverified)
    }

    @Test func aNodeOfTheTreeIsNotTakenForARecord() throws {
        // The last two leaves under a tree of four: their node's 64 bytes, shown as a line one level up.
        let leaves = try (1...4).map { sequence in
            try book.book.read { try $0.register("fnf").line(of: Int64(sequence)) }.withUnsafeBytes { SHA256.leaf($0) }
        }
        let checkpoint = try Checkpoint(origin: "book.example/\(id.hex)", size: 2, root: Merkle.root(leaves: leaves))
        let note = try SignedNote.sign(text: checkpoint.text, name: checkpoint.origin, key: TestBook.ledgerKey())
        let proof = try RecordProof(
            line: leaves[2].bytes + leaves[3].bytes, index: 1, hashes: [SHA256.node(leaves[0], leaves[1])], note: note)
        #expect(witnessRefusal { try proof.verify(key: key, registerID: id) } == .proofNotIncluded)
    }

    @Test func theFormIsOneOnly() throws {
        let text = String(decoding: try prove(6).text, as: UTF8.self)
        func code(_ from: String, _ to: String) -> WitnessError.Code? {
            witnessRefusal { _ = try RecordProof(parsing: Array(text.replacingOccurrences(of: from, with: to).utf8)) }
        }
        #expect(code("proof@v1", "proof@v2") == .proofMalformed)
        #expect(code("index 5", "index 05") == .proofMalformed)
        #expect(code("index 5", "index +5") == .proofMalformed)
        #expect(code("index 5", "index -5") == .proofMalformed)
        #expect(code("index 5", "index 9223372036854775807") == .proofMalformed)
        #expect(code("index 5", "INDEX 5") == .proofMalformed)
        #expect(code("extra ", "extra  ") == .proofMalformed)
        #expect(code("index 5\n", "index 5\r\n") == .proofMalformed)
        let withoutRecord = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("extra") }
        #expect(
            witnessRefusal { _ = try RecordProof(parsing: Array(withoutRecord.joined(separator: "\n").utf8)) }
                == .proofWithoutRecord)
        let large = [UInt8](repeating: 0x41, count: RecordProof.largestBytes + 1)
        #expect(witnessRefusal { _ = try RecordProof(parsing: large) } == .proofTooLarge)
    }
}
