/// What an authority is asked for: a token over SHA-256 of a text. RFC 3161, section 2.4.1.
public struct TimeStampRequest: Sendable, Equatable {
    /// SHA-256 of the text.
    public let imprint: Digest
    /// Eight bytes, a positive integer of that length in DER: what tells an answer to this request from an older one.
    public let nonce: [UInt8]

    /// How many random bytes a request takes.
    public static let randomLength = 8

    /// `random`: eight unforeseeable bytes.
    public init(over text: [UInt8], random: [UInt8]) {
        precondition(random.count == TimeStampRequest.randomLength)
        imprint = SHA256.hash(text)
        // The top bits 01: neither negative nor shortened.
        nonce = [random[0] & 0x3F | 0x40] + random.dropFirst()
    }

    /// SEQUENCE { version 1, messageImprint { SHA-256, the hash }, nonce, certReq TRUE }
    public var der: [UInt8] {
        let body =
            [0x02, 0x01, 0x01] + TimeStampRequest.imprintPrefix + imprint.bytes + [0x02, UInt8(nonce.count)] + nonce
            + [0x01, 0x01, 0xFF]
        return [0x30, UInt8(body.count)] + body
    }

    /// SEQUENCE { SEQUENCE { OID 2.16.840.1.101.3.4.2.1, NULL } OCTET STRING of 32 bytes }
    private static let imprintPrefix: [UInt8] = [
        0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20,
    ]
}
