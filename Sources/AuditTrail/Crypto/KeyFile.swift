#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Private keys on disk: PKCS#8 PEM, readable by their owner alone.
public enum KeyFile {
    /// The largest file that is read.
    public static let largestBytes = 65_536

    /// Writes a new file of mode 0600, whole or not at all, and makes its folder as `createFolder` does.
    ///
    /// The bytes are written and synced beside the path and then linked to it, so that a file that exists is
    /// never replaced. Refuses with E-KEY-012 a path that exists, E-KEY-011 an unusable passphrase, E-KEY-017
    /// what the system refuses.
    public static func write(_ key: PrivateKey, passphrase: [UInt8]?, to path: String) throws {
        let pem = try key.pem(passphrase: passphrase)
        let folder = folder(of: path)
        try createFolder(folder)
        var template = Array((path + ".XXXXXX").utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw failure(path, "mkstemp") }
        defer { unlink(template) }
        do {
            defer { close(file) }
            guard fchmod(file, 0o600) == 0 else { throw failure(path, "fchmod") }
            try writeAll(pem, to: file, path)
            guard fsync(file) == 0 else { throw failure(path, "fsync") }
        }
        guard link(template, path) == 0 else {
            if errno == EEXIST { throw AuditError(.keyFileExists, ["path": path]) }
            throw failure(path, "link")
        }
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw failure(folder, "open") }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw failure(folder, "fsync") }
    }

    /// Reads a key. A symbolic link is followed, and its target judged. Refuses with E-KEY-016 an absent
    /// file, E-KEY-015 what is not a regular file, E-KEY-013 one that its group or others can touch,
    /// E-KEY-014 one above 64 KiB, E-KEY-017 what the system refuses, then as `PrivateKey.init(pem:passphrase:)`.
    public static func read(_ path: String, passphrase: [UInt8]?) throws -> PrivateKey {
        try PrivateKey(pem: contents(path), passphrase: passphrase)
    }

    /// Whether the file's key is encrypted, so that a passphrase must be asked for. Refuses as `read` does.
    public static func isEncrypted(_ path: String) throws -> Bool {
        try PrivateKey.isEncrypted(pem: contents(path))
    }

    /// Makes a folder of mode 0700, and those above it that are missing. One that exists is left as it is.
    /// Refuses with E-KEY-017 what the system refuses.
    public static func createFolder(_ path: String) throws {
        var status = stat()
        if stat(path, &status) == 0, isFolder(status) { return }
        let above = folder(of: path)
        if above != path { try createFolder(above) }
        guard mkdir(path, 0o700) != 0 else { return }
        // Another process may have made it since; or it is a file.
        guard errno == EEXIST else { throw failure(path, "mkdir") }
        guard stat(path, &status) == 0, isFolder(status) else {
            errno = ENOTDIR
            throw failure(path, "mkdir")
        }
    }

    private static func contents(_ path: String) throws -> [UInt8] {
        // Without O_NONBLOCK a pipe without a writer would hold us here.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT { throw AuditError(.keyFileAbsent, ["path": path]) }
            throw failure(path, "open")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure(path, "fstat") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw AuditError(.keyFileKind, ["path": path]) }
        guard status.st_mode & 0o077 == 0 else {
            let octal = String(status.st_mode & 0o7777, radix: 8)
            let mode = String(repeating: "0", count: max(0, 4 - octal.count)) + octal
            throw AuditError(.keyFileMode, ["path": path, "mode": mode])
        }
        return try readAll(file, path)
    }

    private static func readAll(_ file: Int32, _ path: String) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: largestBytes + 1)
        var length = 0
        while length < bytes.count {
            let count = bytes.withUnsafeMutableBytes { place in
                systemRead(file, UnsafeMutableRawBufferPointer(rebasing: place[length...]))
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path, "read") }
            if count == 0 { break }
            length += count
        }
        guard length <= largestBytes else { throw AuditError(.keyFileTooLarge, ["path": path]) }
        return Array(bytes[..<length])
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32, _ path: String) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { systemWrite(file, $0) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(path, "write") }
            written += count
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

    private static func failure(_ path: String, _ step: String) -> AuditError {
        AuditError(.keyFileSystem, ["path": path, "step": step, "errno": String(errno)])
    }
}

// `read` and `write` are also names of KeyFile's own.
private func systemRead(_ file: Int32, _ place: UnsafeMutableRawBufferPointer) -> Int {
    read(file, place.baseAddress, place.count)
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(file, bytes.baseAddress, bytes.count)
}
