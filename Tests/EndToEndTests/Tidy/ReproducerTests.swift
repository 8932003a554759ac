import Foundation
import Testing

/// Every error code is named by a test, a session or a test of the verifiers; those that no test can provoke, or whose
/// tests look at what is refused and not at its code, are listed here with why.
@Suite struct Reproducers {
    private static let excused: [String: String] = [
        "E-AUD-043": "needs a disk that fails under the document store; its modes are tested by DocumentStoreTests",
        "E-BUN-003": "a full disk under an export: mapped in code, not tested",
        "E-BUN-007": "a STATEMENT above 1 MiB: a book larger than a test may make",
        "E-BUN-021": "a file that changes while it is read",
        "E-BUN-027": "more than 100 000 files: case 31 of audit/tampered",
        "E-BUN-044": "cases 3 and 4 of audit/tampered",
        "E-BUN-048": "anotherBranchIsSeen looks at the member that differs",
        "E-CHK-001": "a file that SQLite itself finds unsound",
        "E-CLI-010": "what the parser says and we have no words for",
        "E-CLI-018": "two passphrases typed on a terminal",
        "E-CLI-043": "two documents whose hashes begin alike",
        "E-CLI-099": "what should not happen",
        "E-WIT-010": "a signature line that parses as a note and not as a cosignature",
        "E-WIT-020": "more than 100 cosignatures of one export",
    ]

    @Test func everyErrorCodeHasATestThatNamesIt() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let sources = try Self.text(of: root.appendingPathComponent("Sources"), endings: [".swift"])
        var tests = try Self.text(of: root.appendingPathComponent("Tests"), endings: [".swift", ".session"], but: "ReproducerTests.swift")
        tests += try Self.text(of: root.appendingPathComponent("audit/tests"), endings: [".py"])
        var missing: [String] = []
        var count = 0
        for match in sources.matches(of: /case (\w+) = "(E-[A-Z]{3}-\d{3})"/) {
            count += 1
            let (name, code) = (String(match.1), String(match.2))
            let isNamed = tests.contains(code) || tests.contains(".\(name)")
            if !isNamed, Self.excused[code] == nil { missing.append("\(code) \(name)") }
        }
        #expect(count > 300)
        #expect(missing.isEmpty)
    }

    private static func text(of folder: URL, endings: [String], but name: String = "") throws -> String {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { path in endings.contains { path.hasSuffix($0) } && !path.hasSuffix("/" + name) }
            .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }.joined(separator: "\n")
    }
}
