import ReferenceData

/// The envelopes that a limit takes together, within one fund.
public struct RuleScope: Hashable, Sendable {
    public enum Extent: Hashable, Sendable {
        case envelope(String)
        /// Those that have these values; names ascending.
        case group(names: [String], values: [String])
        case fund
    }

    public let year: FiscalYear
    public let extent: Extent

    public init(year: FiscalYear, extent: Extent) {
        self.year = year
        self.extent = extent
    }

    /// A text that no other scope of the year has: `envelope:FORM-12`, `group:nature=aid;region=06`, `fund`.
    public var key: String {
        switch extent {
        case .envelope(let code): "envelope:" + code
        case .group(let names, let values): "group:" + zip(names, values).map { "\($0)=\($1)" }.joined(separator: ";")
        case .fund: "fund"
        }
    }

    /// Whether an envelope is one of them.
    public func holds(_ envelope: EnvelopeFacts) -> Bool {
        guard envelope.year == year else { return false }
        switch extent {
        case .envelope(let code): return envelope.code == code
        case .fund: return true
        case .group(let names, let values):
            return zip(names, values).allSatisfy { envelope.value(of: $0) == $1 }
        }
    }

    /// The scope of an envelope's side; nil where it lacks an attribute of the group.
    init?(_ across: RuleLimit.Across, of envelope: EnvelopeFacts) {
        year = envelope.year
        switch across {
        case .envelope: extent = .envelope(envelope.code)
        case .fund: extent = .fund
        case .group(let names):
            var values: [String] = []
            values.reserveCapacity(names.count)
            for name in names {
                guard let value = envelope.value(of: name) else { return nil }
                values.append(value)
            }
            extent = .group(names: names, values: values)
        }
    }
}

extension EnvelopeFacts {
    /// The value of an attribute, or of one of the three that every envelope has; nil where it lacks it.
    public func value(of name: String) -> String? {
        switch name {
        case "envelope": code
        case "year": year.text
        case "parent": parent
        default: attributes[name]
        }
    }
}

/// What one posted operation, or one return, adds to what a limit over the year has counted in a scope.
public struct CountedMovement: Hashable, Sendable {
    public let rule: String
    public let scope: RuleScope
    public let cents: Int64
}

/// What judging must know of the past, asked for only where a limit applies.
public protocol RuleTotals {
    /// The sum of the `CountedMovement`s of that rule in that scope, of all operations posted before; nil beyond 64 bits.
    func counted(_ rule: String, in scope: RuleScope) throws -> Int64?
    /// What the scope's envelopes were first given, or what they are authorised now; nil beyond 64 bits.
    func base(_ base: RuleLimit.Base, of scope: RuleScope) throws -> Int64?
}
