import AuditTrail
import ReferenceData

/// Earmarked revenue as the book has it.
public struct EarmarkRow: Sendable {
    public let sequence: Int64
    public let record: RevenueEarmarked
    /// Not released yet; cents.
    public let left: Int64
    /// The last day of its envelope.
    public let envelopeExpires: CalendarDate
    /// What was released of it, in order, each with its record's sequence.
    public let releases: [(sequence: Int64, record: RevenueReleased)]

    public var released: Int64 { record.amount - left }
}

extension FundReader {
    /// In the order of their records.
    public func earmarks() throws -> [EarmarkRow] { try EarmarkTable(session).rows().map(row) }

    /// Those that have something left and whose envelope expires by that day, the first to expire first.
    public func earmarks(expiringBy day: CalendarDate) throws -> [EarmarkRow] {
        try EarmarkTable(session).rows(expiringBy: day).map(row)
    }

    /// One of them. Refuses: E-REV-007.
    public func earmark(_ sequence: Int64) throws -> EarmarkRow {
        guard let found = try EarmarkTable(session).row(sequence) else {
            throw LevyError(.earmarkUnknown, ["record": String(sequence), "fund": fund.rawValue])
        }
        return try row(found)
    }

    private func row(_ found: (sequence: Int64, expires: Int64, left: Int64)) throws -> EarmarkRow {
        let table = EarmarkTable(session)
        let record = try table.record(found.sequence)
        let day = try Int32(exactly: found.expires).map { try CalendarDate(dayNumber: $0) }
        let releases = try table.releases(of: found.sequence).compactMap { sequence in
            (try session.record(at: sequence) as? RevenueReleased).map { (sequence: sequence, record: $0) }
        }
        return EarmarkRow(
            sequence: found.sequence, record: record, left: found.left, envelopeExpires: day ?? record.expires,
            releases: releases)
    }
}
