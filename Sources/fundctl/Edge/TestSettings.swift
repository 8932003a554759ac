import AuditTrail

extension Edge {
    /// Golden sessions settle what is otherwise new each time: FUNDCTL_TEST_NOW (RFC 3339 UTC) stops the clock,
    /// FUNDCTL_TEST_SEED makes the random bytes those of a SHA-256 counter. Each run says so on standard error:
    /// a book made with them is a toy.
    mutating func applyTestSettings() throws {
        if let now = setting("FUNDCTL_TEST_NOW") {
            guard Grammar.isTime(now) else {
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
}
