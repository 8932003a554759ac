import AuditTrail
import ReferenceData

/// A person as a command names one: a subject that the register has, or a name that a subject is opened for.
public enum TypedPerson: Sendable, Equatable {
    case subject(String)
    /// `born`: `YYYY-MM-DD`, of an apprentice or a participant.
    case named(String, born: String?)

    var fields: [String: String] {
        guard case .named(let name, let born) = self else { return [:] }
        return born.map { [ApprenticeAge.name: name, ApprenticeAge.born: $0] } ?? [ApprenticeAge.name: name]
    }
}

/// Draws a subject's id and a salt of 32 bytes for each of its fields.
public typealias SubjectDrawing = (_ fields: [String]) -> (subject: String, salts: [String: [UInt8]])

/// What is typed of an agreement to be drafted, and signed where `terms` stand.
public struct AgreementOrder: Sendable, Equatable {
    public var apprentice: TypedPerson
    public var companion: TypedPerson?
    public var employer: String
    public var establishment: Int64?
    public var office: String
    public var standard: String
    public var terms: Terms?
    public var date: CalendarDate
    public var documents: [String] = []
    /// The day of the draft where it is known apart from the signatures, as of an agreement that was kept elsewhere.
    public var drafted: CalendarDate?
    /// Where an import takes it from.
    public var intake: IntakeMark?

    /// What the parties sign, but the companion.
    public struct Terms: Sendable, Equatable {
        public var apprenticeSigned: CalendarDate
        public var employerSigned: CalendarDate
        public var serviceSigned: CalendarDate
        public var begins: CalendarDate
        public var ends: CalendarDate
        public var hours: Int64

        public init(
            apprenticeSigned: CalendarDate, employerSigned: CalendarDate, serviceSigned: CalendarDate, begins: CalendarDate,
            ends: CalendarDate, hours: Int64
        ) {
            self.apprenticeSigned = apprenticeSigned
            self.employerSigned = employerSigned
            self.serviceSigned = serviceSigned
            self.begins = begins
            self.ends = ends
            self.hours = hours
        }

        func with(companion: String) -> AgreementTerms {
            AgreementTerms(
                apprenticeSigned: apprenticeSigned, employerSigned: employerSigned, serviceSigned: serviceSigned,
                begins: begins, ends: ends, companion: companion, hours: hours)
        }

        /// The day that the agreement counts by.
        public var signed: CalendarDate { max(apprenticeSigned, employerSigned, serviceSigned) }
        /// The first of the signatures: a draft made by the same command is of that day.
        public var first: CalendarDate { min(apprenticeSigned, employerSigned, serviceSigned) }
    }

    public init(
        apprentice: TypedPerson, companion: TypedPerson?, employer: String, establishment: Int64? = nil, office: String,
        standard: String, terms: Terms?, date: CalendarDate, documents: [String] = []
    ) {
        self.apprentice = apprentice
        self.companion = companion
        self.employer = employer
        self.establishment = establishment
        self.office = office
        self.standard = standard
        self.terms = terms
        self.date = date
        self.documents = documents
    }

    /// The day of the draft: the first of the signatures where it is signed at once, so that each may be before `date`.
    public var draftDate: CalendarDate { drafted ?? terms.map { min($0.first, date) } ?? date }
}

extension AgreementDesk {
    /// Drafts, and signs where the order has terms. What a row of a group can be at fault for is refused before anything of
    /// it is written. Refuses: E-AGR codes.
    @discardableResult
    public func write(_ order: AgreementOrder, drawing: SubjectDrawing) throws -> AgreementID {
        beginEntry()
        let id = try nextAgreement(on: order.draftDate)
        let known = try subject(of: order.apprentice)
        let companion = try order.companion.flatMap { try subject(ofCompanion: $0, employer: order.employer) }
        try rehearse(order, as: id, apprentice: known, companion: companion)
        let apprentice = try known ?? open(order.apprentice, drawing)
        let companionSubject = try companion ?? order.companion.map { try open($0, drawing) }
        let opening = AgreementOpening(
            apprentice: apprentice, companion: companionSubject, employer: order.employer,
            establishment: order.establishment, office: order.office, standard: order.standard)
        let documents = order.terms == nil ? order.documents : []
        try write(AgreementDrafted(AgreementHead(id, on: order.draftDate, documents: documents), opening, intake: order.intake))
        if let terms = order.terms, let companionSubject {
            let head = AgreementHead(id, on: order.date, documents: order.documents)
            try write(AgreementSigned(head, terms.with(companion: companionSubject)))
        }
        return id
    }

    /// Signs a draft. `companion`: nil for the one that the draft names. Refuses: E-AGR codes.
    public func sign(
        _ id: AgreementID, _ terms: AgreementOrder.Terms, companion: TypedPerson?, on date: CalendarDate, documents: [String],
        drawing: SubjectDrawing
    ) throws {
        let state = try state(of: id)
        let person = try companion ?? self.companion(of: id).map { .subject($0) }
        guard let person else {
            throw AgreementError(.companionMissing, ["agreement": SlipID.own(id.text)])
        }
        let known = try subject(ofCompanion: person, employer: state?.employer ?? "")
        if var state {
            try state.take(.signed(terms.with(companion: known ?? "")), on: date)
            try requireAge(values(of: state.apprentice)[ApprenticeAge.born], terms, id)
        }
        let subject = try known ?? open(person, drawing)
        try write(AgreementSigned(AgreementHead(id, on: date, documents: documents), terms.with(companion: subject)))
    }

    /// The first of these subjects that bears a name, accents and case forgiven; nil where none does, or all are erased.
    func first(of subjects: some Sequence<String>, named name: String) throws -> String? {
        let folded = FoldedText.fold(name)
        return try subjects.first { try values(of: $0)[ApprenticeAge.name].map { FoldedText.fold($0) == folded } ?? false }
    }

    /// Opens a subject for a person who is typed by name, and gives it.
    public func open(_ person: TypedPerson, _ drawing: SubjectDrawing) throws -> String {
        if case .subject(let subject) = person { return subject }
        let fields = person.fields
        let drawn = drawing(fields.keys.sorted())
        try open(drawn.subject, values: fields, salts: drawn.salts)
        return drawn.subject
    }

    /// The subject of a person who is known already; nil where one is to be opened.
    public func subject(of person: TypedPerson) throws -> String? {
        switch person {
        case .subject(let subject): subject
        case .named(let name, let born?): try subject(name: name, born: born)
        case .named: nil
        }
    }

    /// The subject of a companion who is known already: one of the employer's of that name.
    public func subject(ofCompanion person: TypedPerson, employer: String) throws -> String? {
        guard case .named(let name, nil) = person else { return try subject(of: person) }
        return try companion(name: name, employer: employer)
    }

    private func rehearse(_ order: AgreementOrder, as id: AgreementID, apprentice: String?, companion: String?) throws {
        let standard = try standard(order.standard)
        _ = try office(order.office)
        if let apprentice, let open = try open(of: apprentice, standard: order.standard) {
            throw AgreementError(.samePerson, ["agreement": open, "standard": order.standard])
        }
        let opening = AgreementOpening(
            apprentice: apprentice ?? "apprentice", companion: companion ?? "companion", employer: order.employer,
            office: order.office, standard: order.standard)
        guard opening.apprentice != opening.companion else {
            throw AgreementError(.ownCompanion, ["agreement": SlipID.own(id.text)])
        }
        guard let terms = order.terms else { return }
        guard order.companion != nil else { throw AgreementError(.companionMissing, ["agreement": SlipID.own(id.text)]) }
        var state = AgreementState(
            SlipID.own(id.text), opening, modules: standard.modules.map(\.code), on: order.draftDate)
        try state.take(.signed(terms.with(companion: opening.companion ?? "")), on: order.date)
        var born = order.apprentice.fields[ApprenticeAge.born]
        if born == nil, let apprentice { born = try values(of: apprentice)[ApprenticeAge.born] }
        try requireAge(born, terms, id)
    }

    private func requireAge(_ born: String?, _ terms: AgreementOrder.Terms, _ id: AgreementID) throws {
        try ApprenticeAge.check(born: born, signed: terms.signed, agreement: SlipID.own(id.text))
    }
}
