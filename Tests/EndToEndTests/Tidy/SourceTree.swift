import Foundation

/// The project's Swift files, as the tidy test reads them.
struct SourceFile: Sendable {
    /// From the project's root: `Sources/Storage/Seam/Store.swift`.
    let path: String
    let lines: [String]
    /// Without comments and without what stands inside string literals.
    let code: [String]

    /// `Storage`.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var isSource: Bool { path.hasPrefix("Sources/") }

    init(path: String, text: String) {
        self.path = path
        lines = text.components(separatedBy: "\n")
        var isInLongString = false
        code = lines.map { line in
            let marks = line.components(separatedBy: "\"\"\"").count - 1
            let wasInLongString = isInLongString
            if marks % 2 == 1 { isInLongString.toggle() }
            return wasInLongString || marks > 0 ? "" : SourceFile.bare(line)
        }
    }

    private static func bare(_ line: String) -> String {
        let bare = line.replacingOccurrences(
            of: #""([^"\\]|\\.)*""#, with: "\"\"", options: .regularExpression)
        guard let comment = bare.range(of: "//") else { return bare }
        return String(bare[..<comment.lowerBound])
    }

    /// The functions longer than a screen: an approximation by indentation, which the formatter keeps true.
    func longFunctions(limit: Int) -> [String] {
        var found: [String] = []
        for (start, line) in code.enumerated() {
            guard line.range(of: #"^\s*([a-z@()]+ )*(func |init[?(<]|deinit)"#, options: .regularExpression) != nil
            else { continue }
            let indent = line.prefix { $0 == " " }
            guard !line.hasSuffix("}"), let end = code[(start + 1)...].firstIndex(of: indent + "}") else { continue }
            let length = end - start + 1
            if length > limit { found.append("\(path):\(start + 1): \(length) lines: \(line.trimmingCharacters(in: .whitespaces))") }
        }
        return found
    }
}

enum SourceTree {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let files: [SourceFile] = ["Sources", "Tests", "Benchmarks"].flatMap { top -> [SourceFile] in
        let folder = root.appendingPathComponent(top)
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") && !$0.contains(".build") }.sorted().compactMap { name in
            let file = folder.appendingPathComponent(name)
            return (try? String(contentsOf: file, encoding: .utf8)).map { SourceFile(path: "\(top)/\(name)", text: $0) }
        }
    }

    /// Where a pattern occurs: in code only, or anywhere in the file.
    static func places(
        of pattern: String, inComments: Bool = false, where isLooked: (SourceFile) -> Bool
    ) -> [String] {
        files.filter(isLooked).flatMap { file -> [String] in
            let lines = inComments ? file.lines : file.code
            return lines.enumerated().compactMap { number, line in
                line.range(of: pattern, options: .regularExpression) == nil
                    ? nil : "\(file.path):\(number + 1): \(file.lines[number].trimmingCharacters(in: .whitespaces))"
            }
        }
    }
}
