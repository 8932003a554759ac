import Foundation
import Testing

/// Every error code is named by a test, a session or a test of the verifiers.
@Suite struct Reproducers {
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
            if !isNamed { missing.append("\(code) \(name)") }
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
