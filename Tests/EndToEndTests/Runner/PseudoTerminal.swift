import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// The real program at a terminal of its own, spoken to as a person does: what it asks is waited for, then answered.
final class PseudoTerminal {
    private let master: Int32
    private let process = Process()
    /// All that the terminal showed, what was typed included, with plain line feeds.
    private(set) var shown = ""
    private var seen = ""

    struct Unexpected: Error, CustomStringConvertible {
        let waitedFor: String
        let shown: String
        var description: String { "waited for \"\(waitedFor)\"; the terminal showed:\n\(shown)" }
    }

    /// Runs `fundctl` with arguments in a sandbox.
    init(_ sandbox: Sandbox, _ arguments: [String]) throws {
        master = posix_openpt(O_RDWR | O_NOCTTY)
        guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
            throw Unexpected(waitedFor: "a terminal", shown: String(errno))
        }
        let slave = open(name, O_RDWR | O_NOCTTY)
        guard slave >= 0 else { throw Unexpected(waitedFor: "a terminal", shown: String(errno)) }
        let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        process.executableURL = Sandbox.program
        process.arguments = arguments
        process.currentDirectoryURL = sandbox.folder
        process.environment = sandbox.environment
        process.standardInput = handle
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        try handle.close()
    }

    deinit {
        if process.isRunning { process.terminate() }
        close(master)
    }

    /// Waits until the terminal shows a text that was not waited for before, then types a line.
    func answer(_ question: String, _ line: String) throws {
        try wait(for: question)
        let bytes = Array((line + "\n").utf8)
        guard write(master, bytes, bytes.count) == bytes.count else { throw Unexpected(waitedFor: question, shown: shown) }
    }

    func wait(for text: String) throws {
        while true {
            if let found = seen.range(of: text) {
                seen = String(seen[found.upperBound...])
                return
            }
            guard fill() else { throw Unexpected(waitedFor: text, shown: shown) }
        }
    }

    /// Waits for the end; gives the exit status.
    func end() -> Int32 {
        while fill() {}
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// More of what the terminal shows; false at its end. The guard is against a program that asks something else.
    private func fill() -> Bool {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 120_000) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        let text = String(decoding: buffer[..<count], as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
        shown += text
        seen += text
        return true
    }
}
