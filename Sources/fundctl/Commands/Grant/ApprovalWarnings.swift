import AuditTrail
import FundLedger
import ReferenceData

/// What one who approves, or raises what is approved, is told. It refuses nothing: each of these is lawful.
enum ApprovalWarnings {
    /// Of a grant as it stands after its approval of that day.
    static func of(_ grant: GrantID, on date: CalendarDate, in session: RegisterSession) throws -> [Message] {
        let detail = try FundReader(session).grant(grant)
        return try [
            aboveRequest(detail.state), againstAssessment(detail.state, in: session),
            SplitWarning.of(detail, on: date, in: session),
        ].compactMap { $0 }
    }

    private static func aboveRequest(_ state: GrantState) -> Message? {
        guard state.approved > state.requested else { return nil }
        let (approved, requested) = (Cents(state.approved), Cents(state.requested))
        return Message(
            fr: "attention : \(money: approved) sont approuvés; la demande était de \(money: requested).",
            en: "warning: \(money: approved) is approved; \(money: requested) was requested.")
    }

    private static func againstAssessment(_ state: GrantState, in session: RegisterSession) throws -> Message? {
        guard let record = state.assessment, let assessed = try session.record(at: record) as? GrantAssessed else { return nil }
        if assessed.recommendation == .refuse {
            return Message(
                fr: "attention : la dernière évaluation (enregistrement \(record)) recommandait de refuser.",
                en: "warning: the last assessment (record \(record)) recommended to refuse.")
        }
        guard let amount = assessed.amount, amount < state.approved else { return nil }
        let (approved, recommended) = (Cents(state.approved), Cents(amount))
        return Message(
            fr: "attention : \(money: approved) sont approuvés; la dernière évaluation (enregistrement \(record)) recommandait \(money: recommended).",
            en: "warning: \(money: approved) is approved; the last assessment (record \(record)) recommended \(money: recommended).")
    }
}
