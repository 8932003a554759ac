import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

@Suite("Participations in strategies and regulated programmes")
struct ParticipationTests {
    private func start(
        _ book: AgreementBook, as person: String = "anne", programme: String = "strategie", office: String = "R06",
        employer: String? = AgreementBook.mill, on date: String = "2026-05-05", id: String? = nil
    ) throws -> ParticipationID {
        try book.write(as: person) { session in
            let participations = Participations(session)
            let next = try id.map { try ParticipationID(parsing: $0) } ?? participations.nextID(on: day(date))
            let subject = try book.open(session, "Zoé")
            try session.append(
                ParticipationStarted(
                    next, on: day(date), employer: employer, office: office, participant: subject, programme: programme))
            return next
        }
    }


    @Test func theyStartEndAndAreAnnulled() throws {
        let book = try AgreementBook()
        let id = try start(book)
        #expect(id.text == "PAR-2026-000001")
        try book.write { try $0.append(ParticipationEnded(id, on: day("2026-06-01"), result: .partlyAchieved)) }
        var row = try book.read { try Participations($0).participation(id) }
        #expect((row.state, row.result, row.root) == ("ended", .partlyAchieved, AgreementBook.mill))
        try book.write { try $0.append(ParticipationAnnulled(id, on: day("2026-06-02"), reason: "erreur")) }
        row = try book.read { try Participations($0).participation(id) }
        #expect(row.state == "annulled")
        #expect(try start(book, employer: nil).number == 2)
        #expect(try book.read { try Participations($0).list(programme: "strategie") }.count == 2)
        try book.expectSound()
    }

    @Test func whatIsRefused() throws {
        let book = try AgreementBook()
        func code(_ body: (RegisterSession) throws -> Void) throws -> String? { try book.refused(body) }
        let id = try start(book)
        #expect(try code { try $0.append(ParticipationEnded(ParticipationID(parsing: "PAR-2026-000009"), on: day("2026-06-01"), result: .achieved)) } == "E-PAR-001")
        #expect(try code { try $0.append(ParticipationEnded(id, on: day("2026-05-04"), result: .achieved)) } == "E-PAR-005")
        #expect(try code { try $0.append(ParticipationAnnulled(id, on: day("2026-05-04"), reason: "")) } == "E-PAR-006")
        try book.write { try $0.append(ParticipationEnded(id, on: day("2026-05-05"), result: .achieved)) }
        #expect(try code { try $0.append(ParticipationEnded(id, on: day("2026-06-01"), result: .achieved)) } == "E-PAR-003")
        try book.write { try $0.append(ParticipationAnnulled(id, on: day("2026-06-01"), reason: "erreur")) }
        #expect(try code { try $0.append(ParticipationAnnulled(id, on: day("2026-06-01"), reason: "erreur")) } == "E-PAR-004")
        #expect(try code { try $0.append(ParticipationEnded(id, on: day("2026-06-01"), result: .achieved)) } == "E-PAR-004")
        #expect(try code { session in
            let subject = try book.open(session, "Zoé")
            try session.append(
                ParticipationStarted(
                    ParticipationID(parsing: "PAR-2026-000003"), on: day("2026-05-05"), employer: nil, office: "R06",
                    participant: subject, programme: "strategie"))
        } == "E-PAR-002")
    }

    @Test(arguments: [
        ("agent06", "strategie", String?.none), ("agent12", "strategie", "E-SCP-001"), ("coord", "strategie", nil),
        ("hotelier", "strategie", "E-SCP-001"), ("coord", "reglemente", "E-SCP-001"), ("agent06", "reglemente", nil),
    ])
    func theRegionOrTheProgrammesCommittee(_ person: String, _ programme: String, _ expected: String?) throws {
        let book = try AgreementBook()
        let code = try book.refused(as: person) { session in
            let subject = try book.open(session, "Zoé")
            try session.append(
                ParticipationStarted(
                    Participations(session).nextID(on: day("2026-05-05")), on: day("2026-05-05"), employer: nil,
                    office: "R06", participant: subject, programme: programme))
        }
        #expect(code == expected)
    }
}
