import AuditTrail
import ReferenceData
import Storage

/// The register itself.
public final class BookDesk: AgreementDesk {
    public let session: RegisterSession
    private let agreements: Agreements

    public init(_ session: RegisterSession) {
        self.session = session
        agreements = Agreements(session)
    }

    public func nextAgreement(on date: CalendarDate) throws -> AgreementID { try agreements.nextID(on: date) }

    public func nextParticipation(on date: CalendarDate) throws -> ParticipationID {
        try Participations(session).nextID(on: date)
    }

    /// Refuses: E-AGR-001.
    public func state(of agreement: AgreementID) throws -> AgreementState? { try agreements.agreement(agreement).state }

    public func companion(of agreement: AgreementID) throws -> String? { try agreements.agreement(agreement).state.companion }

    public func beginEntry() {}

    public func standard(_ code: String) throws -> StandardSummary { try AgreementOutside(ServicesReader(session)).summary(of: code) }

    public func office(_ code: String) throws -> OfficeSummary { try AgreementOutside(ServicesReader(session)).office(code) }

    /// By the birth date first, of which the index keeps the unerased ones: few have the same.
    public func subject(name: String, born: String) throws -> String? {
        let same = try session.connection.query(
            "SELECT subject FROM subject_secret WHERE register = ? AND field = 'born' AND value = ? ORDER BY subject",
            [.integer(session.register.number), .text(born)]
        ) { $0.string(0) }
        return try first(of: same, named: name)
    }

    /// Among the companions of the employer's agreements.
    public func companion(name: String, employer: String) throws -> String? {
        let subjects = try session.connection.query(
            """
            SELECT DISTINCT companion FROM agreement WHERE register = ? AND companion IS NOT NULL
                AND root = (SELECT root FROM employer WHERE register = ? AND neq = ?) ORDER BY companion
            """, [.integer(session.register.number), .integer(session.register.number), .text(employer)]
        ) { $0.string(0) }
        return try first(of: subjects, named: name)
    }

    public func open(of apprentice: String, standard: String) throws -> String? {
        try agreements.open(of: apprentice, standard: standard)?.id.text
    }

    public func values(of subject: String) throws -> [String: String] { try session.values(of: subject) }

    public func open(_ subject: String, values: [String: String], salts: [String: [UInt8]]) throws {
        try session.openSubject(subject, values: values, salts: salts)
    }

    public func write(_ record: any Record) throws { try session.append(record) }
}
