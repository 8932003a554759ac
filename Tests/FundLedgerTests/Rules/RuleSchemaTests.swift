import Foundation
import Testing

@testable import FundLedger

/// docs/schemas/rule-set.schema.json, which editors read, has the words of the compiler.
@Suite struct RuleSchemaTests {
    private let schema: EditorSchema

    init() throws { schema = try EditorSchema("rule-set") }

    @Test func `keys are those of the compiler`() throws {
        #expect(try schema.keys() == Set(RuleVocabulary.root))
        for (name, keys) in [
            ("rule", RuleVocabulary.rule), ("condition", RuleVocabulary.condition), ("limit", RuleVocabulary.limit),
            ("exception", RuleVocabulary.exception), ("envelope", RuleVocabulary.envelope),
            ("operation", RuleVocabulary.operation), ("example", RuleVocabulary.example),
        ] { #expect(try schema.keys("$defs", name) == Set(keys), "\(name)") }
        #expect(try schema.keys("$defs", "rule", "properties", "require") == Set(RuleVocabulary.requirement))
        #expect(try schema.keys("$defs", "rule", "properties", "cite") == Set(RuleVocabulary.citation))
    }

    @Test func `words to choose from are those of the compiler`() throws {
        #expect(try schema.words("properties", "status") == Set(RuleSet.Status.allCases.map(\.rawValue)))
        #expect(try schema.words("properties", "fund") == Set(RuleVocabulary.funds))
        #expect(try schema.words("$defs", "operation", "properties", "operation") == Set(BudgetOperation.allCases.map(\.rawValue)))
        #expect(try schema.words("$defs", "example", "properties", "outcome") == Set(RuleOutcome.allCases.map(\.rawValue)))
        #expect(try schema.words("$defs", "limit", "properties", "of") == Set(RuleLimit.Side.allCases.map(\.rawValue)))
        #expect(try schema.words("$defs", "limit", "properties", "across") == Set(RuleVocabulary.across))
        #expect(try schema.words("$defs", "limit", "properties", "base") == Set(RuleLimit.Base.allCases.map(\.rawValue)))
        #expect(try schema.words("$defs", "limit", "properties", "counts") == Set(RuleLimit.Counts.allCases.map(\.rawValue)))
        #expect(try schema.words("$defs", "limit", "properties", "over") == Set(RuleLimit.Over.allCases.map(\.rawValue)))
    }

    @Test func `every rule set of the sources is read, passes its check and its examples`() throws {
        let folder = RuleFixture.repository.appendingPathComponent("rules")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted()
        #expect(names.count >= 9)
        for name in names {
            let source = try RuleSource(yaml: Array(Data(contentsOf: folder.appendingPathComponent(name))), file: name)
            #expect(ExampleRun.all(of: source).filter { !$0.holds }.map(\.example.label) == [], "\(name)")
            #expect(RuleCheck.findings(in: source) == [], "\(name)")
        }
    }
}
