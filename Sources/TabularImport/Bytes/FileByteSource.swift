#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of a file or of an open descriptor, read with POSIX `read`.
public final class FileByteSource: ByteSource {
    private let descriptor: Int32
    private let name: String
    private let closes: Bool

    /// Opens a file; refuses with E-CSV-001.
    public init(path: String) throws {
        name = path
        closes = true
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw Self.refusal(of: path) }
    }

    /// Reads an open descriptor (standard input is 0), which stays open; `name` is for errors.
    public init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
        closes = false
    }

    deinit {
        if closes, descriptor >= 0 { close(descriptor) }
    }

    public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = systemRead(descriptor, buffer)
            if count >= 0 { return count }
            if errno != EINTR { throw Self.refusal(of: name) }
        }
    }

    private static func refusal(of name: String) -> ImportError {
        let number = errno
        return ImportError(
            .unreadable, ["file": name, "errno": String(number), "reason": String(cString: strerror(number))])
    }
}

/// `read(2)`, outside the class whose own `read` would hide it.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
