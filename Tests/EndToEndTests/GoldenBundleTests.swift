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
    private static let always: Set<String> = ["integrity", "origin", "authorship", "completeness", "books", "time"]
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

    @Test func fundctlAcceptsTheProofOfARecord() throws {
        let sandbox = try Self.sandboxWithBundles()
        try sandbox.expect("fundctl audit check-proof FNF-2026-000007.tlog-proof \(try Self.pins("fnf", in: sandbox)) --witness temoin.pem")
        try sandbox.expect("sed -i 's/^index 71$/index 70/' FNF-2026-000007.tlog-proof")
        try sandbox.expect("fundctl audit check-proof FNF-2026-000007.tlog-proof \(try Self.pins("fnf", in: sandbox))", status: 5)
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
        sandbox.environment["FUNDCTL_TEST_NOW"] = "2026-10-06T12:00:00Z"
        try sandbox.expect("cp -R '\(repository.path)/audit/vectors/bundle-v1/.' .")
        return sandbox
    }

    private static func command(_ golden: Golden, in sandbox: Sandbox) throws -> String {
        var words = "fundctl audit verify \(golden.bundle) \(try pins(golden.register, in: sandbox)) --witness temoin.pem"
        if let previous = golden.previous { words += " --previous \(previous)/STATEMENT" }
        if let other = golden.other { words += " --with \(other)" }
        return words
    }

    /// The options that name the register's key and id, as an auditor pinned them.
    private static func pins(_ register: String, in sandbox: Sandbox) throws -> String {
        let line = try #require(try sandbox.read("ids.txt").split(separator: "\n").first { $0.hasPrefix(register + " ") })
        return "--key \(register).pem --id \(line.dropFirst(register.count + 1))"
    }
}
