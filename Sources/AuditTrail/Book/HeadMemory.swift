/// The last head of a register that a key sealed: what lets a key notice that it stands before another history.
public struct RememberedHead: Sendable, Equatable {
    public let size: Int64
    public let root: Digest

    public init(size: Int64, root: Digest) {
        self.size = size
        self.root = root
    }
}

/// Where keys remember heads: the key folder.
public protocol HeadMemory {
    /// The last head of the register that each key sealed, whichever keys they are.
    func recalled(register: Digest) throws -> [RememberedHead]
    /// Keeps the head unless a longer one is kept already.
    func remember(_ head: RememberedHead, key: PublicKey, register: Digest) throws
}
