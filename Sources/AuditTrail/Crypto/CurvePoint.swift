import COpenSSL

/// Whether an Ed25519 y coordinate belongs to a point of the curve (RFC 8032, 5.1.3), which libcrypto looks
/// at only when it verifies a signature.
///
/// x² = (y² − 1) / (d y² + 1) modulo p has a solution exactly when (y² − 1)(d y² + 1) is zero or a square.
enum CurvePoint {
    /// True for a y, little-endian with the sign bit cleared and below p, that a point has.
    static func exists(y: [UInt8]) throws -> Bool {
        guard let context = BN_CTX_new() else { throw CryptoLibrary.failure("check public key") }
        defer { BN_CTX_free(context) }
        BN_CTX_start(context)
        defer { BN_CTX_end(context) }
        // Once BN_CTX_get has failed it fails again, so that the last one tells for all.
        let prime = BN_CTX_get(context)
        let factor = BN_CTX_get(context)
        let square = BN_CTX_get(context)
        let numerator = BN_CTX_get(context)
        guard let denominator = BN_CTX_get(context),
            BN_bin2bn(CurvePoint.prime, 32, prime) != nil, BN_bin2bn(d, 32, factor) != nil,
            BN_lebin2bn(y, 32, square) != nil,
            BN_mod_sqr(square, square, prime, context) == 1,
            BN_mod_sub(numerator, square, BN_value_one(), prime, context) == 1,
            BN_mod_mul(denominator, square, factor, prime, context) == 1,
            BN_mod_add(denominator, denominator, BN_value_one(), prime, context) == 1,
            BN_mod_mul(numerator, numerator, denominator, prime, context) == 1
        else { throw CryptoLibrary.failure("check public key") }
        let symbol = BN_kronecker(numerator, prime, context)
        guard symbol >= -1 else { throw CryptoLibrary.failure("check public key") }
        return symbol >= 0
    }

    /// p = 2^255 − 19, big-endian.
    private static let prime: [UInt8] = [0x7F] + [UInt8](repeating: 0xFF, count: 30) + [0xED]

    /// d = −121665/121666 modulo p, big-endian.
    private static let d: [UInt8] = [
        0x52, 0x03, 0x6C, 0xEE, 0x2B, 0x6F, 0xFE, 0x73, 0x8C, 0xC7, 0x40, 0x79, 0x77, 0x79, 0xE8, 0x98,
        0x00, 0x70, 0x0A, 0x4D, 0x41, 0x41, 0xD8, 0xAB, 0x75, 0xEB, 0x4D, 0xCA, 0x13, 0x59, 0x78, 0xA3,
    ]
}
