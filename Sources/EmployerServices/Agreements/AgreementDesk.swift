import AuditTrail
import ReferenceData

/// Where a command of agreements writes: into the register, or into a slip that is being made away from it.
public protocol AgreementDesk: AnyObject {
    /// The id that the next draft gets.
    func nextAgreement(on date: CalendarDate) throws -> AgreementID
    /// The id that the next participation gets.
    func nextParticipation(on date: CalendarDate) throws -> ParticipationID
    /// An agreement as it stands; nil where the desk cannot know it: one of the register, in a slip.
    func state(of agreement: AgreementID) throws -> AgreementState?
    /// The companion in force; nil where there is none yet. Refuses an agreement that is not known.
    func companion(of agreement: AgreementID) throws -> String?
    /// What is written from here on belongs together: a slip that is being made can take it out again.
    func beginEntry()
    /// A standard as it stands. Refuses one that is not known.
    func standard(_ code: String) throws -> StandardSummary
    /// An office that is not closed. Refuses one that is not known.
    func office(_ code: String) throws -> OfficeSummary
    /// A subject that is known to be the same person: the same name and birth date.
    func subject(name: String, born: String) throws -> String?
    /// The subject of a companion of that name at an employer.
    func companion(name: String, employer: String) throws -> String?
    /// The open agreement of an apprentice and a standard.
    func open(of apprentice: String, standard: String) throws -> String?
    /// What is kept of a subject; empty where nothing is.
    func values(of subject: String) throws -> [String: String]
    /// Opens a subject with its commitments. `salts`: 32 random bytes for each field.
    func open(_ subject: String, values: [String: String], salts: [String: [UInt8]]) throws
    /// Judges a record and writes it.
    func write(_ record: any Record) throws
}

/// A standard, as far as agreements need it.
public struct StandardSummary: Sendable, Equatable {
    public let code: String
    public let name: String
    public let committee: String?
    public let modules: [Module]

    public struct Module: Sendable, Equatable {
        public let code: String
        public let name: String

        public init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    public init(code: String, name: String, committee: String?, modules: [Module]) {
        self.code = code
        self.name = name
        self.committee = committee
        self.modules = modules
    }
}

/// An office, as far as agreements need it.
public struct OfficeSummary: Sendable, Equatable {
    public let code: String
    public let name: String
    public let region: String
    public let isClosed: Bool

    public init(code: String, name: String, region: String, isClosed: Bool) {
        self.code = code
        self.name = name
        self.region = region
        self.isClosed = isClosed
    }
}
