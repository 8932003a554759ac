import Testing

@testable import AuditTrail

@Suite struct CosignatureTests {
    private let key = TestBook.key("witness")
    private let text = Array("book.example/\(String(repeating: "0", count: 64))\n3\nD81SJ9nvRiyQw5ppZJfj/sr0N3lwT5gNnXLe1YJdm4Y=\n".utf8)

    private func line(_ seconds: Int64 = 1_679_315_147, name: String = "w") throws -> NoteSignature {
        try Cosignature.sign(text, name: name, key: key, seconds: seconds).line
    }

    @Test func itsBytesAreThoseOfC2SP() throws {
        let line = try line(name: "witness.example.com/w1")
        #expect(line.signature.count == 72)
        #expect(Array(line.signature[..<8]) == [0, 0, 0, 0, 0x64, 0x18, 0x50, 0xCB])
        let message = Array("cosignature/v1\ntime 1679315147\n".utf8) + text
        #expect(key.publicKey.isValid(signature: Array(line.signature[8...]), over: message))
        let hash = SHA256.hash(Array("witness.example.com/w1\n".utf8) + [4] + key.publicKey.raw).bytes
        #expect(line.keyHash == hash[..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        #expect(line.keyHash != (try NoteVerifier(name: "witness.example.com/w1", publicKey: key.publicKey)).keyHash)
    }

    @Test func theExampleOfC2SPIsRead() throws {
        let note = try SignedNote.parse(
            Array(
                """
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

                """.utf8))
        #expect(Cosignature(note.signatures[0]) == nil)
        #expect(Cosignature(note.signatures[1])?.seconds == 1_679_315_147)
    }

    @Test func itHoldsOverItsTextAndTimeAlone() throws {
        let cosignature = try #require(Cosignature(line()))
        #expect(cosignature.isValid(under: key.publicKey, over: text))
        #expect(!cosignature.isValid(under: key.publicKey, over: text + [0x0A]))
        #expect(!cosignature.isValid(under: TestBook.key("other").publicKey, over: text))
        for index in 0..<72 {
            var bytes = cosignature.line.signature
            bytes[index] ^= 1
            let changed = NoteSignature(name: "w", keyHash: cosignature.line.keyHash, signature: bytes)
            #expect(Cosignature(changed)?.isValid(under: key.publicKey, over: text) != true, "byte \(index)")
        }
    }

    @Test func theKeyOfALineIsKnownUnderWhateverNameItHas() throws {
        #expect(Cosignature.isNamed(key.publicKey, by: try line(name: "other")))
        let renamed = NoteSignature(name: "x", keyHash: try line().keyHash, signature: try line().signature)
        #expect(!Cosignature.isNamed(key.publicKey, by: renamed))
    }

    @Test func anotherLengthOrATimeBeyondInt64IsNone() throws {
        let line = try line()
        for bytes in [Array(line.signature.dropLast()), line.signature + [0], Array(line.signature[8...])] {
            #expect(Cosignature(NoteSignature(name: "w", keyHash: line.keyHash, signature: bytes)) == nil)
        }
        let late = [0x80] + line.signature.dropFirst()
        #expect(Cosignature(NoteSignature(name: "w", keyHash: line.keyHash, signature: late)) == nil)
    }

    @Test func aCountTakesEachKeyOnceUnderAllItsNames() throws {
        let bounds = try #require(TimeBounds(from: nil, now: "2026-05-01T00:00:00Z"))
        let other = TestBook.key("other").publicKey
        var count = WitnessCount([key.publicKey, other, key.publicKey], text: text, bounds: bounds)
        #expect(count.keys == [key.publicKey, other])
        let lines = try [line(), line(name: "a"), line(1_700_000_000, name: "b")]
        try count.take(lines, of: "x")
        #expect(count.found == [key.publicKey])
        #expect(witnessRefusal { try count.require(nil) } == .cosignaturesTooFew)
        #expect(throws: Never.self) { try count.require(1) }
    }
}
