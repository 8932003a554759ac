import AuditTrail
import EmployerServices
import Storage

/// The grants of a fund that interventions and committees name. FORMAT.md, section 20.8.
///
/// A firm that received a grant is the firm of the intervention that the grant pays for, mergers counted. Associations,
/// public bodies and recipients that the register of employers does not know may be promoters.
struct GrantCrossCheck: CrossCheck {
    private let prefix: String
    private let register: Int64

    /// Nil but for employers and a fund.
    init?(namer: String, named: String) {
        guard namer == RegisterName.employers, RegisterName.funds.contains(named), let number = RegisterName.number(named)
        else { return nil }
        prefix = named.uppercased() + "-G-"
        register = number
    }

    func judge(_ connection: any SQLConnection, isOlder: Bool) throws -> CrossFinding {
        let values: [SQLValue] = [
            .text(prefix), .integer(Int64(prefix.utf8.count)), .integer(register), .integer(isOlder ? 1 : 0),
        ]
        let judged = try connection.first(
            """
            \(Self.named)
            SELECT count(*) FROM named n LEFT JOIN opposite.grant_file g ON g.register = ?3 AND g.number = n.number
            WHERE g.number IS NOT NULL OR ?4 = 0
            """, values
        ) { $0.int(0) }
        return CrossFinding(judged: judged ?? 0, fault: try fault(connection, values))
    }

    private func fault(
        _ connection: any SQLConnection, _ values: [SQLValue]
    ) throws -> (error: AuditError, record: Int64)? {
        try connection.first(
            """
            \(Self.named)
            SELECT n.sequence, n.grant_id, g.recipient, n.root
            FROM named n LEFT JOIN opposite.grant_file g ON g.register = ?3 AND g.number = n.number
            LEFT JOIN main.employer e ON e.register = n.register AND e.neq = g.recipient
            LEFT JOIN main.employer r ON r.register = n.register AND r.neq = e.root
            WHERE (g.number IS NULL AND ?4 = 0) OR (n.root IS NOT NULL AND r.neq <> n.root
                AND r.form IN ('corporation', 'partnership', 'sole-proprietor'))
            ORDER BY n.sequence LIMIT 1
            """, values
        ) { row in
            let grant = row.string(1)
            guard let recipient = row.text(2) else { return (AuditError(.namedMissing, ["name": grant]), row.int(0)) }
            let parameters = ["name": grant, "recipient": recipient, "employer": row.text(3) ?? ""]
            return (AuditError(.namedOther, parameters), row.int(0))
        }
    }

    /// The namings: record, grant and its number, the employer that the intervention's stands for.
    private static let named = """
        WITH named AS (
            SELECT register, sequence, grant_id, CAST(substr(grant_id, ?2 + 1) AS INTEGER) AS number, root
            FROM main.intervention WHERE annulled IS NULL AND substr(grant_id, 1, ?2) = ?1
            UNION ALL
            SELECT register, sequence, grant_id, CAST(substr(grant_id, ?2 + 1) AS INTEGER), NULL
            FROM main.committee_grant WHERE substr(grant_id, 1, ?2) = ?1)
        """
}
