/// The exit codes of the command contract.
enum ExitStatus: Int32, CaseIterable, Sendable {
    case done = 0
    case failed = 1
    /// By the person.
    case cancelled = 2
    /// A rule, a limit, an invariant.
    case refused = 3
    /// The key may not; nothing was written.
    case notAllowed = 4
    case integrityBroken = 5
    /// Another process kept the book longer than `--wait`.
    case busy = 6
    case usage = 64
}
