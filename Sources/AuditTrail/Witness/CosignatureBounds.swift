/// When a witness may have signed: from the export on, until now, each with the tolerance that clocks need.
struct CosignatureBounds: Sendable {
    /// Seconds since 1970; nil where nothing tells when the checkpoint came to be.
    let earliest: Int64?
    let latest: Int64

    /// Ten minutes.
    static let tolerance_seconds: Int64 = 600

    /// `from`, `now`: TIME. Nil where `now` is none.
    init?(from: String?, now: String) {
        guard let now = UnixTime.seconds(now) else { return nil }
        earliest = from.flatMap(UnixTime.seconds).map { $0 - CosignatureBounds.tolerance_seconds }
        latest = now + CosignatureBounds.tolerance_seconds
    }

    /// Refuses: E-WIT-013.
    func require(_ cosignature: Cosignature) throws {
        guard cosignature.seconds >= earliest ?? .min, cosignature.seconds <= latest else {
            throw WitnessError(
                .cosignatureTime,
                [
                    "name": cosignature.line.name, "time": UnixTime.text(cosignature.seconds),
                    "earliest": earliest.map(UnixTime.text) ?? "", "latest": UnixTime.text(latest),
                ])
        }
    }
}
