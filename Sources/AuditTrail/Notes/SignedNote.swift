// Signed notes (C2SP signed-note; Go golang.org/x/mod/sumdb/note)
//
//     TEXT                one or more lines, each ended by LF; what is signed, byte for byte
//     LF                  a blank line: the last one of the note divides
//     — NAME BASE64 LF    one to 100 signature lines: U+2014, space, name, space,
//                         base64(key hash, 4 bytes, big-endian ‖ signature of at least 1 byte)
//
// The note is at most 1 MiB, UTF-8, without ASCII control characters (below U+0020) but LF. Base64 is
// canonical. Names are as NoteVerifier has them and compare as bytes. Worked example, whose key is
// example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k:
//
//     This is an example message.
//
//     — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
//
// Checking: each line that names a known key (name and hash) must hold a valid signature, or the whole note
// is refused. Lines of unknown keys are kept and not judged. A key counts once however many lines it has.
// Go's reader checks only the first line of a key; here every one must be valid.

/// A text with its signatures, as parsed or made; its syntax is right, its signatures not yet judged.
public struct SignedNote: Sendable, Equatable {
    /// What is signed, ended by a line feed.
    public let text: [UInt8]
    /// The signature lines in their order, known or not.
    public let signatures: [NoteSignature]

    /// The largest note that is read.
    public static let largestBytes = 1 << 20
    /// The most signature lines that a note may have.
    public static let mostSignatures = 100

    /// The note's bytes. Parsing and writing again gives the same bytes.
    public var bytes: [UInt8] {
        signatures.reduce(text + [0x0A]) { $0 + $1.line }
    }

    /// Refuses with E-NOT-001 more than 1 MiB, E-NOT-002 bytes that are not UTF-8 or a control character,
    /// E-NOT-003 a note without blank line, signature or last line feed, E-NOT-005 more than 100 signature
    /// lines, E-NOT-004 a malformed one.
    public static func parse(_ bytes: [UInt8]) throws -> SignedNote {
        guard bytes.count <= largestBytes else {
            throw AuditError(.noteTooLarge, ["length": String(bytes.count)])
        }
        try checkCharacters(bytes)
        guard bytes.last == 0x0A, let blank = lastBlankLine(bytes), blank + 1 < bytes.count else {
            throw AuditError(.noteShape)
        }
        let lines = bytes[(blank + 1)...].dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count <= mostSignatures else { throw AuditError(.noteTooManySignatures) }
        let signatures = try lines.enumerated().map { index, line in
            guard let signature = NoteSignature(line: line) else {
                throw AuditError(.noteSignatureLine, ["line": String(index + 1)])
            }
            return signature
        }
        return SignedNote(text: Array(bytes[..<blank]), signatures: signatures)
    }

    /// The known keys that signed the note, each once, in the order of their first lines.
    ///
    /// Refuses with E-NOT-008 the whole note when a line of a known key is not valid, E-NOT-009 when no line
    /// is of a known key, E-NOT-010 when a line names two different known keys.
    public func verify(_ known: [NoteVerifier]) throws -> [NoteVerifier] {
        var verified: [NoteVerifier] = []
        for signature in signatures {
            let named = Set(known.filter(signature.names))
            guard let verifier = named.first else { continue }
            let parameters = ["name": signature.name, "key_hash": NoteVerifier.hex(signature.keyHash)]
            guard named.count == 1 else { throw AuditError(.noteVerifierAmbiguous, parameters) }
            guard verifier.publicKey.isValid(signature: signature.signature, over: text) else {
                throw AuditError(.noteSignatureInvalid, parameters)
            }
            if !verified.contains(verifier) { verified.append(verifier) }
        }
        guard !verified.isEmpty else { throw AuditError(.noteUnverified) }
        return verified
    }

    /// A note of this text, signed by one key. Refuses with E-NOT-001, E-NOT-002 and E-NOT-003 a text that no
    /// note can hold, E-NOT-006 a bad name.
    public static func sign(text: [UInt8], name: String, key: PrivateKey) throws -> SignedNote {
        try checkCharacters(text)
        guard text.last == 0x0A else { throw AuditError(.noteShape) }
        let verifier = try NoteVerifier(name: name, publicKey: key.publicKey)
        let signature = NoteSignature(name: name, keyHash: verifier.keyHash, signature: try key.sign(text))
        let note = SignedNote(text: text, signatures: [signature])
        let length = note.bytes.count
        guard length <= largestBytes else { throw AuditError(.noteTooLarge, ["length": String(length)]) }
        return note
    }

    private static func checkCharacters(_ bytes: [UInt8]) throws {
        let isClean = bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
        guard isClean, String(validating: bytes, as: UTF8.self) != nil else { throw AuditError(.noteCharacters) }
    }

    /// The position of the line feed that is the note's last blank line.
    private static func lastBlankLine(_ bytes: [UInt8]) -> Int? {
        var position = bytes.count - 1
        while position > 0 {
            if bytes[position] == 0x0A, bytes[position - 1] == 0x0A { return position }
            position -= 1
        }
        return nil
    }
}
