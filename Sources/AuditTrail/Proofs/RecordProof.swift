// Proof of one record (C2SP tlog-proof; FORMAT.md, section 17)
//
//     c2sp.org/tlog-proof@v1 LF
//     extra BASE64 LF            the record's line, whose leaf is proven
//     index N LF                 its sequence less 1
//     BASE64 LF                  each hash of the inclusion proof, from the leaf up; at most 63
//     LF
//     the checkpoint, a signed note: the ledger key's line, then those of witnesses, if any

/// A record with all that shows it to be in a register, but the key: text that a person can keep.
public struct RecordProof: Sendable, Equatable {
    /// The record's line, without LF.
    public let line: [UInt8]
    /// From 0.
    public let index: Int64
    /// From the leaf up.
    public let hashes: [Digest]
    /// The checkpoint, signed.
    public let note: SignedNote
    public let checkpoint: Checkpoint
    public let register: RegisterOrigin

    public var sequence: Int64 { index + 1 }

    /// The largest proof: a line of 1 MiB, the hashes and a note of 64 KiB.
    public static let largestBytes = 1_500_000
    private static let firstLine = "c2sp.org/tlog-proof@v1"
    private static let mostHashes = 63

    init(line: [UInt8], index: Int64, hashes: [Digest], note: SignedNote) throws {
        self.line = line
        self.index = index
        self.hashes = hashes
        self.note = note
        checkpoint = try Checkpoint.parse(note.text)
        register = try RegisterOrigin(checkpoint.origin)
    }

    /// The bytes of the file.
    public var text: [UInt8] {
        var text = Array("\(RecordProof.firstLine)\nextra \(Base64.encode(line))\nindex \(index)\n".utf8)
        for hash in hashes { text += Array((Base64.encode(hash.bytes) + "\n").utf8) }
        return text + [0x0A] + note.bytes
    }

    /// From the bytes of a file; nothing is proven yet.
    ///
    /// Refuses: E-PRF-001 for another form, E-PRF-002 for more than `largestBytes`, E-PRF-003 without its record; E-NOT codes
    /// and E-WIT-009 for the checkpoint.
    public init(parsing bytes: [UInt8]) throws {
        guard bytes.count <= RecordProof.largestBytes else {
            throw WitnessError(.proofTooLarge, ["limit_bytes": String(RecordProof.largestBytes)])
        }
        var lines = Lines(bytes)
        guard lines.next()?.elementsEqual(RecordProof.firstLine.utf8) == true else { throw lines.malformed }
        guard let extra = lines.value("extra ") else {
            throw lines.value("index ") == nil ? lines.malformed : WitnessError(.proofWithoutRecord)
        }
        guard let record = Base64.decode(extra), !record.isEmpty, record.count <= CanonicalLimits.lineBytes else {
            throw lines.malformed
        }
        guard let number = lines.value("index "),
            let index = CanonicalInteger.parse(String(decoding: number, as: UTF8.self)), index >= 0, index < .max
        else { throw lines.nextMalformed }
        var hashes: [Digest] = []
        while let line = lines.next(), !line.isEmpty {
            guard hashes.count < RecordProof.mostHashes, let hash = Base64.decode(line).flatMap({ Digest(bytes: $0) }) else {
                throw lines.malformed
            }
            hashes.append(hash)
        }
        guard lines.rest.count <= BundlePath.largestNote_bytes else { throw lines.malformed }
        try self.init(line: record, index: index, hashes: hashes, note: SignedNote.parse(Array(lines.rest)))
    }

    /// Reads lines that are each ended by LF.
    private struct Lines {
        private(set) var rest: ArraySlice<UInt8>
        private var number = 0

        init(_ bytes: [UInt8]) { rest = bytes[...] }

        /// E-PRF-001 for the line read last, or the next one.
        var malformed: WitnessError { WitnessError(.proofMalformed, ["line": String(max(number, 1))]) }
        var nextMalformed: WitnessError { WitnessError(.proofMalformed, ["line": String(number + 1)]) }

        mutating func next() -> ArraySlice<UInt8>? {
            guard let end = rest.firstIndex(of: 0x0A) else { return nil }
            defer { rest = rest[(end + 1)...] }
            number += 1
            return rest[..<end]
        }

        /// What follows these words on the next line; the line is not passed where it begins otherwise.
        mutating func value(_ words: String) -> ArraySlice<UInt8>? {
            guard rest.starts(with: words.utf8) else { return nil }
            return next()?.dropFirst(words.utf8.count)
        }
    }
}

extension RecordProof {
    /// Shows the record to be in the register of the pinned key, and of the pinned id where one is given, as its checkpoint
    /// stood; and that so many of the given witnesses cosigned that checkpoint.
    ///
    /// Refuses: E-NOT-008, E-NOT-009 where the key did not sign the checkpoint, E-PRF-005 for another register, E-PRF-004 where
    /// the record is not in its tree, E-REC codes for what is no record, E-WIT-012 … E-WIT-015 for the witnesses.
    public func verify(key: PublicKey, registerID: Digest?, witnesses: WitnessRequirement? = nil) throws {
        _ = try note.verify([NoteVerifier(name: checkpoint.origin, publicKey: key)])
        if let registerID, registerID != register.id {
            throw WitnessError(.proofOfOther, ["expected": registerID.hex, "found": register.id.hex])
        }
        let leaf = line.withUnsafeBytes { SHA256.leaf($0) }
        guard
            Merkle.verifyInclusion(
                index: index, size: checkpoint.size, leaf: leaf, proof: hashes, root: checkpoint.root)
        else {
            throw WitnessError(.proofNotIncluded, ["record": String(sequence), "size": String(checkpoint.size)])
        }
        _ = try line.withUnsafeBytes { try CanonicalScanner.scan($0) }
        guard let witnesses else { return }
        var count = try witnesses.count(over: note.text, from: nil, own: [key])
        try count.take(note.signatures, of: "")
        try count.require(witnesses.needed)
    }
}
