import Glibc

/// Makes a file whole or not at all: it is filled under another name beside, then given its own.
enum NewFile {
    /// Calls `fill` with the name of an empty file of mode 0600 in the same folder, then gives it the name
    /// `path`. Refuses an existing file (E-STO-009), also one that appeared meanwhile. When `fill` throws,
    /// nothing is left. After a crash a file `PATH.making-XXXXXX` may stay, which nothing opens.
    static func make(at target: FilePath, fill: (FilePath) throws -> Void) throws {
        try target.requireNew()
        let file = try emptyFile(named: target.path + ".making-XXXXXX", for: target)
        defer { file.remove() }
        try fill(file)
        precondition(!file.hasPendingLog, "the new file was not closed")
        try name(file, as: target)
        try syncFolder(of: target)
    }

    /// An empty file of mode 0600 with the six X of the pattern replaced.
    static func emptyFile(named pattern: String, for target: FilePath) throws -> FilePath {
        var name = Array(pattern.utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw error(errno, target) }
        // Closed before SQLite opens it: closing later would drop the locks of this process on the file.
        close(descriptor)
        return FilePath(String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    /// Gives the file its name unless another has it.
    private static func name(_ file: FilePath, as target: FilePath) throws {
        if link(file.path, target.path) == 0 { return }
        guard [EPERM, ENOTSUP, EMLINK, ENOSYS].contains(errno) else { throw error(errno, target) }
        // A file system without hard links.
        try target.requireNew()
        guard rename(file.path, target.path) == 0 else { throw error(errno, target) }
    }

    /// Makes the name last through a power cut.
    private static func syncFolder(of target: FilePath) throws {
        let folder = open(target.folder, O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { throw error(errno, target) }
        defer { close(folder) }
        // Some file systems cannot sync a folder and say EINVAL.
        guard fsync(folder) == 0 || errno == EINVAL else { throw error(errno, target) }
    }

    /// The system's error number as ours.
    static func error(_ number: CInt, _ target: FilePath) -> StorageError {
        switch number {
        case EEXIST: StorageError(.alreadyExists, ["path": target.given])
        case ENOENT, ENOTDIR: StorageError(.noFolder, ["path": target.folder])
        case EACCES, EPERM, EROFS: StorageError(.readOnly, ["path": target.given])
        case ENOSPC, EDQUOT: StorageError(.full, ["path": target.given])
        default: StorageError(.inputOutput, ["path": target.given, "errno": String(number)])
        }
    }
}
