#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The last tree of a register that a witness cosigned.
public struct WitnessedHead: Sendable, Equatable {
    /// `ORIGIN/REGISTER-ID`.
    public let origin: String
    /// Records.
    public let size: Int64
    public let root: Digest
    /// The key that signed the checkpoint.
    public let ledgerKey: PublicKey
    /// Seconds since 1970: of the cosignature.
    public let seconds: Int64
}

/// What a witness remembers, for ever: `witness/KEY/REGISTER-ID` in its key folder, replaced in one step. FORMAT.md,
/// section 16.
///
/// Who deletes or restores these files can be shown another history: they are as precious as the key.
public struct WitnessMemory: Sendable {
    private let folder: String

    /// `keys`: the witness's key folder.
    public init(keys: String, witness: PublicKey) {
        folder = "\(keys)/witness/\(witness.hex)"
    }

    func path(_ register: Digest) -> String { "\(folder)/\(register.hex)" }

    /// Gives what is remembered of a register; what comes back is on the disk before this returns. One at a time: another
    /// cosigning of the same register waits.
    ///
    /// Refuses: E-WIT-006 for a file that is not what was written, E-WIT-007 where the folder cannot be written.
    func update<T>(_ register: Digest, _ body: (WitnessedHead?) throws -> (WitnessedHead, T)) throws -> T {
        do {
            try KeyFile.createFolder(folder)
        } catch let error as AuditError {
            throw WitnessError(.witnessMemoryUnwritable, error.parameters)
        }
        let file = path(register)
        let lock = open(file + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw failure(file, "open") }
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 {
            guard errno == EINTR else { throw failure(file, "flock") }
        }
        let kept = try recalled(file)
        let (head, value) = try body(kept)
        if head != kept { try write(head, to: file) }
        return value
    }

    /// What is remembered of a register; nil before the first cosignature.
    public func recalled(_ register: Digest) throws -> WitnessedHead? { try recalled(path(register)) }

    private func recalled(_ file: String) throws -> WitnessedHead? {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure(file, "open")
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw failure(file, "read") }
        guard let head = WitnessMemory.head(Array(bytes.prefix(count))) else {
            throw WitnessError(.witnessMemoryBroken, ["path": file])
        }
        return head
    }

    private func write(_ head: WitnessedHead, to file: String) throws {
        var template = Array((file + ".XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw failure(file, "mkstemp") }
        defer { unlink(template) }
        let text = WitnessMemory.text(head)
        do {
            defer { close(descriptor) }
            let count = text.withUnsafeBytes { systemWrite(descriptor, $0) }
            guard count == text.count else { throw failure(file, "write") }
            guard fsync(descriptor) == 0 else { throw failure(file, "fsync") }
        }
        guard rename(template, file) == 0 else { throw failure(file, "rename") }
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw failure(folder, "open") }
        defer { close(directory) }
        guard fsync(directory) == 0 || errno == EINVAL else { throw failure(folder, "fsync") }
    }

    private func failure(_ path: String, _ step: String) -> WitnessError {
        WitnessError(.witnessMemoryUnwritable, ["path": path, "step": step, "errno": String(errno)])
    }

    // MARK: The file's text

    private static let firstLine = "fundctl/witness/v1"

    private static func text(_ head: WitnessedHead) -> [UInt8] {
        Array(
            """
            \(firstLine)
            origin: \(head.origin)
            size: \(head.size)
            root: \(head.root.hex)
            ledger-key: \(head.ledgerKey.hex)
            time: \(head.seconds)

            """.utf8)
    }

    private static func head(_ bytes: [UInt8]) -> WitnessedHead? {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 7, lines[0] == firstLine, lines[6].isEmpty else { return nil }
        let names = ["origin", "size", "root", "ledger-key", "time"]
        let values = zip(names, lines[1...]).compactMap { name, line in
            line.hasPrefix(name + ": ") ? String(line.dropFirst(name.count + 2)) : nil
        }
        guard values.count == names.count, let size = CanonicalInteger.parse(values[1]), size > 0,
            let root = Digest(hex: values[2]), let key = try? PublicKey(hex: values[3]),
            let seconds = CanonicalInteger.parse(values[4])
        else { return nil }
        let head = WitnessedHead(origin: values[0], size: size, root: root, ledgerKey: key, seconds: seconds)
        return text(head) == bytes ? head : nil
    }
}

// `write` is also a method above.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(file, bytes.baseAddress, bytes.count)
}
