import AuditTrail
import EmployerServices

/// A request made again under its key is for the persons of the first one. The request's fingerprint holds no name, so what
/// is still kept of the persons is compared; of an erased one nothing can be said.
struct SamePersons {
    let session: RegisterSession
    let receipts: [BatchReceipt]
    let key: String?

    /// Refuses (E-AUD-020) where the first request was for none of that name, and of that birth date where one is given.
    func require(_ name: String, born: String? = nil) throws {
        let kept = try subjects(where: { _ in true }).map { try session.values(of: $0) }
        let isThere = kept.contains { values in
            guard let known = values[ApprenticeAge.name] else { return true }
            return known == name && (born == nil || values[ApprenticeAge.born] == born)
        }
        guard isThere || kept.isEmpty else { throw conflict }
    }

    /// Refuses (E-AUD-020) where an apprentice of the first request is none of these, by name and birth date.
    func requireApprentices(among rows: Set<[String]>) throws {
        for subject in try subjects(where: { $0 is AgreementDrafted }) {
            let values = try session.values(of: subject)
            guard let name = values[ApprenticeAge.name], let born = values[ApprenticeAge.born] else { continue }
            guard rows.contains([name, born]) else { throw conflict }
        }
    }

    private var conflict: AuditError {
        AuditError(.idempotencyConflict, ["key": key ?? "", "register": session.register.name, "batch": ""])
    }

    /// The persons that records of the batches name.
    private func subjects(where isMeant: (any Record) -> Bool) throws -> [String] {
        var found: [String] = []
        for receipt in receipts {
            for sequence in receipt.first..<receipt.first + receipt.count {
                let record = try session.record(at: sequence)
                guard isMeant(record) else { continue }
                switch record {
                case let record as SubjectOpened: found.append(record.subject)
                case let record as AgreementDrafted: found.append(record.opening.apprentice)
                case let record as ParticipationStarted: found.append(record.participant)
                default: break
                }
            }
        }
        return found
    }
}
