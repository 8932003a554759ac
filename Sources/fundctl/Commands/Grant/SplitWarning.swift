import AuditTrail
import FundLedger
import ReferenceData

/// Says that grants to one recipient, together, would have asked for a higher authority than each alone (A-6.01, r. 6: the
/// ladder is not to be evaded by splitting). It refuses nothing: two projects of one recipient are lawful.
enum SplitWarning {
    /// Looks at the grants of all programmes that were approved, or raised, within the window before or after that day: the
    /// dates of their approvals count, so one dated back does not escape. The norms are those of the grant's own programme.
    static func of(_ grant: GrantDetail, on date: CalendarDate, in session: RegisterSession) throws -> Message? {
        let programs = Programs(session)
        let norms = try programs.program(grant.row.program).norms
        guard let days = try? GrantParameters.splittingWindowDays.value(asOf: date) else { return nil }
        let others = try FundReader(session).grants(of: grant.row.recipient, approvedWithin: Int32(days), of: date)
            .filter { $0.id != grant.row.id }
        guard !others.isEmpty else { return nil }
        let total = try Cents.sum(([grant.row] + others).map { Cents($0.figures.approved) })
        func asked(_ cents: Int64, _ norms: ProgramAdded.Norms) -> GrantAuthority {
            GrantAuthority.required(total: cents, norms: norms, fund: grant.row.id.fund)
        }
        let together = asked(total.value, norms)
        let alone = try ([grant.row] + others).map {
            asked($0.figures.approved, try programs.program($0.program).norms).rank
        }
        guard together.rank > alone.max() ?? 0 else { return nil }
        let list = others.map(\.id.text).joined(separator: ", ")
        return Message(
            fr: "attention : avec \(list), ce bénéficiaire a reçu, en un an, \(money: total) approuvés; ensemble, cela relèverait de « \(together.rawValue) » (A-6.01, r. 6 : l'échelle ne s'évite pas par fractionnement).",
            en: "warning: with \(list), this recipient has \(money: total) approved within a year; together that would be for \"\(together.rawValue)\" (A-6.01, r. 6: the ladder is not evaded by splitting).")
    }
}
