import Foundation
import Testing

/// Every result that a command gives with `--format json` is of its schema in docs/schemas. The driving and the judging
/// are tools/json-schemas.py, which an integrator can run on its own.
@Suite struct JSONSchemaTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test(.enabled(if: Tool.isHere("python3"), "python3 is not installed"))
    func everyResultConformsToItsSchema() throws {
        let sandbox = try Sandbox()
        sandbox.environment["FUNDCTL"] = Sandbox.program.path
        sandbox.environment["TOOL"] = Self.root.appendingPathComponent("tools/json-schemas.py").path
        let outcome = try sandbox.run("python3 -B \"$TOOL\" --check")
        #expect(outcome.status == 0, "\(outcome.talk)")
        #expect(outcome.output.hasSuffix(" schemas.\n"))
    }
}
