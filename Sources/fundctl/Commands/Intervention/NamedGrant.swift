import AuditTrail
import EmployerServices
import FundLedger
import ReferenceData

/// A grant that a record of the employers names, looked up in its fund of the same book: the record stands either way.
enum NamedGrant {
    /// What to know of it; nil where the fund has it and, where an employer is given, it is that employer's.
    static func remark(_ id: GrantID, employer: String? = nil, _ call: Invocation) throws -> Message? {
        try call.openBookToRead().read { reading in
            let recipient: String
            do {
                recipient = try FundReader(reading.register(id.fund.rawValue)).grant(id).row.recipient
            } catch let error as GrantError where error.code == .grantUnknown {
                return Message(
                    fr: "aucun fonds de ce livre n'a la subvention \(id.text) : vérifiez son numéro.",
                    en: "no fund of this book has the grant \(id.text): see to its number.")
            }
            let services = ServicesReader(try reading.register(RegisterName.employers))
            guard let employer, let own = try services.employerIfKnown(employer)?.root else { return nil }
            let other = try services.employerIfKnown(recipient)?.root ?? recipient
            guard own != other else { return nil }
            return Message(
                fr: "la subvention \(id.text) est celle de \(recipient), non de \(employer).",
                en: "the grant \(id.text) is that of \(recipient), not of \(employer).")
        }
    }
}
