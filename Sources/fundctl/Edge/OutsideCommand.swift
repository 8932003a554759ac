// `environ` is a variable of C.
@preconcurrency import Glibc

/// A command of the user's own, run by the shell: it is given bytes, and what it prints is taken. Its messages go where
/// ours go; neither its output nor its time is without bound.
struct OutsideCommand {
    let command: String
    /// The most that it may print.
    var limit_bytes = 1 << 16
    var limit_ms: Int64 = 120_000
    /// For spans only.
    let milliseconds: @Sendable () -> Int64

    /// What a pipe holds without a reader.
    private static let mostInput_bytes = 4096

    /// Refuses: E-RUN-001 … E-RUN-006; then nothing that it started in its process group goes on.
    func run(input: [UInt8]) throws -> [UInt8] {
        precondition(input.count <= OutsideCommand.mostInput_bytes)
        let deadline = milliseconds() + limit_ms
        let (process, output) = try start(input)
        defer { close(output) }
        do {
            let bytes = try read(output, until: deadline)
            try judge(try wait(for: process, until: deadline))
            guard !bytes.isEmpty else { throw OutsideCommandError(.silent, ["command": command]) }
            return bytes
        } catch {
            // Harmless where it ended by itself and was waited for: the group is then empty.
            kill(-process, SIGKILL)
            var status: Int32 = 0
            waitpid(process, &status, 0)
            throw error
        }
    }

    /// The shell, in a process group of its own, and the reading end of what it prints.
    private func start(_ input: [UInt8]) throws -> (pid_t, Int32) {
        let (reading, writing) = try pipe()
        defer { close(reading) }
        // It fits the pipe: nobody needs to read yet, and nobody can have gone.
        let written = write(writing, input, input.count)
        close(writing)
        guard written == input.count else { throw failure(errno) }
        let (output, printed) = try pipe()
        defer { close(printed) }
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, reading, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, printed, STDOUT_FILENO)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        var arguments: [UnsafeMutablePointer<CChar>?] = ["sh", "-c", command].map { (word: String) in strdup(word) } + [nil]
        defer { arguments.forEach { free($0) } }
        var process: pid_t = 0
        let refusal = posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, environ)
        guard refusal == 0 else {
            close(output)
            throw failure(refusal)
        }
        return (process, output)
    }

    /// Reading and writing end, neither for the shell.
    private func pipe() throws -> (Int32, Int32) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw failure(errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private func read(_ output: Int32, until deadline: Int64) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let left = deadline - milliseconds()
            guard left > 0 else { throw OutsideCommandError(.tooLong, ["command": command, "limit_ms": String(limit_ms)]) }
            var state = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            guard poll(&state, 1, Int32(clamping: left)) > 0 else { continue }
            let count = Glibc.read(output, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(errno) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit_bytes else {
                throw OutsideCommandError(.tooMuch, ["command": command, "limit_bytes": String(limit_bytes)])
            }
        }
    }

    /// The status of a process that has closed its output and so is about to end, or says that it never will.
    private func wait(for process: pid_t, until deadline: Int64) throws -> Int32 {
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return status }
            guard ended == 0 || errno == EINTR else { throw failure(errno) }
            guard milliseconds() < deadline else {
                throw OutsideCommandError(.tooLong, ["command": command, "limit_ms": String(limit_ms)])
            }
            usleep(1000)
        }
    }

    /// The macros of `sys/wait.h`.
    private func judge(_ status: Int32) throws {
        let signal = status & 0x7F
        guard signal == 0 else { throw OutsideCommandError(.killed, ["command": command, "signal": String(signal)]) }
        let code = status >> 8 & 0xFF
        guard code == 0 else { throw OutsideCommandError(.failed, ["command": command, "status": String(code)]) }
    }

    private func failure(_ number: Int32) -> OutsideCommandError {
        OutsideCommandError(.notStarted, ["errno": String(number)])
    }
}
