#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder that appears whole or not at all: it is filled beside its place, under another name, then renamed.
public final class NewFolder {
    private let target: String
    private let path: String
    private let descriptor: Int32
    /// What was made in it, folders too, in order.
    private var made: [String] = []
    private var isPlaced = false

    /// Refuses: E-BUN-001 where something is at `target` but an empty folder; E-BUN-002, E-BUN-003.
    init(target: String) throws {
        var trimmed = target
        while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.target = trimmed
        try NewFolder.requireFree(trimmed)
        var template = Array((trimmed + ".writing-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw OutputFile.failure(trimmed, "mkdtemp") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let failure = OutputFile.failure(path, "open")
            rmdir(path)
            throw failure
        }
    }

    deinit {
        if !isPlaced { remove() }
        close(descriptor)
    }

    /// A new file of mode 0644, in a folder of mode 0755 that is made if need be. Refuses: E-BUN-002, E-BUN-003.
    func create(_ file: String) throws -> OutputFile {
        let shown = "\(target)/\(file)"
        if let slash = file.utf8.firstIndex(of: UInt8(ascii: "/")) {
            let folder = String(file[..<slash])
            if !made.contains(folder + "/") {
                guard mkdirat(descriptor, folder, 0o755) == 0 else { throw OutputFile.failure(shown, "mkdir") }
                made.append(folder + "/")
                guard fchmodat(descriptor, folder, 0o755, 0) == 0 else { throw OutputFile.failure(shown, "chmod") }
            }
        }
        let opened = openat(descriptor, file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard opened >= 0 else { throw OutputFile.failure(shown, "open") }
        made.append(file)
        let output = OutputFile(path: file, shownPath: shown, descriptor: opened)
        guard fchmod(opened, 0o644) == 0 else { throw OutputFile.failure(shown, "chmod") }
        return output
    }

    /// Gives the folder its name, in one step. Refuses: E-BUN-001 where something came to be there meanwhile; E-BUN-002.
    func place() throws {
        guard fchmod(descriptor, 0o755) == 0 else { throw OutputFile.failure(target, "chmod") }
        for folder in made where folder.hasSuffix("/") { try NewFolder.sync("\(path)/\(folder)") }
        try NewFolder.sync(path)
        guard rename(path, target) == 0 else {
            if [ENOTEMPTY, EEXIST, ENOTDIR].contains(errno) { throw AuditError(.bundleTargetExists, ["path": target]) }
            throw OutputFile.failure(target, "rename")
        }
        isPlaced = true
        if let slash = target.utf8.lastIndex(of: UInt8(ascii: "/")) {
            try NewFolder.sync(slash == target.startIndex ? "/" : String(target[..<slash]))
        } else {
            try NewFolder.sync(".")
        }
    }

    private func remove() {
        for item in made.reversed() {
            if item.hasSuffix("/") { unlinkat(descriptor, item, AT_REMOVEDIR) } else { unlinkat(descriptor, item, 0) }
        }
        rmdir(path)
    }

    public static func requireFree(_ target: String) throws {
        var status = stat()
        guard lstat(target, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR, let folder = opendir(target) else {
            throw AuditError(.bundleTargetExists, ["path": target])
        }
        defer { closedir(folder) }
        var entries = 0
        while readdir(folder) != nil { entries += 1 }
        guard entries <= 2 else { throw AuditError(.bundleTargetExists, ["path": target]) }
    }

    /// Some file systems cannot sync a folder and say EINVAL.
    private static func sync(_ path: String) throws {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw OutputFile.failure(path, "open") }
        defer { close(folder) }
        guard fsync(folder) == 0 || errno == EINVAL else { throw OutputFile.failure(path, "fsync") }
    }
}
