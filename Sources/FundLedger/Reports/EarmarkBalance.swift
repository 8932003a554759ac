import AuditTrail
import ReferenceData

/// Earmarked revenue as it stands at the end of what a report is about. Cents.
public struct EarmarkBalance: Sendable {
    public enum State: String, CaseIterable, Sendable {
        /// Something is left, and its envelope lasts.
        case open
        /// Something is left after its envelope's last day.
        case expired
        /// Nothing is left.
        case settled
    }

    public let row: EarmarkRow
    /// By the end.
    public let released: Cents
    public let left: Cents
    public let state: State
    /// From the day looked from to the last day of its envelope; below zero after it.
    public let daysLeft: Int
}

extension FundReader {
    /// What was earmarked, the first to expire first, looked at from a day; of one fiscal year: what was received by its end
    /// and had something left at its start, with what was released by its end. Refuses: E-REF overflow.
    public func earmarkBalances(_ fiscal: FiscalYear? = nil, on day: CalendarDate) throws -> [EarmarkBalance] {
        try earmarks().compactMap { row -> EarmarkBalance? in
            func released(_ isCounted: (CalendarDate) -> Bool) throws -> Cents {
                try .sum(row.releases.filter { isCounted($0.record.date) }.map { Cents($0.record.amount) })
            }
            let amount = Cents(row.record.amount)
            if let fiscal {
                guard row.record.date <= fiscal.lastDay, try released({ $0 < fiscal.firstDay }) < amount else { return nil }
            }
            let gone = try released { date in fiscal.map { date <= $0.lastDay } ?? true }
            let left = try amount.subtracting(gone)
            let days = Int(row.envelopeExpires.dayNumber) - Int(day.dayNumber)
            return EarmarkBalance(
                row: row, released: gone, left: left, state: left.isZero ? .settled : days < 0 ? .expired : .open,
                daysLeft: days)
        }.sorted { ($0.row.envelopeExpires, $0.row.sequence) < ($1.row.envelopeExpires, $1.row.sequence) }
    }
}
