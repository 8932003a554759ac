import EmployerServices
import Foundation
import TabularImport
import Testing

@testable import FundLedger

/// docs/schemas/import-map.schema.json, which editors read, knows each target that the compiler is given, and its fields.
@Suite struct ImportMapTargetsTests {
    private static let targets = [
        EntryImportTarget.target, GrantImportTarget.target, BankStatementTarget.target, EmployerImport.target,
        EstablishmentImport.target, InterventionImport.target, AgreementImport.target,
    ]
    private let schema: EditorSchema

    init() throws { schema = try EditorSchema("import-map") }

    @Test func `every target of the sources is known to the schema, and to this test`() throws {
        let sources = RuleFixture.repository.appendingPathComponent("Sources")
        var found: Set<String> = []
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /= ImportTarget\(\s*"([a-z-]+)"/) { found.insert(String(match.1)) }
        }
        #expect(found == Set(Self.targets.map(\.name)))
        #expect(try schema.words("properties", "target") == found)
    }

    @Test("A target's fields are those of the schema", arguments: targets.map(\.name))
    func fields(_ name: String) throws {
        let target = try #require(Self.targets.first { $0.name == name })
        #expect(try schema.keys("$defs", name, "properties", "fields") == Set(target.fields.map(\.name)))
        let required = Set(target.fields.filter(\.isRequired).map(\.name))
        #expect(try schema.required("$defs", name, "properties", "fields") == required)
        for field in target.fields {
            let value = try schema.reference("$defs", name, "properties", "fields", "properties", field.name)
            #expect(value == "#/$defs/\(Self.definition(field.kind))", "\(field.name)")
        }
        // What joins rows has group_by; what has a group has its list.
        #expect(try schema.refuses("$defs", name, "properties", "group_by") == !target.joinsRows)
        guard let group = target.group else {
            #expect(try schema.refuses("$defs", name, "properties", "postings"))
            return
        }
        #expect(try schema.required("$defs", name) == [group.name])
        #expect(try schema.keys("$defs", "posting") == Set(group.fields.map(\.name) + ["skip_when"]))
        #expect(try schema.required("$defs", "posting") == Set(group.fields.filter(\.isRequired).map(\.name)))
    }

    private static func definition(_ kind: ImportTarget.Kind) -> String {
        switch kind {
        case .text: "textValue"
        case .date: "date"
        case .amount: "amount"
        case .identifier, .integer, .choice: "identifier"
        }
    }
}
