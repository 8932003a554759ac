import Foundation
import Testing

@testable import AuditTrail

/// The `openssl` command, which auditors have.
enum OpenSSLCommand {
    static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { $0 + "/openssl" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    static func run(_ arguments: String...) throws -> (status: Int32, output: [UInt8]) { try run(arguments) }

    static func run(_ arguments: [String]) throws -> (status: Int32, output: [UInt8]) {
        let process = Process()
        process.executableURL = URL(filePath: path ?? "openssl")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, Array(bytes))
    }
}

@Suite(.enabled(if: OpenSSLCommand.path != nil, "the openssl command is not installed"))
struct OpenSSLInteropTests {
    @Test func `openssl reads our keys and makes and checks our signatures`() throws {
        let folder = try TemporaryFolder()
        let key = try SampleKey.number(9)
        let message = Array("fundctl/seal/v1\n{}".utf8)
        try folder.write(message, "message")
        try folder.write(try key.sign(message), "signature")
        try folder.write(key.publicKey.pem, "public.pem")
        let privatePath = folder.path + "/private.pem"
        try KeyFile.write(key, passphrase: nil, to: privatePath)
        #expect(try OpenSSLCommand.run("pkey", "-in", privatePath, "-pubout").output == key.publicKey.pem)
        #expect(try OpenSSLCommand.run("pkey", "-in", privatePath).output == key.pem(passphrase: nil))
        let signed = try OpenSSLCommand.run(
            "pkeyutl", "-sign", "-rawin", "-inkey", privatePath, "-in", folder.path + "/message")
        #expect(try signed.output == key.sign(message))
        let verified = try OpenSSLCommand.run(
            "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", folder.path + "/public.pem",
            "-in", folder.path + "/message", "-sigfile", folder.path + "/signature")
        #expect(verified.status == 0)
    }

    @Test func `openssl opens our encrypted keys`() throws {
        let folder = try TemporaryFolder()
        let key = try SampleKey.number(9)
        let path = folder.path + "/private.pem"
        try KeyFile.write(key, passphrase: Array("sésame ouvre-toi".utf8), to: path)
        let opened = try OpenSSLCommand.run("pkey", "-in", path, "-passin", "pass:sésame ouvre-toi")
        #expect(try opened.output == key.pem(passphrase: nil))
        #expect(try OpenSSLCommand.run("pkey", "-in", path, "-passin", "pass:sesame").status != 0)
    }

    @Test func `We read the keys that openssl makes`() throws {
        let folder = try TemporaryFolder()
        let plain = try OpenSSLCommand.run("genpkey", "-algorithm", "ed25519").output
        let key = try PrivateKey(pem: plain, passphrase: nil)
        try folder.write(plain, "private.pem")
        let path = folder.path + "/private.pem"
        let encrypted = [
            try OpenSSLCommand.run("pkey", "-in", path, "-aes-256-cbc", "-passout", "pass:x").output,
            try OpenSSLCommand.run("pkcs8", "-topk8", "-scrypt", "-in", path, "-passout", "pass:x").output,
        ]
        for pem in encrypted {
            #expect(try PrivateKey(pem: pem, passphrase: [0x78]).publicKey == key.publicKey)
            #expect(throws: AuditError(.passphraseWrong)) { try PrivateKey(pem: pem, passphrase: [0x79]) }
        }
    }

    @Test func `Keys of another algorithm that openssl makes are refused`() throws {
        let folder = try TemporaryFolder()
        let pem = try OpenSSLCommand.run(
            "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"
        ).output
        try folder.write(pem, "ec.pem")
        let publicPEM = try OpenSSLCommand.run("pkey", "-in", folder.path + "/ec.pem", "-pubout").output
        #expect(throws: AuditError(.privateKeyAlgorithm)) { try PrivateKey(pem: pem, passphrase: nil) }
        #expect(throws: AuditError(.publicKeyAlgorithm)) { try PublicKey(pem: publicPEM) }
    }
}
