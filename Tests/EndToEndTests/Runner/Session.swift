import Foundation

/// A transcript of the program as a person sees it, kept as a file that reads like one:
///
///     # A remark.
///     @ lang fr
///     @ now 2026-05-01T14:30:00Z
///     @ file plan.csv
///     code,name
///     @ end
///     $ fundctl key create marie
///     La clé « marie » est créée.
///     ! Ensuite :
///     ? 0
///
/// `@ now` sets the clock of what follows. `$` a shell line, then what it prints: standard output as it is, standard error after `! `, the exit status after
/// `? ` where it is not 0. A line of output that begins like one of these marks has `| ` before it. Empty lines at the
/// end of an output do not count. The remark on test settings is taken off standard error.
///
/// In what is expected, `[hex64]` stands for 64 hexadecimal digits, `[base64]` for a word of base64, `[dir]` for the
/// folder of the run, `[*]` for anything on that line.
struct Session {
    struct Step {
        let line: String
        var output: [String] = []
        var talk: [String] = []
        var status: Int32 = 0
    }

    enum Element {
        /// Kept as it is when a session is written anew: remarks, blank lines.
        case remark(String)
        case language(String)
        case clock(String)
        case file(name: String, text: [String])
        case step(Step)
    }

    let name: String
    var elements: [Element]

    init(name: String, text: String) throws {
        self.name = name
        elements = []
        var lines = text.components(separatedBy: "\n")[...]
        if lines.last == "" { lines.removeLast() }
        while let line = lines.popFirst() {
            if line.hasPrefix("$ ") {
                elements.append(.step(Session.step(String(line.dropFirst(2)), &lines)))
            } else if line.hasPrefix("@ lang ") {
                elements.append(.language(String(line.dropFirst(7))))
            } else if line.hasPrefix("@ now ") {
                elements.append(.clock(String(line.dropFirst(6))))
            } else if line.hasPrefix("@ file ") {
                let body = lines.prefix { $0 != "@ end" }
                lines = lines.dropFirst(body.count + 1)
                elements.append(.file(name: String(line.dropFirst(7)), text: Array(body)))
            } else if line.isEmpty || line.hasPrefix("#") {
                elements.append(.remark(line))
            } else {
                throw Malformed(session: name, line: line)
            }
        }
    }

    struct Malformed: Error {
        let session: String
        let line: String
    }

    private static func step(_ command: String, _ lines: inout ArraySlice<String>) -> Step {
        var step = Step(line: command)
        var blanks = 0
        while let line = lines.first, !["$ ", "@ ", "#"].contains(where: line.hasPrefix) {
            lines.removeFirst()
            if line.isEmpty {
                blanks += 1
                continue
            }
            if line == "!" || line.hasPrefix("! ") {
                step.talk.append(String(line.dropFirst(2)))
            } else if line.hasPrefix("? ") {
                step.status = Int32(line.dropFirst(2)) ?? -1
            } else {
                step.output += Array(repeating: "", count: blanks)
                step.output.append(line.hasPrefix("| ") ? String(line.dropFirst(2)) : line)
            }
            blanks = 0
        }
        // Blank lines before the next step belong to the file, not to the output.
        lines = Array(repeating: "", count: blanks) + lines
        return step
    }

    var text: String {
        elements.map { element in
            switch element {
            case .remark(let line): line + "\n"
            case .language(let language): "@ lang \(language)\n"
            case .clock(let time): "@ now \(time)\n"
            case .file(let name, let text): (["@ file \(name)"] + text + ["@ end"]).map { $0 + "\n" }.joined()
            case .step(let step): Session.text(step)
            }
        }.joined()
    }

    private static func text(_ step: Step) -> String {
        let output = step.output.map { line in
            ["$", "@", "#", "!", "?", "|"].contains(where: line.hasPrefix) ? "| " + line : line
        }
        let talk = step.talk.map { $0.isEmpty ? "!" : "! " + $0 }
        let status = step.status == 0 ? [] : ["? \(step.status)"]
        return (["$ " + step.line] + output + talk + status).map { $0 + "\n" }.joined()
    }
}
