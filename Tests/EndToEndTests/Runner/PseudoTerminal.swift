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
    /// The bytes of a character of which the end is still to come.
    private var unfinished: [UInt8] = []

    struct Unexpected: Error, CustomStringConvertible {
        let waitedFor: String
        let shown: String
        var description: String { "waited for \"\(waitedFor)\"; the terminal showed:\n\(shown)" }
    }

    /// Runs `fundctl` with arguments in a sandbox.
    init(_ sandbox: Sandbox, _ arguments: [String]) throws {
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        guard openpty(&ends.master, &ends.slave, nil, nil, nil) == 0 else {
            throw Unexpected(waitedFor: "a terminal", shown: String(cString: strerror(errno)))
        }
        master = ends.master
        let handle = FileHandle(fileDescriptor: ends.slave, closeOnDealloc: true)
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
        unfinished += buffer[..<count]
        let whole = unfinished.count - Self.begun(unfinished)
        let text = String(decoding: unfinished[..<whole], as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
        unfinished.removeFirst(whole)
        shown += text
        seen += text
        return true
    }

    /// How many bytes at the end begin a character of UTF-8 without finishing it.
    private static func begun(_ bytes: [UInt8]) -> Int {
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte & 0b1100_0000 == 0b1000_0000 { continue }
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            return length > back ? back : 0
        }
        return 0
    }
}
