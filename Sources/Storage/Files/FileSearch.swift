import Glibc

extension FilePath {
    /// Whether one of these byte strings lies anywhere in the file or in what is kept beside it. The files are mapped, not
    /// read whole. Refuses: E-STO-005.
    ///
    /// To be asked only while this process has the store closed: closing a descriptor gives SQLite's locks up.
    func holds(anyOf patterns: [[UInt8]]) throws -> Bool {
        for path in [path] + companions where try Self.holds(path, anyOf: patterns, given: given) { return true }
        return false
    }

    private static func holds(_ path: String, anyOf patterns: [[UInt8]], given: String) throws -> Bool {
        func failure() -> StorageError { StorageError(.inputOutput, ["path": given, "errno": String(errno)]) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return false }
            throw failure()
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure() }
        let length = Int(status.st_size)
        guard length > 0 else { return false }
        guard let bytes = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), bytes != MAP_FAILED
        else { throw failure() }
        defer { munmap(bytes, length) }
        let content = UnsafeRawBufferPointer(start: bytes, count: length)
        return patterns.contains { ByteSearch.holds($0, in: content) }
    }
}
