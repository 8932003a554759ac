import COpenSSL

/// An Ed25519 private key (RFC 8032). Signing is deterministic. The secret stays in libcrypto's memory,
/// which is wiped when the last copy of this value goes; it is never in a description.
public struct PrivateKey: Sendable {
    /// Owns libcrypto's key. It is never changed after its creation, and libcrypto lets several threads sign
    /// with one key, hence the unchecked conformance.
    private final class Handle: @unchecked Sendable {
        let pointer: OpaquePointer
        init(_ pointer: OpaquePointer) { self.pointer = pointer }
        deinit { EVP_PKEY_free(pointer) }
    }

    private let handle: Handle

    /// The public half.
    public let publicKey: PublicKey

    private init(owning pointer: OpaquePointer) throws {
        handle = Handle(pointer)
        var raw = [UInt8](repeating: 0, count: 32)
        var length = raw.count
        guard EVP_PKEY_get_raw_public_key(pointer, &raw, &length) == 1, length == 32 else {
            throw CryptoLibrary.failure("read public half")
        }
        publicKey = try PublicKey(raw: raw)
    }

    /// A new key from libcrypto's generator. Refuses with E-KEY-018 when the system gives no entropy.
    public static func generate() throws -> PrivateKey {
        var seed = try SecureRandom.bytes(32)
        defer { seed.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) } }
        return try PrivateKey(seed: seed)
    }

    /// The key of a 32-byte seed (the "private key" of RFC 8032, 5.1.5). Refuses another length with E-KEY-007.
    public init(seed: [UInt8]) throws {
        guard seed.count == 32 else { throw AuditError(.privateKeyMalformed) }
        guard let pointer = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, 32) else {
            throw CryptoLibrary.failure("make private key")
        }
        try self.init(owning: pointer)
    }

    /// The 64 bytes of this key's signature over the message.
    public func sign(_ message: [UInt8]) throws -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw CryptoLibrary.failure("sign") }
        defer { EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: 64)
        var length = signature.count
        guard EVP_DigestSignInit(context, nil, nil, nil, handle.pointer) == 1,
            EVP_DigestSign(context, &signature, &length, message, message.count) == 1, length == 64
        else { throw CryptoLibrary.failure("sign") }
        return signature
    }
}

// MARK: - PKCS#8

extension PrivateKey {
    private static let plainLabel = "PRIVATE KEY"
    private static let encryptedLabel = "ENCRYPTED PRIVATE KEY"

    /// Rounds of PBKDF2 with HMAC-SHA-256 for a new file; a file that is read tells its own.
    private static let rounds: Int32 = 600_000

    /// Whether this text is an encrypted private key, so that a passphrase must be asked for. Refuses with
    /// E-KEY-007 what is not exactly one PKCS#8 block.
    public static func isEncrypted(pem: [UInt8]) throws -> Bool {
        try block(pem).label == encryptedLabel
    }

    /// Reads one PKCS#8 block, plain or encrypted. A passphrase given for a plain key is not looked at; no
    /// passphrase is ever asked for at the terminal. Refuses with E-KEY-007 what is no such block, E-KEY-008
    /// another algorithm, E-KEY-009 an encrypted key without a passphrase, E-KEY-010 a wrong one.
    public init(pem: [UInt8], passphrase: [UInt8]?) throws {
        let block = try PrivateKey.block(pem)
        defer { ERR_clear_error() }
        let info =
            block.label == PrivateKey.encryptedLabel
            ? try PrivateKey.decrypt(block.der, passphrase) : try PrivateKey.plain(block.der)
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        guard let pointer = EVP_PKCS82PKEY(info) else { throw AuditError(.privateKeyMalformed) }
        guard EVP_PKEY_get_id(pointer) == EVP_PKEY_ED25519 else {
            EVP_PKEY_free(pointer)
            throw AuditError(.privateKeyAlgorithm)
        }
        try self.init(owning: pointer)
    }

    /// The key as one PKCS#8 block (RFC 5958, RFC 8410) that the `openssl` command reads; with a passphrase,
    /// encrypted by PBES2: AES-256-CBC and PBKDF2 with HMAC-SHA-256. Refuses with E-KEY-011 a passphrase that
    /// is empty, longer than 1024 bytes, or holds NUL, CR or LF.
    public func pem(passphrase: [UInt8]?) throws -> [UInt8] {
        guard let info = EVP_PKEY2PKCS8(handle.pointer) else { throw CryptoLibrary.failure("encode private key") }
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        guard let passphrase else {
            let der = try CryptoLibrary.der("encode private key") { i2d_PKCS8_PRIV_KEY_INFO(info, &$0) }
            return PEMBlock(label: PrivateKey.plainLabel, der: der).text
        }
        let unusable: Set<UInt8> = [0x00, 0x0A, 0x0D]
        guard (1...1024).contains(passphrase.count), !passphrase.contains(where: unusable.contains) else {
            throw AuditError(.passphraseUnusable)
        }
        var salt = try SecureRandom.bytes(16)
        let encrypted = passphrase.withUnsafeBytes { bytes in
            PKCS8_encrypt(
                -1, EVP_aes_256_cbc(), bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
                &salt, Int32(salt.count), PrivateKey.rounds, info)
        }
        guard let encrypted else { throw CryptoLibrary.failure("encrypt private key") }
        defer { X509_SIG_free(encrypted) }
        let der = try CryptoLibrary.der("encrypt private key") { i2d_X509_SIG(encrypted, &$0) }
        return PEMBlock(label: PrivateKey.encryptedLabel, der: der).text
    }

    private static func block(_ pem: [UInt8]) throws -> PEMBlock {
        guard let block = PEMBlock(pem), block.label == plainLabel || block.label == encryptedLabel else {
            throw AuditError(.privateKeyMalformed)
        }
        return block
    }

    private static func plain(_ der: [UInt8]) throws -> OpaquePointer {
        let info = der.withUnsafeBufferPointer { bytes -> OpaquePointer? in
            var position = bytes.baseAddress
            guard let info = d2i_PKCS8_PRIV_KEY_INFO(nil, &position, bytes.count) else { return nil }
            guard position == bytes.baseAddress?.advanced(by: bytes.count) else {
                PKCS8_PRIV_KEY_INFO_free(info)
                return nil
            }
            return info
        }
        guard let info else { throw AuditError(.privateKeyMalformed) }
        return info
    }

    private static func decrypt(_ der: [UInt8], _ passphrase: [UInt8]?) throws -> OpaquePointer {
        let outer = der.withUnsafeBufferPointer { bytes -> OpaquePointer? in
            var position = bytes.baseAddress
            return d2i_X509_SIG(nil, &position, bytes.count)
        }
        guard let outer else { throw AuditError(.privateKeyMalformed) }
        defer { X509_SIG_free(outer) }
        guard let passphrase else { throw AuditError(.passphraseMissing) }
        let info = passphrase.withUnsafeBytes { bytes in
            PKCS8_decrypt(outer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
        guard let info else { throw AuditError(.passphraseWrong) }
        return info
    }
}
