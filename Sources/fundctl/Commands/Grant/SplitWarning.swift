import AuditTrail
import FundLedger
import ReferenceData

/// Says that grants to one recipient, together, would have asked for a higher authority than each alone (A-6.01, r. 6: the
/// ladder is not to be evaded by splitting). It refuses nothing: two projects of one recipient are lawful.
enum SplitWarning {
    static func of(_ grant: GrantID, on date: CalendarDate, in session: RegisterSession) throws -> Message? {
        let reader = try FundReader(session)
        let row = try reader.grant(grant).row
        let norms = try Programs(session).program(row.program).norms
        guard let days = try? GrantParameters.splittingWindowDays.value(asOf: date) else { return nil }
        let from = try CalendarDate(dayNumber: date.dayNumber - Int32(days))
        let others = try reader.grants(of: row.recipient, from: from, to: date).filter {
            $0.program == row.program && $0.id != grant && $0.figures.approved > 0 && $0.stage != .cancelled
        }
        guard !others.isEmpty else { return nil }
        let total = try Cents.sum(others.map { Cents($0.figures.approved) } + [Cents(row.figures.approved)])
        func rank(_ cents: Int64) -> Int {
            GrantAuthority.required(total: cents, norms: norms, fund: grant.fund).rank
        }
        let asked = GrantAuthority.required(total: total.value, norms: norms, fund: grant.fund)
        guard asked.rank > ([row] + others).map({ rank($0.figures.approved) }).max() ?? 0 else { return nil }
        let list = others.map(\.id.text).joined(separator: ", ")
        return Message(
            fr: "attention : avec \(list), ce bénéficiaire a reçu du programme, en un an, \(money: total) approuvés; ensemble, cela relèverait de « \(asked.rawValue) » (A-6.01, r. 6 : l'échelle ne s'évite pas par fractionnement).",
            en: "warning: with \(list), this recipient has \(money: total) approved under the programme within a year; together that would be for \"\(asked.rawValue)\" (A-6.01, r. 6: the ladder is not evaded by splitting).")
    }
}
