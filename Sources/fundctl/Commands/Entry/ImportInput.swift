import AuditTrail
import Foundation
import TabularImport

/// A file to import, read twice: once for its hash, once for its rows. Standard input is kept in a temporary file first.
final class ImportInput {
    /// As messages and records name it.
    let name: String
    private let path: String
    private let isTemporary: Bool

    init(_ file: String, _ call: Invocation) throws {
        if file == "-" {
            name = "stdin"
            path = NSTemporaryDirectory() + "fundctl-import-" + Hexadecimal.encode(call.edge.randomBytes(8))
            isTemporary = true
            let bytes = try call.edge.input.rest()
            guard FileManager.default.createFile(
                atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
            else { throw CommandLineError(.outputNotWritten, ["path": path, "reason": String(cString: strerror(errno))]) }
        } else {
            name = String(file.split(separator: "/").last ?? "-")
            path = file
            isTemporary = false
        }
    }

    deinit {
        if isTemporary { unlink(path) }
    }

    func open() throws -> any ByteSource { try FileByteSource(path: path) }

    func hash() throws -> Digest {
        let source = try FileByteSource(path: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        var hash = SHA256Stream()
        while true {
            let count = try source.read(into: buffer)
            guard count > 0 else { return hash.finish() }
            hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
