import AuditTrail
import ReferenceData

/// The grants of a fund, put together by programme, state, recipient or year, each group with its sums.
public struct GrantRegister: Sendable {
    public struct Group: Sendable {
        /// A programme, a state, a recipient, or the fiscal year of the application as `2026-2027`.
        public let value: String
        /// By number.
        public let grants: [GrantRow]
        public let sum: GrantFigures
    }

    public let grouping: GrantGrouping
    /// By value; states in the order of a grant's life.
    public let groups: [Group]
    public let total: GrantFigures

    public var count: Int { groups.reduce(0) { $0 + $1.grants.count } }

    /// Refuses: E-REF overflow where a sum leaves 64 bits.
    public init(_ rows: [GrantRow], by grouping: GrantGrouping) throws {
        self.grouping = grouping
        let byValue = try Dictionary(grouping: rows) { try grouping.value(of: $0) }
        groups = try byValue.keys.sorted { Self.isBefore($0, $1, grouping) }.map { value in
            let grants = byValue[value] ?? []
            return Group(value: value, grants: grants, sum: try .sum(grants.map(\.figures)))
        }
        total = try .sum(groups.map(\.sum))
    }

    private static func isBefore(_ left: String, _ right: String, _ grouping: GrantGrouping) -> Bool {
        guard grouping == .state else { return left < right }
        let order = GrantStage.allCases.map(\.rawValue)
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
}

extension GrantGrouping {
    /// What a grant comes under. Refuses: E-REF for a date of no fiscal year.
    public func value(of grant: GrantRow) throws -> String {
        switch self {
        case .state: grant.stage.rawValue
        case .program: grant.program
        case .recipient: grant.recipient
        case .year: try FiscalYear(of: grant.applied).text
        }
    }
}

extension GrantFigures {
    /// Refuses: E-REF overflow.
    public static func sum(_ all: [GrantFigures]) throws -> GrantFigures {
        var sum = GrantFigures()
        for figures in all {
            for path in paths { sum[keyPath: path] = try Cents(sum[keyPath: path]).adding(Cents(figures[keyPath: path])).value }
        }
        return sum
    }
}
