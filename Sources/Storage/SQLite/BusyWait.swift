import Glibc

/// How a connection waits while another process holds a lock: short naps of uneven length until the sum of
/// the naps reaches the limit.
///
/// SQLite does not queue its waiters: whoever asks first after the lock is free has it. Naps that grow, as in
/// SQLite's own timeout, starve the ones that wait longest; equal naps keep processes in step with each
/// other. So they stay short, and their lengths differ between processes.
final class BusyWait: @unchecked Sendable {
    // Unchecked: SQLite calls it on the thread that uses the connection, and on no other at the same time.
    private let limit: UInt64
    private var slept: UInt64 = 0
    private var state: UInt64
    /// What the system adds to a nap, on the average, so that the sum stays near the time that passed.
    private static let overhead: UInt64 = 80

    init(milliseconds: Int) {
        limit = UInt64(max(0, milliseconds)) * 1000
        state = UInt64(bitPattern: Int64(getpid())) &* 0x9E37_79B9_7F4A_7C15
        state ^= UInt64(UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque()))
    }

    /// Called by SQLite with the number of tries before; naps and says whether to try again.
    func tryAgain(after tries: Int) -> Bool {
        if tries == 0 { slept = 0 }
        if slept >= limit { return false }
        let nap = min(Self.length(try: tries, jitter: next()), limit - slept)
        usleep(UInt32(nap))
        slept += nap + Self.overhead
        return true
    }

    /// A nap in microseconds: 0.2 to 1 ms for the first ten tries, 1 to 4 ms afterwards.
    static func length(try number: Int, jitter: UInt64) -> UInt64 {
        number < 10 ? 200 + jitter % 800 : 1000 + jitter % 3000
    }

    /// SplitMix64 (Steele, Lea, Flood 2014); no secret depends on it.
    private func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
