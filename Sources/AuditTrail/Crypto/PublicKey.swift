import COpenSSL

/// An Ed25519 public key (RFC 8032) that is fit to name a person or a register.
///
/// libcrypto takes any 32 bytes for a key. This type refuses what is not the one canonical encoding of a
/// point (RFC 8032, 5.1.3: y below p, some x for that y), and the eight points of small order under either
/// sign bit, which also covers the two encodings of x = 0 with the sign bit set.
public struct PublicKey: Hashable, Sendable {
    private let value: Digest

    /// Refuses with E-KEY-001 what is not 32 bytes, E-KEY-003 the points of small order, E-KEY-002 what is not
    /// the canonical encoding of a point.
    public init(raw: [UInt8]) throws {
        guard let value = Digest(bytes: raw) else {
            throw AuditError(.publicKeyLength, ["length": String(raw.count)])
        }
        var y = raw
        y[31] &= 0x7F
        guard !PublicKey.smallOrder.contains(y) else {
            throw AuditError(.publicKeySmallOrder, ["key": value.hex])
        }
        guard PublicKey.isBelowPrime(y), try CurvePoint.exists(y: y) else {
            throw AuditError(.publicKeyNotCanonical, ["key": value.hex])
        }
        self.value = value
    }

    /// A key as a record writes it, maybe one that `init(raw:)` refuses: to be compared and shown, never to judge by.
    init(asWritten value: Digest) { self.value = value }

    /// From 64 lower-case hexadecimal digits. Refuses with E-KEY-004 another text, then as `init(raw:)`.
    public init(hex: String) throws {
        guard let value = Digest(hex: hex) else {
            throw AuditError(.publicKeyHex, ["text": String(hex.prefix(80))])
        }
        try self.init(raw: value.bytes)
    }

    /// From one `PUBLIC KEY` block exactly as `openssl pkey -pubout` writes it. Refuses with E-KEY-005 any
    /// other text, E-KEY-006 another algorithm, then as `init(raw:)`.
    public init(pem: [UInt8]) throws {
        guard let block = PEMBlock(pem), block.label == PublicKey.label else {
            throw AuditError(.publicKeyPEM)
        }
        guard block.der.count == PublicKey.prefix.count + 32, block.der.starts(with: PublicKey.prefix) else {
            throw AuditError(.publicKeyAlgorithm)
        }
        try self.init(raw: Array(block.der.dropFirst(PublicKey.prefix.count)))
    }

    /// The 32 bytes of RFC 8032.
    public var raw: [UInt8] { value.bytes }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { value.hex }

    /// The SubjectPublicKeyInfo (RFC 8410) as PEM, byte for byte what `openssl pkey -pubout` writes.
    public var pem: [UInt8] {
        PEMBlock(label: PublicKey.label, der: PublicKey.prefix + raw).text
    }

    /// Whether these 64 bytes are this key's signature over the message. False, never an error, for another
    /// length and for S not below the group's order (RFC 8032, 5.1.7).
    public func isValid(signature: [UInt8], over message: [UInt8]) -> Bool {
        message.withUnsafeBytes { isValid(signature: signature, over: $0) }
    }

    /// Whether these 64 bytes are this key's signature over the message.
    public func isValid(signature: [UInt8], over message: UnsafeRawBufferPointer) -> Bool {
        guard signature.count == 64 else { return false }
        let key = value.withUnsafeBytes {
            EVP_PKEY_new_raw_public_key(
                EVP_PKEY_ED25519, nil, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), 32)
        }
        guard let key, let context = EVP_MD_CTX_new() else { return false }
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_free(key)
        }
        let bytes = message.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let holds =
            EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, 64, bytes, message.count) == 1
        if !holds { ERR_clear_error() }
        return holds
    }

    private static let label = "PUBLIC KEY"

    /// SEQUENCE { SEQUENCE { OID 1.3.101.112 } BIT STRING of 32 bytes } (RFC 8410, 4).
    private static let prefix: [UInt8] = [
        0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
    ]

    /// The y coordinates, little-endian, of the eight points whose order divides 8: 1 (identity), p − 1
    /// (order 2), 0 (order 4, two points), and two of order 8 (two points each).
    private static let smallOrder: [[UInt8]] = [
        [1] + [UInt8](repeating: 0, count: 31),
        [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
        [UInt8](repeating: 0, count: 32),
        [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0,
            0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
        ],
        [
            0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F,
            0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
        ],
    ]

    /// Whether y, little-endian with the sign bit cleared, is below 2^255 − 19.
    private static func isBelowPrime(_ y: [UInt8]) -> Bool {
        let isTop = y[31] == 0x7F && y[1..<31].allSatisfy { $0 == 0xFF }
        return !isTop || y[0] < 0xED
    }
}

extension PublicKey: CustomStringConvertible {
    public var description: String { hex }
}
