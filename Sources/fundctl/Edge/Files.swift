import Glibc

/// Reads a whole file.
enum InputFile {
    static func read(_ path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    private static func failure(_ path: String) -> CommandLineError {
        CommandLineError(.inputNotRead, ["path": path, "errno": String(errno)])
    }
}

/// Writes a file whole or not at all: a temporary file beside it, then a rename.
enum OutputFile {
    /// Refuses a folder (E-CLI-013); anything that the system refuses is E-CLI-012.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o666) throws {
        try stream(to: path, mode: mode) { $0.write(bytes) }
    }

    /// The same, of a file that `body` writes piece by piece; nothing is left of it where `body` throws.
    static func stream<T>(to path: String, mode: mode_t = 0o666, _ body: (any ByteSink) throws -> T) throws -> T {
        if isFolder(path) { throw CommandLineError(.outputIsFolder, ["path": path]) }
        let temporary = path + ".tmp-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure(path) }
        let result: T
        do {
            let sink = FileSink(descriptor)
            result = try body(sink)
            if let number = sink.failure { throw failure(path, number) }
            guard fsync(descriptor) == 0 else { throw failure(path) }
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
        guard close(descriptor) == 0, rename(temporary, path) == 0 else {
            let error = failure(path)
            unlink(temporary)
            throw error
        }
        return result
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func failure(_ path: String, _ number: Int32 = errno) -> CommandLineError {
        CommandLineError(.outputNotWritten, ["path": path, "errno": String(number)])
    }
}

/// A file being written; the first failure is kept and nothing is written after it.
private final class FileSink: ByteSink {
    private let descriptor: Int32
    private(set) var failure: Int32?

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while failure == nil, written < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
                if count < 0, errno == EINTR { continue }
                if count > 0 { written += count } else { failure = errno }
            }
        }
    }
}
