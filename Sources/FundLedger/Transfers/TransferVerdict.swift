import AuditTrail
import ReferenceData

/// What a record says that the rules gave: the outcome with its deciding rules and its terms. FORMAT.md, section 18.4.
public struct TransferVerdict: Sendable, Equatable {
    public enum Term: Sendable, Equatable {
        /// Of a limit; cents.
        case limit(rule: String, side: RuleSide, base: Int64?, cap: Int64, counted: Int64)
        /// What lacks.
        case funds(side: RuleSide, available: Int64)
    }

    public let outcome: RuleOutcome
    /// The sequence of the set that rules on the day; nil for none.
    public let ruleset: Int64?
    public let rules: [String]
    public let terms: [Term]

    init(_ judgement: Judgement, ruleset: Int64?) {
        outcome = judgement.outcome
        self.ruleset = ruleset
        rules = judgement.rules
        terms =
            judgement.terms.map {
                .limit(rule: $0.rule, side: $0.side, base: $0.base, cap: $0.cap, counted: $0.counted)
            } + (judgement.lack.map { [.funds(side: $0.side, available: $0.available)] } ?? [])
    }

    init(from reader: inout CanonicalObject.Reader) throws {
        let name = try reader.string("outcome")
        guard let outcome = RuleOutcome(rawValue: name) else { throw reader.malformed("outcome", name) }
        self.outcome = outcome
        rules = try reader.strings("rules")
        guard rules.count <= RuleForm.mostRules, rules.allSatisfy(RuleForm.isRuleID) else {
            throw reader.malformed("rules", String(rules.count))
        }
        let text = try reader.string("ruleset")
        ruleset = CanonicalInteger.parse(text)
        guard text == "-" || (ruleset ?? 0) > 0 else { throw reader.malformed("ruleset", text) }
        terms = try reader.readers("terms").map { try Term(from: $0) }
        guard terms.count <= 2 * RuleForm.mostRules + 1 else { throw reader.malformed("terms", String(terms.count)) }
    }

    func writeRules(into writer: inout CanonicalWriter) throws {
        try writer.member("rules", texts: rules)
        try writer.member("ruleset", ruleset.map(String.init) ?? "-")
        writer.name("terms")
        writer.beginArray()
        for term in terms { try term.write(into: &writer) }
        writer.endArray()
    }

    /// The first member in which two verdicts differ.
    func difference(from found: TransferVerdict) -> (member: String, found: String, expected: String)? {
        if ruleset != found.ruleset {
            return ("ruleset", ruleset.map(String.init) ?? "-", found.ruleset.map(String.init) ?? "-")
        }
        if outcome != found.outcome { return ("outcome", outcome.rawValue, found.outcome.rawValue) }
        if rules != found.rules { return ("rules", rules.joined(separator: " "), found.rules.joined(separator: " ")) }
        if terms != found.terms { return ("terms", String(terms.count), String(found.terms.count)) }
        return nil
    }
}

extension TransferVerdict.Term {
    fileprivate init(from reader: CanonicalObject.Reader) throws {
        var reader = reader
        let word = try reader.string("side")
        guard let side = RuleSide(rawValue: word) else { throw reader.malformed("side", word) }
        if reader.has("available") {
            let available = try reader.integer("available")
            self = .funds(side: side, available: available)
            _ = try reader.string("rule") { $0 == "-" }
        } else {
            let base = try reader.string("base")
            let cents = CanonicalInteger.parse(base)
            guard base == "-" || cents != nil else { throw reader.malformed("base", base) }
            self = .limit(
                rule: try reader.string("rule", RuleForm.isRuleID), side: side, base: cents,
                cap: try reader.integer("cap"), counted: try reader.integer("counted"))
        }
        try reader.finish()
    }

    fileprivate func write(into writer: inout CanonicalWriter) throws {
        writer.beginObject()
        switch self {
        case .limit(let rule, let side, let base, let cap, let counted):
            try writer.member("base", base.map(String.init) ?? "-")
            writer.member("cap", cap)
            writer.member("counted", counted)
            try writer.member("rule", rule)
            try writer.member("side", side.rawValue)
        case .funds(let side, let available):
            writer.member("available", available)
            try writer.member("rule", "-")
            try writer.member("side", side.rawValue)
        }
        writer.endObject()
    }
}

extension CanonicalWriter {
    /// A member with an array of strings.
    mutating func member(_ name: String, texts: [String]) throws {
        self.name(name)
        beginArray()
        for text in texts { try string(text) }
        endArray()
    }
}
