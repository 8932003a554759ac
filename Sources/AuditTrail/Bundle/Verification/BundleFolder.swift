#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A bundle's folder under trial: what lies in it, looked at before anything is opened. No link is followed and no path
/// leaves it.
final class BundleFolder {
    let path: String
    private let root: Int32
    private var folders: [String: Int32] = [:]
    /// Sizes of the regular files, by path.
    private(set) var sizes: [String: Int64] = [:]

    /// Refuses: E-BUN-020.
    init(_ path: String) throws {
        self.path = path
        root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard root >= 0 else { throw AuditError(.bundleAbsent, ["path": path, "errno": String(errno)]) }
    }

    deinit {
        for folder in folders.values { close(folder) }
        close(root)
    }

    /// Looks at everything in the folder. Each fault is told; what has one is not among `sizes`. False where there is so much
    /// that looking stopped.
    func survey(_ tell: (AuditError) -> Void) throws -> Bool {
        guard try survey(root, in: "", tell) else { return false }
        for folder in BundlePath.folders {
            guard let descriptor = folders[folder] else { continue }
            guard try survey(descriptor, in: folder + "/", tell) else { return false }
        }
        return true
    }

    private func survey(_ folder: Int32, in prefix: String, _ tell: (AuditError) -> Void) throws -> Bool {
        let again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard again >= 0, let stream = fdopendir(again) else { throw unreadable(prefix) }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { text in
                    UnsafeRawBufferPointer(start: text, count: strlen(text)).map { $0 }
                }
            }
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            guard sizes.count < BundlePath.mostFiles else {
                tell(AuditError(.bundleTooManyFiles, ["limit": String(BundlePath.mostFiles)]))
                return false
            }
            guard BundlePath.isComponent(name) else {
                tell(AuditError(.bundleFileName, ["file": prefix + BundleFolder.shown(name)]))
                continue
            }
            look(at: String(decoding: name, as: UTF8.self), folder, prefix, tell)
        }
        return true
    }

    private func look(at name: String, _ folder: Int32, _ prefix: String, _ tell: (AuditError) -> Void) {
        let path = prefix + name
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return tell(unreadable(path)) }
        func refuse(_ found: String) { tell(AuditError(.bundleFileKind, ["file": path, "found": found])) }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            guard status.st_nlink == 1 else { return refuse("hardlink") }
            sizes[path] = Int64(status.st_size)
        case S_IFDIR:
            guard prefix.isEmpty, BundlePath.folders.contains(name) else { return refuse("folder") }
            let opened = openat(root, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard opened >= 0 else { return tell(unreadable(path)) }
            folders[name] = opened
        case S_IFLNK: refuse("symlink")
        default: refuse("special")
        }
    }

    /// Opens a file that the survey saw; the caller closes it. Refuses: E-BUN-021 where it is another by now, E-BUN-023 where
    /// there is none, E-BUN-025 where it has holes.
    func descriptor(of file: String) throws -> Int32 {
        guard let size = sizes[file] else { throw AuditError(.bundleFileMissing, ["file": file]) }
        let parts = file.split(separator: "/")
        let folder = parts.count == 2 ? folders[String(parts[0])] : root
        guard let folder, let name = parts.last else { throw AuditError(.bundleFileMissing, ["file": file]) }
        let opened = openat(folder, String(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard opened >= 0 else { throw unreadable(file) }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int64(status.st_size) == size else {
            close(opened)
            throw changed(file)
        }
        // Text has no holes; a document may.
        if size > 0, !file.hasPrefix(BundlePath.documents + "/"),
            lseek(opened, 0, BundleFolder.seekHole) < status.st_size
        {
            close(opened)
            throw AuditError(.bundleFileKind, ["file": file, "found": "sparse"])
        }
        lseek(opened, 0, SEEK_SET)
        return opened
    }

    /// The system headers define it as a macro that Swift does not import.
    #if canImport(Darwin)
        private static let seekHole: Int32 = 3
    #else
        private static let seekHole: Int32 = 4
    #endif

    func changed(_ file: String) -> AuditError { AuditError(.bundleUnreadable, ["file": file, "errno": "0"]) }

    func unreadable(_ file: String) -> AuditError {
        AuditError(.bundleUnreadable, ["file": file, "errno": String(errno)])
    }

    /// A name with everything but printable ASCII, and the backslash, as `\xHH`.
    private static func shown(_ name: [UInt8]) -> String {
        name.map { byte in
            if (0x20...0x7E).contains(byte), byte != 0x5C { return String(UnicodeScalar(byte)) }
            return "\\x" + Hexadecimal.encode([byte])
        }.joined()
    }
}
