/// Merkle tree hashes and proofs over leaf hashes (RFC 6962, 2.1; RFC 9162, 2.1).
///
/// The making of roots and proofs is written as the definitions are, over all leaves. The checking needs no
/// leaves, and takes whatever numbers and hashes it is given: what does not hold is false, never a trap.
public enum Merkle {
    /// The root over these leaf hashes; over none, SHA-256 of no bytes.
    public static func root(leaves: [Digest]) -> Digest {
        root(leaves[...])
    }

    /// The proof that the leaf of this index (from 0) is in the tree of all these leaves: PATH(m, D[n]),
    /// from the leaf up. The index must be one of the leaves'.
    public static func inclusionProof(leaf index: Int, leaves: [Digest]) -> [Digest] {
        precondition(leaves.indices.contains(index), "no leaf of this index")
        var proof: [Digest] = []
        var range = leaves[...]
        while range.count > 1 {
            let middle = range.startIndex + split(range.count)
            if index < middle {
                proof.append(root(range[middle...]))
                range = range[..<middle]
            } else {
                proof.append(root(range[..<middle]))
                range = range[middle...]
            }
        }
        return proof.reversed()
    }

    /// The proof that the tree of the first leaves is the beginning of the tree of all: PROOF(m, D[n]). The
    /// number must be from 1 to that of the leaves; the proof between equal sizes is empty.
    public static func consistencyProof(first: Int, leaves: [Digest]) -> [Digest] {
        precondition(first >= 1 && first <= leaves.count, "no such earlier size")
        var proof: [Digest] = []
        var range = leaves[...]
        var isWhole = true
        while range.endIndex != first {
            let middle = range.startIndex + split(range.count)
            if first <= middle {
                proof.append(root(range[middle...]))
                range = range[..<middle]
            } else {
                proof.append(root(range[..<middle]))
                range = range[middle...]
                isWhole = false
            }
        }
        if !isWhole { proof.append(root(range)) }
        return proof.reversed()
    }

    private static func root(_ leaves: ArraySlice<Digest>) -> Digest {
        var range = CompactRange()
        for leaf in leaves { range.append(leaf) }
        return range.root()
    }

    /// The largest power of two below a number of leaves above 1.
    private static func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}

// MARK: - Checking

extension Merkle {
    /// Whether the proof shows that the leaf hash is the leaf of this index (from 0) in the tree of this size
    /// and root (RFC 9162, 2.1.3.2). False for an index outside the tree, so always for size 0, and for a
    /// proof with a hash too few or too many.
    public static func verifyInclusion(
        index: Int64, size: Int64, leaf: Digest, proof: [Digest], root: Digest
    ) -> Bool {
        guard index >= 0, index < size else { return false }
        var path = Path(node: index, last: size - 1)
        var hash = leaf
        for sibling in proof {
            guard let side = path.ascend() else { return false }
            hash = side == .left ? SHA256.node(sibling, hash) : SHA256.node(hash, sibling)
        }
        return path.last == 0 && hash == root
    }

    /// Whether the proof shows that the tree of the first size and root is the beginning of that of the
    /// second (RFC 9162, 2.1.4.2).
    ///
    /// Between equal sizes, true with an empty proof and equal roots. Size 0 is consistent with everything
    /// and so shows nothing: any check from or to size 0 is false, even of equal roots with an empty proof.
    /// False when the first size is above the second, for an empty proof between different sizes, and for a
    /// proof with a hash too few or too many.
    public static func verifyConsistency(
        size1: Int64, root1: Digest, size2: Int64, root2: Digest, proof: [Digest]
    ) -> Bool {
        guard size1 > 0, size1 <= size2 else { return false }
        if size1 == size2 { return proof.isEmpty && root1 == root2 }
        // A complete first tree is itself a node of the second, and its root is left out of the proof.
        let isComplete = size1.nonzeroBitCount == 1
        guard let start = isComplete ? root1 : proof.first else { return false }
        var path = Path(node: size1 - 1, last: size2 - 1)
        path.skipRightChildren()
        var first = start
        var second = start
        for sibling in isComplete ? proof[...] : proof.dropFirst() {
            guard let side = path.ascend() else { return false }
            if side == .left {
                first = SHA256.node(sibling, first)
                second = SHA256.node(sibling, second)
            } else {
                second = SHA256.node(second, sibling)
            }
        }
        return path.last == 0 && first == root1 && second == root2
    }

    /// The way from a node up to the root: `fn` and `sn` of RFC 9162.
    private struct Path {
        enum Side { case left, right }
        var node: Int64
        var last: Int64

        /// Goes to the parent and tells on which side the sibling was; nil at the root.
        mutating func ascend() -> Side? {
            guard last != 0 else { return nil }
            let isRightChild = node & 1 == 1
            let isOnEdge = node == last
            if !isRightChild && isOnEdge {
                // A left child at the right edge has no sibling there: it is its own parent.
                while node & 1 == 0 && node != 0 { shift() }
            }
            shift()
            return isRightChild || isOnEdge ? .left : .right
        }

        mutating func skipRightChildren() {
            while node & 1 == 1 { shift() }
        }

        private mutating func shift() {
            node >>= 1
            last >>= 1
        }
    }
}
