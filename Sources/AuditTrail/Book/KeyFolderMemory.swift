import Foundation

/// Keeps heads in the key folder: `heads/KEY/REGISTER-ID`, two lines (size, root), replaced in one step under a lock.
public struct KeyFolderMemory: HeadMemory, Sendable {
    private let folder: String

    /// `keys`: the key folder.
    public init(keys: String) {
        folder = keys + "/heads"
    }

    /// What every key of the folder remembers: a copy that one of them has outrun is none to go on with for the others.
    ///
    /// Refuses: E-AUD-024 where a file is not what was written.
    public func recalled(register: Digest) throws -> [RememberedHead] {
        let keys = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return try keys.sorted().compactMap { try read("\(folder)/\($0)/\(register.hex)") }
    }

    private func read(_ path: String) throws -> RememberedHead? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 3, let size = CanonicalInteger.parse(String(lines[0])), let root = Digest(hex: String(lines[1]))
        else { throw AuditError(.headMemoryBroken, ["path": path]) }
        return RememberedHead(size: size, root: root)
    }

    /// Refuses: E-AUD-025 where the folder cannot be written.
    public func remember(_ head: RememberedHead, key: PublicKey, register: Digest) throws {
        let path = file(key, register)
        try KeyFile.createFolder(folder)
        try KeyFile.createFolder("\(folder)/\(key.hex)")
        let lock = open(path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw AuditError(.headMemoryUnwritable, ["path": path, "errno": String(errno)]) }
        defer { close(lock) }
        flock(lock, LOCK_EX)
        if let kept = try read(path), kept.size >= head.size { return }
        let text = "\(head.size)\n\(head.root.hex)\n"
        let fresh = path + ".new"
        guard (try? Data(text.utf8).write(to: URL(fileURLWithPath: fresh))) != nil, rename(fresh, path) == 0 else {
            throw AuditError(.headMemoryUnwritable, ["path": path, "errno": String(errno)])
        }
    }

    private func file(_ key: PublicKey, _ register: Digest) -> String { "\(folder)/\(key.hex)/\(register.hex)" }
}
