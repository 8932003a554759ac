/// The problems of a file, gathered up to a number and only counted beyond it.
public struct RowProblems: Sendable {
    /// How many are kept.
    public let limit: Int
    public private(set) var list: [RowProblem] = []
    /// All of them, kept or not.
    public private(set) var count = 0

    public init(limit: Int = 50) {
        precondition(limit > 0)
        self.limit = limit
    }

    public var isEmpty: Bool { count == 0 }

    public mutating func add(_ problem: RowProblem) {
        count += 1
        if list.count < limit { list.append(problem) }
    }
}
