import AuditTrail
import ReferenceData
import Storage

/// Where counted acts come from: the book's tables, or what a bundle's records made. Annulled ones are in none.
protocol ActSource {
    /// Interventions that begin on these days.
    func interventions(beginning days: ClosedRange<CalendarDate>) throws -> [InterventionAct]
    /// Those of an employer that begin on that day or before, by `begins`, then id.
    func interventions(of root: String, until day: CalendarDate) throws -> [InterventionAct]
    /// Agreements whose last signature is on these days.
    func agreements(signed days: ClosedRange<CalendarDate>) throws -> [SignedAgreement]
    func agreements(ofApprentice subject: String) throws -> [SignedAgreement]
    /// Participations of these days.
    func participations(on days: ClosedRange<CalendarDate>) throws -> [ParticipationAct]
    func participations(of subject: String) throws -> [ParticipationAct]
}

/// Acts by the indexes of a book's tables.
struct BookActs: ActSource {
    let services: ServicesReader

    func interventions(beginning days: ClosedRange<CalendarDate>) throws -> [InterventionAct] {
        try interventions(Self.beginning, [.day(days.lowerBound), .day(days.upperBound)])
    }

    func interventions(of root: String, until day: CalendarDate) throws -> [InterventionAct] {
        try interventions(Self.ofEmployer, [.text(root), .day(day)])
    }

    static let beginning = "AND begins BETWEEN ? AND ? ORDER BY begins, id"
    static let ofEmployer = "AND root = ? AND begins <= ? ORDER BY begins, id"

    static func query(_ tail: String) -> String {
        """
        SELECT id, root, measure, office, region, begins, ends FROM intervention
        WHERE register = ? AND annulled IS NULL \(tail)
        """
    }

    private func interventions(_ tail: String, _ values: [SQLValue]) throws -> [InterventionAct] {
        try services.connection.query(Self.query(tail), [services.register] + values) { row in
            InterventionAct(
                id: try InterventionID(key: row.int(0)), root: row.string(1), measure: row.string(2),
                place: ActPlace(office: row.string(3), region: row.string(4)), begins: try row.day(5),
                ends: try row.optionalDay(6))
        }
    }

    func agreements(signed days: ClosedRange<CalendarDate>) throws -> [SignedAgreement] {
        try agreements("AND signed BETWEEN ? AND ? ORDER BY signed, id", [.day(days.lowerBound), .day(days.upperBound)])
    }

    func agreements(ofApprentice subject: String) throws -> [SignedAgreement] {
        try agreements("AND apprentice = ? AND signed IS NOT NULL ORDER BY signed, id", [.text(subject)])
    }

    private func agreements(_ tail: String, _ values: [SQLValue]) throws -> [SignedAgreement] {
        try services.connection.query(
            """
            SELECT id, root, apprentice, signed_office, signed_region, signed FROM agreement
            WHERE register = ? AND state <> 'annulled' \(tail)
            """, [services.register] + values
        ) { row in
            SignedAgreement(
                id: try AgreementID(key: row.int(0)), root: row.string(1), apprentice: row.string(2),
                place: ActPlace(office: row.string(3), region: row.string(4)), signed: try row.day(5))
        }
    }

    func participations(on days: ClosedRange<CalendarDate>) throws -> [ParticipationAct] {
        try participations("AND day BETWEEN ? AND ? ORDER BY day, id", [.day(days.lowerBound), .day(days.upperBound)])
    }

    func participations(of subject: String) throws -> [ParticipationAct] {
        try participations("AND participant = ? ORDER BY day, id", [.text(subject)])
    }

    private func participations(_ tail: String, _ values: [SQLValue]) throws -> [ParticipationAct] {
        try services.connection.query(
            """
            SELECT id, participant, programme, office, region, day FROM participation
            WHERE register = ? AND annulled IS NULL \(tail)
            """, [services.register] + values
        ) { row in
            ParticipationAct(
                id: try ParticipationID(key: row.int(0)), participant: row.string(1), programme: row.string(2),
                place: ActPlace(office: row.string(3), region: row.string(4)), date: try row.day(5))
        }
    }
}
