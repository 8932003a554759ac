import Testing

@testable import AuditTrail

@Suite struct InclusionPathTests {
    @Test func itIsTheProofThatAllLeavesTogetherGive() {
        let leaves = (0..<70).map { SHA256.leaf([UInt8($0)]) }
        for size in 1...leaves.count {
            let tree = Array(leaves[..<size])
            let root = Merkle.root(leaves: tree)
            for index in 0..<size {
                var path = InclusionPath(index: Int64(index), size: Int64(size))
                for leaf in tree { path.take(leaf) }
                #expect(path.hashes == Merkle.inclusionProof(leaf: index, leaves: tree))
                #expect(
                    Merkle.verifyInclusion(
                        index: Int64(index), size: Int64(size), leaf: leaves[index], proof: path.hashes ?? [], root: root))
            }
        }
    }

    @Test func beforeAllLeavesWentByThereIsNone() {
        var path = InclusionPath(index: 1, size: 3)
        path.take(SHA256.leaf([0]))
        path.take(SHA256.leaf([1]))
        #expect(path.hashes == nil)
        path.take(SHA256.leaf([2]))
        #expect(path.hashes?.count == 2)
    }
}

extension SHA256 {
    fileprivate static func leaf(_ bytes: [UInt8]) -> Digest { bytes.withUnsafeBytes { leaf($0) } }
}
