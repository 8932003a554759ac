import Glibc

extension Edge {
    /// The real world.
    static func system() -> Edge {
        Edge(
            environment: { name in getenv(name).map { String(cString: $0) } },
            clock: Clock(now: SystemClock.now, today: SystemClock.today, milliseconds: SystemClock.milliseconds),
            randomBytes: SystemRandom.bytes,
            terminal: Terminal(
                isInput: isatty(STDIN_FILENO) == 1, isOutput: isatty(STDOUT_FILENO) == 1,
                isTalk: isatty(STDERR_FILENO) == 1, columns: terminalColumns()),
            input: StandardInput(), output: DescriptorSink(STDOUT_FILENO), talk: DescriptorSink(STDERR_FILENO))
    }

    private static func terminalColumns() -> Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }
}

/// Clocks of the system, without Foundation: a command starts in milliseconds.
enum SystemClock {
    @Sendable static func now() -> String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        return date(parts) + "T" + [parts.tm_hour, parts.tm_min, parts.tm_sec].map(two).joined(separator: ":") + "Z"
    }

    @Sendable static func today() -> String {
        var seconds = time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return date(parts)
    }

    @Sendable static func milliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    private static func date(_ parts: tm) -> String {
        [String(Int(parts.tm_year) + 1900), two(parts.tm_mon + 1), two(parts.tm_mday)].joined(separator: "-")
    }

    private static func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

enum SystemRandom {
    /// From the kernel (getrandom, through Swift's generator).
    @Sendable static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

/// Standard output or standard error.
final class DescriptorSink: ByteSink {
    private let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
                if count < 0, errno == EINTR { continue }
                // A reader that went away (`| head`) has what it wanted.
                guard count > 0 else { return }
                written += count
            }
        }
    }
}
