import Foundation
import Testing

@testable import AuditTrail

@Suite struct NoteVerifierTests {
    @Test func `The worked example of the heading holds`() throws {
        let vkey = try #require(try workedExample("Sources/AuditTrail/Notes/NoteVerifier.swift").first)
        let verifier = try NoteVerifier(vkey: vkey)
        #expect(verifier.name == "example.com/foo")
        #expect(verifier.keyHash == 0x530D_903A)
        #expect(verifier.vkey == vkey)
        #expect(try NoteVerifier(name: "example.com/foo", publicKey: verifier.publicKey) == verifier)
    }

    @Test(arguments: ["", "a b", "a+b", "a\u{A0}b", "a\u{2028}b", "a\tb", "a\nb", "a\u{1}", "\u{3000}"])
    func `A name that no signature line can carry is refused`(name: String) throws {
        let key = try SampleKey.number(1)
        #expect(throws: AuditError(.noteKeyName, ["name": name])) {
            try NoteVerifier(name: name, publicKey: key.publicKey)
        }
        #expect(throws: AuditError(.noteKeyName, ["name": name])) {
            try SignedNote.sign(text: [0x0A], name: name, key: key)
        }
    }

    @Test func `A verifier key that is not canonical is refused`() throws {
        let vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
        let others = [
            "", "+", "++", "example.com/foo", "example.com/foo+530d903a", "+530d903a+AekyeRrm",
            vkey.replacingOccurrences(of: "530d903a", with: "530D903A"),
            vkey.replacingOccurrences(of: "530d903a", with: "530d903b"),
            vkey.replacingOccurrences(of: "530d903a", with: "0530d903a"),
            vkey.replacingOccurrences(of: "foo", with: "bar"), vkey.replacingOccurrences(of: "Aek", with: "Auk"),
            vkey.replacingOccurrences(of: "example.", with: "example "), vkey + "=", vkey + "\n", vkey + "AAAA",
            String(vkey.dropLast(4)), "example.com/foo+530d903a+",
        ]
        for other in others {
            #expect(throws: AuditError(.noteVerifierKey, ["vkey": other])) { try NoteVerifier(vkey: other) }
        }
    }

    @Test func `A verifier key of a small-order point is refused`() throws {
        let identity: [UInt8] = [1] + [UInt8](repeating: 0, count: 31)
        let hash = SHA256.hash(Array("a\n".utf8) + [1] + identity).hex.prefix(8)
        #expect(throws: AuditError(.publicKeySmallOrder, ["key": Hexadecimal.encode(identity)])) {
            try NoteVerifier(vkey: "a+\(hash)+\(Base64.encode([1] + identity))")
        }
    }

    @Test func `Names in two normal forms are two names`() throws {
        let key = try SampleKey.number(1).publicKey
        let composed = try NoteVerifier(name: "\u{E9}", publicKey: key)
        let decomposed = try NoteVerifier(name: "e\u{301}", publicKey: key)
        #expect(composed.name == decomposed.name)
        #expect(composed != decomposed)
    }
}
