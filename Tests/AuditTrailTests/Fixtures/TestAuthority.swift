import Foundation
import Testing

@testable import AuditTrail

/// A time-stamp authority in a folder of its own, made by the `openssl` command: a root, and as many signers as a test wants.
final class TestAuthority {
    let folder: String

    /// What a certificate is for.
    enum Use: String { case root, stamp, loose, wide, none, intermediate }

    init() throws {
        folder = NSTemporaryDirectory() + "authority-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try put(Array(configuration.utf8), path("openssl.cnf"))
        try put([], path("index.txt"))
        try put(Array("01\n".utf8), path("serial"))
        try certify("root", .root)
        try certify("tsa", .stamp)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { folder + "/" + name }
    func pem(_ name: String) throws -> [UInt8] { try bytes(path(name + ".pem")) }

    /// A new key with a certificate of it: a root by itself, all others by `issuer`. Times as `YYYYMMDDhhmmssZ`.
    func certify(
        _ name: String, _ use: Use, by issuer: String = "root", from start: String = "20260101000000Z",
        to end: String = "20300101000000Z"
    ) throws {
        try openssl(
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-config",
            path("openssl.cnf"), "-subj", "/CN=\(name)", "-keyout", path(name + ".key"), "-out", path(name + ".csr"))
        let signer = use == .root ? name : issuer
        try openssl(
            [
                "ca", "-batch", "-notext", "-config", path("openssl.cnf"), "-extensions", use.rawValue, "-startdate", start,
                "-enddate", end, "-keyfile", path(signer + ".key"), "-in", path(name + ".csr"), "-out", path(name + ".pem"),
            ] + (use == .root ? ["-selfsign"] : ["-cert", path(signer + ".pem")]))
    }

    /// What `openssl ts` answers to a request, at the true time.
    func reply(to request: [UInt8]) throws -> [UInt8] {
        try put(request, path("request"))
        try openssl(
            "ts", "-reply", "-config", path("openssl.cnf"), "-queryfile", path("request"), "-signer", path("tsa.pem"),
            "-inkey", path("tsa.key"), "-out", path("response"))
        return try bytes(path("response"))
    }

    /// A granted response made piece by piece: at any time (`YYYYMMDDhhmmssZ`), by whatever certificates.
    func response(
        over text: [UInt8], at time: String, by signers: [String] = ["tsa"], namesItsSigner: Bool = true,
        carriesItsSigner: Bool = true, with certificates: [String] = [], imprint: [UInt8]? = nil
    ) throws -> [UInt8] {
        let content = DER.sequence(
            [0x02, 0x01, 0x01], [0x06, 0x03, 0x2A, 0x03, 0x04], imprint ?? DER.imprint(text), [0x02, 0x01, 0x07],
            DER.element(0x18, Array(time.utf8)))
        try put(content, path("content"))
        try put([UInt8](certificates.flatMap { try pem($0) }), path("more.pem"))
        try openssl(
            [
                "cms", "-sign", "-binary", "-nodetach", "-econtent_type", "1.2.840.113549.1.9.16.1.4", "-md", "sha256",
                "-in", path("content"), "-outform", "DER", "-out", path("token"),
            ] + (namesItsSigner ? ["-cades"] : []) + (carriesItsSigner ? [] : ["-nocerts"])
                + (certificates.isEmpty ? [] : ["-certfile", path("more.pem")])
                + signers.flatMap { ["-signer", path($0 + ".pem"), "-inkey", path($0 + ".key")] })
        return DER.sequence(DER.sequence([0x02, 0x01, 0x00]), try bytes(path("token")))
    }

    private func openssl(_ arguments: String...) throws { try openssl(arguments) }

    private func openssl(_ arguments: [String]) throws {
        let status = try OpenSSLCommand.run(arguments).status
        try #require(status == 0, "openssl \(arguments.joined(separator: " "))")
    }

    private var configuration: String {
        """
        [req]
        distinguished_name = name
        [name]
        [ca]
        default_ca = authority
        [authority]
        database = \(folder)/index.txt
        new_certs_dir = \(folder)
        serial = \(folder)/serial
        default_md = sha256
        policy = policy
        unique_subject = no
        [policy]
        commonName = supplied
        [root]
        basicConstraints = critical, CA:TRUE
        [intermediate]
        basicConstraints = critical, CA:TRUE
        [stamp]
        extendedKeyUsage = critical, timeStamping
        [loose]
        extendedKeyUsage = timeStamping
        [wide]
        extendedKeyUsage = critical, timeStamping, emailProtection
        [none]
        basicConstraints = CA:FALSE
        [tsa]
        default_tsa = one
        [one]
        serial = \(folder)/serial
        signer_digest = sha256
        default_policy = 1.2.3.4
        digests = sha256, sha512

        """
    }
}

/// Just enough DER for a response.
enum DER {
    static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        if count < 0x80 { return [tag, UInt8(count)] + content }
        if count < 0x100 { return [tag, 0x81, UInt8(count)] + content }
        return [tag, 0x82, UInt8(count >> 8), UInt8(count & 0xFF)] + content
    }

    static func sequence(_ parts: [UInt8]...) -> [UInt8] { element(0x30, parts.flatMap { $0 }) }

    /// messageImprint of SHA-256, or of another algorithm by the last byte of its identifier and its hash.
    static func imprint(_ text: [UInt8], algorithm: UInt8 = 1, hash: [UInt8]? = nil) -> [UInt8] {
        sequence(
            sequence([0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, algorithm], [0x05, 0x00]),
            element(0x04, hash ?? SHA256.hash(text).bytes))
    }
}

/// The code that time-stamps are refused with; a test fails where they are not.
func stampRefusal(_ body: () throws -> Void) -> TimeStampError.Code? {
    do {
        try body()
        Issue.record("this was accepted")
        return nil
    } catch let error as TimeStampError {
        return error.code
    } catch {
        Issue.record("another error: \(error)")
        return nil
    }
}
