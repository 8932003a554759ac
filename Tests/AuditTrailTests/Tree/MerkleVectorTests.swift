import Foundation
import Testing

@testable import AuditTrail

/// The vectors of transparency-dev/merkle.
@Suite(.enabled(if: PublicVectors.isPresent, "the public vectors are not beside the repository"))
struct MerkleVectorTests {
    private struct Roots: Decodable {
        let leaf_inputs_hex: [String]
        let roots_hex_by_size: [String]
    }

    private struct Inclusion: Decodable {
        let leafIdx: UInt64
        let treeSize: UInt64
        let root: Data?
        let leafHash: Data?
        let proof: [Data]?
        let wantErr: Bool
    }

    private struct Consistency: Decodable {
        let size1: UInt64
        let size2: UInt64
        let root1: Data
        let root2: Data
        let proof: [Data]?
        let wantErr: Bool
    }

    /// The proof's hashes; nil when one is not 32 bytes long, which no caller of ours could give.
    private static func digests(_ proof: [Data]?) -> [Digest]? {
        let digests = (proof ?? []).map { Digest(bytes: Array($0)) }
        return digests.contains(nil) ? nil : digests.compactMap { $0 }
    }

    @Test func `The roots of all sizes are those of the vectors`() throws {
        let vector = try PublicVectors.decode(Roots.self, "rfc6962-merkle/roots.json")
        let leaves = vector.leaf_inputs_hex.compactMap { Hexadecimal.decode($0) }.map { SHA256.leaf($0) }
        #expect(leaves.count + 1 == vector.roots_hex_by_size.count)
        for (size, root) in vector.roots_hex_by_size.enumerated() {
            #expect(Merkle.root(leaves: Array(leaves.prefix(size))).hex == root)
        }
    }

    @Test func `Each inclusion vector is judged as it says`() throws {
        let vectors = try PublicVectors.decodeAll(Inclusion.self, below: "rfc6962-merkle/testdata/inclusion")
        #expect(vectors.count == 98)
        for (name, vector) in vectors {
            var holds = false
            if let leaf = Digest(bytes: Array(vector.leafHash ?? Data())),
                let root = Digest(bytes: Array(vector.root ?? Data())), let proof = Self.digests(vector.proof)
            {
                holds = Merkle.verifyInclusion(
                    index: Int64(truncatingIfNeeded: vector.leafIdx), size: Int64(truncatingIfNeeded: vector.treeSize),
                    leaf: leaf, proof: proof, root: root)
            }
            #expect(holds == !vector.wantErr, "\(name)")
        }
    }

    @Test func `Each consistency vector is judged as it says`() throws {
        let vectors = try PublicVectors.decodeAll(Consistency.self, below: "rfc6962-merkle/testdata/consistency")
        #expect(vectors.count == 98)
        for (name, vector) in vectors {
            // Some roots are words ("don't care"): their hashes stand for them, equal when they are equal.
            let roots = [vector.root1, vector.root2].map { Digest(bytes: Array($0)) ?? SHA256.hash(Array($0)) }
            let proof = Self.digests(vector.proof)
            let holds =
                proof.map {
                    Merkle.verifyConsistency(
                        size1: Int64(truncatingIfNeeded: vector.size1), root1: roots[0],
                        size2: Int64(truncatingIfNeeded: vector.size2), root2: roots[1], proof: $0)
                } ?? false
            #expect(holds == !vector.wantErr, "\(name)")
        }
    }
}
