import Foundation
import Testing

/// Programs that a test compares with, where they are.
enum Tool {
    static func isHere(_ name: String) -> Bool {
        ["/usr/local/bin", "/usr/bin", "/bin"].contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
}

extension Sandbox {
    struct Failed: Error {
        let line: String
        let outcome: Outcome
    }

    /// Runs a line that must succeed; gives its standard output.
    @discardableResult
    func ok(_ line: String) throws -> String {
        let outcome = try run(line)
        guard outcome.status == 0 else { throw Failed(line: line, outcome: outcome) }
        return outcome.output
    }
}

/// Rows of RFC 4180, written for tests alone.
enum CSVRows {
    static func read(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"":
                field.unicodeScalars.append("\"")
                scalars.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(field)
                field = ""
            case "\r" where !isQuoted: continue
            case "\n" where !isQuoted:
                rows.append(row + [field])
                row = []
                field = ""
            default: field.unicodeScalars.append(scalar)
            }
        }
        return rows
    }
}
