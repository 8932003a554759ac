import Glibc

/// The names in a folder.
enum FolderListing {
    /// Sorted; none where there is no folder. E-CLI-014 where it cannot be read.
    static func files(in path: String) throws -> [String] {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return [] }
            throw CommandLineError(.inputNotRead, ["path": path, "reason": String(cString: strerror(errno))])
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
