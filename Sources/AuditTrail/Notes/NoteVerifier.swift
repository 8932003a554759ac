// Key names, key hashes and verifier keys (C2SP signed-note; Go golang.org/x/mod/sumdb/note)
//
//     key hash     = first 4 bytes of SHA-256(NAME LF 0x01 PUBLIC-KEY), 0x01 being Ed25519
//     verifier key = NAME "+" KEY-HASH as 8 lower-case hexadecimal digits "+" base64(0x01 PUBLIC-KEY)
//
// A name is not empty, is UTF-8, and holds no white space (as Unicode has it), no control character and no
// "+". Base64 is canonical. Worked example:
//
//     example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k

/// A public key under a name, as signed notes know it.
public struct NoteVerifier: Sendable {
    public let name: String
    public let publicKey: PublicKey
    /// The first four bytes of the hash of name and key; a signature line carries it.
    public let keyHash: UInt32

    /// Takes the hash as given: tests make two keys of one hash, which honest ones hardly ever are.
    init(name: String, publicKey: PublicKey, keyHash: UInt32) {
        self.name = name
        self.publicKey = publicKey
        self.keyHash = keyHash
    }

    /// Refuses with E-NOT-006 a name that no signature line can carry.
    public init(name: String, publicKey: PublicKey) throws {
        guard NoteVerifier.isName(name) else { throw AuditError(.noteKeyName, ["name": name]) }
        let keyHash = NoteVerifier.keyHash(name: name, key: NoteVerifier.typed(publicKey))
        self.init(name: name, publicKey: publicKey, keyHash: keyHash)
    }

    /// From a verifier key's text. Refuses with E-NOT-007 what is not one in canonical form, an algorithm
    /// other than Ed25519, and a hash that is not the key's; then the key as `PublicKey.init(raw:)` does.
    public init(vkey: String) throws {
        let refusal = AuditError(.noteVerifierKey, ["vkey": String(vkey.prefix(200))])
        let parts = vkey.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = String(parts[0]), let hash = String(parts[1]),
            NoteVerifier.isName(name), hash.utf8.count == 8, let typed = Base64.decode(parts[2]),
            typed.count == 33, typed[0] == NoteVerifier.ed25519,
            hash == NoteVerifier.hex(NoteVerifier.keyHash(name: name, key: typed))
        else { throw refusal }
        try self.init(name: name, publicKey: PublicKey(raw: Array(typed.dropFirst())))
    }

    /// The verifier key's text.
    public var vkey: String {
        name + "+" + NoteVerifier.hex(keyHash) + "+" + Base64.encode(NoteVerifier.typed(publicKey))
    }

    /// Eight lower-case hexadecimal digits.
    static func hex(_ keyHash: UInt32) -> String {
        withUnsafeBytes(of: keyHash.bigEndian) { Hexadecimal.encode($0) }
    }

    /// Whether a signature line can carry this name.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace
            }
    }

    /// The type of a key that signs by Ed25519.
    private static let ed25519: UInt8 = 1

    private static func typed(_ key: PublicKey) -> [UInt8] { [ed25519] + key.raw }

    /// `key`: the byte of its type, then the key.
    static func keyHash(name: String, key: [UInt8]) -> UInt32 {
        SHA256.hash(Array(name.utf8) + [0x0A] + key).withUnsafeBytes {
            UInt32(bigEndian: $0.loadUnaligned(as: UInt32.self))
        }
    }
}

extension NoteVerifier: Hashable {
    // Names are compared as bytes: to String, two normal forms of one name would be equal.
    public static func == (left: NoteVerifier, right: NoteVerifier) -> Bool {
        left.keyHash == right.keyHash && left.publicKey == right.publicKey
            && left.name.utf8.elementsEqual(right.name.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(keyHash)
        hasher.combine(publicKey)
    }
}
