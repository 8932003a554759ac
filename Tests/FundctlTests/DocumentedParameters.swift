import Foundation

/// The parameters that the doc comments of the error codes name: every word between back-quotes above a
/// `case x = "E-…"`.
enum DocumentedParameters {
    static func read() throws -> [String: Set<String>] {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let sources = root.appendingPathComponent("Sources")
        let names = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        var found: [String: Set<String>] = [:]
        for name in names where name.hasSuffix("Error.swift") || name.hasSuffix("Errors.swift") {
            let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
            var comment: [String] = []
            for line in text.components(separatedBy: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
                if line.hasPrefix("///") {
                    comment.append(line)
                } else {
                    if let code = code(of: line) { found[code] = words(in: comment.joined(separator: " ")) }
                    comment = []
                }
            }
        }
        return found
    }

    private static func code(of line: String) -> String? {
        guard line.hasPrefix("case "), let open = line.range(of: "\"E-"), line.hasSuffix("\"") else { return nil }
        return String(line[line.index(after: open.lowerBound)...].dropLast())
    }

    private static func words(in comment: String) -> Set<String> {
        let pieces = comment.components(separatedBy: "`")
        return Set(pieces.enumerated().filter { $0.offset % 2 == 1 }.map(\.element))
    }
}
