import ReferenceData
import Testing

@testable import EmployerServices

/// Names are found whatever the accents, case, hyphens and order of words.
@Suite struct EmployerSearchTests {
    private static let names = [
        "1140000001": "Hôtel de l'Étoile inc.", "1140000002": "Les Méga-Plex du Québec ltée",
        "1140000003": "Construction J.-P. Côté et Fils", "1140000004": "Constructions Cote & Fils",
        "1140000005": "Megaplex Outaouais", "1140000006": "S.E.N.C. Tremblay", "1140000007": "Boulangerie Première Moisson",
    ]

    private func book() throws -> ServicesBook {
        let book = try ServicesBook()
        for (neq, name) in Self.names.sorted(by: { $0.key < $1.key }) { try book.add(neq, name) }
        return book
    }

    @Test(arguments: [
        ("hotel etoile", ["1"]), ("ÉTOILE hôtel", ["1"]), ("letoile", ["1"]), ("l'étoile", ["1"]), ("mega plex", ["2"]),
        ("mégaplex", ["2", "5"]), ("Méga-Plex", ["2"]), ("plex-mega", ["2"]), ("cote construction", ["3", "4"]),
        ("fils cote", ["3", "4"]), ("jp cote", ["3"]), ("senc", ["6"]), ("s.e.n.c.", ["6"]), ("moisson", ["7"]),
        ("prem bou", ["7"]), ("nulle part", []), ("outaouais mega-plex", ["5"]),
    ])
    func found(query: String, ends: [String]) throws {
        let rows = try book().read { try $0.search(query).rows.map(\.neq) }
        #expect(rows.sorted() == ends.map { "114000000\($0)" })
    }

    @Test func aSearchWithoutLettersIsRefused() throws {
        let book = try ServicesBook()
        #expect(throws: EmployerError.self) { try book.read { try $0.search(" - ’ ") } }
        do { _ = try book.read { try $0.search("…") } } catch { #expect(ServicesBook.code(of: error) == "E-EMP-014") }
    }

    @Test func wholeWordsComeFirstAndTheRestIsSaid() throws {
        let book = try ServicesBook()
        for number in 1...30 { try book.add("11400000\(number + 10)", "Étoile\(number) nord") }
        try book.add("1149999999", "Étoile nord")
        let matches = try book.read { try $0.search("etoile", limit: 40) }
        #expect(matches.rows.count == 31 && matches.rows.first?.neq == "1149999999" && !matches.hasMore)
        #expect(try book.read { try $0.search("etoile", limit: 5).hasMore })
    }

    @Test func frequentWordsTogetherTellAFirm() throws {
        let book = try ServicesBook()
        try book.write { session in
            for number in 0..<1200 {
                let name = number % 2 == 0 ? "Scierie Côté \(number) ltée" : "Scierie \(number) du Nord ltée"
                try session.append(ServicesBook.added("11500\(number + 10000)", name))
            }
            try session.append(ServicesBook.added("1149999999", "Scierie Côté du Nord inc."))
        }
        try book.read { (services: ServicesReader) throws -> Void in
            #expect(try services.search("nord cote scierie").rows.map(\.neq) == ["1149999999"])
            #expect(try services.search("scier nor cot scie ltee").rows.isEmpty)
            #expect(try services.search("scierie 11").rows.count == 50)
            #expect(try services.nearDuplicates(of: "SCIERIE COTE NORD").map(\.neq) == ["1149999999"])
            #expect(try services.namesake(of: "La scierie du nord – Côté enr.") == "1149999999")
            #expect(try services.namesake(of: "Scierie Côté") == nil && services.namesake(of: "…") == nil)
        }
    }

    @Test func aNewNameReplacesTheWordsOfTheOld() throws {
        let book = try book()
        let neq = ServicesBook.neq("1140000007")
        try book.append(
            EmployerChanged(
                neq, EmployerDetails(name: "Pâtisserie Moisson", otherNames: ["Chez Léon"]),
                on: ServicesBook.date("2026-06-01")))
        try book.read { (services: ServicesReader) throws -> Void in
            #expect(try services.search("boulangerie").rows.isEmpty)
            #expect(try services.search("moisson patisserie").rows.count == 1)
            #expect(try services.search("leon").rows.count == 1)
        }
        #expect(try book.check() == [])
    }

    @Test(arguments: [
        ("Hotel de l’Etoile", ["1"]), ("HOTEL ETOILES INC", ["1"]), ("Constructions J P Cote & Fils", ["3", "4"]),
        ("Boulangerie Premiere Moison", ["7"]), ("Boulangerie Deuxième Moisson", []), ("Tremblay", ["6"]),
    ])
    func nearDuplicates(name: String, ends: [String]) throws {
        let rows = try book().read { try $0.nearDuplicates(of: name).map(\.neq) }
        #expect(rows.sorted() == ends.map { "114000000\($0)" })
    }

    @Test func theNameOfASoleProprietorIsNowhereToBeFound() throws {
        let book = try ServicesBook()
        let subject = try book.openSubject(1)
        try book.append(
            EmployerAdded(
                ServicesBook.neq("2240000001"),
                EmployerDetails(
                    form: .soleProprietor, subject: subject, region: .montreal, scian: try SCIAN(parsing: "44")),
                on: ServicesBook.date("2026-05-01")))
        let words = try book.read {
            try $0.connection.first("SELECT count(*) FROM employer_word", []) { $0.int(0) }
        }
        #expect(words == 0)
    }
}
