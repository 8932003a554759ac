/// How much may move (docs/rules.en.md, section 5).
public struct RuleLimit: Hashable, Sendable {
    public enum Base: String, CaseIterable, Hashable, Sendable {
        /// What the scope's envelopes were first given.
        case initial
        /// What they are authorised just before the operation.
        case current
    }

    public enum Cap: Hashable, Sendable {
        /// Millionths of a per cent, 0 to 1 000 000 000 (1000 %).
        case percent(millionths: Int64, of: Base)
        case cents(Int64)
    }

    public enum Side: String, CaseIterable, Hashable, Sendable {
        case source, target, each

        /// The sides that are held, the source first.
        public var sides: [RuleSide] {
            switch self {
            case .source: [.source]
            case .target: [.target]
            case .each: [.source, .target]
            }
        }
    }

    /// Which envelopes are counted together with the side's own.
    public enum Across: Hashable, Sendable {
        case envelope
        /// Those of the same fund and year with the same values; names ascending, at least one.
        case group([String])
        case fund
    }

    public enum Counts: String, CaseIterable, Hashable, Sendable {
        case outflow, inflow, gross, net
    }

    public enum Over: String, CaseIterable, Hashable, Sendable {
        case operation, year
    }

    public var cap: Cap
    public var of: Side
    public var across: Across
    public var counts: Counts
    public var over: Over
}
