import Foundation
import Testing

/// Runs a session in a sandbox and compares, or, with UPDATE_SESSIONS=1, writes down what was seen.
struct SessionRun {
    let session: Session
    private let sandbox: Sandbox

    init(_ session: Session) throws {
        self.session = session
        sandbox = try Sandbox(seed: session.name)
    }

    /// The session as it went; a line that matched stays as it was written, placeholders and all.
    func perform() throws -> Session {
        var seen = session
        for (index, element) in session.elements.enumerated() {
            switch element {
            case .remark: continue
            case .language(let language): sandbox.environment["LANG"] = language == "fr" ? "fr_CA.UTF-8" : "en_CA.UTF-8"
            case .clock(let time): sandbox.environment["FUNDCTL_TEST_NOW"] = time
            case .file(let name, let text): try sandbox.write(text.map { $0 + "\n" }.joined(), to: name)
            case .step(let expected):
                let outcome = try sandbox.run(expected.line)
                var step = Session.Step(line: expected.line, status: outcome.status)
                step.output = merge(lines(outcome.output), with: expected.output)
                let talk = lines(outcome.talk).filter { !$0.contains("FUNDCTL_TEST_NOW, FUNDCTL_TEST_SEED") }
                step.talk = merge(talk, with: expected.talk)
                seen.elements[index] = .step(step)
            }
        }
        return seen
    }

    private func lines(_ text: String) -> [String] {
        var lines = text.components(separatedBy: "\n")
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    private func merge(_ seen: [String], with expected: [String]) -> [String] {
        seen.enumerated().map { index, line in
            let candidates = index < expected.count ? [expected[index]] + expected : expected
            return candidates.first { Placeholder.matches($0, line, folder: sandbox.folder.path) }
                ?? Placeholder.put(into: line, folder: sandbox.folder.path)
        }
    }
}

enum Placeholder {
    private static let patterns = ["[hex64]": "[0-9a-f]{64}", "[base64]": "[A-Za-z0-9+/]+={0,2}", "[*]": ".*"]

    /// Whether a line that was seen is the one that was expected.
    static func matches(_ expected: String, _ seen: String, folder: String) -> Bool {
        if expected == seen { return true }
        guard expected.contains("[") else { return false }
        var pattern = NSRegularExpression.escapedPattern(for: expected)
        for (name, meaning) in patterns.merging(["[dir]": NSRegularExpression.escapedPattern(for: folder)], uniquingKeysWith: { $1 }) {
            pattern = pattern.replacingOccurrences(of: NSRegularExpression.escapedPattern(for: name), with: meaning)
        }
        guard let whole = seen.range(of: pattern, options: .regularExpression) else { return false }
        return whole == seen.startIndex..<seen.endIndex
    }

    /// What is new at each run, replaced by its placeholder.
    static func put(into line: String, folder: String) -> String {
        line.replacingOccurrences(of: folder, with: "[dir]")
            .replacingOccurrences(of: "(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", with: "[hex64]", options: .regularExpression)
            .replacingOccurrences(of: "^MCowBQYDK2VwAyEA[A-Za-z0-9+/]+=$", with: "[base64]", options: .regularExpression)
    }
}
