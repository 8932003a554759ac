#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Compares the files that the records give with those of a bundle, as they are derived.
final class DerivedComparison: BundleSink {
    private final class Compared {
        let file: BundleFile?
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        /// What `buffer` holds, and how much of it was compared.
        var length = 0, used = 0
        /// Position in the file of the buffer's first byte.
        var base: Int64 = 0
        /// Where the first difference is.
        var difference: Int64?

        init(_ file: BundleFile?) {
            self.file = file
            if file == nil { difference = 0 }
        }
    }

    private let folder: BundleFolder
    private var compared: [String: Compared] = [:]

    init(in folder: BundleFolder) { self.folder = folder }

    /// `files`: some that the records give. One that the bundle lacks differs from its first line.
    func begin(_ files: [String]) throws {
        for path in files where compared[path] == nil {
            compared[path] = Compared(folder.sizes[path] == nil ? nil : try BundleFile(path, in: folder))
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer, to file: String) throws {
        guard let item = compared[file] else { preconditionFailure("a bundle has no file \(file)") }
        guard let source = item.file, item.difference == nil else { return }
        var done = 0
        while done < bytes.count {
            if item.used == item.length {
                item.base += Int64(item.length)
                item.length = try item.buffer.withUnsafeMutableBytes { try source.read(at: item.base, into: $0) }
                item.used = 0
            }
            let count = min(bytes.count - done, item.length - item.used)
            guard count > 0 else {
                item.difference = item.base
                return
            }
            let other = item.buffer.withUnsafeBytes { stored -> Int? in
                let mine = UnsafeRawBufferPointer(rebasing: stored[item.used..<item.used + count])
                let given = UnsafeRawBufferPointer(rebasing: bytes[done..<done + count])
                guard let left = mine.baseAddress, let right = given.baseAddress, memcmp(left, right, count) != 0 else {
                    return nil
                }
                return (0..<count).first { mine[$0] != given[$0] }
            }
            if let other {
                item.difference = item.base + Int64(item.used + other)
                return
            }
            item.used += count
            done += count
        }
    }

    /// The first difference of the first of these files that has one: E-BUN-021.
    func difference(where isWanted: (String) -> Bool) throws -> AuditError? {
        for (path, item) in compared.sorted(by: { BundlePath.precedes($0.key, $1.key) }) where isWanted(path) {
            let position = item.base + Int64(item.used)
            if item.difference == nil, let file = item.file, position < file.size { item.difference = position }
            guard let difference = item.difference else { continue }
            let line = try item.file.map { try DerivedComparison.line(at: difference, in: $0) } ?? 1
            return AuditError(.derivedDiffers, ["file": path, "line": String(line)])
        }
        return nil
    }

    /// The number of the line that holds a position.
    private static func line(at position: Int64, in file: BundleFile) throws -> Int64 {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var offset: Int64 = 0
        var line: Int64 = 1
        while offset < position {
            let length = try buffer.withUnsafeMutableBytes { try file.read(at: offset, into: $0) }
            guard length > 0 else { break }
            for index in 0..<min(length, Int(position - offset)) where buffer[index] == 0x0A { line += 1 }
            offset += Int64(length)
        }
        return line
    }
}
