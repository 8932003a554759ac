import Testing

@testable import AuditTrail

/// The vectors of Go's sumdb/note and of C2SP.
@Suite(.enabled(if: PublicVectors.isPresent, "the public vectors are not beside the repository"))
struct SignedNoteVectorTests {
    private struct Vectors: Decodable {
        struct Valid: Decodable {
            let vkey: String
            let skey: String?
            let note: String
        }
        let valid: [Valid]
        let bad_vkeys: [String]
        let malformed_note_recipes: [String]
    }

    private static func vectors() throws -> Vectors {
        try PublicVectors.decode(Vectors.self, "signed-note/notes.json")
    }

    @Test func `Each valid note verifies with its key`() throws {
        for valid in try Self.vectors().valid {
            let verifier = try NoteVerifier(vkey: valid.vkey)
            let note = try SignedNote.parse(Array(valid.note.utf8))
            #expect(try note.verify([verifier]) == [verifier])
            #expect(note.bytes == Array(valid.note.utf8))
            #expect(verifier.vkey == valid.vkey)
        }
    }

    @Test func `The note whose private key is given is signed to the same bytes`() throws {
        for valid in try Self.vectors().valid {
            guard let typed = valid.skey.flatMap({ $0.split(separator: "+").last }).flatMap({ Base64.decode($0.utf8) })
            else { continue }
            let verifier = try NoteVerifier(vkey: valid.vkey)
            let text = try SignedNote.parse(Array(valid.note.utf8)).text
            let key = try PrivateKey(seed: Array(typed.dropFirst()))
            #expect(try SignedNote.sign(text: text, name: verifier.name, key: key).bytes == Array(valid.note.utf8))
        }
    }

    @Test func `Each bad verifier key is refused`() throws {
        for vkey in try Self.vectors().bad_vkeys {
            #expect(throws: AuditError(.noteVerifierKey, ["vkey": vkey])) { try NoteVerifier(vkey: vkey) }
        }
    }

    @Test func `Each malformed note is refused`() throws {
        let vectors = try Self.vectors()
        let valid = try #require(vectors.valid.first { $0.vkey.hasPrefix("PeterNeumann") })
        let verifier = try NoteVerifier(vkey: valid.vkey)
        let note = try SignedNote.parse(Array(valid.note.utf8))
        let line = try #require(note.signatures.first?.line)
        let spaced = Array(String(decoding: line, as: UTF8.self).replacing("PeterNeumann", with: "Peter Neumann").utf8)
        // After the eight characters that hold the key hash.
        let inserted = Array(String(decoding: line, as: UTF8.self).replacing("x08go/ZJ", with: "x08go/ZJABCD").utf8)
        let cases: [String: ([UInt8], AuditError)] = [
            "text only, no blank line / no signature": (note.text, AuditError(.noteShape)),
            "text + blank line, no signature": (note.text + [0x0A], AuditError(.noteShape)),
            "signature line without final newline": (Array(note.bytes.dropLast()), AuditError(.noteShape)),
            "text begins with byte 0x01": ([0x01] + note.bytes, AuditError(.noteCharacters)),
            "text begins with byte 0xff (invalid UTF-8)": ([0xFF] + note.bytes, AuditError(.noteCharacters)),
            "key name with a space": (
                note.text + [0x0A] + spaced, AuditError(.noteSignatureLine, ["line": "1"])
            ),
            "line after the signature block": (
                note.bytes + Array("Hello\n".utf8), AuditError(.noteSignatureLine, ["line": "2"])
            ),
            "101 signature lines": (
                note.bytes + (0..<100).flatMap { _ in line }, AuditError(.noteTooManySignatures)
            ),
            "4 base64 chars ABCD inserted in a known key's signature: whole note must be rejected": (
                note.text + [0x0A] + inserted,
                AuditError(.noteSignatureInvalid, ["name": "PeterNeumann", "key_hash": "c74f20a3"])
            ),
        ]
        for recipe in vectors.malformed_note_recipes {
            let (bytes, refusal) = try #require(cases[recipe], "\(recipe)")
            #expect(throws: refusal, "\(recipe)") { try SignedNote.parse(bytes).verify([verifier]) }
        }
    }
}
