import Glibc

/// Standard input: a pipe, a file, or a person at a terminal.
final class StandardInput: InputSource {
    private var pending: [UInt8] = []
    private var isAtEnd = false

    func line(echo: Bool) throws -> [UInt8]? {
        if echo { return try nextLine() }
        // Without echo the interrupt key is read as a byte, so that the terminal is put back as it was.
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return try nextLine() }
        var quiet = before
        quiet.c_lflag &= ~tcflag_t(ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
        guard let line = try nextLine() else { return nil }
        if line.contains(where: { $0 == 0x03 || $0 == 0x1C }) { throw CommandLineError(.cancelled) }
        return line
    }

    func rest() throws -> [UInt8] {
        while try fill() {}
        defer { pending = [] }
        return pending
    }

    private func nextLine() throws -> [UInt8]? {
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(pending[..<end])
                pending.removeSubrange(...end)
                return line
            }
            if try !fill() {
                guard !pending.isEmpty else { return nil }
                defer { pending = [] }
                return pending
            }
        }
    }

    private func fill() throws -> Bool {
        guard !isAtEnd else { return false }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 {
                throw CommandLineError(.inputNotRead, ["path": "-", "errno": String(errno)])
            }
            isAtEnd = count == 0
            pending += buffer[..<count]
            return count > 0
        }
    }
}
