import AuditTrail
import Testing

@testable import FundLedger

@Suite("Compiled rules are read back strictly") struct CompiledRuleTests {
    private static func line() throws -> String {
        let set = try RuleFixture.set(
            "id: a, permit: {}, when: {operation: [advance, transfer], source: {nature: aid}, amount: {above: 1}}",
            "id: b, limit: {cap: 5 %, of: source, base: initial, counts: net, over: year, across: group, group: [nature, region]}",
            "id: c, require: {approval: board}, unless: [{label: x, fr: a, en: b, when: {same: region}}]",
            "id: d, limit: {cap: '5', of: source, counts: net, over: year, across: fund}, when: {window: {from: 05-01, until: 06-01}}")
        return String(decoding: try set.compiled.line(), as: UTF8.self)
    }

    @Test(arguments: [
        (#"["advance","transfer"]"#, #"["transfer","advance"]"#), (#"["advance","transfer"]"#, #"["advance","advance"]"#),
        (#"["advance","transfer"]"#, "[]"), (#"["advance","transfer"]"#, #"["advances"]"#), (#""above":"100""#, #""above":"-1""#),
        (#""amount":{"above":"100"}"#, #""amount":{}"#), (#""source":{"nature":["aid"]}"#, #""source":{"natures":["aid"]}"#),
        (#""source":{"nature":["aid"]}"#, #""source":{"nature":["aid"]},"source_not":{"nature":["x"]}"#),
        (#""source":{"nature":["aid"]}"#, #""source":{}"#), (#""percent":"5000000""#, #""percent":"1000000001""#),
        (#""percent":"5000000""#, #""cents":"5","percent":"5000000""#), (#""cents":"500""#, #""cents":"-1""#),
        (#""group":["nature","region"],"#, ""), (#""base":"initial","#, ""), (#""across":"fund","#, #""across":"fund","base":"initial","#),
        (#""approval":"board""#, #""approval":"nobody""#), (#""id":"b""#, #""id":"a""#), (#""id":"b""#, #""id":"z""#),
        (#""kind":"permit""#, #""kind":"allow""#), (#","same":["region"]"#, ""), (#""label":"x""#, #""label":"X""#),
        (#""status":"illustrative""#, #""status":"odd""#), (#""version":"1""#, #""version":"0""#), (#""fund":"any""#, #""fund":"all""#),
        (#""from":"2026-04-01""#, #""from":"2026-4-1""#), (#""from":"05-01","until":"06-01""#, #""from":"06-01","until":"05-01""#),
        (#""nature":["administration","aid"]"#, #""nature":["aid","administration"]"#), (#""region":[]"#, #""year":[]"#),
        (#""title":{"en":"Rules","fr":"Règles"}"#, #""title":{"en":"","fr":"Règles"}"#),
        (#""rules":["#, #""replaces":"essai@0","rules":["#),
    ])
    func `a form that is not the one form is refused`(_ old: String, _ new: String) throws {
        let good = try Self.line()
        #expect(good.contains(old), "\(good)")
        let bad = good.replacing(old, with: new)
        let object = try CanonicalScanner.scan(Array(bad.utf8))
        #expect(throws: (any Error).self, "\(new)") { try RuleSet(compiled: object) }
    }

    @Test func `a form of another shape is refused with its code`() throws {
        let bad = try Self.line().replacing(#""id":"b""#, with: #""id":"a""#)
        let object = try CanonicalScanner.scan(Array(bad.utf8))
        #expect(throws: RuleError(.compiledMalformed, ["member": "rules"])) { try RuleSet(compiled: object) }
    }

    @Test func `a limit goes on counting where all but its source is the same`() throws {
        let limit = "limit: {cap: 5 %, of: source, base: initial, counts: net, over: year, across: fund}"
        let old = try RuleFixture.set("id: a, \(limit)", "id: b, \(limit)", "id: c, \(limit)", "id: d, \(limit)")
        var new = try RuleFixture.set(
            "id: a, \(limit)", "id: b, \(limit), when: {operation: transfer}", "id: c, \(limit.replacing("5 %", with: "6 %"))",
            "id: e, \(limit)")
        new.rules[0].cite = Citation(article: "art. 9", text: BilingualText(fr: "autre", en: "other"))
        #expect(new.continuedLimits(of: old) == ["a"])
        let difference = RuleSetDifference(from: old, to: new)
        #expect(difference.rules.map(\.name) == ["a", "b", "c", "d", "e"])
        #expect(difference.rules.map(\.parts) == [["cite"], ["when"], ["kind"], [], []])
        #expect(difference.continued == ["a"] && difference.heading.isEmpty && !difference.isEmpty)
        #expect(RuleSetDifference(from: old, to: old).isEmpty)
    }
}
