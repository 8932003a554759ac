import Testing

@testable import AuditTrail

@Suite struct SignedNoteTests {
    static let text = Array("First line\n\nThird line\n".utf8)

    /// A note of several keys: the one note's text with the lines of all.
    private static func note(_ names: [String], text: [UInt8] = text) throws -> SignedNote {
        let notes = try names.enumerated().map {
            try SignedNote.sign(text: text, name: $1, key: SampleKey.number(UInt8($0)))
        }
        return SignedNote(text: text, signatures: notes.flatMap(\.signatures))
    }

    private static func verifier(_ number: UInt8, _ name: String) throws -> NoteVerifier {
        try NoteVerifier(name: name, publicKey: SampleKey.number(number).publicKey)
    }

    /// A note of this text and as many lines of unknown keys.
    private static func unknown(lines: Int) -> [UInt8] {
        let line = NoteSignature(name: "n", keyHash: 1, signature: [1]).line
        return text + [0x0A] + (0..<lines).flatMap { _ in line }
    }

    @Test func `The worked example of the heading holds`() throws {
        let lines = try workedExample("Sources/AuditTrail/Notes/SignedNote.swift")
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        let note = try SignedNote.parse(bytes)
        let vkey = try #require(try workedExample("Sources/AuditTrail/Notes/NoteVerifier.swift").first)
        let verifier = try NoteVerifier(vkey: vkey)
        #expect(try note.verify([verifier]) == [verifier])
        #expect(note.text == Array("This is an example message.\n".utf8))
        #expect(note.bytes == bytes)
    }

    @Test func `A note that is signed parses to itself and verifies`() throws {
        let key = try SampleKey.number(3)
        let note = try SignedNote.sign(text: Self.text, name: "fnf.example/ab", key: key)
        #expect(try SignedNote.parse(note.bytes) == note)
        #expect(try note.verify([Self.verifier(3, "fnf.example/ab")]) == [Self.verifier(3, "fnf.example/ab")])
        #expect(note.signatures.map(\.signature.count) == [64])
    }

    @Test func `Known keys are told in the order of their lines, unknown ones are kept`() throws {
        let note = try SignedNote.parse(Self.note(["a", "b", "c"]).bytes)
        let known = [try Self.verifier(2, "c"), try Self.verifier(0, "a")]
        #expect(try note.verify(known).map(\.name) == ["a", "c"])
        #expect(note.signatures.map(\.name) == ["a", "b", "c"])
    }

    @Test func `A note without a known key is refused`() throws {
        let note = try Self.note(["a", "b"])
        #expect(throws: AuditError(.noteUnverified)) { try note.verify([]) }
        // The same key under another name, and another key under the same name, are unknown.
        #expect(throws: AuditError(.noteUnverified)) {
            try note.verify([Self.verifier(0, "c"), Self.verifier(5, "a")])
        }
    }

    @Test func `A bad signature of a known key refuses the whole note, even beside good ones`() throws {
        let good = try Self.note(["a", "b"])
        let known = [try Self.verifier(0, "a"), try Self.verifier(1, "b")]
        let zeros = [UInt8](repeating: 0, count: 64)
        for changed in [zeros, good.signatures[0].signature, [1], good.signatures[1].signature + [0]] {
            let bad = NoteSignature(name: "b", keyHash: known[1].keyHash, signature: changed)
            let refusal = AuditError(
                .noteSignatureInvalid, ["name": "b", "key_hash": NoteVerifier.hex(known[1].keyHash)])
            for signatures in [[good.signatures[0], bad], good.signatures + [bad], [bad] + good.signatures] {
                #expect(throws: refusal) {
                    try SignedNote(text: Self.text, signatures: signatures).verify(known)
                }
            }
            // Where its key is not known, it does no harm.
            let note = SignedNote(text: Self.text, signatures: [good.signatures[0], bad])
            #expect(try note.verify([known[0]]) == [known[0]])
        }
    }

    @Test func `A changed text is refused`() throws {
        let note = try Self.note(["a"])
        let known = [try Self.verifier(0, "a")]
        let other = SignedNote(text: note.text + [0x0A], signatures: note.signatures)
        #expect(throws: AuditError.self) { try SignedNote.parse(other.bytes).verify(known) }
    }

    @Test func `A key counts once, however many lines it has`() throws {
        let line = try Self.note(["a"]).signatures
        let note = try SignedNote.parse(SignedNote(text: Self.text, signatures: line + line).bytes)
        let verifier = try Self.verifier(0, "a")
        #expect(note.signatures.count == 2)
        #expect(try note.verify([verifier, verifier]) == [verifier])
    }

    @Test func `Two known keys that one line names are refused`() throws {
        let note = try Self.note(["a"])
        let verifier = try Self.verifier(0, "a")
        let other = NoteVerifier(
            name: "a", publicKey: try SampleKey.number(1).publicKey, keyHash: verifier.keyHash)
        let refusal = AuditError(
            .noteVerifierAmbiguous, ["name": "a", "key_hash": NoteVerifier.hex(verifier.keyHash)])
        #expect(throws: refusal) { try note.verify([verifier, other]) }
    }

    @Test func `100 signature lines are read, 101 are refused`() throws {
        #expect(try SignedNote.parse(Self.unknown(lines: 100)).signatures.count == 100)
        #expect(throws: AuditError(.noteTooManySignatures)) { try SignedNote.parse(Self.unknown(lines: 101)) }
    }

    @Test func `A note above 1 MiB is refused, read or made`() throws {
        let line = try Self.note(["a"]).signatures[0].line.count
        let largest = [UInt8](repeating: 0x61, count: (1 << 20) - line - 2) + [0x0A]
        let key = try SampleKey.number(0)
        let note = try SignedNote.sign(text: largest, name: "a", key: key)
        #expect(note.bytes.count == 1 << 20)
        #expect(try SignedNote.parse(note.bytes) == note)
        let refusal = AuditError(.noteTooLarge, ["length": String(1 << 20 | 1)])
        #expect(throws: refusal) { try SignedNote.sign(text: [0x61] + largest, name: "a", key: key) }
        #expect(throws: refusal) { try SignedNote.parse([0x61] + note.bytes) }
    }

    @Test func `A text that no note can hold is not signed`() throws {
        let key = try SampleKey.number(0)
        for text in [[], Array("no line feed".utf8)] {
            #expect(throws: AuditError(.noteShape)) { try SignedNote.sign(text: text, name: "a", key: key) }
        }
        for text: [UInt8] in [[0x0D, 0x0A], [0x09, 0x0A], [0xFF, 0x0A], [0, 0x0A]] {
            #expect(throws: AuditError(.noteCharacters)) { try SignedNote.sign(text: text, name: "a", key: key) }
        }
    }

    @Test(arguments: [
        "\u{2014} n AAAAAQE", "\u{2014} n AAAAAQF=", "\u{2014} n AAAAAQ==", "\u{2014} n ", "\u{2014} n",
        "\u{2014} ", "- n AAAAAQE=", "\u{2013} n AAAAAQE=", "\u{2014}n AAAAAQE=", "\u{2014}  n AAAAAQE=",
        "\u{2014} n  AAAAAQE=", "\u{2014} n AAAAAQE= ", "\u{2014} n+ AAAAAQE=", "\u{2014} \u{A0} AAAAAQE=",
        " \u{2014} n AAAAAQE=", "\u{2014} n AAAAAQE= x",
    ])
    func `A malformed signature line is refused`(line: String) {
        let good = NoteSignature(name: "n", keyHash: 1, signature: [1]).line
        #expect(String(decoding: good, as: UTF8.self) == "\u{2014} n AAAAAQE=\n")
        #expect(throws: AuditError(.noteSignatureLine, ["line": "2"])) {
            try SignedNote.parse(Self.text + [0x0A] + good + Array(line.utf8) + [0x0A])
        }
    }
}
