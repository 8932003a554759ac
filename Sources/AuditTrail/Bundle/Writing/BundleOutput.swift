/// The files of a bundle while it is written: into a new folder, or nowhere but into their hashes.
final class BundleOutput: BundleSink {
    private let folder: NewFolder?
    private var open: [String: OutputFile] = [:]
    /// Finished files that the manifest names, and the bytes of all of them.
    private var lines: [Manifest.Line] = []
    private(set) var listedBytes: Int64 = 0
    private var files = 0

    /// `folder`: nil where only the hashes are wanted.
    init(folder: NewFolder?) {
        self.folder = folder
    }

    /// Makes an empty file. Refuses: E-BUN-002, E-BUN-003, E-BUN-007 above 100 000 files.
    func begin(_ file: String) throws {
        files += 1
        guard files <= BundlePath.mostFiles else { throw AuditError(.exportTooLarge, ["limit": "files"]) }
        precondition(open[file] == nil, "the file \(file) is begun twice")
        open[file] = try folder?.create(file) ?? OutputFile(path: file, shownPath: file, descriptor: nil)
    }

    /// Adds to a file that was begun.
    func write(_ bytes: UnsafeRawBufferPointer, to file: String) throws {
        guard let output = open[file] else { preconditionFailure("a bundle has no file \(file)") }
        try output.append(bytes)
    }

    /// Closes a file that the manifest is to name.
    func end(_ file: String) throws {
        let (digest, bytes) = try close(file)
        lines.append(Manifest.Line(path: file, sha256: digest))
        listedBytes += bytes
    }

    /// Closes a file that the manifest leaves out. Returns its hash and length.
    @discardableResult
    func close(_ file: String) throws -> (digest: Digest, bytes: Int64) {
        guard let output = open.removeValue(forKey: file) else { preconditionFailure("no file \(file) was begun") }
        return (try output.finish(), output.bytes)
    }

    /// A whole file that the manifest is to name.
    func add(_ file: String, _ bytes: [UInt8]) throws {
        try begin(file)
        try bytes.withUnsafeBytes { try write($0, to: file) }
        try end(file)
    }

    /// A whole file that the manifest leaves out.
    func addUnlisted(_ file: String, _ bytes: [UInt8]) throws {
        try begin(file)
        try bytes.withUnsafeBytes { try write($0, to: file) }
        try close(file)
    }

    /// The manifest of all files ended so far.
    var manifest: Manifest { Manifest(files: lines) }
}
