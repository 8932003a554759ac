import Testing

@testable import AuditTrail

/// The tree's definitions (RFC 6962, 2.1), written apart from the library.
enum PlainTree {
    static func leaves(_ count: Int) -> [Digest] {
        (0..<count).map { SHA256.leaf(Array("leaf \($0)".utf8)) }
    }

    static func root(_ leaves: ArraySlice<Digest>) -> Digest {
        guard leaves.count > 1 else { return leaves.first ?? SHA256.hash([]) }
        var left = 1
        while left * 2 < leaves.count { left *= 2 }
        return SHA256.node(root(leaves.prefix(left)), root(leaves.dropFirst(left)))
    }
}

@Suite struct CompactRangeTests {
    @Test func `The worked example of the heading holds`() throws {
        var range = CompactRange()
        for _ in 0..<3 { range.append(SHA256.leaf([])) }
        let example = try workedExample("Sources/AuditTrail/Tree/CompactRange.swift")
        #expect(Hexadecimal.encode(range.serialized) == example.joined())
        #expect(range.root().hex.hasPrefix("4837") && range.root().hex.hasSuffix("70ea"))
    }

    @Test func `The root is that of the definition for 0 to 300 leaves`() {
        let leaves = PlainTree.leaves(300)
        var range = CompactRange()
        for size in 0...300 {
            #expect(range.size == Int64(size))
            #expect(range.root() == PlainTree.root(leaves.prefix(size)))
            #expect(range.root() == Merkle.root(leaves: Array(leaves.prefix(size))))
            if size < 300 { range.append(leaves[size]) }
        }
    }

    @Test func `A range kept at any size and taken up again gives the same roots`() throws {
        let leaves = PlainTree.leaves(300)
        let roots = (0...300).map { PlainTree.root(leaves.prefix($0)) }
        var range = CompactRange()
        for kept in 0...300 {
            let bytes = range.serialized
            #expect(bytes.count == 8 + 32 * kept.nonzeroBitCount)
            var resumed = try #require(CompactRange(serialized: bytes))
            #expect(resumed == range)
            for size in kept..<300 {
                if resumed.root() != roots[size] { Issue.record("kept at \(kept), wrong root at \(size)") }
                resumed.append(leaves[size])
            }
            #expect(resumed.root() == roots[300])
            if kept < 300 { range.append(leaves[kept]) }
        }
    }

    @Test func `Bytes that are no range are refused`() {
        let zero = [UInt8](repeating: 0, count: 8)
        let hash = [UInt8](repeating: 1, count: 32)
        #expect(CompactRange(serialized: zero) == CompactRange())
        #expect(CompactRange(serialized: []) == nil)
        #expect(CompactRange(serialized: Array(zero.dropLast())) == nil)
        #expect(CompactRange(serialized: zero + hash) == nil)
        #expect(CompactRange(serialized: zero.dropLast() + [3] + hash) == nil)
        #expect(CompactRange(serialized: zero.dropLast() + [1] + hash + [0]) == nil)
        #expect(CompactRange(serialized: [0x80] + zero.dropLast() + hash) == nil)
        #expect(CompactRange(serialized: zero.dropLast() + [1] + hash)?.root().bytes == hash)
    }
}
