import AuditTrail
import ReferenceData
import Storage

/// A time that a seat was filled.
public struct SeatRow: Sendable, Equatable {
    public let seat: String
    public let side: CommitteeSeated.Side
    public let isChair: Bool
    public let subject: String
    public let organisation: String?
    public let seated: CalendarDate
    /// Nil while it is filled.
    public let unseated: CalendarDate?
    public let sequence: Int64
}

/// An activity of a committee's plan.
public struct ActivityRow: Sendable, Equatable {
    public let year: FiscalYear
    public let activity: String
    /// The records that last planned it and last reported on it.
    public let planned: Int64
    public let reported: Int64?
    public let state: CommitteeReported.State?
}

extension ServicesReader {
    /// All committees, by code.
    public func committees() throws -> [CommitteeSet] {
        try connection.query(
            "SELECT sequence FROM committee WHERE register = ? ORDER BY committee", [register]
        ) { $0.int(0) }.compactMap { try session.record(at: $0) as? CommitteeSet }
    }

    /// A committee as it was last set. Refuses: E-LST-009.
    public func committee(_ code: String) throws -> CommitteeSet {
        try requireCommittee(code)
        let sequence = try connection.first(
            "SELECT sequence FROM committee WHERE register = ? AND committee = ?", [register, .text(code)]
        ) { $0.int(0) }
        guard let sequence, let record = try session.record(at: sequence) as? CommitteeSet else {
            throw ServiceListError(.committeeUnknown, ["committee": code, "nearest": ""])
        }
        return record
    }

    /// A committee's seats over time, in the order of records.
    public func seats(of committee: String) throws -> [SeatRow] {
        try connection.query(
            """
            SELECT seat, side, chair, subject, organisation, seated, unseated, sequence FROM committee_seat
            WHERE register = ? AND committee = ? ORDER BY sequence
            """, [register, .text(committee)]
        ) { row in
            SeatRow(
                seat: row.string(0), side: CommitteeSeated.Side(rawValue: row.string(1)) ?? .observers,
                isChair: row.int(2) != 0, subject: row.string(3), organisation: row.text(4), seated: try row.day(5),
                unseated: try row.optionalDay(6), sequence: row.int(7))
        }
    }

    /// The activities of a committee's plans, of one year or of all, by year and code.
    public func activities(of committee: String, in year: FiscalYear? = nil) throws -> [ActivityRow] {
        let tail = year == nil ? "" : "AND year = ?"
        let values = [register, .text(committee)] + (year.map { [.integer(Int64($0.startYear))] } ?? [])
        return try connection.query(
            """
            SELECT year, activity, planned, reported, state FROM committee_activity
            WHERE register = ? AND committee = ? \(tail) ORDER BY year, activity
            """, values
        ) { row in
            ActivityRow(
                year: try FiscalYear(startYear: Int(row.int(0))), activity: row.string(1), planned: row.int(2),
                reported: row.number(3), state: row.text(4).flatMap(CommitteeReported.State.init(rawValue:)))
        }
    }

    /// The grants that fund a committee, by id.
    public func grants(of committee: String) throws -> [String] {
        try connection.query(
            "SELECT grant_id FROM committee_grant WHERE register = ? AND committee = ? ORDER BY grant_id",
            [register, .text(committee)]
        ) { $0.string(0) }
    }
}
