/// What changes from one rule set to another.
public struct RuleSetDifference: Sendable {
    public struct Change: Hashable, Sendable {
        public enum Kind: String, CaseIterable, Hashable, Sendable { case added, removed, changed }

        public let kind: Kind
        /// A member of the heading, the name of an attribute, the id of an authority or of a rule.
        public let name: String
        /// Of a changed rule: `kind`, `when`, `unless`, `cite`; of a changed attribute: `values`.
        public let parts: [String]
        /// As compiled: what was there before and after; nil where nothing was.
        public let before: String?
        public let after: String?
    }

    public let heading: [Change]
    public let attributes: [Change]
    public let authorities: [Change]
    public let rules: [Change]
    /// The limits over the year that go on counting if the second replaces the first.
    public let continued: [String]

    public var isEmpty: Bool { heading.isEmpty && attributes.isEmpty && authorities.isEmpty && rules.isEmpty }

    public init(from old: RuleSet, to new: RuleSet) {
        heading = Self.heading(old, new)
        attributes = Self.changes(old.attributes, new.attributes, \.name) { $0.values == $1.values ? [] : ["values"] } text: {
            $0.values.isEmpty ? "any" : $0.values.joined(separator: ", ")
        }
        authorities = Self.changes(old.authorities, new.authorities, \.id) { $0.name == $1.name ? [] : ["name"] } text: {
            "\($0.name.fr) / \($0.name.en)"
        }
        rules = Self.changes(old.rules, new.rules, \.id, Self.parts) { rule in
            (try? rule.compiled.line()).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        continued = new.continuedLimits(of: old).sorted()
    }

    private static func parts(_ old: TransferRule, _ new: TransferRule) -> [String] {
        [
            ("kind", old.kind == new.kind), ("when", old.when == new.when), ("unless", old.unless == new.unless),
            ("cite", old.cite == new.cite),
        ].filter { !$0.1 }.map(\.0)
    }

    private static func heading(_ old: RuleSet, _ new: RuleSet) -> [Change] {
        func texts(_ text: BilingualText) -> String { "\(text.fr) / \(text.en)" }
        let members: [(String, (RuleSet) -> String?)] = [
            ("rule-set", { $0.identity.name }), ("version", { String($0.identity.version) }), ("title", { texts($0.title) }),
            ("status", { $0.status.rawValue }), ("fund", { $0.fund?.rawValue ?? "any" }),
            ("proposed-by", { texts($0.proposedBy) }), ("decided-by", { texts($0.decidedBy) }),
            ("instrument", { texts($0.instrument) }), ("from", { $0.from.iso }), ("until", { $0.until?.iso }),
            ("replaces", { $0.replaces?.text }),
        ]
        return members.compactMap { name, value in
            let (before, after) = (value(old), value(new))
            guard before != after else { return nil }
            let kind: Change.Kind = before == nil ? .added : after == nil ? .removed : .changed
            return Change(kind: kind, name: name, parts: [], before: before, after: after)
        }
    }

    private static func changes<Item>(
        _ old: [Item], _ new: [Item], _ name: (Item) -> String, _ parts: (Item, Item) -> [String], text: (Item) -> String
    ) -> [Change] {
        let before = Dictionary(old.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
        return Set(before.keys).union(after.keys).sorted().compactMap { key in
            switch (before[key], after[key]) {
            case (nil, let item?): Change(kind: .added, name: key, parts: [], before: nil, after: text(item))
            case (let item?, nil): Change(kind: .removed, name: key, parts: [], before: text(item), after: nil)
            case (let one?, let other?):
                parts(one, other).isEmpty
                    ? nil
                    : Change(kind: .changed, name: key, parts: parts(one, other), before: text(one), after: text(other))
            case (nil, nil): nil
            }
        }
    }
}
