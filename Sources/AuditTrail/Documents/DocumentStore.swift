#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The files of a book's documents, beside the book: `BOOK.documents/ab/HASH`, HASH being the SHA-256 of the content and
/// `ab` its first two digits. Files have mode 0600 and never change: the name is the proof of the content.
///
/// A file is put there before the record that names it is written, so that no record lacks its file.
public struct DocumentStore: Sendable {
    /// The folder; made when the first document comes.
    public let folder: String

    /// The largest document: 4 GiB.
    public static let largestBytes: Int64 = 1 << 32

    /// The store of a book's file.
    public init(book path: String) {
        folder = path + ".documents"
    }

    /// Where a document's file lies, or would.
    public func path(of document: Digest) -> String {
        let hex = document.hex
        return "\(folder)/\(hex.prefix(2))/\(hex)"
    }

    /// How the file of a document is.
    public enum State: String, Sendable, CaseIterable { case present, absent, altered }

    /// Reads the file and compares. Refuses: E-AUD-041 where the system does not let it be read.
    public func state(of document: Digest) throws -> State {
        guard access(path(of: document), F_OK) == 0 else { return .absent }
        return try DocumentStore.measure(path(of: document)).sha256 == document ? .present : .altered
    }

    /// A file's hash and size, read in one pass. Refuses: E-AUD-040 for what is no regular file, E-AUD-041 where the
    /// system refuses, E-AUD-042 above `largestBytes`.
    public static func measure(_ file: String) throws -> DocumentMeasure {
        try stream(file) { _ in }
    }

    /// Puts a copy of a file into the store. Returns what it is, and whether it is new there.
    ///
    /// The copy is written beside, synced, then given its name. Refuses: as `measure`; E-AUD-043 where the store cannot be
    /// written; E-AUD-044 where another content lies under the document's name.
    public func keep(_ file: String) throws -> KeptDocument {
        try KeyFile.createFolder(folder)
        var template = Array("\(folder)/incoming-XXXXXX".utf8CString)
        let copy = mkstemp(&template)
        guard copy >= 0 else { throw refusal("mkstemp", folder) }
        defer { unlink(template) }
        let measure: DocumentMeasure
        do {
            defer { close(copy) }
            measure = try DocumentStore.stream(file) { bytes in try write(bytes, to: copy) }
            guard fchmod(copy, 0o600) == 0, fsync(copy) == 0 else { throw refusal("fsync", folder) }
        }
        let target = path(of: measure.sha256)
        guard try state(of: measure.sha256) != .present else {
            return KeptDocument(measure: measure, path: target, isNew: false)
        }
        let shelf = "\(folder)/\(measure.sha256.hex.prefix(2))"
        try KeyFile.createFolder(shelf)
        guard link(template, target) == 0 else {
            if errno == EEXIST { throw AuditError(.documentAltered, ["sha256": measure.sha256.hex, "path": target]) }
            throw refusal("link", target)
        }
        try sync(shelf)
        return KeptDocument(measure: measure, path: target, isNew: true)
    }

    /// Takes away a copy whose record was not written.
    public func discard(_ document: KeptDocument) {
        if document.isNew { unlink(document.path) }
    }

    private static func stream(_ file: String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws -> DocumentMeasure {
        // Without O_NONBLOCK a pipe without a writer would hold us here.
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw unreadable(file) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(file) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw AuditError(.documentKind, ["path": file]) }
        let tooLarge = AuditError(.documentTooLarge, ["path": file, "limit_bytes": String(largestBytes)])
        guard status.st_size <= largestBytes else { throw tooLarge }
        var hash = SHA256Stream()
        var size: Int64 = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(file) }
            if count == 0 { return DocumentMeasure(sha256: hash.finish(), size: size) }
            let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            size += Int64(count)
            guard size <= largestBytes else { throw tooLarge }
            hash.update(bytes)
            try take(bytes)
        }
    }

    private static func unreadable(_ file: String) -> AuditError {
        AuditError(.documentUnreadable, ["path": file, "errno": String(errno)])
    }

    private func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            let count = systemWrite(descriptor, rest)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw refusal("write", folder) }
            written += count
        }
    }

    private func sync(_ folder: String) throws {
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw refusal("open", folder) }
        defer { close(directory) }
        guard fsync(directory) == 0 || errno == EINVAL else { throw refusal("fsync", folder) }
    }

    private func refusal(_ step: String, _ path: String) -> AuditError {
        AuditError(.documentStoreRefused, ["path": path, "step": step, "errno": String(errno)])
    }
}

/// A file's content by its hash.
public struct DocumentMeasure: Sendable, Equatable {
    public let sha256: Digest
    /// Bytes.
    public let size: Int64
}

/// A document that lies in the store.
public struct KeptDocument: Sendable, Equatable {
    public let measure: DocumentMeasure
    public let path: String
    /// Whether it was not there before.
    public let isNew: Bool
}

// `write` is also a method above.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(file, bytes.baseAddress, bytes.count)
}
