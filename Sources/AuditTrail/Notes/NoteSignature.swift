/// One signature line of a signed note: `— NAME BASE64(key hash, 4 bytes, big-endian ‖ signature)`.
public struct NoteSignature: Sendable {
    /// The name of the key, as it says.
    public let name: String
    /// The hash of the name and the key, as it says.
    public let keyHash: UInt32
    /// At least one byte; 64 for Ed25519.
    public let signature: [UInt8]

    init(name: String, keyHash: UInt32, signature: [UInt8]) {
        self.name = name
        self.keyHash = keyHash
        self.signature = signature
    }

    /// From a line without its line feed; nil when it is malformed.
    init?(line: ArraySlice<UInt8>) {
        guard line.starts(with: NoteSignature.opening) else { return nil }
        let parts = line.dropFirst(NoteSignature.opening.count)
            .split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let name = String(validating: parts[0], as: UTF8.self), NoteVerifier.isName(name),
            let bytes = Base64.decode(parts[1]), bytes.count >= 5
        else { return nil }
        let keyHash = bytes[..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        self.init(name: name, keyHash: keyHash, signature: Array(bytes.dropFirst(4)))
    }

    /// The line, ended by its line feed.
    var line: [UInt8] {
        let hash = withUnsafeBytes(of: keyHash.bigEndian) { Array($0) }
        return NoteSignature.opening + Array(name.utf8) + [0x20] + Base64.encodeBytes(hash + signature) + [0x0A]
    }

    /// Whether this line names that key.
    func names(_ verifier: NoteVerifier) -> Bool {
        keyHash == verifier.keyHash && name.utf8.elementsEqual(verifier.name.utf8)
    }

    /// Em dash U+2014 and a space.
    private static let opening = Array("\u{2014} ".utf8)
}

extension NoteSignature: Equatable {
    // Names are compared as bytes: to String, two normal forms of one name would be equal.
    public static func == (left: NoteSignature, right: NoteSignature) -> Bool {
        left.keyHash == right.keyHash && left.signature == right.signature
            && left.name.utf8.elementsEqual(right.name.utf8)
    }
}
