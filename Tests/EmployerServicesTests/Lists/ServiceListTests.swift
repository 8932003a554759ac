import AuditTrail
import ReferenceData
import Testing

@testable import EmployerServices

/// Offices, catalogues, programmes, standards. FORMAT.md, section 20.3.
@Suite struct ServiceListTests {
    @Test func anOfficeStaysInItsRegion() throws {
        let book = try ServicesBook()
        #expect(book.refusal(of: OfficeSet(office: "R06", region: .laval, name: "x")) == "E-LST-003")
        try book.append(OfficeSet(office: "R06", region: .montreal, name: "Autre nom", isClosed: true))
        #expect(try book.read { try $0.office("R06").name } == "Autre nom")
        #expect(book.refusal { try ServicesReader($0).openOffice("R06") } == "E-LST-002")
        #expect(try book.check() == [])
    }

    @Test func aCatalogueCountsFromADayOn() throws {
        let book = try ServicesBook()
        func adopted(_ code: String, _ from: String, _ measures: String...) -> CatalogueAdopted {
            CatalogueAdopted(
                catalogue: code, from: ServicesBook.date(from), citation: "essai",
                measures: measures.map { .init(measure: $0, name: $0, nameEnglish: $0, citation: "1") })
        }
        #expect(book.refusal(of: adopted("2020", "2026-04-01", "a")) == "E-LST-004")
        #expect(book.refusal(of: adopted("2026", "2020-04-01", "a")) == "E-LST-005")
        try book.append(adopted("2026", "2026-04-01", "a"))
        try book.read { (services: ServicesReader) throws -> Void in
            #expect(try services.catalogue(on: ServicesBook.date("2020-03-31")) == nil)
            #expect(try services.catalogue(on: ServicesBook.date("2026-03-31"))?.catalogue == "2020")
            #expect(try services.catalogue(on: ServicesBook.date("2026-04-01"))?.catalogue == "2026")
            try services.requireMeasure("mfor", on: ServicesBook.date("2026-03-31"))
            #expect(throws: ServiceListError.self) {
                try services.requireMeasure("mfor", on: ServicesBook.date("2026-04-01"))
            }
        }
        #expect(try book.check() == [])
    }

    @Test func standardsAndProgrammesNameKnownCommitteesAndAreSetAnew() throws {
        let book = try ServicesBook()
        let modules = [StandardSet.Module(module: "M1", name: "Un"), .init(module: "M2", name: "Deux")]
        #expect(
            book.refusal(of: StandardSet(standard: "cuisinier", name: "C", committee: "mines", modules: modules))
                == "E-LST-009")
        let programme = ProgrammeSet(
            programme: "gaz", nature: .regulated, name: "Gaz", nameEnglish: "Gas", committee: "mines", citation: "x")
        #expect(book.refusal(of: programme) == "E-LST-009")
        for name in ["Cuisinier", "Cuisinier d'établissement"] {
            try book.append(StandardSet(standard: "cuisinier", name: name, committee: "tourisme", modules: modules))
        }
        try book.read { (services: ServicesReader) throws -> Void in
            #expect(try services.standards().map(\.name) == ["Cuisinier d'établissement"])
            for (code, ask) in [
                ("E-LST-008", { _ = try services.standard("cuisinie") }), ("E-LST-007", { _ = try services.programme("x") }),
            ] as [(String, () throws -> Void)] {
                do { try ask() } catch { #expect(ServicesBook.code(of: error) == code) }
            }
        }
        #expect(try book.check() == [])
    }
}
