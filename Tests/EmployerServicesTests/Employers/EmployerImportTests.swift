import AuditTrail
import Foundation
import ReferenceData
import TabularImport
import Testing

@testable import EmployerServices

/// Employers and interventions of a file: what is new, changed, the same, doubtful.
@Suite struct EmployerImportTests {
    private static let employerMap = """
        version: 1
        target: employers
        fields:
          employer: { column: neq }
          name: { column: nom }
          region: { column: region }
          scian: { column: scian }
          employees: { column: effectif }
        """

    private static let interventionMap = """
        version: 1
        target: interventions
        unique_source: id
        fields:
          employer: { column: neq }
          measure: { column: mesure }
          office: { column: bureau }
          begins: { column: debut }
        """

    private static func reading(_ csv: String, _ map: String, _ target: ImportTarget) throws -> ServiceImportReading {
        ServiceImportReading(
            map: try ImportMap.compile(Array(map.utf8), fileName: "carte.yaml", target: target), fileName: "f.csv",
            fileHash: SHA256.hash(Array(csv.utf8)))
    }

    private static func employers(_ csv: String, _ session: RegisterSession) throws -> EmployerImport.Outcome {
        try EmployerImport(reading(csv, employerMap, EmployerImport.target), on: ServicesBook.date("2026-06-01"))
            .run(TextSource(csv), in: session)
    }

    private static func interventions(_ csv: String, _ session: RegisterSession) throws -> InterventionImport.Outcome {
        try InterventionImport(reading(csv, interventionMap, InterventionImport.target)).run(TextSource(csv), in: session)
    }

    @Test func newChangedSameAndDoubtful() throws {
        let book = try ServicesBook()
        try book.add("1140000001", "Ferme du Lac inc.")
        try book.add("1140000002", "Scierie Côté")
        try book.add("1140000003", "Fermée ltée")
        try book.append(
            EmployerClosed(ServicesBook.neq("1140000003"), reason: "x", on: ServicesBook.date("2026-05-02")))
        let csv = """
            neq,nom,region,scian,effectif
            1140000001,Ferme du Lac inc.,06,721,
            1140000002,Scierie Côté,Capitale-Nationale,721,12
            1140000003,Fermée ltée,06,721,1
            1140000004,Nouvelle inc.,06,236,5
            2240000005,Jean Roy,06,236,1
            1140000006,Scierie cote enr.,06,321,3
            1140000007,,06,321,3

            """
        let outcome = try book.write { try Self.employers(csv, $0) }
        #expect(outcome.new == 1 && outcome.changed == 1 && outcome.same == 1 && outcome.doubtfulCount == 4)
        #expect(outcome.doubtful.map(\.reason) == [.closed, .person, .likeness, .incomplete])
        try book.read { (services: ServicesReader) throws -> Void in
            #expect(try services.employer("1140000002").region == .capitaleNationale)
            #expect(try services.employer("1140000002").employees == 12)
            #expect(try services.employerIfKnown("2240000005") == nil)
        }
        let again = try book.write { session in
            // An empty batch is no batch: something else is written too.
            try session.append(OfficeSet(office: "X", region: .laval, name: "X"))
            return try Self.employers(csv, session)
        }
        #expect(again.new == 0 && again.changed == 0 && again.same == 3)
        #expect(try book.check() == [])
    }

    @Test func aBadRowRefusesTheWholeFile() throws {
        let book = try ServicesBook()
        let csv = "neq,nom,region,scian,effectif\n1140000001,A,06,721,\n99,B,06,721,\n1140000002,C,06,99,\n"
        do {
            _ = try book.write { try Self.employers(csv, $0) }
            Issue.record("this was accepted")
        } catch let refusal as ServiceImportRefusal {
            #expect(refusal.problems.map(\.code) == ["E-REF-040", "E-REF-045"] && refusal.error.code == .importRefused)
        }
        #expect(try book.read { try $0.employerCount() } == 0)
    }

    @Test func aFileThatChangesIsRefused() throws {
        let book = try ServicesBook()
        let csv = "neq,nom,region,scian,effectif\n1140000001,A,06,721,\n"
        do {
            _ = try book.write { session in
                try EmployerImport(
                    Self.reading("autre", Self.employerMap, EmployerImport.target), on: ServicesBook.date("2026-06-01"))
                    .run(TextSource(csv), in: session)
            }
            Issue.record("this was accepted")
        } catch { #expect(ServicesBook.code(of: error) == "E-ITK-006") }
    }

    @Test func aLongerFileBringsOnlyTheNewInterventions() throws {
        let book = try ServicesBook()
        try book.add("1140000001")
        let first = "id,neq,mesure,bureau,debut\nA1,1140000001,mfor,R06,2026-05-01\n"
        let longer = first + "A2,1140000001,recrutement,R03,2027-04-02\n"
        #expect(try book.write { try Self.interventions(first, $0) }.new == 1)
        let outcome = try book.write { try Self.interventions(longer, $0) }
        #expect(outcome.new == 1 && outcome.known == 1 && outcome.first?.text == "INT-2027-000001")
        #expect(try book.check() == [])
    }
}
