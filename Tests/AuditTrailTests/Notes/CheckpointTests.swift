import Foundation
import Testing

@testable import AuditTrail

@Suite struct CheckpointTests {
    static let root = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0="

    private static func refusal(_ text: String) -> AuditError? {
        do {
            _ = try Checkpoint.parse(Array(text.utf8))
            return nil
        } catch { return error as? AuditError }
    }

    @Test func `The worked example of the heading holds`() throws {
        let lines = try workedExample("Sources/AuditTrail/Notes/Checkpoint.swift")
        let text = Array((lines.joined(separator: "\n") + "\n").utf8)
        let checkpoint = try Checkpoint.parse(text)
        #expect(checkpoint.origin == lines[0])
        #expect(checkpoint.size == 1)
        #expect(checkpoint.root == SHA256.leaf([]))
        #expect(checkpoint.text == text)
    }

    @Test func `A checkpoint goes through a signed note`() throws {
        let key = try SampleKey.number(2)
        let checkpoint = try Checkpoint(origin: "fnf.example/ab", size: .max, root: SHA256.empty)
        let bytes = try SignedNote.sign(text: checkpoint.text, name: checkpoint.origin, key: key).bytes
        let note = try SignedNote.parse(bytes)
        #expect(try note.verify([NoteVerifier(name: "fnf.example/ab", publicKey: key.publicKey)]).count == 1)
        #expect(try Checkpoint.parse(note.text) == checkpoint)
    }

    @Test func `A text of another number of lines is refused`() {
        for text in ["", "\n", "\n\n", "o\n1\n", "o\n1\n\(Self.root)", "o\n1\n\(Self.root)\nx"] {
            #expect(Self.refusal(text) == AuditError(.checkpointShape), "\(text)")
        }
        #expect(Self.refusal("o\n1\n\(Self.root)\nextension\n") == AuditError(.checkpointExtension))
        #expect(Self.refusal("o\n1\n\(Self.root)\n\n") == AuditError(.checkpointExtension))
    }

    @Test func `An empty origin or a control character is refused`() {
        #expect(Self.refusal("\n1\n\(Self.root)\n") == AuditError(.checkpointOrigin))
        #expect(Self.refusal("o\r\n1\n\(Self.root)\n") == AuditError(.noteCharacters))
        #expect(throws: AuditError(.noteCharacters)) { try Checkpoint.parse([0xFF, 0x0A]) }
        for origin in ["", "a\nb", "a\tb"] {
            #expect(throws: AuditError(.checkpointOrigin)) {
                try Checkpoint(origin: origin, size: 1, root: SHA256.empty)
            }
        }
    }

    @Test(arguments: ["", "-1", "+1", "01", "00", "1.0", "1e3", " 1", "1 ", "0x1", "9223372036854775808", "\u{661}"])
    func `A size that is not canonical is refused`(size: String) {
        #expect(Self.refusal("o\n\(size)\n\(Self.root)\n") == AuditError(.checkpointSize, ["text": size]))
    }

    @Test func `A negative size is not made`() {
        #expect(throws: AuditError(.checkpointSize, ["text": "-1"])) {
            try Checkpoint(origin: "o", size: -1, root: SHA256.empty)
        }
    }

    @Test(arguments: [
        "", "AAAA", String(root.dropLast()), root + "=", root.replacingOccurrences(of: "B0=", with: "B1="),
        root.replacingOccurrences(of: "+", with: "-"), " " + root, "AAAA" + root,
    ])
    func `A root that is not the canonical base64 of 32 bytes is refused`(root: String) {
        #expect(Self.refusal("o\n1\n\(root)\n") == AuditError(.checkpointRoot, ["text": root]))
    }

    @Test func `Size 0 and the largest size are read`() throws {
        #expect(try Checkpoint.parse(Array("o\n0\n\(Self.root)\n".utf8)).size == 0)
        #expect(try Checkpoint.parse(Array("o\n9223372036854775807\n\(Self.root)\n".utf8)).size == .max)
    }
}
