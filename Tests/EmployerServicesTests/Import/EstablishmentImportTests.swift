import AuditTrail
import ReferenceData
import TabularImport
import Testing

@testable import EmployerServices

/// Establishments of a file: what is new, changed, the same, refused.
@Suite struct EstablishmentImportTests {
    private static let map = """
        target: establishments
        fields:
          employer: {column: neq}
          establishment: {column: no}
          name: {column: nom}
          region: {column: region}
          office: {column: bureau}
          employees: {column: effectif}
          closed: {column: ferme}
        """

    private static func run(_ rows: [String], _ session: RegisterSession) throws -> EstablishmentImport.Outcome {
        let csv = "neq,no,nom,region,bureau,effectif,ferme\n" + rows.map { $0 + "\n" }.joined()
        let compiled = try ImportMap.compile(Array(map.utf8), fileName: "carte.yaml", target: EstablishmentImport.target)
        let reading = ServiceImportReading(map: compiled, fileName: "f.csv", fileHash: SHA256.hash(Array(csv.utf8)))
        return try EstablishmentImport(reading, on: ServicesBook.date("2026-05-01")).run(TextSource(csv), in: session)
    }

    @Test func `new, changed, the same; a blank cell keeps what is there`() throws {
        let book = try ServicesBook()
        try book.add("1140000001")
        let first = try book.write {
            try Self.run(["1140000001,1,Usine,Montréal,R06,12,", "1140000001,2,,03,R03,,", "1140000001,3,Dépôt,,,,"], $0)
        }
        #expect(first.new == 3 && first.changed == 0 && first.same == 0)
        let again = try book.write { session in
            try Self.run(["1140000001,1,,,,,", "1140000001,2,Atelier,06,,,", "1140000001,3,,,,,yes"], session)
        }
        #expect(again.new == 0 && again.changed == 2 && again.same == 1)
        try book.read { services in
            let places = try services.establishments(of: "1140000001")
            #expect(places.map(\.name) == ["Usine", "Atelier", "Dépôt"])
            #expect(places.map(\.region) == [.montreal, .montreal, .montreal])
            #expect(places.map(\.office) == ["R06", nil, nil] && places.map(\.isClosed) == [false, false, true])
            #expect(places[0].employees == 12)
        }
        #expect(try book.check() == [])
    }

    @Test(
        "What a row is refused for, and its column",
        arguments: [
            ("99,1,,,,,", "E-REF-040 neq"), ("1140000009,1,,,,,", "E-EMP-002 neq"), ("1140000001,0,,,,,", "E-EMP-015 no"),
            ("1140000001,1,,18,,,", "E-REF-046 region"), ("1140000001,1,,06,R99,,", "E-LST-001 bureau"),
            ("1140000001,1,,06,R03,,", "E-LST-003 bureau"), ("1140000002,1,,,,,", "E-EMP-006 neq"),
            ("1140000001,1,,,,,peut-être", "E-CSV-026 closed"),
        ])
    func refusals(_ row: String, _ expected: String) throws {
        let book = try ServicesBook()
        try book.add("1140000001")
        try book.add("1140000002", "Fermée ltée")
        try book.append(EmployerClosed(ServicesBook.neq("1140000002"), reason: "x", on: ServicesBook.date("2026-05-01")))
        do {
            _ = try book.write { try Self.run([row], $0) }
            Issue.record("this was accepted")
        } catch let refusal as ServiceImportRefusal {
            #expect(refusal.problems.map { "\($0.code) \($0.field ?? "")" } == [expected])
        }
    }
}
