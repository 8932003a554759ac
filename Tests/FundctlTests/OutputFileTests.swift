import Foundation
import Testing

@testable import fundctl

/// What `-o` does with what is no regular file.
@Suite struct OutputFiles {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func kind(_ path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
    }

    private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

    @Test func aLinkStaysALinkAndItsFileIsWritten() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (file, link) = ("\(folder)/file", "\(folder)/link")
        try "before".write(toFile: file, atomically: false, encoding: .utf8)
        #expect(symlink("file", link) == 0)
        try OutputFile.write(Array("after".utf8), to: link, mode: 0o600)
        #expect(kind(link) == S_IFLNK && text(file) == "after")
        // One that leads to nothing makes what it leads to.
        #expect(symlink("none", "\(folder)/loose") == 0)
        try OutputFile.write(Array("new".utf8), to: "\(folder)/loose")
        #expect(kind("\(folder)/loose") == S_IFLNK && text("\(folder)/none") == "new")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["file", "link", "loose", "none"])
    }

    @Test func aPipeIsWrittenInto() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let pipe = "\(folder)/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        // Open at both ends, so that neither end waits.
        let reader = open(pipe, O_RDWR)
        #expect(reader >= 0)
        defer { close(reader) }
        try OutputFile.write(Array("through".utf8), to: pipe)
        var buffer = [UInt8](repeating: 0, count: 16)
        #expect(read(reader, &buffer, 16) == 7 && String(decoding: buffer.prefix(7), as: UTF8.self) == "through")
        #expect(kind(pipe) == S_IFIFO)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["pipe"])
    }

    @Test func aDeviceStaysOne() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(symlink("/dev/null", "\(folder)/null") == 0)
        try OutputFile.write([1, 2], to: "\(folder)/null")
        #expect(kind("\(folder)/null") == S_IFLNK && kind("/dev/null") == S_IFCHR)
        #expect(!OutputFile.isTerminal("/dev/null") && !OutputFile.isTerminal("\(folder)/absent"))
    }
}
