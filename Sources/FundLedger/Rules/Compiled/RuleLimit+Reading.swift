import AuditTrail
import ReferenceData

extension RuleLimit {
    init(_ fields: inout CompiledReader, attributes: Set<String>) throws {
        switch try fields.reader.string("across") {
        case "envelope": across = .envelope
        case "fund": across = .fund
        case "group":
            let names = try fields.codes("group", attributes.contains)
            guard !names.isEmpty else { throw fields.refusal("group") }
            across = .group(names)
        default: throw fields.refusal("across")
        }
        var amount = CompiledReader(try fields.reader.reader("cap"))
        if amount.reader.has("percent") {
            let millionths = try amount.reader.integer("percent")
            guard (0...RuleForm.mostPercent).contains(millionths) else { throw amount.refusal("percent") }
            cap = .percent(millionths: millionths, of: try fields.word("base"))
        } else {
            guard let cents = try amount.cents("cents") else { throw amount.refusal("cents") }
            cap = .cents(cents)
        }
        try amount.reader.finish()
        counts = try fields.word("counts")
        of = try fields.word("of")
        over = try fields.word("over")
    }
}

extension RuleCondition {
    /// The members of a `when` among those of the object; who calls finishes the object.
    init(_ fields: inout CompiledReader, attributes: Set<String>) throws {
        operations = try fields.codes("operation") { BudgetOperation(rawValue: $0) != nil }.compactMap(BudgetOperation.init)
        source = try Self.tests("source", &fields, attributes)
        target = try Self.tests("target", &fields, attributes)
        same = try fields.codes("same", attributes.contains)
        differ = try fields.codes("differ", attributes.contains)
        if var inner = try Self.inner("amount", &fields) {
            (above, atMost) = (try inner.cents("above"), try inner.cents("at_most"))
            try inner.reader.finish()
        }
        if var inner = try Self.inner("window", &fields) {
            (windowFrom, windowUntil) = (try inner.day("from"), try inner.day("until"))
            try inner.reader.finish()
            if let windowFrom, let windowUntil, windowFrom > windowUntil { throw fields.refusal("window") }
        }
        if var inner = try Self.inner("dates", &fields) {
            (from, until) = (try inner.date("from"), try inner.date("until"))
            try inner.reader.finish()
        }
    }

    private static func inner(_ name: String, _ fields: inout CompiledReader) throws -> CompiledReader? {
        guard fields.reader.has(name) else { return nil }
        let inner = CompiledReader(try fields.reader.reader(name))
        guard !inner.reader.object.members.isEmpty else { throw fields.refusal(name) }
        return inner
    }

    private static func tests(
        _ side: String, _ fields: inout CompiledReader, _ attributes: Set<String>
    ) throws -> [AttributeTest] {
        var tests: [AttributeTest] = []
        for (name, isNegated) in [(side, false), (side + "_not", true)] {
            guard var inner = try inner(name, &fields) else { continue }
            for member in inner.reader.object.members {
                guard attributes.contains(member.name), !tests.contains(where: { $0.name == member.name }) else {
                    throw inner.refusal(member.name)
                }
                let values = try inner.codes(member.name, RuleForm.isCode)
                tests.append(AttributeTest(name: member.name, values: values, isNegated: isNegated))
            }
        }
        return tests.sorted { $0.name < $1.name }
    }
}
