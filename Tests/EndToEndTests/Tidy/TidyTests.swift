import Foundation
import Testing

@Suite("The house is tidy")
struct TidyTests {
    /// Libraries that handle money or records: no floating point.
    private static let exact: Set<String> = ["AuditTrail", "FundLedger", "ReferenceData", "TabularImport"]
    private static let libraries: Set<String> = exact.union(["Storage", "EmployerServices"])

    /// What each target may import of ours and of others (DESIGN 2).
    private static let arrows: [String: Set<String>] = [
        "ReferenceData": [],
        "Storage": ["GRDB"],
        "TabularImport": ["ReferenceData", "Yams"],
        "AuditTrail": ["Storage", "COpenSSL"],
        "FundLedger": ["AuditTrail", "Storage", "ReferenceData", "TabularImport"],
        "EmployerServices": ["AuditTrail", "Storage", "ReferenceData", "TabularImport"],
        "fundctl": [
            "FundLedger", "EmployerServices", "AuditTrail", "Storage", "TabularImport", "ReferenceData", "ArgumentParser",
        ],
    ]
    private static let restricted: Set<String> = libraries.union(["fundctl", "GRDB", "Yams", "COpenSSL", "ArgumentParser"])

    @Test func theSourcesAreFound() {
        #expect(SourceTree.files.contains { $0.path == "Sources/fundctl/Main.swift" })
    }

    @Test func codeIsToldFromWords() {
        let text = "let a = \"try! \\\" as! // x\" // print(1)\n    func f() {\n        g()\n\n    }\n"
        let file = SourceFile(path: "Sources/Storage/A.swift", text: text)
        #expect(file.code[0] == "let a = \"\" ")
        #expect(file.target == "Storage")
        #expect(file.longFunctions(limit: 3).count == 1)
        #expect(file.longFunctions(limit: 4).isEmpty)
    }

    @Test func noFileTellsTwoStories() {
        let long = SourceTree.files.filter { $0.lines.count - 1 > ($0.isSource ? 400 : 500) }
        expectNone(long.map { "\($0.path): \($0.lines.count - 1) lines" })
    }

    @Test func everyFunctionFitsOnAScreen() {
        expectNone(SourceTree.files.filter(\.isSource).flatMap { $0.longFunctions(limit: 60) })
    }

    /// As Québec writes it (OQLF): a space stands before a colon, none before `;`, `!`, `?`.
    @Test func noSpaceStandsBeforeASemicolon() throws {
        let lines = SourceTree.files.filter { $0.isSource && $0.target == "fundctl" }.flatMap { file in
            file.lines.filter { !$0.contains("//") && $0.contains(/\S[ \u{A0}];/) }.map { "\(file.path): \($0)" }
        }
        expectNone(lines)
    }

    @Test func onlyFundctlPrints() throws {
        expectNone(try SourceTree.places(of: #"(?m)(^|[^.\w])(debugPrint|print|dump)\("#) { $0.isSource })
    }

    @Test func nothingIsForced() throws {
        expectNone(try SourceTree.places(of: #"\btry!|\bas!"#) { _ in true })
        expectNone(try SourceTree.places(of: #"\bfatalError\("#) { $0.isSource })
    }

    @Test func moneyIsNeverFloating() throws {
        expectNone(try SourceTree.places(of: #"\b(Double|Float|Float32|Float64|CGFloat)\b"#) { $0.isSource && Self.exact.contains($0.target) })
    }

    @Test func onlyFundctlReadsTheWorld() throws {
        let world = #"\bDate\(\)|\bgetenv\(|\bProcessInfo\b|\bsetenv\(|\bisatty\(|\bgettimeofday\(|\btime\(nil\)|\breadLine\("#
        expectNone(try SourceTree.places(of: world) { $0.isSource && Self.libraries.contains($0.target) })
    }

    @Test func nothingIsLeftForLater() throws {
        let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X"].joined(separator: "|")
        expectNone(try SourceTree.places(of: #"\b("# + marks + #")\b"#, inComments: true) { _ in true })
    }

    @Test func noFileNamesTheMachineItWasWrittenOn() throws {
        expectNone(try SourceTree.places(of: #"(?m)(^|["' (])/(wor"# + #"k|roo"# + #"t|hom"# + #"e)/"#, inComments: true) { _ in true })
    }

    @Test func arrowsRunDownOnly() {
        var wrong: [String] = []
        for file in SourceTree.files where file.isSource {
            let allowed = Self.arrows[file.target] ?? []
            for line in file.code {
                guard let module = Self.importedModule(line), Self.restricted.contains(module) else { continue }
                if !allowed.contains(module) { wrong.append("\(file.path): imports \(module)") }
            }
        }
        expectNone(wrong)
    }

    private static func importedModule(_ line: String) -> String? {
        var words = line.split(separator: " ").map(String.init)[...]
        while let word = words.first, word.hasPrefix("@") || ["public", "internal", "private", "package"].contains(word) {
            words.removeFirst()
        }
        guard words.popFirst() == "import" else { return nil }
        if let kind = words.first, ["struct", "class", "enum", "protocol", "func", "var", "let"].contains(kind) {
            words.removeFirst()
        }
        return words.first?.split(separator: ".").first.map(String.init)
    }

    private func expectNone(_ found: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(found.isEmpty, "\n\(found.joined(separator: "\n"))", sourceLocation: sourceLocation)
    }
}
