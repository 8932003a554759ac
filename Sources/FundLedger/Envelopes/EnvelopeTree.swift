import ReferenceData

/// The envelopes of a year as a tree: each after what it lies under, with the sums of all below it.
public struct EnvelopeTree: Sendable {
    public struct Node: Sendable {
        public let row: EnvelopeRow
        /// 0 at the top.
        public let depth: Int
        /// Its own amounts and those of every envelope below it.
        public let subtree: EnvelopeAmounts
        public let hasChildren: Bool
    }

    /// Depth first; those of one parent by code.
    public let nodes: [Node]
    /// The sums of the envelopes shown.
    public let total: EnvelopeAmounts

    /// `under`: only that envelope and what lies below it; `below`: only what lies below it; `levels`: at most so many.
    /// Refuses: E-ENV-010.
    public init(_ rows: [EnvelopeRow], under: String? = nil, below: String? = nil, levels: Int? = nil) throws {
        var children: [String: [EnvelopeRow]] = [:]
        for row in rows { children[row.parent ?? "", default: []].append(row) }
        let tops = under.map { code in rows.filter { $0.code == code } } ?? children[below ?? ""] ?? []
        var nodes: [Node] = []
        var total = EnvelopeAmounts()
        // A parent is opened before its children: there is no cycle to fall into.
        func visit(_ row: EnvelopeRow, _ depth: Int) throws -> EnvelopeAmounts {
            let place = nodes.count
            let below = children[row.code] ?? []
            nodes.append(Node(row: row, depth: depth, subtree: row.amounts, hasChildren: !below.isEmpty))
            var sum = row.amounts
            for child in below { sum = try sum.adding(visit(child, depth + 1)) }
            nodes[place] = Node(row: row, depth: depth, subtree: sum, hasChildren: !below.isEmpty)
            return sum
        }
        for top in tops { total = try total.adding(visit(top, 0)) }
        self.nodes = nodes.filter { node in levels.map { node.depth < $0 } ?? true }
        self.total = total
    }
}
