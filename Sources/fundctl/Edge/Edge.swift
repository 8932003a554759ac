/// The edge of the world: everything that is not a value. Made once in `Main` and passed down, so that a test can
/// put its own in. Nothing else in the project reads a clock, an environment, a terminal or a source of randomness.
struct Edge {
    /// The value of an environment variable; nil where it is not set.
    var environment: (String) -> String?
    var clock: Clock
    /// So many random bytes.
    var randomBytes: @Sendable (Int) -> [UInt8]
    /// What names a request that was given no idempotency key. Never twice the same, under FUNDCTL_TEST_SEED either: the
    /// next command would be taken for this one made again.
    var requestBytes: @Sendable () -> [UInt8] = { SystemRandom.bytes(16) }
    var terminal: Terminal
    var input: any InputSource
    /// The result.
    var output: any ByteSink
    /// The talk: notes, next steps, progress, prompts, errors.
    var talk: any ByteSink
    /// Set by FUNDCTL_TEST_NOW or FUNDCTL_TEST_SEED: said on standard error at each run.
    var isTest = false

    /// A variable that is set and not empty.
    func setting(_ name: String) -> String? {
        environment(name).flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// The time, as records and people need it.
struct Clock: Sendable {
    /// RFC 3339, UTC, to the second: `2026-05-01T14:30:00Z`.
    var now: @Sendable () -> String
    /// The local calendar date, ISO: `2026-05-01`.
    var today: @Sendable () -> String
    /// For spans only.
    var milliseconds: @Sendable () -> Int64
}

/// Which of the three streams is a terminal, and how wide it is.
struct Terminal: Sendable {
    var isInput: Bool
    var isOutput: Bool
    var isTalk: Bool
    /// Columns of the output terminal; nil where it is none.
    var columns: Int?
}

/// Where bytes go.
protocol ByteSink: AnyObject {
    func write(_ bytes: [UInt8])
}

extension ByteSink {
    func write(_ text: String) { write(Array(text.utf8)) }
}

/// Where answers and `-` come from.
protocol InputSource: AnyObject {
    /// One line without its end; nil at the end of the input. Throws `CommandLineError.cancelled` on an interrupt.
    func line(echo: Bool) throws -> [UInt8]?
    /// All that is left.
    func rest() throws -> [UInt8]
}
