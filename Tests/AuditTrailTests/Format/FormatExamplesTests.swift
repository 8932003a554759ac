import Foundation
import Testing

@testable import AuditTrail

/// The worked examples of audit/FORMAT.md, section 15: every line in its code blocks is made again here and must stand
/// there, byte for byte.
@Suite struct FormatExamples {
    /// The private key of an example: its seed is SHA-256 of `fundctl example NAME`.
    static func key(_ name: String) throws -> PrivateKey {
        try PrivateKey(seed: SHA256.hash(Array("fundctl example \(name)".utf8)).bytes)
    }

    static func line(_ record: some Record) throws -> [UInt8] {
        var writer = CanonicalWriter()
        try record.write(into: &writer, kind: type(of: record).kind)
        return try writer.finishedLine()
    }

    /// Label and value of each example, in the order of the page.
    static func examples() throws -> [(label: String, value: String)] {
        let person = try key("marie"), ledger = try key("ledger"), recovery = try key("recovery")
        let genesis = RegisterCreated(
            register: "fnf", origin: "example.org/quebec", random: SHA256.hash(Array("fundctl example random".utf8)),
            ledgerKey: ledger.publicKey, recoveryKey: recovery.publicKey,
            founders: [.init(person: "marie", key: person.publicKey)], template: nil)
        let genesisLine = try line(genesis)
        let id = SHA256.hash(genesisLine)
        let possession = Proofs.possession(register: id, person: "marie", role: .founder, scope: "")
        let admission = PersonAdmitted(
            person: "marie", key: person.publicKey, role: .founder, proof: try person.sign(possession))
        let admissionLine = try line(admission)
        let leaves = [genesisLine, admissionLine].map { line in line.withUnsafeBytes { SHA256.leaf($0) } }
        let root = Merkle.root(leaves: leaves)
        var seal = BatchSealed(
            register: id, batch: 1, first: 1, count: 2, rootBefore: Merkle.root(leaves: []), rootAfter: root,
            contentRoot: root, contentHash: SHA256.hash([]), idempotencyKey: "example-1", key: person.publicKey,
            siblings: [], time: "2026-04-01T12:00:00Z")
        let signedText = try seal.signedText()
        seal.signature = try person.sign(signedText)
        let sealLine = try line(seal)
        let all = leaves + [sealLine.withUnsafeBytes { SHA256.leaf($0) }]
        let checkpoint = try Checkpoint(
            origin: "example.org/quebec/\(id.hex)", size: 3, root: Merkle.root(leaves: all))
        let note = try SignedNote.sign(
            text: checkpoint.text, name: "example.org/quebec/\(id.hex)", key: ledger)
        let cosignature = try Cosignature.sign(
            checkpoint.text, name: "witness.example.org", key: try key("witness"),
            seconds: try #require(UnixTime.seconds("2026-04-02T12:00:00Z")))
        let proof = try RecordProof(
            line: admissionLine, index: 1, hashes: Merkle.inclusionProof(leaf: 1, leaves: all), note: note)
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        return [
            ("public key of marie", person.publicKey.hex), ("record 1", text(genesisLine)), ("register id", id.hex),
            ("leaf of record 1", leaves[0].hex), ("possession text", text(possession)), ("record 2", text(admissionLine)),
            ("root after record 2", root.hex), ("text signed by the seal", text(signedText)),
            ("record 3", text(sealLine)), ("root after record 3", checkpoint.root.hex),
            ("checkpoint", text(note.bytes)),
            (
                "commitment",
                Commitment.of(
                    "Tremblay", field: "name", subject: String(repeating: "0", count: 32), register: id,
                    salt: [UInt8](repeating: 7, count: 32)
                ).hex
            ),
            ("public key of the witness", try key("witness").publicKey.hex),
            ("note of the witness", text(SignedNote(text: checkpoint.text, signatures: [cosignature.line]).bytes)),
            ("proof of record 2", text(proof.text)),
        ]
    }

    /// The page's section: a heading line per example, its value indented by four spaces.
    static func section() throws -> String {
        try examples().map { label, value in
            let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
            let shown = value.hasSuffix("\n") ? lines.dropLast() : lines[...]
            return "\(label):\n\n" + shown.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
        }.joined(separator: "\n")
    }

    @Test func everyExampleOfThePageIsMadeAgainByteForByte() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("audit/FORMAT.md"), encoding: .utf8)
        let section = try Self.section()
        if !page.contains(section), ProcessInfo.processInfo.environment["UPDATE_FORMAT"] != nil {
            try section.write(to: root.appendingPathComponent(".build-format-examples.md"), atomically: true, encoding: .utf8)
        }
        #expect(page.contains(section), "audit/FORMAT.md, section 15, is not what the program makes")
    }
}
