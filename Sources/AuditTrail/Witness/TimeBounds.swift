/// When a witness or a time-stamp authority may have signed: from the export on, until now, each with the tolerance that
/// clocks need.
struct TimeBounds: Sendable {
    /// Seconds since 1970; nil where nothing tells when the thing signed came to be.
    let earliest: Int64?
    let latest: Int64

    /// Ten minutes.
    static let tolerance_seconds: Int64 = 600

    /// `from`, `now`: TIME. Nil where `now` is none.
    init?(from: String?, now: String) {
        guard let now = UnixTime.seconds(now) else { return nil }
        earliest = from.flatMap(UnixTime.seconds).map { $0 - TimeBounds.tolerance_seconds }
        latest = now + TimeBounds.tolerance_seconds
    }

    func contains(_ seconds: Int64) -> Bool { seconds >= earliest ?? .min && seconds <= latest }

    /// Refuses: E-WIT-013.
    func require(_ cosignature: Cosignature) throws {
        guard contains(cosignature.seconds) else {
            throw WitnessError(
                .cosignatureTime,
                ["name": cosignature.line.name, "time": UnixTime.text(cosignature.seconds)].merging(shown) { $1 })
        }
    }

    /// For an error's words: `earliest`, empty where nothing tells, and `latest`.
    var shown: [String: String] {
        ["earliest": earliest.map(UnixTime.text) ?? "", "latest": UnixTime.text(latest)]
    }
}
