import AuditTrail

/// Keeps what a batch's records ask of the day on which it is sealed, until the seal tells it: a month that is over, a
/// target that is set in time. FORMAT.md, section 20.5.
final class SealDays: BatchWorkspace {
    private var asked: [(sequence: Int64, refusal: (_ day: String) -> IndicatorError?)] = []

    static func of(_ session: RegisterSession) -> SealDays {
        session.workspace(SealDays.self) { SealDays() }
    }

    /// `refusal`: what a record is refused with for the day (UTC, YYYY-MM-DD) of its seal; nil where the day will do.
    func expect(at sequence: Int64, _ refusal: @escaping (_ day: String) -> IndicatorError?) {
        asked.append((sequence, refusal))
    }

    func flush() throws {}

    /// Refuses: E-IND-026, E-IND-027, E-IND-030.
    func batchEnds(_ batch: BatchEnd) throws {
        defer { asked = [] }
        let day = String(batch.time.prefix(10))
        for (sequence, refusal) in asked {
            if let refusal = refusal(day) { throw RefusedInBatch(sequence, refusal) }
        }
    }
}
