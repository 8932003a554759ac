import AuditTrail
import ReferenceData

// The compiled form: docs/rules.en.md, section 9.

extension RuleSet {
    /// The canonical object that binds, as `rules` of `ruleset.adopted/1` holds it.
    public var compiled: CanonicalObject {
        var object: CanonicalObject = [
            "attributes": .object(CanonicalObject(attributes.map { (key: $0.name, value: .codes($0.values)) })),
            "authorities": .array(
                authorities.map { ["en": .string($0.name.en), "fr": .string($0.name.fr), "id": .string($0.id)] }),
            "decided_by": decidedBy.compiled,
            "from": .string(from.iso),
            "fund": .string(fund?.rawValue ?? "any"),
            "instrument": instrument.compiled,
            "proposed_by": proposedBy.compiled,
            "rules": .array(rules.map { .object($0.compiled) }),
            "ruleset": .string(identity.name),
            "status": .string(status.rawValue),
            "title": title.compiled,
            "version": .integer(identity.version),
        ]
        if let until { object["until"] = .string(until.iso) }
        if let replaces { object["replaces"] = .string(replaces.text) }
        return object
    }

    /// The limits over the year that go on counting what those of `predecessor`, which this one replaces, counted: the
    /// rules of one id whose limit, `when` and `unless` are compiled the same.
    public func continuedLimits(of predecessor: RuleSet) -> Set<String> {
        let before = Dictionary(predecessor.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return Set(
            rules.compactMap { rule in
                guard case .limit(let limit) = rule.kind, limit.over == .year, let old = before[rule.id] else { return nil }
                return old.compiledWithoutCitation == rule.compiledWithoutCitation ? rule.id : nil
            })
    }
}

extension CanonicalValue {
    fileprivate static func codes(_ codes: [String]) -> CanonicalValue { .array(codes.map { .string($0) }) }
}

extension BilingualText {
    fileprivate var compiled: CanonicalValue { ["en": .string(en), "fr": .string(fr)] }
}

extension TransferRule {
    var compiled: CanonicalObject {
        var object = compiledWithoutCitation
        object["cite"] = ["article": .string(cite.article), "en": .string(cite.text.en), "fr": .string(cite.text.fr)]
        return object
    }

    fileprivate var compiledWithoutCitation: CanonicalObject {
        var object: CanonicalObject = ["id": .string(id), "kind": .string(kind.name)]
        switch kind {
        case .permit, .forbid: break
        case .limit(let limit): limit.compile(into: &object)
        case .requireApproval(let authority): object["approval"] = .string(authority)
        case .requireNotice(let authority): object["notice"] = .string(authority)
        }
        if !when.isEmpty {
            var said = CanonicalObject()
            when.compile(into: &said)
            object["when"] = .object(said)
        }
        if !unless.isEmpty { object["unless"] = .array(unless.map { .object($0.compiled) }) }
        return object
    }
}

extension TransferRule.Exception {
    fileprivate var compiled: CanonicalObject {
        var object: CanonicalObject = ["en": .string(text.en), "fr": .string(text.fr), "label": .string(label)]
        when.compile(into: &object)
        return object
    }
}

extension RuleLimit {
    fileprivate func compile(into object: inout CanonicalObject) {
        switch across {
        case .envelope: object["across"] = "envelope"
        case .fund: object["across"] = "fund"
        case .group(let names):
            object["across"] = "group"
            object["group"] = .codes(names)
        }
        switch cap {
        case .percent(let millionths, let base):
            object["base"] = .string(base.rawValue)
            object["cap"] = ["percent": .integer(millionths)]
        case .cents(let cents): object["cap"] = ["cents": .integer(cents)]
        }
        object["counts"] = .string(counts.rawValue)
        object["of"] = .string(of.rawValue)
        object["over"] = .string(over.rawValue)
    }
}

extension RuleCondition {
    /// The members that say something.
    fileprivate func compile(into object: inout CanonicalObject) {
        if !operations.isEmpty { object["operation"] = .codes(operations.map(\.rawValue)) }
        for (name, tests) in [("source", source), ("target", target)] {
            for isNegated in [false, true] {
                let members = tests.filter { $0.isNegated == isNegated }.map { (key: $0.name, value: CanonicalValue.codes($0.values)) }
                if !members.isEmpty { object[isNegated ? name + "_not" : name] = .object(CanonicalObject(members)) }
            }
        }
        if !same.isEmpty { object["same"] = .codes(same) }
        if !differ.isEmpty { object["differ"] = .codes(differ) }
        object["amount"] = Self.pair("above", above.map(String.init), "at_most", atMost.map(String.init))
        object["window"] = Self.pair("from", windowFrom?.text, "until", windowUntil?.text)
        object["dates"] = Self.pair("from", from?.iso, "until", until?.iso)
    }

    private static func pair(_ first: String, _ one: String?, _ second: String, _ other: String?) -> CanonicalValue? {
        var object = CanonicalObject()
        object[first] = one.map { .string($0) }
        object[second] = other.map { .string($0) }
        return object.members.isEmpty ? nil : .object(object)
    }
}
