import Foundation
import Testing

@testable import TabularImport

/// docs/import-maps.en.md and .fr.md: the same page in two languages, with maps that compile.
@Suite struct DocumentationTests {
    private func blocks(_ language: String) throws -> [String] {
        let url = repository.appendingPathComponent("docs/import-maps.\(language).md")
        let parts = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "```")
        return parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }

    @Test func `both pages show the same examples`() throws {
        #expect(try blocks("en") == blocks("fr"))
    }

    @Test func `every map of the page compiles, the last one to the default map`() throws {
        let maps = try blocks("en").filter { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst(5)) }
        #expect(maps.count == 3)
        for map in maps { _ = try compile(map) }
        #expect(try compile(maps[maps.count - 1]).compiled == compile(entriesMap).compiled)
    }

    @Test func `both pages name every key and option`() throws {
        let words =
            MapVocabulary.root + MapVocabulary.format + MapVocabulary.sources + MapVocabulary.tests
            + MapVocabulary.allOptions
        for language in ["en", "fr"] {
            let url = repository.appendingPathComponent("docs/import-maps.\(language).md")
            let page = try String(contentsOf: url, encoding: .utf8)
            for word in words { #expect(page.contains(word), "\(word) in \(language)") }
        }
    }
}
