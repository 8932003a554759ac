import AuditTrail
import Synchronization

/// Bytes that are the same at each run, for tests only: SHA-256 of `SEED:1`, then of `SEED:2`, …; a call begins a
/// new block.
final class SeededBytes: Sendable {
    private let seed: String
    private let counter = Mutex<Int>(0)

    init(seed: String) { self.seed = seed }

    func next(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let block = counter.withLock { counter -> Int in
                counter += 1
                return counter
            }
            bytes += SHA256.hash(Array("\(seed):\(block)".utf8)).bytes
        }
        return Array(bytes.prefix(count))
    }
}
