import Foundation
import Testing

@testable import AuditTrail

@Suite struct NoteFuzz {
    private let tokens = [
        "\n", "\n\n", "\n\n\u{2014} ", "\u{2014} ", "\u{2013} ", "-- ", " ", "+", "=", "==", "\r\n", "\t", "0", "-1", "00", "1\n",
        "9223372036854775807", "9223372036854775808", "example.org/", "AAAAAA==", "AAAAAB==", "\u{E9}", "e\u{301}", "\u{2028}",
        "\u{A0}", "\u{3000}", "\u{FEFF}", "c2sp.org/tlog-proof@v1\n", "extra ", "extra e30=\n", "index ", "index 0\n", "index -0\n", "index +",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
    ]
    private let bytes: [[UInt8]] = [[0x00], [0x7F], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x80], [0xFF]]

    private func seeds() throws -> [[UInt8]] {
        try Corpus.files("notes") + [
            Corpus.file("audit/vectors/bundle-v1/fnf-2/checkpoint"),
            Corpus.file("audit/vectors/bundle-v1/FNF-2026-000007.tlog-proof"),
        ]
    }

    @Test func aNoteThatIsAcceptedIsWrittenAgainAsItWas() throws {
        try Fuzzer("notes", seeds: seeds(), tokens: tokens, bytes: bytes).run(turns: 2000, leastAccepted: 50) { input in
            let note = try SignedNote.parse(input)
            try Broken.unless(note.bytes == input, "is written again as other bytes")
            try Broken.unless((1...SignedNote.mostSignatures).contains(note.signatures.count), "has no or too many lines")
            try Broken.unless(note.text.last == 0x0A, "has a text without its end")
            for line in note.signatures {
                guard let cosignature = Cosignature(line) else { continue }
                try Broken.unless(cosignature.seconds >= 0, "is cosigned before all time")
            }
        }
    }

    @Test func aCheckpointThatIsAcceptedIsWrittenAgainAsItWas() throws {
        let texts = try seeds().compactMap { try? SignedNote.parse($0).text }
        try Fuzzer("checkpoints", seeds: texts, tokens: tokens, bytes: bytes).run(turns: 1500, leastAccepted: 20) { input in
            let checkpoint = try Checkpoint.parse(input)
            try Broken.unless(checkpoint.text == input, "is written again as other bytes")
            try Broken.unless(checkpoint.size >= 0, "has a size below 0")
            guard let register = try? RegisterOrigin(checkpoint.origin) else { return }
            try Broken.unless(register.text.utf8.elementsEqual(checkpoint.origin.utf8), "names another register")
        }
    }

    @Test func aProofThatIsAcceptedIsWrittenAgainAsItWas() throws {
        try Fuzzer("proofs", seeds: seeds(), tokens: tokens, bytes: bytes).run(turns: 2000, leastAccepted: 10) { input in
            let proof = try RecordProof(parsing: input)
            try Broken.unless(proof.text == input, "is written again as other bytes")
            try Broken.unless(proof.hashes.count <= 63 && proof.index >= 0, "has what no tree has")
        }
    }

    /// Nothing but the one proof that was made holds, however it is damaged.
    @Test func aDamagedProofNeverHoldsForAnotherRecord() throws {
        let good = try Corpus.file("audit/vectors/bundle-v1/FNF-2026-000007.tlog-proof")
        let key = try PublicKey(pem: Corpus.file("audit/vectors/bundle-v1/fnf.pem"))
        let line = try RecordProof(parsing: good).line
        try Fuzzer("proven", seeds: [good], tokens: tokens, bytes: bytes).run(turns: 1000, leastAccepted: 0) { input in
            let proof = try RecordProof(parsing: input)
            try proof.verify(key: key, registerID: nil)
            try Broken.unless(proof.line == line, "proves another record")
        }
    }

    @Test func aStatementOrManifestThatIsAcceptedIsWrittenAgainAsItWas() throws {
        let statements = try ["fnf-1", "fnf-2", "fdmt-1"].map { try Corpus.file("audit/vectors/bundle-v1/\($0)/STATEMENT") }
        let words = ["\n", ": ", ": -\n", "0", "01", "-", ",", "1,2", " single-person", "size: 1\n", "../", "/", "  ", "\r"]
        try Fuzzer("statements", seeds: statements, tokens: words, bytes: bytes).run(turns: 1000, leastAccepted: 10) { input in
            try Broken.unless(Statement(parsing: input).text == input, "is written again as other bytes")
        }
        let manifests = try ["fnf-1", "fdmt-1"].map { try Corpus.file("audit/vectors/bundle-v1/\($0)/MANIFEST.sha256") }
        try Fuzzer("manifests", seeds: manifests, tokens: words, bytes: bytes).run(turns: 1000, leastAccepted: 10) { input in
            try Broken.unless(Manifest(parsing: input).text == input, "is written again as other bytes")
        }
    }
}
