extension Edge {
    /// Golden sessions settle what is otherwise new each time: FUNDCTL_TEST_NOW (RFC 3339 UTC) stops the clock,
    /// FUNDCTL_TEST_SEED makes the random bytes those of a SHA-256 counter. Each run says so on standard error:
    /// a book made with them is a toy.
    mutating func applyTestSettings() throws {
        if let now = setting("FUNDCTL_TEST_NOW") {
            guard Edge.isInstant(now) else {
                throw CommandLineError(.testSettingInvalid, ["name": "FUNDCTL_TEST_NOW", "value": now])
            }
            clock.now = { now }
            clock.today = { String(now.prefix(10)) }
            isTest = true
        }
        if let seed = setting("FUNDCTL_TEST_SEED") {
            let stream = SeededBytes(seed: seed)
            randomBytes = { stream.next($0) }
            isTest = true
        }
    }

    /// `2026-05-01T14:30:00Z` in form.
    private static func isInstant(_ text: String) -> Bool {
        let pattern = Array("0000-00-00T00:00:00Z".utf8)
        let bytes = Array(text.utf8)
        guard bytes.count == pattern.count else { return false }
        return zip(bytes, pattern).allSatisfy { byte, mark in
            mark == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == mark
        }
    }
}
