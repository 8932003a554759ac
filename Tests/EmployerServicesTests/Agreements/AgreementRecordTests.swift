import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

@Suite("Agreements in the register")
struct AgreementRecordTests {
    @Test func aLifeFromDraftToCertificate() throws {
        let book = try AgreementBook()
        let id = try book.sign(as: "agent06", AgreementBook.order())
        #expect(id.text == "AGR-2026-000001")
        let head = { (text: String) in AgreementHead(id, on: try day(text)) }
        let companion = try #require(try book.file(id).state.companion)
        try book.write(as: "coord") { session in
            try session.append(AgreementStarted(head("2026-05-04")))
            for module in ["M1", "M2", "M3"] {
                try session.append(AgreementLearnt(head("2026-06-01"), module: module, companion: companion))
            }
        }
        try book.write(as: "agent06") { session in
            try session.append(AgreementChecked(head("2026-06-02"), modules: ["M3", "M1"]))
            try session.append(AgreementSuspended(head("2026-06-03"), reason: "arrêt"))
            try session.append(AgreementChecked(head("2026-06-04"), modules: ["M2"]))
            try session.append(AgreementResumed(head("2026-06-10"), ends: day("2027-06-01")))
            try session.append(AgreementCompleted(head("2026-06-11"), certificate: "CQP-1"))
        }
        let file = try book.file(id)
        #expect(file.state.stage == .completed)
        #expect(file.state.checked == ["M1", "M2", "M3"])
        #expect(try file.state.signed == day("2026-05-03"))
        #expect((file.signedOffice, file.signedRegion, file.committee) == ("R06", "06", "metal"))
        #expect(try book.read { try Agreements($0).steps(of: id) }.count == 11)
        try book.expectSound()
    }

    @Test func numbersFollowWithoutAGapInTheYearOfTheDraft() throws {
        let book = try AgreementBook()
        let first = try book.sign(AgreementBook.order())
        let second = try book.sign(AgreementBook.order("Ana Roy", born: "2003-01-01"))
        #expect([first.text, second.text] == ["AGR-2026-000001", "AGR-2026-000002"])
        let code = try book.refused { session in
            let subject = try book.open(session, "Zoé")
            let head = AgreementHead(try AgreementID(parsing: "AGR-2026-000004"), on: try day("2026-05-05"))
            try session.append(
                AgreementDrafted(
                    head, AgreementOpening(apprentice: subject, employer: AgreementBook.mill, office: "R06", standard: "usinage")))
        }
        #expect(code == "E-AGR-003")
        #expect(try book.refused { try $0.append(AgreementStarted(AgreementHead(AgreementID(parsing: "AGR-2026-000009"), on: day("2026-05-05")))) } == "E-AGR-001")
    }

    @Test func oneOpenAgreementOfAStandardForAPerson() throws {
        let book = try AgreementBook()
        let id = try book.sign(AgreementBook.order())
        // The same name and birth date, accents and case aside, is the same person.
        let again = try AgreementBook.order("LEA COTE")
        #expect(try book.refused { try BookDesk($0).write(again, drawing: book.drawing) } == "E-AGR-025")
        // Another standard, another birth date: another agreement; the same subject for the same person.
        let other = try book.sign(AgreementBook.order(standard: "cuisine"))
        #expect(try book.file(other).state.apprentice == book.file(id).state.apprentice)
        let twin = try book.sign(AgreementBook.order(born: "2004-05-13"))
        #expect(try book.file(twin).state.apprentice != book.file(id).state.apprentice)
        // The subject itself is refused by every verifier.
        let apprentice = try book.file(id).state.apprentice
        let code = try book.refused { session in
            let head = AgreementHead(try Agreements(session).nextID(on: day("2026-05-05")), on: try day("2026-05-05"))
            try session.append(
                AgreementDrafted(
                    head,
                    AgreementOpening(apprentice: apprentice, employer: AgreementBook.mill, office: "R06", standard: "usinage")))
        }
        #expect(code == "E-AGR-005")
        try book.write { try $0.append(AgreementEnded(AgreementHead(id, on: day("2026-05-05")), cause: .other, reason: "fin")) }
        #expect(try book.refused { try BookDesk($0).write(again, drawing: book.drawing) } == nil)
        try book.expectSound()
    }

    @Test func whatTheSubjectsHoldIsCheckedByTheWriter() throws {
        let book = try AgreementBook()
        for (born, code) in [("2011-01-01", "E-AGR-023"), (nil, "E-AGR-024")] as [(String?, String)] {
            let order = try AgreementBook.order(born: born)
            #expect(try book.refused { try BookDesk($0).write(order, drawing: book.drawing) } == code)
        }
        let alone = try AgreementBook.order(companion: nil)
        #expect(try book.refused { try BookDesk($0).write(alone, drawing: book.drawing) } == "E-AGR-027")
        let long = String(repeating: "x", count: 1001)
        let id = try book.sign(AgreementBook.order())
        let head = AgreementHead(id, on: try day("2026-05-05"))
        #expect(try book.refused { try $0.append(AgreementAnnulled(head, reason: long)) } == "E-AGR-026")
    }

    @Test func whatItNamesIsKnownAndOpen() throws {
        let book = try AgreementBook()
        func code(_ change: (inout AgreementOrder) -> Void) throws -> String? {
            var order = try AgreementBook.order()
            change(&order)
            return try book.refused { try BookDesk($0).write(order, drawing: book.drawing) }
        }
        #expect(try code { $0.office = "R66" } == "E-LST-001")
        #expect(try code { $0.standard = "usinages" } == "E-LST-008")
        #expect(try code { $0.employer = "1140000099" } == "E-EMP-002")
        #expect(try code { $0.establishment = 3 } == "E-EMP-011")
        #expect(try code { $0.apprentice = .subject(String(repeating: "0", count: 32)) } == "E-AGR-024")
        #expect(try code { $0.companion = .subject(String(repeating: "0", count: 32)) } == "E-LST-021")
        try book.write { try $0.append(OfficeSet(office: "R06", region: .montreal, name: "Fermé", isClosed: true)) }
        #expect(try code { _ in } == "E-LST-002")
        try book.write { try $0.append(EmployerClosed(NEQ(parsing: AgreementBook.forge), reason: "fin", on: day("2026-05-04"))) }
        #expect(try code { ($0.employer, $0.office) = (AgreementBook.forge, "R12") } == "E-EMP-006")
    }

    @Test func theBookletFollowsAndMergersAreRespected() throws {
        let book = try AgreementBook()
        let id = try book.sign(AgreementBook.order())
        var change = AgreementChange()
        (change.employer, change.office) = (AgreementBook.forge, "R12")
        let moved = change
        try book.write { try $0.append(AgreementChanged(AgreementHead(id, on: day("2026-06-01")), moved)) }
        var file = try book.file(id)
        #expect((file.state.employer, file.root, file.region) == (AgreementBook.forge, AgreementBook.forge, "12"))
        // It counts where it was signed.
        #expect((file.signedOffice, file.signedRegion) == ("R06", "06"))
        try book.write {
            try $0.append(
                EmployerMerged(
                    NEQ(parsing: AgreementBook.forge), into: NEQ(parsing: AgreementBook.inn), reason: "fusion",
                    on: day("2026-06-02")))
        }
        file = try book.file(id)
        #expect((file.state.employer, file.root) == (AgreementBook.forge, AgreementBook.inn))
        var filter = AgreementFilter()
        filter.employer = AgreementBook.forge
        #expect(try book.read { try Agreements($0).list(filter) }.map(\.id) == [id])
        let later = try book.sign(AgreementBook.order("Ana", born: "2003-01-01", at: AgreementBook.forge, office: "R12"))
        #expect(try book.file(later).root == AgreementBook.inn)
        try book.expectSound()
    }

    @Test func aStandardSetAnewDoesNotChangeWhatWasDrafted() throws {
        let book = try AgreementBook()
        let id = try book.sign(AgreementBook.order())
        try book.write {
            try $0.append(
                StandardSet(standard: "usinage", name: "Usinage II", committee: "tourisme", modules: [.init(module: "X1", name: "X")]))
        }
        let file = try book.file(id)
        #expect(file.state.modules == ["M1", "M2", "M3"])
        #expect(file.committee == "metal")
        try book.write(as: "coord") { try $0.append(AgreementStarted(AgreementHead(id, on: day("2026-05-05")))) }
        let next = try book.sign(AgreementBook.order("Ana", born: "2003-01-01"))
        #expect(try book.file(next).state.modules == ["X1"])
        try book.expectSound()
    }

    @Test func erasingTheApprenticeLeavesTheAgreementWhole() throws {
        let book = try AgreementBook()
        let id = try book.sign(AgreementBook.order())
        let apprentice = try book.file(id).state.apprentice
        try book.write { try $0.append(SubjectErased(subject: apprentice, reason: "demande")) }
        #expect(try book.read { try Agreements($0).name(of: apprentice) } == nil)
        #expect(try book.read { try BookDesk($0).subject(name: "Léa Côté", born: "2004-05-12") } == nil)
        try book.write { try $0.append(AgreementStarted(AgreementHead(id, on: day("2026-05-05")))) }
        // The register does not know the person any more: nothing keeps a second agreement from being signed.
        #expect(try book.sign(AgreementBook.order()).number == 2)
        try book.expectSound()
    }
}
