import Testing

@testable import AuditTrail

@Suite struct MerkleTests {
    private static func flipped(_ digest: Digest) throws -> Digest {
        var bytes = digest.bytes
        bytes[bytes.count / 2] ^= 0x10
        return try #require(Digest(bytes: bytes))
    }

    /// The proof with one hash changed, left out, doubled or swapped, and with one more at either end.
    private static func mutations(_ proof: [Digest], root: Digest) throws -> [[Digest]] {
        var all = [proof + [root], [root] + proof]
        for position in proof.indices {
            var changed = proof
            changed[position] = try flipped(proof[position])
            var shorter = proof
            shorter.remove(at: position)
            var longer = proof
            longer.insert(proof[position], at: position)
            all += [changed, shorter, longer]
            if position > 0 {
                var swapped = proof
                swapped.swapAt(position, position - 1)
                all.append(swapped)
            }
        }
        return all
    }

    @Test func `Every inclusion proof of trees to 40 leaves holds, and no changed one`() throws {
        let leaves = PlainTree.leaves(40)
        for size in 1...40 {
            let tree = Array(leaves.prefix(size))
            let root = PlainTree.root(leaves.prefix(size))
            func holds(_ index: Int, _ leaf: Digest, _ proof: [Digest], _ root: Digest) -> Bool {
                Merkle.verifyInclusion(index: Int64(index), size: Int64(size), leaf: leaf, proof: proof, root: root)
            }
            for index in 0..<size {
                let proof = Merkle.inclusionProof(leaf: index, leaves: tree)
                #expect(holds(index, tree[index], proof, root))
                for other in -1...size where other != index { #expect(!holds(other, tree[index], proof, root)) }
                #expect(try !holds(index, Self.flipped(tree[index]), proof, root))
                #expect(try !holds(index, tree[index], proof, Self.flipped(root)))
                for mutation in try Self.mutations(proof, root: root) {
                    #expect(!holds(index, tree[index], mutation, root))
                }
            }
        }
    }

    @Test func `Every consistency proof of trees to 40 leaves holds, and no changed one`() throws {
        let leaves = PlainTree.leaves(40)
        let roots = (0...40).map { PlainTree.root(leaves.prefix($0)) }
        for size in 1...40 {
            for first in 1...size {
                func holds(_ root1: Digest, _ root2: Digest, _ proof: [Digest]) -> Bool {
                    Merkle.verifyConsistency(
                        size1: Int64(first), root1: root1, size2: Int64(size), root2: root2, proof: proof)
                }
                let proof = Merkle.consistencyProof(first: first, leaves: Array(leaves.prefix(size)))
                #expect(proof.isEmpty == (first == size))
                #expect(holds(roots[first], roots[size], proof))
                #expect(try !holds(Self.flipped(roots[first]), roots[size], proof))
                #expect(try !holds(roots[first], Self.flipped(roots[size]), proof))
                for mutation in try Self.mutations(proof, root: roots[size]) {
                    #expect(!holds(roots[first], roots[size], mutation))
                }
            }
        }
    }

    @Test func `Nothing is consistent with size 0 or a negative size`() {
        let empty = SHA256.empty
        for (size1, size2) in [(0, 0), (0, 1), (0, 8), (1, 0), (-1, 1), (-1, -1), (Int64.min, Int64.max)] {
            #expect(
                !Merkle.verifyConsistency(
                    size1: Int64(size1), root1: empty, size2: Int64(size2), root2: empty, proof: []))
        }
    }

    @Test func `Sizes up to the largest are judged without a trap`() {
        let hash = SHA256.empty
        let proof = [Digest](repeating: hash, count: 200)
        for count in 0...200 {
            let part = Array(proof.prefix(count))
            #expect(
                !Merkle.verifyInclusion(index: .max - 1, size: .max, leaf: hash, proof: part, root: hash))
            #expect(
                !Merkle.verifyConsistency(size1: .max - 1, root1: hash, size2: .max, root2: hash, proof: part))
        }
        #expect(!Merkle.verifyInclusion(index: .max, size: .max, leaf: hash, proof: [], root: hash))
        #expect(!Merkle.verifyInclusion(index: .min, size: .max, leaf: hash, proof: [], root: hash))
    }

    @Test func `A proof holds in its own tree only, not in a smaller one that is said to have the same root`() {
        let leaves = Array(PlainTree.leaves(4))
        let root = PlainTree.root(leaves[...])
        let proof = Merkle.inclusionProof(leaf: 3, leaves: leaves)
        for size: Int64 in 1...4 {
            let holds = Merkle.verifyInclusion(index: size - 1, size: size, leaf: leaves[3], proof: proof, root: root)
            #expect(holds == (size == 4))
        }
    }

    @Test func `A leaf cannot be passed off as an inner node`() {
        let leaves = PlainTree.leaves(4)
        let root = PlainTree.root(leaves[...])
        let inner = SHA256.node(leaves[0], leaves[1])
        let proof = [SHA256.node(leaves[2], leaves[3])]
        // The tree of two "leaves" that are inner nodes has the same root: the leaf's own hash tells them apart.
        #expect(Merkle.verifyInclusion(index: 0, size: 2, leaf: inner, proof: proof, root: root))
        let forged = SHA256.leaf(leaves[0].bytes + leaves[1].bytes)
        #expect(!Merkle.verifyInclusion(index: 0, size: 2, leaf: forged, proof: proof, root: root))
    }
}
