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
        var bare: [UInt8] = []
        var isInString = false
        var previous: UInt8 = 0
        for byte in line.utf8 {
            let isEscaped = isInString && previous == UInt8(ascii: "\\")
            if byte == UInt8(ascii: "\""), !isEscaped {
                isInString.toggle()
                bare.append(byte)
            } else if !isInString {
                if byte == UInt8(ascii: "/"), previous == byte { return String(decoding: bare.dropLast(), as: UTF8.self) }
                bare.append(byte)
            }
            previous = isEscaped ? 0 : byte
        }
        return String(decoding: bare, as: UTF8.self)
    }

    /// The functions longer than a screen: an approximation by indentation, which the formatter keeps true.
    func longFunctions(limit: Int) -> [String] {
        var found: [String] = []
        for (start, line) in code.enumerated() {
            guard ["func ", "init(", "init?", "init<", "deinit"].contains(where: line.contains), line.hasSuffix("{")
            else { continue }
            let indent = line.prefix { $0 == " " }
            guard let end = code[(start + 1)...].firstIndex(of: indent + "}") else { continue }
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
    ) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern)
        return files.filter(isLooked).flatMap { file -> [String] in
            let lines = inComments ? file.lines : file.code
            let whole = lines.joined(separator: "\n")
            let isThere = { (text: String) in
                expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
            }
            guard isThere(whole) else { return [] }
            return lines.enumerated().compactMap { number, line in
                isThere(line) ? "\(file.path):\(number + 1): \(file.lines[number].trimmingCharacters(in: .whitespaces))" : nil
            }
        }
    }
}
