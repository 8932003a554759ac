import Foundation
import Testing

/// The bundles in `audit/vectors/bundle-v1` were made once and are verified as they stand for ever; `audit/tests` gives
/// them to the two other verifiers.
@Suite("Golden bundles of version 1 hold for ever")
struct GoldenBundleTests {
    struct Golden: Sendable, CustomTestStringConvertible {
        let bundle: String
        let register: String
        let previous: String?
        let other: String?
        let holds: Set<String>

        var testDescription: String { bundle }
    }

    private static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let always: Set<String> = ["integrity", "origin", "authorship", "completeness", "books"]
    private static let bundles = [
        Golden(bundle: "fnf-1", register: "fnf", previous: nil, other: nil, holds: always),
        Golden(bundle: "fnf-2", register: "fnf", previous: "fnf-1", other: "fdmt-1", holds: always.union(["append-only", "pairing"])),
        Golden(bundle: "fdmt-1", register: "fdmt", previous: nil, other: "fnf-2", holds: always.union(["pairing"])),
    ]

    private struct Report: Decodable {
        struct Verdict: Decodable { let status: String }
        let ok: String
        let verdicts: [String: Verdict]
    }

    @Test(arguments: bundles)
    func fundctlAcceptsIt(_ golden: Golden) throws {
        let sandbox = try Self.sandboxWithBundles()
        let outcome = try sandbox.expect(try Self.command(golden, in: sandbox) + " --format json")
        let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
        #expect(report.ok == "yes")
        #expect(Set(report.verdicts.filter { $0.value.status == "holds" }.keys) == golden.holds)
    }

    @Test func anOldBundleWithOneOtherDigitIsRefused() throws {
        let sandbox = try Self.sandboxWithBundles()
        try sandbox.expect("sed -i s/14582040/14592040/ fnf-2/records/000001.jsonl fnf-2/postings.csv")
        try sandbox.expect(try Self.command(Self.bundles[1], in: sandbox), status: 5)
    }

    @Test func theGuidesCommandsPrintWhatTheGuidesSay() throws {
        let sandbox = try Sandbox()
        sandbox.environment["FUNDCTL"] = Sandbox.program.path
        let outcome = try sandbox.run("python3 -B '\(Self.repository.path)/audit/tests/test_guide.py'")
        #expect(outcome.status == 0, "\(outcome.talk)")
    }

    private static func sandboxWithBundles() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.expect("cp -R '\(repository.path)/audit/vectors/bundle-v1/.' .")
        return sandbox
    }

    private static func command(_ golden: Golden, in sandbox: Sandbox) throws -> String {
        let ids = try sandbox.read("ids.txt").split(separator: "\n")
        let line = try #require(ids.first { $0.hasPrefix(golden.register + " ") })
        var words = "fundctl audit verify \(golden.bundle) --key \(golden.register).pem --id \(line.dropFirst(golden.register.count + 1))"
        if let previous = golden.previous { words += " --previous \(previous)/STATEMENT" }
        if let other = golden.other { words += " --with \(other)" }
        return words
    }
}
