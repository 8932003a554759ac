/// The first so many records of a register, four ways: what a STATEMENT says of its own export and of the one before.
public struct RecordsExtent: Sendable, Equatable {
    /// Records.
    public let size: Int64
    /// Root of the tree over them.
    public let root: Digest
    /// Bytes of their lines, each with its LF.
    public let bytes: Int64
    /// SHA-256 of those bytes.
    public let sha256: Digest

    public init(size: Int64, root: Digest, bytes: Int64, sha256: Digest) {
        self.size = size
        self.root = root
        self.bytes = bytes
        self.sha256 = sha256
    }
}
