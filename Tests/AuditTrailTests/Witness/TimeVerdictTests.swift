import Foundation
import Testing

@testable import AuditTrail

@Suite struct TimeVerdictTests {
    let book: TestBook
    let id: Digest
    let one: String
    let witnesses: [TestWitness]

    init() throws {
        book = try TestBook()
        id = try #require(book.ids["fnf"])
        try book.post(100)
        one = try book.export("one")
        witnesses = try ["a", "b", "c"].map { try TestWitness($0) }
    }

    private func judge(
        _ keys: [PrivateKey]? = nil, needed: Int? = nil, bundle: String? = nil, now: String = "2026-05-03T00:00:00Z"
    ) throws -> VerificationReport {
        let pems = (keys ?? witnesses.map(\.key)).map { $0.publicKey.pem }
        return try BundleVerifier.verify(
            VerificationOrder(
                path: bundle ?? one, key: TestBook.ledgerKey().publicKey.pem, registerID: id,
                witnesses: WitnessRequirement(keys: pems, needed: needed, now: now)),
            layout: NoteDomain.layout)
    }

    private func code(_ report: VerificationReport) -> WitnessError.Code? {
        (report.verdicts[.time]?.detail as? WitnessError)?.code
    }

    @Test func withoutWitnessesItIsNotChecked() throws {
        try witnesses[0].cosignInto(one, pin: id)
        let report = try book.verify(one)
        #expect(report.status(.time) == .notChecked)
        #expect(report.code(.time) == .notCheckedNotGiven)
        #expect(report.isAccepted)
    }

    @Test func enoughOfThemMustHaveCosigned() throws {
        #expect(try code(judge()) == .cosignaturesTooFew)
        try witnesses[0].cosignInto(one, pin: id)
        try witnesses[2].cosignInto(one, pin: id)
        #expect(try !judge().isAccepted)
        #expect(try judge(needed: 3).status(.time) == .fails)
        #expect(try judge(needed: 2).isAccepted)
        #expect(try judge(needed: 4).status(.time) == .fails)
        #expect(try judge([witnesses[0].key, witnesses[2].key]).isAccepted)
        try witnesses[1].cosignInto(one, pin: id)
        #expect(try judge().isAccepted)
        #expect(try judge().required.contains(.time))
    }

    @Test func aWitnessCountsOnceUnderAllItsNamesAndFiles() throws {
        let answer = try witnesses[0].cosign(one, pin: id)
        let text = answer.note.text
        let lines = try ["a", "b", "c"].map {
            try Cosignature.sign(text, name: $0, key: witnesses[0].key, seconds: answer.head.seconds).line
        }
        for line in lines { try TestWitness.put(SignedNote(text: text, signatures: [line]).bytes, one, line.name) }
        try TestWitness.put(SignedNote(text: text, signatures: lines).bytes, one, "all")
        #expect(try judge(needed: 1).isAccepted)
        #expect(try judge(needed: 2).status(.time) == .fails)
        #expect(try judge([witnesses[0].key, witnesses[0].key], needed: 2).status(.time) == .fails)
        #expect(try judge([witnesses[0].key, witnesses[0].key]).isAccepted)
    }

    @Test func aNoteOfAnotherExportCountsForNothing() throws {
        try witnesses[0].cosign(one, pin: id)
        let note = try witnesses[0].cosign(one).note.bytes
        try book.post(200)
        let two = try book.export("two")
        try TestWitness.put(note, two, "a")
        let report = try judge([witnesses[0].key], bundle: two)
        #expect(code(report) == .cosignaturesTooFew)
        #expect((report.verdicts[.time]?.detail as? WitnessError)?.parameters["cause"] == "E-WIT-011")
    }

    @Test func noByteOfANoteCanBeChanged() throws {
        try witnesses[0].cosignInto(one, pin: id)
        let path = one + "/cosignatures/a.note"
        let intact = try bytes(path)
        for index in intact.indices {
            var damaged = intact
            damaged[index] ^= 1 << UInt8(index % 8)
            try put(damaged, path)
            #expect(try judge([witnesses[0].key]).status(.time) == .fails, "byte \(index)")
        }
    }

    @Test func aLineOfAGivenKeyThatIsWrongTakesItsWholeNoteDown() throws {
        let answer = try witnesses[0].cosign(one, pin: id), other = try witnesses[1].cosign(one, pin: id)
        let good = answer.note.signatures[0]
        let wrong = NoteSignature(
            name: good.name, keyHash: good.keyHash, signature: good.signature.dropLast() + [good.signature[71] ^ 1])
        try TestWitness.put(SignedNote(text: answer.note.text, signatures: [wrong] + other.note.signatures).bytes, one, "x")
        #expect(try judge([witnesses[1].key]).isAccepted)
        #expect(try judge([witnesses[0].key, witnesses[1].key], needed: 1).status(.time) == .fails)
        try TestWitness.put(other.note.bytes, one, "b")
        #expect(try judge([witnesses[0].key, witnesses[1].key], needed: 1).isAccepted)
    }

    /// The export is of 2026-05-01T00:03:00Z.
    @Test(arguments: [
        ("2026-04-30T23:52:59Z", false), ("2026-04-30T23:53:00Z", true), ("2026-05-03T00:10:00Z", true),
        ("2026-05-03T00:10:01Z", false),
    ])
    func theTimeLiesBetweenTheExportAndNow(time: String, holds: Bool) throws {
        #expect(try Statement(parsing: bytes(one + "/STATEMENT"))[.time] == "2026-05-01T00:03:00Z")
        witnesses[0].now = time
        try witnesses[0].cosignInto(one, pin: id)
        #expect(try judge([witnesses[0].key]).isAccepted == holds)
    }

    @Test func whoKeepsTheRegisterIsNoWitness() throws {
        let insiders = [TestBook.key("anne"), TestBook.ledgerKey(), TestBook.key("recovery")]
        for key in insiders {
            let text = try SignedNote.parse(bytes(one + "/checkpoint")).text
            let line = try Cosignature.sign(text, name: "x", key: key, seconds: 1_777_700_000).line
            try TestWitness.put(SignedNote(text: text, signatures: [line]).bytes, one, "x")
            #expect(try code(judge([key])) == .witnessIsInsider)
        }
    }

    @Test func aFileThatIsNoNoteIsNoFaultOfTheBundle() throws {
        try TestWitness.put([0, 1, 2], one, "x")
        #expect(try book.verify(one).isAccepted)
        try witnesses[0].cosignInto(one, pin: id)
        #expect(try judge([witnesses[0].key]).isAccepted)
    }

    @Test func aKeyThatIsNoneFails() throws {
        let report = try BundleVerifier.verify(
            VerificationOrder(
                path: one, key: TestBook.ledgerKey().publicKey.pem,
                witnesses: WitnessRequirement(keys: [[1, 2]], now: "2026-05-03T00:00:00Z")),
            layout: NoteDomain.layout)
        #expect(report.code(.time) == .publicKeyPEM)
        #expect(!report.isAccepted)
    }

    @Test func itRestsOnIntegrity() throws {
        try witnesses[0].cosignInto(one, pin: id)
        try put(try bytes(one + "/README.en.txt") + [0x0A], one + "/README.en.txt")
        #expect(try judge([witnesses[0].key]).status(.time) == .notChecked)
    }
}
