import COpenSSL

/// A TimeStampResp of RFC 3161, section 2.4.2, that grants a token. FORMAT.md, section 16.4.
///
/// That it is read says nothing of who signed it: `requireSigned` does.
public final class TimeStampResponse {
    public let bytes: [UInt8]
    /// The token's own time (genTime) in seconds since 1970, without the fraction that it may have.
    public let seconds: Int64
    let handle: Handle
    /// The signed content of the token; the response owns it.
    private let content: OpaquePointer

    /// Refuses: E-BUN-026 above 64 KiB; E-TSP-003 for what is no response, or where anything follows it; E-TSP-004 where
    /// the authority gave no token.
    public init(_ bytes: [UInt8]) throws {
        try BundlePath.refuseAbove(BundlePath.largestNote_bytes, bytes.count, BundlePath.timestamp)
        self.bytes = bytes
        handle = try Handle(bytes)
        try handle.requireGranted()
        guard let content = TS_RESP_get_tst_info(handle.response), let seconds = TimeStampResponse.time(of: content) else {
            throw TimeStampError(.responseMalformed)
        }
        self.content = content
        self.seconds = seconds
    }

    /// TIME of the token.
    public var time: String { UnixTime.text(seconds) }

    /// The token is over these bytes. Refuses: E-TSP-005, E-TSP-006.
    public func requireImprint(of text: [UInt8]) throws {
        let imprint = TS_TST_INFO_get_msg_imprint(content)
        var object: OpaquePointer?
        X509_ALGOR_get0(&object, nil, nil, TS_MSG_IMPRINT_get_algo(imprint))
        guard let name = object.map({ OBJ_obj2nid($0) }), let function = TimeStampResponse.function(name) else {
            let shown = object.map { OBJ_obj2nid($0) }.flatMap { OBJ_nid2sn($0) }.map { String(cString: $0) }
            throw TimeStampError(.imprintAlgorithm, ["algorithm": shown ?? ""])
        }
        var hash = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        guard EVP_Digest(text, text.count, &hash, &length, function, nil) == 1 else {
            throw CryptoLibrary.failure("hash of a text")
        }
        let expected = Array(hash[..<Int(length)]), found = TimeStampResponse.bytes(of: TS_MSG_IMPRINT_get_msg(imprint))
        guard expected == found else {
            throw TimeStampError(
                .imprintOther,
                ["expected": Hexadecimal.encode(expected), "found": Hexadecimal.encode(Array(found.prefix(64)))])
        }
    }

    /// The token answers this request. Refuses: E-TSP-005, E-TSP-006 as for its imprint; E-TSP-009.
    func requireAnswer(to request: TimeStampRequest, over text: [UInt8]) throws {
        try requireImprint(of: text)
        guard let nonce = TS_TST_INFO_get_nonce(content), TimeStampResponse.bytes(of: nonce) == request.nonce,
            ASN1_STRING_type(nonce) == V_ASN1_INTEGER
        else { throw TimeStampError(.nonceOther) }
    }

    private static func function(_ name: Int32) -> OpaquePointer? {
        switch name {
        case NID_sha256: EVP_sha256()
        case NID_sha384: EVP_sha384()
        case NID_sha512: EVP_sha512()
        default: nil
        }
    }

    /// GeneralizedTime of RFC 3161: `YYYYMMDDhhmmss[.s…]Z`, the last digit of a fraction not 0.
    private static func time(of content: OpaquePointer) -> Int64? {
        var text = bytes(of: TS_TST_INFO_get_time(content))
        guard text.popLast() == UInt8(ascii: "Z"), text.count == 14 || text.count > 15 else { return nil }
        let fraction = text.dropFirst(14)
        guard
            fraction.isEmpty || fraction.first == UInt8(ascii: ".") && fraction.dropFirst().allSatisfy(isDigit)
                && fraction.last != UInt8(ascii: "0")
        else { return nil }
        let part = { (range: Range<Int>) in String(decoding: text[range], as: UTF8.self) }
        return UnixTime.seconds(
            "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func bytes(of string: UnsafePointer<ASN1_STRING>?) -> [UInt8] {
        guard let string, let start = ASN1_STRING_get0_data(string) else { return [] }
        return Array(UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(string))))
    }
}
