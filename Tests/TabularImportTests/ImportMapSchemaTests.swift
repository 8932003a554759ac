import Foundation
import Testing

@testable import TabularImport

/// docs/schemas/import-map.schema.json, which editors read, says what the compiler accepts.
@Suite struct ImportMapSchemaTests {
    private let schema: [String: Any]

    init() throws {
        let data = try Data(contentsOf: repository.appendingPathComponent("docs/schemas/import-map.schema.json"))
        schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func at(_ path: String...) throws -> [String: Any] {
        try path.reduce(schema) { object, name in try #require(object[name] as? [String: Any]) }
    }

    private func properties(_ object: [String: Any]) throws -> Set<String> {
        Set(try #require(object["properties"] as? [String: Any]).keys)
    }

    @Test func `the keys at the top and of the format are those of the compiler`() throws {
        #expect(try properties(schema) == Set(MapVocabulary.root + ["postings"]))
        #expect(try properties(at("properties", "format")) == Set(MapVocabulary.format))
    }

    @Test func `the fields are those of the target`() throws {
        #expect(try properties(at("$defs", "entries", "properties", "fields")) == Set(testTarget.fields.map(\.name)))
        let group = try #require(testTarget.group)
        #expect(try properties(at("$defs", "posting")) == Set(group.fields.map(\.name) + MapVocabulary.member))
    }

    @Test func `conditions and rules have the same keys`() throws {
        #expect(try properties(at("$defs", "condition")) == Set(MapVocabulary.condition))
        #expect(try properties(at("$defs", "chooseRule")) == Set(MapVocabulary.chooseRule))
    }

    @Test(
        "A value has the options of its kind",
        arguments: [
            ("textValue", ImportTarget.Kind.text), ("date", .date), ("amount", .amount), ("identifier", .identifier),
        ])
    func values(_ name: String, _ kind: ImportTarget.Kind) throws {
        let known = MapVocabulary.sources.flatMap { [$0] + MapVocabulary.options(source: $0, kind: kind) }
        #expect(try properties(at("$defs", name)) == Set(known))
    }

    @Test func `words to choose from are the same`() throws {
        func words(_ definition: String, _ property: String) throws -> [String] {
            try #require(at("$defs", definition, "properties", property)["enum"] as? [String])
        }
        #expect(try words("date", "format") == DateFormat.allCases.map(\.rawValue))
        #expect(try words("amount", "unit") == AmountFormat.Unit.allCases.map(\.rawValue))
        #expect(try words("amount", "negative") == AmountFormat.Negative.allCases.map(\.rawValue))
        #expect(try words("amount", "decimal") == AmountFormat.Decimal.allCases.map(\.rawValue))
        #expect(try words("amount", "grouping") == AmountFormat.Grouping.allCases.map(\.rawValue))
        let format = try at("properties", "format", "properties")
        func formatWords(_ name: String) throws -> [String] {
            try #require((format[name] as? [String: Any])?["enum"] as? [String])
        }
        #expect(try formatWords("encoding") == TextEncoding.allCases.map(\.rawValue))
        #expect(try formatWords("line_breaks") == CSVFormat.LineBreaks.allCases.map(\.rawValue))
        #expect(try formatWords("other_columns") == MapCompiler.OtherColumns.allCases.map(\.rawValue))
        #expect(try formatWords("delimiter") == CSVFormat.Delimiter.allCases.map(\.rawValue) + ["\t"])
    }
}
