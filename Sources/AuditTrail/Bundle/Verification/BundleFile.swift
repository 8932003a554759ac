#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One file of a bundle under trial, open for reading.
final class BundleFile {
    let path: String
    let size: Int64
    private let descriptor: Int32
    private let folder: BundleFolder

    /// Refuses what `BundleFolder.descriptor` refuses.
    init(_ path: String, in folder: BundleFolder) throws {
        self.path = path
        self.folder = folder
        descriptor = try folder.descriptor(of: path)
        size = folder.sizes[path] ?? 0
    }

    deinit { close(descriptor) }

    /// Reads from a position into a place; fewer bytes only at the file's end. Refuses: E-BUN-021.
    func read(at offset: Int64, into place: UnsafeMutableRawBufferPointer) throws -> Int {
        var length = 0
        while length < place.count {
            let count = pread(
                descriptor, place.baseAddress?.advanced(by: length), place.count - length, off_t(offset) + off_t(length)
            )
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw folder.unreadable(path) }
            if count == 0 { break }
            length += count
        }
        return length
    }

    /// The whole file, which the survey saw to be at most `limit` bytes. Refuses: E-BUN-021, E-BUN-026.
    func contents(limit: Int) throws -> [UInt8] {
        try BundlePath.refuseAbove(limit, Int(size), path)
        var bytes = [UInt8](repeating: 0, count: Int(size))
        let count = try bytes.withUnsafeMutableBytes { try read(at: 0, into: $0) }
        guard count == bytes.count else { throw folder.changed(path) }
        return bytes
    }

    /// SHA-256 of the whole file. Refuses: E-BUN-021.
    func digest() throws -> Digest {
        var stream = SHA256Stream()
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var offset: Int64 = 0
        while offset < size {
            let count = try buffer.withUnsafeMutableBytes { try read(at: offset, into: $0) }
            guard count > 0 else { throw folder.changed(path) }
            buffer.withUnsafeBytes { stream.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            offset += Int64(count)
        }
        return stream.finish()
    }
}
