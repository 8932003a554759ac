import ReferenceData

@testable import FundLedger

/// Small worlds by chance: rules, envelopes, operations. Few names and values, so that they meet.
struct RandomRules {
    var dice: Dice

    static let attributes = [
        RuleSet.Attribute(name: "nature", values: ["aid", "staff", "works"]), RuleSet.Attribute(name: "region", values: []),
    ]
    private static let values = [
        "nature": ["aid", "staff", "works"], "region": ["01", "06"], "envelope": ["A", "B", "C"], "parent": ["TOP", "A"],
        "year": ["2026-2027", "2027-2028"],
    ]
    private static let names = ["envelope", "nature", "parent", "region", "year"]
    private static let text = BilingualText(fr: "x", en: "x")

    init(_ seed: UInt64) { dice = Dice(seed) }

    mutating func chance(_ percent: Int64) -> Bool { dice.number(1...100) <= percent }

    private mutating func some(_ items: [String], most: Int64) -> [String] {
        let count = dice.number(1...most)
        var found: Set<String> = []
        for _ in 0..<count { found.insert(dice.pick(items)) }
        return found.sorted()
    }

    mutating func set(_ version: Int64) throws -> RuleSet {
        var rules = [rule("P0", .permit)]
        if chance(70) { rules[0].when = RuleCondition() }
        for number in 0..<dice.number(0...9) { rules.append(rule("R\(number)", kind())) }
        return RuleSet(
            identity: RuleSetVersion(name: "chance", version: version), title: Self.text, proposedBy: Self.text,
            decidedBy: Self.text, instrument: Self.text, status: .illustrative, fund: nil,
            from: try CalendarDate(iso: chance(90) ? "2026-04-01" : "2026-08-01"),
            until: chance(90) ? nil : try CalendarDate(iso: "2027-01-31"), replaces: nil, attributes: Self.attributes,
            authorities: ["board", "council"].map { RuleSet.Authority(id: $0, name: Self.text) },
            rules: rules.sorted { $0.id < $1.id })
    }

    /// The same, but for a rule or two.
    mutating func successor(of set: RuleSet) -> RuleSet {
        var next = set
        next.replaces = set.identity
        next.identity = RuleSetVersion(name: "chance", version: set.identity.version + 1)
        for place in next.rules.indices where chance(25) { next.rules[place] = rule(next.rules[place].id, kind()) }
        return next
    }

    private mutating func kind() -> TransferRule.Kind {
        switch dice.number(1...10) {
        case 1...2: .permit
        case 3: .forbid
        case 4: .requireApproval(dice.pick(["board", "council"]))
        case 5: .requireNotice("board")
        default: .limit(limit())
        }
    }

    private mutating func limit() -> RuleLimit {
        let percents: [Int64] = [0, 2_000_000, 7_500_000, 33_333_333, 100_000_000]
        return RuleLimit(
            cap: chance(60)
                ? .percent(millionths: dice.pick(percents), of: dice.pick(RuleLimit.Base.allCases))
                : .cents(dice.number(0...400)),
            of: dice.pick(RuleLimit.Side.allCases),
            across: dice.pick([.envelope, .fund, .group(some(["nature", "parent", "region"], most: 2))]),
            counts: dice.pick(RuleLimit.Counts.allCases), over: chance(75) ? .year : .operation)
    }

    private mutating func rule(_ id: String, _ kind: TransferRule.Kind) -> TransferRule {
        var unless: [TransferRule.Exception] = []
        for label in ["a", "b"] where chance(20) {
            var when = condition()
            while when.isEmpty { when = condition() }
            unless.append(TransferRule.Exception(label: label, text: Self.text, when: when))
        }
        return TransferRule(
            id: id, kind: kind, when: condition(), unless: unless, cite: Citation(article: "art. 1", text: Self.text))
    }

    private mutating func condition() -> RuleCondition {
        var condition = RuleCondition()
        if chance(30) {
            condition.operations = some(BudgetOperation.allCases.map(\.rawValue), most: 4).compactMap { BudgetOperation(rawValue: $0) }
        }
        if chance(20) { condition.source = tests() }
        if chance(20) { condition.target = tests() }
        if chance(12) { condition.same = some(Self.names, most: 2) }
        if chance(12) { condition.differ = some(Self.names, most: 2) }
        if chance(12) { condition.above = dice.number(0...120) }
        if chance(12) { condition.atMost = dice.number(0...200) }
        if chance(8) { condition.windowFrom = DayOfYear("0\(dice.number(4...9))-15") }
        if chance(8) { condition.windowUntil = DayOfYear(dice.pick(["10-31", "02-28", "02-29", "03-01"])) }
        if chance(8) { condition.from = try? CalendarDate(iso: "2026-0\(dice.number(4...9))-01") }
        if chance(8) { condition.until = try? CalendarDate(iso: "2027-0\(dice.number(1...9))-01") }
        return condition
    }

    private mutating func tests() -> [RuleCondition.AttributeTest] {
        var tests: [RuleCondition.AttributeTest] = []
        for name in some(Self.names, most: 2) {
            tests.append(
                RuleCondition.AttributeTest(name: name, values: some(Self.values[name] ?? [], most: 2), isNegated: chance(30)))
        }
        return tests
    }

    mutating func envelopes() throws -> [NaiveRules.Envelope] {
        var envelopes: [NaiveRules.Envelope] = []
        for year in [2026, 2027] {
            for code in ["A", "B", "C", "D"] where year == 2026 || chance(60) {
                var attributes: [String: String] = [:]
                if chance(92) { attributes["nature"] = dice.pick(["aid", "staff", "works"]) }
                if chance(85) { attributes["region"] = dice.pick(["01", "06", "16"]) }
                let amount = dice.number(0...2_000)
                envelopes.append(
                    NaiveRules.Envelope(
                        facts: EnvelopeFacts(
                            code: code, year: try FiscalYear(startYear: year), parent: chance(60) ? dice.pick(["TOP", "A"]) : nil,
                            attributes: attributes), initial: amount, authorised: amount))
            }
        }
        return envelopes
    }

    /// An operation that could be; nil where chance named one that could not.
    mutating func request(_ envelopes: [NaiveRules.Envelope]) -> TransferRequest? {
        let operation = dice.pick(BudgetOperation.allCases)
        let days = ["2026-04-01", "2026-06-15", "2026-08-01", "2026-10-31", "2027-01-31", "2027-02-28", "2027-03-01", "2027-03-31", "2027-09-01", "2028-02-29"]
        guard let date = try? CalendarDate(iso: dice.pick(days)) else { return nil }
        return try? TransferRequest(
            operation, from: dice.pick(envelopes).facts, to: operation.hasTarget ? dice.pick(envelopes).facts : nil,
            amount: chance(5) ? dice.number(1...100_000) : dice.number(1...200), date: date,
            repayBy: operation == .temporaryTransfer ? date : nil)
    }
}
