import ReferenceData

/// Where an act belongs: the office that it names, that office's region, and the whole.
public struct ActPlace: Sendable, Hashable {
    public let office: String
    public let region: String

    public init(office: String, region: String) {
        self.office = office
        self.region = region
    }

    /// The three levels, in their order. Refuses: E-REF-046, E-REF-047.
    func levels() throws -> [Level] {
        [.national, .office(try LocalCentreCode(parsing: office)), .region(try Region(parsing: region))]
    }
}

/// An intervention that counts: not annulled, its employer after mergers.
public struct InterventionAct: Sendable, Equatable {
    public let id: InterventionID
    public let root: String
    public let measure: String
    public let place: ActPlace
    public let begins: CalendarDate
    public let ends: CalendarDate?

    public init(
        id: InterventionID, root: String, measure: String, place: ActPlace, begins: CalendarDate, ends: CalendarDate?
    ) {
        self.id = id
        self.root = root
        self.measure = measure
        self.place = place
        self.begins = begins
        self.ends = ends
    }
}

/// An agreement that counts: signed and not annulled, by the latest of its signatures.
public struct SignedAgreement: Sendable, Equatable {
    public let id: AgreementID
    public let root: String
    public let apprentice: String
    public let place: ActPlace
    public let signed: CalendarDate

    public init(id: AgreementID, root: String, apprentice: String, place: ActPlace, signed: CalendarDate) {
        self.id = id
        self.root = root
        self.apprentice = apprentice
        self.place = place
        self.signed = signed
    }
}

/// A participation that counts: not annulled.
public struct ParticipationAct: Sendable, Equatable {
    public let id: ParticipationID
    public let participant: String
    public let programme: String
    public let place: ActPlace
    public let date: CalendarDate

    public init(
        id: ParticipationID, participant: String, programme: String, place: ActPlace, date: CalendarDate
    ) {
        self.id = id
        self.participant = participant
        self.programme = programme
        self.place = place
        self.date = date
    }
}

/// One that a figure counts: what `--list` shows.
public struct CountedAct: Sendable, Equatable {
    /// The NEQ of a firm, or the subject of a participant; nil where acts themselves are counted.
    public let subject: String?
    /// The act that makes it count: the first one of the year, at this level.
    public let act: String
    public let day: CalendarDate
    public let place: ActPlace
    /// The firm of the act, after mergers; nil where it has none.
    public let employer: String?
    /// Its measure or programme; nil for an agreement.
    public let measure: String?
    /// The levels at which it counts.
    public let levels: [Level]
}
