import ReferenceData

/// What a record of an agreement does, whatever its form. FORMAT.md, section 20.4.
public enum AgreementAct: Sendable, Equatable {
    case drafted(AgreementOpening)
    case signed(AgreementTerms)
    case started
    /// A module, as the companion says.
    case learnt(String, companion: String)
    /// Modules that the service's agent checked.
    case checked([String])
    case changed(AgreementChange)
    case suspended
    case resumed(ends: CalendarDate)
    case completed, recognised, ended, annulled

    public var move: AgreementMove {
        switch self {
        case .drafted: .drafted
        case .signed: .signed
        case .started: .started
        case .learnt: .learnt
        case .checked: .checked
        case .changed: .changed
        case .suspended: .suspended
        case .resumed: .resumed
        case .completed: .completed
        case .recognised: .recognised
        case .ended: .ended
        case .annulled: .annulled
        }
    }
}

/// What a draft says: who learns what, where.
public struct AgreementOpening: Sendable, Equatable {
    /// A subject.
    public let apprentice: String
    /// A subject.
    public let companion: String?
    /// NEQ, as written.
    public let employer: String
    /// Its number at the employer.
    public let establishment: Int64?
    public let office: String
    public let standard: String

    public init(
        apprentice: String, companion: String? = nil, employer: String, establishment: Int64? = nil, office: String,
        standard: String
    ) {
        self.apprentice = apprentice
        self.companion = companion
        self.employer = employer
        self.establishment = establishment
        self.office = office
        self.standard = standard
    }
}

/// What the parties sign: each on a day of its own, for how long, how many hours a week.
public struct AgreementTerms: Sendable, Equatable {
    public let apprenticeSigned: CalendarDate
    public let employerSigned: CalendarDate
    public let serviceSigned: CalendarDate
    public let begins: CalendarDate
    public let ends: CalendarDate
    /// A subject.
    public let companion: String
    /// A week: 21 to 60 (DOMAIN).
    public let hours: Int64

    /// Hours a week.
    public static let hours: ClosedRange<Int64> = 21...60
    /// Months: the least and the most between `begins` and `ends` (DOMAIN).
    public static let months = 3...36

    public init(
        apprenticeSigned: CalendarDate, employerSigned: CalendarDate, serviceSigned: CalendarDate, begins: CalendarDate,
        ends: CalendarDate, companion: String, hours: Int64
    ) {
        self.apprenticeSigned = apprenticeSigned
        self.employerSigned = employerSigned
        self.serviceSigned = serviceSigned
        self.begins = begins
        self.ends = ends
        self.companion = companion
        self.hours = hours
    }

    /// The day that the agreement counts by.
    public var signed: CalendarDate { max(apprenticeSigned, employerSigned, serviceSigned) }

    /// The signatures by the names of their members.
    var signatures: [(part: String, day: CalendarDate)] {
        [
            ("apprentice_signed", apprenticeSigned), ("employer_signed", employerSigned), ("service_signed", serviceSigned),
        ]
    }
}

/// What changes of an agreement; nil keeps it. A new employer without an establishment has none.
public struct AgreementChange: Sendable, Equatable {
    public var companion: String?
    public var employer: String?
    public var ends: CalendarDate?
    public var establishment: Int64?
    public var hours: Int64?
    public var office: String?

    public init() {}

    public var isEmpty: Bool { self == AgreementChange() }
}
