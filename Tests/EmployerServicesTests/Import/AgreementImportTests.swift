import AuditTrail
import Foundation
import ReferenceData
import TabularImport
import Testing

@testable import EmployerServices

/// A register of agreements that is taken over, a row an agreement as it stands.
@Suite struct AgreementImportTests {
    private static let columns = AgreementField.allCases.map(\.rawValue)
    private static let map =
        "target: agreements\nunique_source: id\nfields:\n"
        + columns.map { "  \($0): {column: \($0), optional: yes}\n" }.joined()
    /// What a signed agreement says, over which a test writes.
    private static let signed = [
        "id": "A1", "apprentice": "Léa Côté", "born": "2004-05-12", "companion": "Marc Roy",
        "employer": AgreementBook.mill, "office": "R06", "standard": "usinage", "signed": "2025-05-02",
        "begins": "2025-05-04", "ends": "2026-11-03", "hours": "35",
    ]
    private static let all = ["id"] + columns

    /// A file of rows, each a change of `signed`.
    private static func csv(_ changes: [[String: String]]) -> String {
        let rows = changes.enumerated().map { index, change in
            var row = signed
            row["id"] = "A\(index + 1)"
            row["apprentice"] = "Personne \(index + 1)"
            return row.merging(change) { $1 }
        }
        return ([all] + rows.map { row in all.map { row[$0] ?? "" } }).map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private static func run(
        _ csv: String, _ book: AgreementBook, as person: String = "anne", map: String = map, file: String = "f.csv",
        on date: String = "2026-05-10"
    ) throws -> AgreementImport.Outcome {
        let compiled = try ImportMap.compile(Array(map.utf8), fileName: "carte.yaml", target: AgreementImport.target)
        let reading = ServiceImportReading(map: compiled, fileName: file, fileHash: SHA256.hash(Array(csv.utf8)))
        return try book.write(as: person) { session in
            try AgreementImport(
                reading, on: day(date), salt: Array(repeating: 7, count: 32), drawing: book.drawing
            ).run(TextSource(csv), in: session)
        }
    }

    /// The code and column that the row of a change is refused with.
    private static func refused(_ change: [String: String], as person: String = "anne") throws -> String? {
        let book = try AgreementBook()
        let size = try book.size()
        do {
            _ = try run(csv([change]), book, as: person)
            return nil
        } catch let refusal as ServiceImportRefusal {
            #expect(try book.size() == size)
            #expect(refusal.error.code == .importRefused)
            return refusal.problems.map { "\($0.code) \($0.field ?? "")" }.joined(separator: ", ")
        }
    }

    @Test func `each row stands where its steps lead`() throws {
        let book = try AgreementBook()
        let rows: [[String: String]] = [
            ["companion": "", "signed": "", "begins": "", "ends": "", "hours": "", "drafted": "2026-05-01"],
            [:],
            ["started": "2025-05-05"],
            ["learnt": "M1; M2", "checked": "M1", "progressed": "2025-09-01"],
            ["suspended": "2026-01-15", "reason": "Arrêt saisonnier"],
            ["completed": "2026-04-30", "paper": "CQP-77"],
            ["checked": "M1 M3", "recognised": "2026-04-30", "paper": "ATT-3"],
            ["ended": "2025-12-01", "cause": "employer-closed", "reason": "L'atelier ferme"],
        ]
        let outcome = try Self.run(Self.csv(rows), book)
        let stages = try book.read { try Agreements($0).list(AgreementFilter()).sorted { $0.opened < $1.opened } }
        #expect(
            stages.map(\.state.stage)
                == [.draft, .signed, .underWay, .underWay, .suspended, .completed, .recognised, .ended])
        #expect(outcome.new == 8 && outcome.stages[.underWay] == 2 && outcome.stages[.completed] == 1)
        #expect(
            outcome.numbers.values.map { "\($0.lowerBound.text) \($0.upperBound.text)" }.sorted()
                == ["AGR-2025-000001 AGR-2025-000007", "AGR-2026-000001 AGR-2026-000001"])
        let (fourth, sixth) = (stages[3].state, stages[5].state)
        #expect(fourth.learnt == ["M1", "M2"] && fourth.checked == ["M1"] && fourth.lastDay.iso == "2025-09-01")
        #expect(sixth.checked == ["M1", "M2", "M3"] && sixth.lastDay.iso == "2026-04-30")
        #expect(stages[1].state.drafted.iso == "2025-05-02" && stages[1].state.signed?.iso == "2025-05-02")
        try book.expectSound()
    }

    @Test func `a longer file brings only what is new, and a person once`() throws {
        let book = try AgreementBook()
        let first: [String: String] = ["apprentice": "Léa Côté", "completed": "2026-04-30", "paper": "C-1"]
        #expect(try Self.run(Self.csv([first]), book).new == 1)
        let outcome = try Self.run(Self.csv([first, ["apprentice": "LÉA COTE", "begins": "2026-05-02", "ends": "2027-05-03", "signed": "2026-05-02"]]), book)
        #expect(outcome.new == 1 && outcome.known == 1)
        let apprentices = try book.read { try Agreements($0).list(AgreementFilter()).map(\.state.apprentice) }
        #expect(apprentices.count == 2 && Set(apprentices).count == 1)
        try book.expectSound()
    }

    @Test func `the file cannot be guessed from its record, nor a name read there`() throws {
        let book = try AgreementBook()
        let text = Self.csv([["apprentice": "Zoé Tremblay"]])
        _ = try Self.run(text, book)
        let size = try book.size()
        let lines = try book.read { session in
            try (1...size).map { try String(decoding: session.line(of: $0), as: UTF8.self) }.joined()
        }
        #expect(lines.contains("intake.recorded/1"))
        #expect(!lines.contains(SHA256.hash(Array(text.utf8)).hex) && !lines.contains("Tremblay") && !lines.contains("2004-05-12"))
    }

    @Test(
        "What a row is refused for, and its column",
        arguments: [
            (["signed": ""], "E-ITK-008 signed"), (["begins": ""], "E-ITK-008 begins"), (["hours": ""], "E-ITK-008 hours"),
            (["companion": ""], "E-ITK-008 companion"), (["suspended": "2026-01-01"], "E-ITK-008 reason"),
            (["completed": "2026-01-01"], "E-ITK-008 paper"),
            (["completed": "2026-06-01", "paper": "C"], "E-ITK-009 completed"), (["signed": "2026-05-11"], "E-ITK-009 signed"),
            (["completed": "2026-01-01", "recognised": "2026-01-01", "paper": "C"], "E-ITK-010 recognised"),
            (["ended": "2026-01-01", "reason": "Personne 1 est partie"], "E-ITK-011 reason"),
            (["ended": "2026-01-01", "reason": "selon Marc ROY"], "E-ITK-011 reason"),
            (["employer": "99"], "E-REF-040 employer"), (["employer": "1140000047"], "E-EMP-002 employer"),
            (["establishment": "4"], "E-EMP-011 establishment"), (["office": "R66"], "E-LST-001 office"),
            (["standard": "usinages"], "E-LST-008 standard"), (["born": "2012-01-01"], "E-AGR-023 born"),
            (["hours": "20"], "E-AGR-022 hours"), (["ends": "2025-06-03"], "E-AGR-009 ends"),
            (["begins": "2025-05-01"], "E-AGR-008 begins"), (["drafted": "2025-05-03"], "E-AGR-004 drafted"),
            (["companion": "Personne 1", "apprentice_signed": "2025-05-01", "drafted": "2025-05-02"], "E-AGR-007 apprentice_signed"),
            (["started": "2025-05-03"], "E-AGR-010 started"), (["started": "2025-05-01"], "E-AGR-004 started"), (["learnt": "M9"], "E-AGR-011 learnt"),
            (["checked": "M9"], "E-AGR-011 checked"),
            (["checked": "M1", "completed": "2026-01-01", "paper": "C"], "E-AGR-020 completed"),
            (["recognised": "2026-01-01", "paper": "C"], "E-AGR-021 recognised"),
            (["learnt": "M1", "progressed": "2026-02-01", "ended": "2026-01-01", "reason": "x"], "E-AGR-004 ended"),
        ])
    func refusals(_ change: [String: String], _ expected: String) throws {
        #expect(try Self.refused(change) == expected)
    }

    @Test func `scope is that of each office, and the map names its source`() throws {
        #expect(try Self.refused([:], as: "agent12") == "E-SCP-001 office")
        let book = try AgreementBook()
        #expect(try Self.run(Self.csv([[:]]), book, as: "agent06").new == 1)
        let map = Self.map.replacingOccurrences(of: "unique_source: id\n", with: "")
        #expect(throws: IntakeError(.sourceNeeded, ["target": "agreements"])) {
            _ = try Self.run(Self.csv([[:]]), book, map: map)
        }
    }

    @Test func `a name in the map or in the file's name is refused`() throws {
        let book = try AgreementBook()
        let map = Self.map.replacingOccurrences(
            of: "companion: {column: companion, optional: yes}", with: "companion: {constant: Marc Roy}")
        for (map, file) in [(map, "f.csv"), (Self.map, "marc-roy.csv")] {
            do {
                _ = try Self.run(Self.csv([[:]]), book, map: map, file: file)
                Issue.record("this was accepted")
            } catch let refusal as ServiceImportRefusal { #expect(refusal.problems.map(\.code) == ["E-ITK-011"]) }
        }
    }

    @Test func `the maps that are shipped compile`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        for (name, target) in [
            ("agreements-register", AgreementImport.target), ("establishments", EstablishmentImport.target),
            ("employers", EmployerImport.target), ("interventions", InterventionImport.target),
        ] {
            let file = root.appendingPathComponent("maps/\(name).yaml")
            _ = try ImportMap.compile([UInt8](Data(contentsOf: file)), fileName: name, target: target)
        }
    }
}
