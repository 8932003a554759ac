import Foundation
import Testing

@testable import FundLedger

/// docs/schemas/allocation-criteria.schema.json, which editors read, has the words of the reader; the examples are read.
@Suite struct CriteriaSchemaTests {
    private let schema: EditorSchema

    init() throws { schema = try EditorSchema("allocation-criteria") }

    @Test func `keys and words are those of the reader`() throws {
        #expect(try schema.keys() == Set(CriteriaVocabulary.root))
        for (name, keys) in [
            ("measure", CriteriaVocabulary.measure), ("guarantee", CriteriaVocabulary.guarantee),
            ("table", CriteriaVocabulary.table), ("envelope", CriteriaVocabulary.envelope),
        ] { #expect(try schema.keys("$defs", name) == Set(keys), "\(name)") }
        #expect(try schema.keys("properties", "agreed") == Set(CriteriaVocabulary.assent))
        #expect(try schema.words("properties", "status") == Set(RuleSet.Status.allCases.map(\.rawValue)))
    }

    @Test func `the criteria of the sources are read and share out to the cent`() throws {
        let folder = RuleFixture.repository.appendingPathComponent("criteria")
        let file = folder.appendingPathComponent("regional-illustrative.yaml")
        let source = try CriteriaSource(yaml: Array(Data(contentsOf: file)), file: "c") {
            try Array(Data(contentsOf: folder.appendingPathComponent($0)))
        }
        let working = try source.criteria.share(.init(3_400_000_000))
        #expect(working.lines.count == 17)
        #expect(working.lines.reduce(0) { $0 + $1.result.value } == 3_400_000_000)
        #expect(Set(working.lines.map(\.applied)) == Set(AllocationWorking.Applied.allCases))
    }

    @Test("The example of the page is read", arguments: ["en", "fr"])
    func example(_ language: String) throws {
        let page = try String(
            contentsOf: RuleFixture.repository.appendingPathComponent("docs/allocation.\(language).md"), encoding: .utf8)
        let parts = page.components(separatedBy: "```yaml\n")
        let yaml = try #require(parts.count > 1 ? parts[1].components(separatedBy: "```")[0] : nil)
        let csv = "envelope,unemployed,previous_year\nR-01,1,0\nR-02,2,90000.00\nR-03,1,0\n"
        let working = try CriteriaFixture.source(yaml, csv: csv).criteria.share(.init(100_000_000))
        #expect(working.lines.map(\.result.value).reduce(0, +) == 100_000_000)
    }
}
