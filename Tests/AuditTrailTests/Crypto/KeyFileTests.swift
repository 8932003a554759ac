import Foundation
import Testing

@testable import AuditTrail

/// A folder of its own for each test, removed at its end.
final class TemporaryFolder {
    let path = FileManager.default.temporaryDirectory.appending(path: "fundctl-" + UUID().uuidString).path

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions] as? Int
    }

    func setMode(_ mode: Int, _ name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path + "/" + name)
    }

    func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: URL(filePath: path + "/" + name))
    }
}

@Suite struct KeyFileTests {
    @Test func `A key is written for its owner alone and read again`() throws {
        let folder = try TemporaryFolder()
        let key = try SampleKey.number(7)
        let path = folder.path + "/keys/fnf/anne.pem"
        try KeyFile.write(key, passphrase: nil, to: path)
        #expect(try folder.mode("keys") == 0o700)
        #expect(try folder.mode("keys/fnf") == 0o700)
        #expect(try folder.mode("keys/fnf/anne.pem") == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/keys/fnf") == ["anne.pem"])
        #expect(try KeyFile.read(path, passphrase: nil).publicKey == key.publicKey)
        #expect(try !KeyFile.isEncrypted(path))
    }

    @Test func `An encrypted key file tells that it is, and opens with its passphrase`() throws {
        let folder = try TemporaryFolder()
        let key = try SampleKey.number(7)
        let path = folder.path + "/anne.pem"
        try KeyFile.write(key, passphrase: [0x61], to: path)
        #expect(try KeyFile.isEncrypted(path))
        #expect(try KeyFile.read(path, passphrase: [0x61]).publicKey == key.publicKey)
        #expect(throws: AuditError(.passphraseMissing)) { try KeyFile.read(path, passphrase: nil) }
    }

    @Test func `A file that exists is never replaced`() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], "old.pem")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link.pem", withDestinationPath: "absent.pem")
        for name in ["old.pem", "link.pem"] {
            let path = folder.path + "/" + name
            #expect(throws: AuditError(.keyFileExists, ["path": path])) {
                try KeyFile.write(SampleKey.number(7), passphrase: nil, to: path)
            }
        }
        #expect(FileManager.default.contents(atPath: folder.path + "/old.pem") == Data([1]))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["link.pem", "old.pem"])
    }

    @Test(arguments: [0o601, 0o602, 0o604, 0o610, 0o620, 0o640, 0o644, 0o666])
    func `A file that others can touch is refused, through a link too`(mode: Int) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/anne.pem"
        try KeyFile.write(SampleKey.number(7), passphrase: nil, to: path)
        let link = folder.path + "/link.pem"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "anne.pem")
        #expect(throws: Never.self) { try KeyFile.read(link, passphrase: nil) }
        try folder.setMode(mode, "anne.pem")
        for path in [path, link] {
            #expect(throws: AuditError(.keyFileMode, ["path": path, "mode": "0" + String(mode, radix: 8)])) {
                try KeyFile.read(path, passphrase: nil)
            }
        }
    }

    @Test(arguments: [0o400, 0o600, 0o700])
    func `A file of its owner alone is read`(mode: Int) throws {
        let folder = try TemporaryFolder()
        try KeyFile.write(SampleKey.number(7), passphrase: nil, to: folder.path + "/anne.pem")
        try folder.setMode(mode, "anne.pem")
        #expect(throws: Never.self) { try KeyFile.read(folder.path + "/anne.pem", passphrase: nil) }
    }

    @Test func `A file above 64 KiB is refused, one of 64 KiB is read`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/large.pem"
        try folder.write([UInt8](repeating: 0x41, count: 65_537), "large.pem")
        try folder.setMode(0o600, "large.pem")
        #expect(throws: AuditError(.keyFileTooLarge, ["path": path])) { try KeyFile.read(path, passphrase: nil) }
        try folder.write([UInt8](repeating: 0x41, count: 65_536), "large.pem")
        try folder.setMode(0o600, "large.pem")
        #expect(throws: AuditError(.privateKeyMalformed)) { try KeyFile.read(path, passphrase: nil) }
    }

    @Test func `A folder or a pipe is refused`() throws {
        let folder = try TemporaryFolder()
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [folder.path, pipe] {
            #expect(throws: AuditError(.keyFileKind, ["path": path])) { try KeyFile.read(path, passphrase: nil) }
        }
    }

    @Test func `An absent file is refused`() throws {
        let path = try TemporaryFolder().path + "/absent.pem"
        #expect(throws: AuditError(.keyFileAbsent, ["path": path])) { try KeyFile.read(path, passphrase: nil) }
    }

    @Test func `What the system refuses is told with its step`() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], "file")
        let path = folder.path + "/file"
        let refusal = AuditError(.keyFileSystem, ["path": path, "step": "mkdir", "errno": String(ENOTDIR)])
        #expect(throws: refusal) {
            try KeyFile.write(SampleKey.number(7), passphrase: nil, to: path + "/keys/anne.pem")
        }
        #expect(throws: refusal) { try KeyFile.createFolder(path) }
    }
}
