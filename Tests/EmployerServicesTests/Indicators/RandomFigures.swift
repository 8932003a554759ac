import AuditTrail
import ReferenceData

@testable import EmployerServices

/// A seeded history of firms, interventions, agreements and participations over three fiscal years: late entries, acts that
/// overlap, moves between offices, mergers, annulments. Told to a book and to the naive figures alike.
struct RandomFigures {
    var dice: Dice
    var naive = NaiveFigures()
    private var employers: [String] = []
    private var subjects: [String] = []
    private var interventions: [InterventionID] = []
    private var agreements: [AgreementID] = []
    private var participations: [ParticipationID] = []
    /// Agreements that may still be signed or changed: the place among the naive ones, and the day of the last step.
    private var drafts: [Int: CalendarDate] = [:]
    private var open: Set<String> = []

    init(_ seed: UInt64) { dice = Dice(seed) }

    /// Eight firms, eight subjects.
    mutating func begin(_ session: RegisterSession) throws {
        for number in 1...8 {
            let neq = "114000\(1000 + number)"
            let details = EmployerDetails(
                form: .corporation, name: "Firme \(number)", region: .montreal, scian: try SCIAN(parsing: "3327"))
            try session.append(EmployerAdded(NEQ(parsing: neq), details, on: theDay("2022-04-01")))
            employers.append(neq)
            let subject = String(SHA256.hash(Array("subject \(number)".utf8)).hex.prefix(32))
            try session.openSubject(
                subject, values: ["name": "Personne \(number)"], salts: ["name": SHA256.hash([UInt8(number)]).bytes])
            subjects.append(subject)
        }
    }

    /// A day of April 2023 … March 2026, some years more often than others.
    private mutating func anyDay() throws -> CalendarDate {
        try theDay("2023-04-01").adding(days: dice.number(0...1095))
    }

    private mutating func office() -> String { dice.pick(FiguresBook.offices).0 }

    mutating func step(_ session: RegisterSession) throws {
        switch dice.number(1...20) {
        case 1...8: try startIntervention(session)
        case 9...10: try endIntervention(session)
        case 11: try annulIntervention(session)
        case 12...13: try draft(session)
        case 14...15: try sign(session)
        case 16: try move(session)
        case 17: try annulAgreement(session)
        case 18...19: try participate(session)
        default: if dice.chance(1, in: 2) { try annulParticipation(session) } else { try merge(session) }
        }
    }

    private mutating func startIntervention(_ session: RegisterSession) throws {
        let begins = try anyDay(), employer = dice.pick(employers), office = office()
        let measure = dice.pick(FiguresBook.measures)
        let ends = dice.chance(1, in: 2) ? try begins.adding(days: dice.number(0...500)) : nil
        let id = try ServicesReader(session).nextID(InterventionID.self, in: "intervention", year: FiscalYear(of: begins))
        try session.append(
            InterventionStarted(
                id, employer: NEQ(parsing: employer), measure: measure, office: office, begins: begins, ends: ends,
                result: ends.map { _ in .achieved }))
        interventions.append(id)
        naive.interventions.append(
            .init(employer: employer, measure: measure, office: office, begins: begins, ends: ends))
    }

    private mutating func endIntervention(_ session: RegisterSession) throws {
        guard let place = pick(naive.interventions.indices.filter { naive.interventions[$0].ends == nil && !naive.interventions[$0].isAnnulled })
        else { return }
        let ends = try naive.interventions[place].begins.adding(days: dice.number(0...500))
        try session.append(InterventionEnded(interventions[place], .partlyAchieved, on: ends))
        naive.interventions[place].ends = ends
    }

    private mutating func annulIntervention(_ session: RegisterSession) throws {
        guard let place = pick(naive.interventions.indices.filter { !naive.interventions[$0].isAnnulled }) else { return }
        try session.append(InterventionAnnulled(interventions[place], reason: "essai", on: theDay("2026-04-01")))
        naive.interventions[place].isAnnulled = true
    }

    private mutating func draft(_ session: RegisterSession) throws {
        let apprentice = dice.pick(subjects), standard = dice.pick(FiguresBook.standards), drafted = try anyDay()
        guard open.insert("\(apprentice) \(standard)").inserted else { return }
        let office = office(), employer = dice.pick(employers)
        let id = try Agreements(session).nextID(on: drafted)
        try session.append(
            AgreementDrafted(
                AgreementHead(id, on: drafted),
                AgreementOpening(apprentice: apprentice, employer: employer, office: office, standard: standard)))
        drafts[naive.agreements.count] = drafted
        agreements.append(id)
        naive.agreements.append(.init(apprentice: apprentice, office: office))
    }

    private mutating func sign(_ session: RegisterSession) throws {
        guard let place = pick(naive.agreements.indices.filter { naive.agreements[$0].signed == nil && !naive.agreements[$0].isAnnulled })
        else { return }
        let from = drafts[place] ?? .earliest
        let days = try (0..<3).map { _ in try from.adding(days: dice.number(0...60)) }
        let last = days.max() ?? from
        let companion = subjects.first { $0 != naive.agreements[place].apprentice } ?? ""
        try session.append(
            AgreementSigned(
                AgreementHead(agreements[place], on: last),
                AgreementTerms(
                    apprenticeSigned: days[0], employerSigned: days[1], serviceSigned: days[2], begins: last,
                    ends: last.later(months: 12), companion: companion, hours: 35)))
        drafts[place] = last
        naive.agreements[place].signed = last
        naive.agreements[place].signedOffice = naive.agreements[place].office
    }

    /// To another firm and office, before the signatures or after.
    private mutating func move(_ session: RegisterSession) throws {
        guard let place = pick(naive.agreements.indices.filter { !naive.agreements[$0].isAnnulled }) else { return }
        let date = try (drafts[place] ?? .earliest).adding(days: dice.number(0...20))
        var change = AgreementChange()
        change.employer = dice.pick(employers)
        change.office = office()
        try session.append(AgreementChanged(AgreementHead(agreements[place], on: date), change))
        drafts[place] = date
        naive.agreements[place].office = change.office ?? ""
    }

    private mutating func annulAgreement(_ session: RegisterSession) throws {
        guard let place = pick(naive.agreements.indices.filter { !naive.agreements[$0].isAnnulled }) else { return }
        try session.append(
            AgreementAnnulled(AgreementHead(agreements[place], on: drafts[place] ?? .latest), reason: "essai"))
        naive.agreements[place].isAnnulled = true
    }

    private mutating func participate(_ session: RegisterSession) throws {
        let date = try anyDay(), participant = dice.pick(subjects), programme = dice.pick(FiguresBook.programmes)
        let office = office()
        let id = try Participations(session).nextID(on: date)
        try session.append(
            ParticipationStarted(
                id, on: date, employer: nil, office: office, participant: participant, programme: programme))
        participations.append(id)
        naive.participations.append(
            .init(participant: participant, programme: programme, office: office, date: date))
    }

    private mutating func annulParticipation(_ session: RegisterSession) throws {
        guard let place = pick(naive.participations.indices.filter { !naive.participations[$0].isAnnulled }) else { return }
        try session.append(
            ParticipationAnnulled(
                participations[place], on: naive.participations[place].date.adding(days: 1), reason: "essai"))
        naive.participations[place].isAnnulled = true
    }

    private mutating func merge(_ session: RegisterSession) throws {
        let standing = employers.filter { naive.mergers[$0] == nil }
        guard standing.count > 4 else { return }
        let one = dice.pick(standing)
        let other = dice.pick(standing.filter { $0 != one })
        try session.append(
            EmployerMerged(NEQ(parsing: one), into: NEQ(parsing: other), reason: "essai", on: theDay("2026-04-01")))
        naive.mergers[one] = other
    }

    private mutating func pick(_ places: [Int]) -> Int? { places.isEmpty ? nil : dice.pick(places) }
}
