import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

/// The life of an intervention, cell by cell. FORMAT.md, section 20.3.
@Suite struct InterventionLifeTests {
    private static let firm = "1140000001"
    private static func id(_ number: Int64) throws -> InterventionID {
        try InterventionID(year: FiscalYear(startYear: 2026), number: number)
    }

    /// Under way, ended, annulled, ended then annulled; the fifth is unknown.
    private static func book() throws -> ServicesBook {
        let book = try ServicesBook()
        try book.add(firm)
        for _ in 1...4 { try book.start(firm) }
        for number: Int64 in [2, 4] {
            try book.append(InterventionEnded(id(number), .achieved, on: ServicesBook.date("2026-05-20")))
        }
        for number: Int64 in [3, 4] {
            try book.append(InterventionAnnulled(id(number), reason: "erreur", on: ServicesBook.date("2026-05-21")))
        }
        return book
    }

    @Test func everyStepInEveryState() throws {
        let book = try Self.book()
        let day = ServicesBook.date("2026-06-01")
        let ended: [String?] = [nil, "E-ITV-005", "E-ITV-006", "E-ITV-006", "E-ITV-001"]
        let annulled: [String?] = [nil, nil, "E-ITV-006", "E-ITV-006", "E-ITV-001"]
        for number: Int64 in 1...5 {
            let id = try Self.id(number)
            #expect(book.refusal(of: InterventionEnded(id, .abandoned, on: day)) == ended[Int(number) - 1])
            #expect(book.refusal(of: InterventionAnnulled(id, reason: "x", on: day)) == annulled[Int(number) - 1])
        }
        try book.read { (services: ServicesReader) throws -> Void in
            let states = try (1...4).map { try services.intervention(Self.id(Int64($0))) }
            #expect(states.map { $0.ends != nil } == [false, true, false, true])
            #expect(states.map { $0.annulled != nil } == [false, false, true, true])
        }
        #expect(try book.check() == [])
    }

    @Test func whatAnInterventionNamesIsKnownAndOpen() throws {
        let book = try Self.book()
        let neq = ServicesBook.neq(Self.firm), day = ServicesBook.date("2026-05-01")
        try book.append(EstablishmentSet(neq, number: 1, region: .montreal, on: day))
        try book.append(EstablishmentSet(neq, number: 2, region: .montreal, isClosed: true, on: day))
        func refused(_ change: (inout Shape) -> Void) -> String? {
            var shape = Shape()
            change(&shape)
            return book.refusal { try $0.append(shape.record($0)) }
        }
        #expect(refused { _ in } == nil)
        #expect(refused { $0.office = "OLD" } == "E-LST-002")
        #expect(refused { $0.office = "NON" } == "E-LST-001")
        #expect(refused { $0.measure = "mforr" } == "E-LST-006")
        #expect(refused { $0.begins = "2020-03-31" } == "E-LST-006")
        #expect(refused { $0.establishment = 1 } == nil)
        #expect(refused { $0.establishment = 2 } == "E-EMP-012")
        #expect(refused { $0.establishment = 3 } == "E-EMP-011")
        #expect(refused { $0.ends = "2026-05-02" } == "E-ITV-004")
        #expect(refused { $0.result = .achieved } == "E-ITV-004")
        #expect(refused { $0.ends = "2026-04-30"; $0.result = .achieved } == "E-ITV-003")
        #expect(refused { $0.ends = "2026-05-01"; $0.result = .achieved } == nil)
        #expect(refused { $0.number = 4 } == "E-ITV-002")
        #expect(refused { $0.number = 6 } == "E-ITV-002")
        #expect(refused { $0.documents = [String(repeating: "0", count: 64)] } == "E-LST-020")
        let most = Int64.max
        #expect(refused { $0.contributions = [.init(party: .employer, cents: most)] } == nil)
        #expect(
            refused { $0.contributions = [.init(party: .employer, cents: most), .init(party: .service, cents: 1)] }
                == "E-ITV-007")
    }

    @Test func eachFiscalYearHasItsOwnNumbers() throws {
        let book = try Self.book()
        #expect(try book.start(Self.firm, begins: "2027-03-31").text == "INT-2026-000005")
        #expect(try book.start(Self.firm, begins: "2027-04-01").text == "INT-2027-000001")
        #expect(try book.start(Self.firm, begins: "2025-12-01").text == "INT-2025-000001")
        #expect(try book.check() == [])
    }

    private struct Shape {
        var number: Int64 = 5
        var office = "R06"
        var measure = "mfor"
        var begins = "2026-05-01"
        var ends: String?
        var result: ServiceResult?
        var establishment: Int64?
        var contributions: [ServiceContribution] = []
        var documents: [String] = []

        func record(_ session: RegisterSession) throws -> InterventionStarted {
            InterventionStarted(
                try InterventionLifeTests.id(number, begins), employer: ServicesBook.neq(InterventionLifeTests.firm),
                establishment: establishment, measure: measure, office: office, begins: ServicesBook.date(begins),
                ends: ends.map(ServicesBook.date), result: result, contributions: contributions, documents: documents)
        }
    }

    private static func id(_ number: Int64, _ begins: String) throws -> InterventionID {
        let year = try FiscalYear(of: ServicesBook.date(begins))
        return try InterventionID(year: year, number: year.startYear == 2026 ? number : 1)
    }
}
