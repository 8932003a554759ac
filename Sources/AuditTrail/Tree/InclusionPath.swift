/// The inclusion proof of one leaf, made while the leaves go by once, in memory that grows with the proof alone (RFC 6962,
/// 2.1.1).
///
/// Each hash of the proof is the root over a span of neighbours that the index and the size tell beforehand.
public struct InclusionPath {
    private struct Sibling {
        let span: Range<Int64>
        /// Its place in the proof, from the leaf up.
        let place: Int
    }

    private let index: Int64
    /// In the order of the leaves; the next one to fill first.
    private var waiting: ArraySlice<Sibling>
    private var current = CompactRange()
    private var proof: [Digest?]
    private var next: Int64 = 0

    /// The index is from 0 and below the size.
    public init(index: Int64, size: Int64) {
        precondition(index >= 0 && index < size, "no leaf of this index")
        self.index = index
        var spans: [Range<Int64>] = []
        var span = 0..<size
        while span.count > 1 {
            let middle = span.lowerBound + 1 << Int64(63 - Int64(span.count - 1).leadingZeroBitCount)
            if index < middle {
                spans.append(middle..<span.upperBound)
                span = span.lowerBound..<middle
            } else {
                spans.append(span.lowerBound..<middle)
                span = middle..<span.upperBound
            }
        }
        proof = Array(repeating: nil, count: spans.count)
        waiting = spans.reversed().enumerated().map { Sibling(span: $0.element, place: $0.offset) }
            .sorted { $0.span.lowerBound < $1.span.lowerBound }[...]
    }

    /// Takes the next leaf's hash.
    public mutating func take(_ leaf: Digest) {
        defer { next += 1 }
        guard next != index, let sibling = waiting.first else { return }
        current.append(leaf)
        guard current.size == Int64(sibling.span.count) else { return }
        proof[sibling.place] = current.root()
        current = CompactRange()
        waiting.removeFirst()
    }

    /// The proof, from the leaf up; nil before all leaves went by.
    public var hashes: [Digest]? {
        waiting.isEmpty ? proof.compactMap { $0 } : nil
    }
}
