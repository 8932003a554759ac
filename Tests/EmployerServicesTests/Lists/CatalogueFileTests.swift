import Foundation
import ReferenceData
import Testing

@testable import EmployerServices

/// Catalogues of measures as people write them.
@Suite struct CatalogueFileTests {
    private static let good = """
        catalogue: essai-2027
        from: 2027-04-01
        citation: "Résolution 2027-03"
        measures:
          - {measure: mfor, name: Formation, name_en: Training, citation: "421"}
          - {measure: gprh, name: Gestion, name_en: Planning, citation: "417"}
        """

    private static func refused(_ yaml: String) -> ServiceListError? {
        do {
            _ = try CatalogueFile.read(Array(yaml.utf8), name: "c.yaml")
            return nil
        } catch { return error as? ServiceListError }
    }

    @Test func `a catalogue is read, adopted, and counts from its day`() throws {
        let read = try CatalogueFile.read(Array(Self.good.utf8), name: "c.yaml")
        #expect(read.catalogue == "essai-2027" && read.from.iso == "2027-04-01" && read.measures.map(\.measure) == ["gprh", "mfor"])
        let book = try ServicesBook()
        try book.append(read)
        try book.read { (services: ServicesReader) throws -> Void in
            #expect(try services.catalogue(on: ServicesBook.date("2027-03-31"))?.catalogue == "2020")
            #expect(try services.catalogue(on: ServicesBook.date("2027-04-01"))?.catalogue == "essai-2027")
        }
        #expect(book.refusal(of: read) == "E-LST-004")
        let early = CatalogueAdopted(
            catalogue: "autre", from: ServicesBook.date("2027-04-01"), citation: "x", measures: read.measures)
        #expect(book.refusal(of: early) == "E-LST-005")
    }

    @Test(
        "What is no catalogue",
        arguments: [
            ("from: 2027-04-01", "from: demain", "E-LST-012", "from"), ("from: 2027-04-01", "from: 2027-02-30", "E-LST-012", "from"),
            ("from: 2027-04-01", "", "E-LST-012", "from"), ("catalogue: essai-2027", "catalogue: é", "E-LST-012", "catalogue"),
            ("catalogue:", "catalog:", "E-LST-011", "catalog"), ("name_en: Training", "nom: Training", "E-LST-011", "measures[1].nom"),
            ("measure: mfor", "measure: MFOR", "E-LST-012", "measures[1].measure"),
            ("measure: gprh", "measure: mfor", "E-LST-012", "measures[2].measure"),
            ("name: Gestion", "name: \"\"", "E-LST-012", "measures[2].name"),
            (", citation: \"417\"", "", "E-LST-012", "measures[2].citation"),
        ])
    func refusals(_ old: String, _ new: String, _ code: String, _ key: String) throws {
        let error = try #require(Self.refused(Self.good.replacingOccurrences(of: old, with: new)))
        #expect(error.code.rawValue == code && error.parameters["key"] == key, "\(error)")
    }

    @Test func `no YAML, no list, too much`() {
        #expect(Self.refused("a: [")?.code == .catalogueMalformed)
        #expect(Self.refused("- a")?.code == .catalogueValue)
        #expect(Self.refused(Self.good.components(separatedBy: "measures:")[0] + "measures: []")?.code == .catalogueValue)
        #expect(Self.refused(String(repeating: "x", count: 1_100_000))?.code == .catalogueMalformed)
    }
}
