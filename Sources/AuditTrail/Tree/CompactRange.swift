// The frontier of a growing tree (RFC 6962, 2.1)
//
// A tree of N leaves is kept as the roots of its complete subtrees along the right edge, one for each bit
// set in N, the largest (leftmost) first. As bytes:
//
//     N as 8 bytes, big-endian (below 2^63), then 32 bytes for each bit set in N, from the highest
//
// Worked example: three leaves of no bytes. The leaf hash is 6e34…a01d; bits 2 and 1 are set in 3, so the
// size, node(leaf, leaf) and leaf, here on a line each:
//
//     0000000000000003
//     fe43d66afa4a9a5c4f9c9da89f4ffb52635c8f342e7ffb731d68e36c5982072a
//     6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
//
// The root folds from the right, node(node(leaf, leaf), leaf): 4837…70ea.

/// The right edge of a Merkle tree, from which it can grow and give its root without its leaves.
public struct CompactRange: Sendable, Equatable {
    /// The number of leaves.
    public private(set) var size: Int64 = 0
    /// The roots of the complete subtrees, the largest first; one for each bit set in `size`.
    private var subtrees: [Digest] = []

    /// The empty tree.
    public init() {}

    /// From the bytes described at the head of this file; nil when they are anything else.
    public init?(serialized: [UInt8]) {
        guard serialized.count >= 8 else { return nil }
        let number = serialized[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let size = Int64(exactly: number), serialized.count == 8 + 32 * size.nonzeroBitCount else { return nil }
        self.size = size
        subtrees = serialized.withUnsafeBytes { bytes in
            stride(from: 8, to: bytes.count, by: 32).compactMap {
                Digest(bytes: UnsafeRawBufferPointer(rebasing: bytes[$0..<$0 + 32]))
            }
        }
    }

    /// The bytes described at the head of this file.
    public var serialized: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + 32 * subtrees.count)
        withUnsafeBytes(of: size.bigEndian) { bytes.append(contentsOf: $0) }
        for subtree in subtrees { subtree.withUnsafeBytes { bytes.append(contentsOf: $0) } }
        return bytes
    }

    /// Adds a leaf hash (`SHA256.leaf`) at the right; one node hash a leaf on average.
    public mutating func append(_ leaf: Digest) {
        precondition(size < Int64.max, "a tree holds fewer than 2^63 leaves")
        var hash = leaf
        for _ in 0..<(~size).trailingZeroBitCount {
            hash = SHA256.node(subtrees.removeLast(), hash)
        }
        subtrees.append(hash)
        size += 1
    }

    /// The root of the tree; of the empty one, SHA-256 of no bytes (RFC 6962, 2.1).
    public func root() -> Digest {
        guard var root = subtrees.last else { return SHA256.empty }
        for subtree in subtrees.dropLast().reversed() { root = SHA256.node(subtree, root) }
        return root
    }
}
