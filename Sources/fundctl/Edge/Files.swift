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

/// Writes a file whole or not at all: a temporary file beside it, then a rename. A symbolic link stays one: the file that it
/// leads to is written. A pipe or a device is written into.
enum OutputFile {
    /// Refuses a folder (E-CLI-013); anything that the system refuses is E-CLI-012.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o666) throws {
        try stream(to: path, mode: mode) { $0.write(bytes) }
    }

    /// The same, of a file that `body` writes piece by piece; nothing is left of it where `body` throws.
    static func stream<T>(to path: String, mode: mode_t = 0o666, _ body: (any ByteSink) throws -> T) throws -> T {
        if isFolder(path) { throw CommandLineError(.outputIsFolder, ["path": path]) }
        switch place(of: path) {
        case .file(let file): return try replace(file, named: path, mode: mode, body)
        case .other: return try fill(path, mode: mode, body)
        }
    }

    /// Whether a path is a terminal, whatever links lead to it.
    static func isTerminal(_ path: String) -> Bool {
        // A pipe is not opened to look: who reads it would see it end.
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFCHR else { return false }
        let descriptor = open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return isatty(descriptor) == 1
    }

    private enum Place {
        /// A regular file, or none yet: where it lies.
        case file(String)
        /// What is written into: a pipe, a device, a link to one or to nothing yet.
        case other
    }

    private static func place(of path: String) -> Place {
        var link = stat(), target = stat()
        guard lstat(path, &link) == 0, link.st_mode & S_IFMT != S_IFREG else { return .file(path) }
        // What the system links to its own open files is no place to rename to.
        guard stat(path, &target) == 0, target.st_mode & S_IFMT == S_IFREG, !path.hasPrefix("/dev/"),
            !path.hasPrefix("/proc/"), let real = realpath(path, nil)
        else { return .other }
        defer { free(real) }
        return .file(String(cString: real))
    }

    /// Into what is there, or what a link leads to.
    private static func fill<T>(_ path: String, mode: mode_t, _ body: (any ByteSink) throws -> T) throws -> T {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure(path) }
        let result: T
        do {
            result = try pour(into: descriptor, named: path, body)
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw failure(path) }
        return result
    }

    /// What `body` writes goes into an open file. Refuses: E-CLI-012.
    private static func pour<T>(into descriptor: Int32, named path: String, _ body: (any ByteSink) throws -> T) throws -> T {
        let sink = FileSink(descriptor)
        let result = try body(sink)
        if let number = sink.failure { throw failure(path, number) }
        return result
    }

    private static func replace<T>(
        _ file: String, named path: String, mode: mode_t, _ body: (any ByteSink) throws -> T
    ) throws -> T {
        let temporary = file + ".tmp-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure(path) }
        let result: T
        do {
            result = try pour(into: descriptor, named: path, body)
            guard fsync(descriptor) == 0 else { throw failure(path) }
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
        guard close(descriptor) == 0, rename(temporary, file) == 0 else {
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
