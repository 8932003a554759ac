#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One file of a bundle under way: its bytes go to the disk (or nowhere), its hash and length are kept.
final class OutputFile {
    let path: String
    private let shownPath: String
    private let descriptor: Int32?
    private var buffer: [UInt8] = []
    private var sha256 = SHA256Stream()
    private(set) var bytes: Int64 = 0
    private static let room = 1 << 16

    /// `descriptor`: owned from here on; nil for a file that goes nowhere. `shownPath`: for refusals.
    init(path: String, shownPath: String, descriptor: Int32?) {
        self.path = path
        self.shownPath = shownPath
        self.descriptor = descriptor
        buffer.reserveCapacity(OutputFile.room)
    }

    deinit {
        if let descriptor { close(descriptor) }
    }

    /// Refuses: E-BUN-002, E-BUN-003.
    func append(_ more: UnsafeRawBufferPointer) throws {
        if buffer.count + more.count > OutputFile.room { try flush() }
        bytes += Int64(more.count)
        if more.count > OutputFile.room {
            sha256.update(more)
            try put(more)
        } else {
            buffer.append(contentsOf: more)
        }
    }

    /// Everything is on the disk; the hash of the whole. Refuses: E-BUN-002, E-BUN-003.
    func finish() throws -> Digest {
        try flush()
        if let descriptor, fsync(descriptor) != 0 { throw OutputFile.failure(shownPath, "fsync") }
        return sha256.finish()
    }

    private func flush() throws {
        guard !buffer.isEmpty else { return }
        sha256.update(buffer)
        try buffer.withUnsafeBytes { try put($0) }
        buffer.removeAll(keepingCapacity: true)
    }

    private func put(_ more: UnsafeRawBufferPointer) throws {
        guard let descriptor else { return }
        var written = 0
        while written < more.count {
            let count = write(descriptor, more.baseAddress?.advanced(by: written), more.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw OutputFile.failure(shownPath, "write") }
            written += count
        }
    }

    /// The system's refusal as ours.
    static func failure(_ path: String, _ step: String) -> AuditError {
        let number = errno
        if number == ENOSPC || number == EDQUOT { return AuditError(.bundleDiskFull, ["path": path]) }
        return AuditError(.bundleUnwritable, ["path": path, "step": step, "errno": String(number)])
    }
}
