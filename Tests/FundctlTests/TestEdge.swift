@testable import fundctl

/// What a run wrote.
final class Heard: ByteSink {
    private(set) var bytes: [UInt8] = []
    func write(_ bytes: [UInt8]) { self.bytes += bytes }
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// What a person will type.
final class Typed: InputSource {
    private var lines: [String]
    init(_ lines: [String] = []) { self.lines = lines }
    func line(echo: Bool) throws -> [UInt8]? { lines.isEmpty ? nil : Array(lines.removeFirst().utf8) }
    func rest() throws -> [UInt8] { Array(lines.joined(separator: "\n").utf8) }
}

/// A world for tests: nothing of the machine's shows through.
struct TestWorld {
    let output = Heard()
    let talk = Heard()
    var edge: Edge

    init(environment: [String: String] = [:], typed: [String] = [], terminal: Bool = false) {
        edge = Edge(
            environment: { environment[$0] },
            clock: Clock(now: { "2026-05-01T14:30:00Z" }, today: { "2026-05-01" }, milliseconds: { 0 }),
            randomBytes: { Array(repeating: 7, count: $0) },
            terminal: Terminal(isInput: terminal, isOutput: terminal, isTalk: terminal, columns: terminal ? 80 : nil),
            input: Typed(typed), output: output, talk: talk)
    }

    /// Runs the program in it.
    @discardableResult func run(_ arguments: String..., root: Noun = CommandTree.root) -> fundctl.ExitStatus {
        Launch(arguments: arguments, edge: edge, root: root).run()
    }
}
