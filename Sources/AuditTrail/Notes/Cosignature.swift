// Cosignatures of witnesses (C2SP tlog-cosignature, cosignature/v1; FORMAT.md, section 16)
//
//     key hash  = first 4 bytes of SHA-256(NAME LF 0x04 PUBLIC-KEY)
//     signature = time as 8 bytes, big-endian, seconds since 1970 (below 2^63) ‖ 64 bytes of Ed25519 over
//
//         cosignature/v1 LF
//         time SECONDS LF
//         the checkpoint's text: ORIGIN LF SIZE LF ROOT LF

/// A witness's line on a checkpoint: that at this time, this was the largest tree of the register that it had seen, and
/// that each tree it saw before was the beginning of it.
public struct Cosignature: Sendable, Equatable {
    public let line: NoteSignature
    /// Seconds since 1970, UTC.
    public let seconds: Int64

    /// From a signature line; nil where it has not the form of one.
    init?(_ line: NoteSignature) {
        guard line.signature.count == Cosignature.length else { return nil }
        let number = line.signature[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let seconds = Int64(exactly: number) else { return nil }
        self.line = line
        self.seconds = seconds
    }

    private init(line: NoteSignature, seconds: Int64) {
        self.line = line
        self.seconds = seconds
    }

    /// Signs a checkpoint's text. Refuses: E-NOT-006 for a name that no line can carry.
    static func sign(_ text: [UInt8], name: String, key: PrivateKey, seconds: Int64) throws -> Cosignature {
        guard NoteVerifier.isName(name) else { throw AuditError(.noteKeyName, ["name": name]) }
        let signature = try key.sign(message(text, seconds))
        let time = withUnsafeBytes(of: seconds.bigEndian) { Array($0) }
        let line = NoteSignature(
            name: name, keyHash: keyHash(name: name, key: key.publicKey), signature: time + signature)
        return Cosignature(line: line, seconds: seconds)
    }

    /// Whether a line says that it is by this key, under whatever name.
    static func isNamed(_ key: PublicKey, by line: NoteSignature) -> Bool {
        line.keyHash == keyHash(name: line.name, key: key)
    }

    /// Whether this is the key's signature over the checkpoint's text.
    func isValid(under key: PublicKey, over text: [UInt8]) -> Bool {
        Cosignature.isNamed(key, by: line)
            && key.isValid(signature: Array(line.signature.dropFirst(8)), over: Cosignature.message(text, seconds))
    }

    static func keyHash(name: String, key: PublicKey) -> UInt32 {
        NoteVerifier.keyHash(name: name, key: [type] + key.raw)
    }

    private static func message(_ text: [UInt8], _ seconds: Int64) -> [UInt8] {
        Array("cosignature/v1\ntime \(seconds)\n".utf8) + text
    }

    /// The type of a key that cosigns by Ed25519.
    private static let type: UInt8 = 4
    private static let length = 8 + 64
}
