import AuditTrail
import Foundation
import ReferenceData
import Testing

@testable import FundLedger

/// Files of criteria: read, or refused with each fault by its place.
@Suite struct CriteriaTests {
    @Test func aFileIsReadWhole() throws {
        let source = try CriteriaFixture.source()
        let criteria = source.criteria
        #expect(criteria.targets.map(\.envelope) == ["A.1", "A.2", "B"])
        #expect(criteria.targets[1].attributes == ["region": "02"] && criteria.targets[1].name == "Deux")
        #expect(criteria.measures.map(\.id) == ["people", "firms"])
        #expect(criteria.agreed.by == "la Commission" && criteria.approved.on.iso == "2026-03-18")
        #expect(source.inputs == [.init(name: "firms.csv", sha256: SHA256.hash(Array(CriteriaFixture.csv.utf8)))])
        #expect(source.sha256 == SHA256.hash(Array(CriteriaFixture.yaml.utf8)))
    }

    @Test(
        "Each fault is told by its code and its place",
        arguments: [
            ("weight: 60 %", "weight: sixty %", "E-ALC-001 10 13"), ("weight: 60 %", "weight: 6O%", "E-ALC-001 10 13"),
            ("floor: 10 %", "floor: 1o %", "E-ALC-001 17 8"), ("floor: 10 %", "floor: ten", "E-RUL-012 17 8"),
            ("A.1: 10", "A.1: ten", "E-ALC-002 11 14"), ("A.1: 10", "A.1: '1,234'", "E-ALC-002 11 14"),
            ("A.1: 10", "A.1: -10", "E-ALC-003 11 14"), ("A.1: 10", "A.11: 10, A.1: 0", "E-ALC-004 11 14"),
            ("A.1: 10, ", "", "E-ALC-005 7 5"), ("value: firms", "value: firm", "E-ALC-007 16 36"),
            ("{A.1: 10, A.2: 20, B: 30}", "{A.1: 0, A.2: 0, B: 0}", "E-ALC-009 7 5"),
            ("weight: 60 %", "weight: 50 %", "E-ALC-011 7 5"), ("weight: 60 %", "weight: 60", "E-ALC-011 7 5"),
            ("  - {envelope: B}\n", "  - {envelope: B}\n  - {envelope: B}\n", "E-RUL-009 20 5"),
            ("status: illustrative", "status: ilustrative", "E-RUL-005 3 9"), ("floor: 10 %", "flor: 10 %", "E-RUL-002 17 1"),
            ("on: 2026-03-18", "on: 2026-01-18", "E-RUL-014 5 11"), ("on: 2026-03-18", "on: 2026-02-30", "E-RUL-013 5 37"),
            ("id: firms", "id: people", "E-RUL-009 12 5"), ("  - {envelope: A.1}\n", "", "E-ALC-004 11 14"),
            ("value: firms}", "value: firms, delimiter: ;}", "E-ALC-007 16"),
            ("value: firms}", "value: firms, delimiter: '|'}", "E-RUL-005 16 54"),
        ])
    func faults(_ old: String, _ new: String, _ fault: String) {
        let found = CriteriaFixture.faults(old, new)
        #expect(found.contains { $0.hasPrefix(fault) }, "\(found)")
    }

    @Test(
        "A fault of a CSV file is told by its line and field",
        arguments: [
            ("A.1,1\nA.2,1\n", "E-ALC-005 12 5"), ("A.1,1\nA.1,1\nA.2,1\nB,2\n", "E-ALC-006 3 firms"),
            ("A.1,1\nA.2,1\nB,-2\n", "E-ALC-003 4 firms"), ("A.1,1\nA.2,x\nB,2\n", "E-ALC-002 3 firms"),
            ("A.1,1\nA.2,1\nB,2\nC,2\n", "E-ALC-004 5 firms"), ("A.1,1\nA.2,1\nB,2,3\n", "E-ALC-008 4 "),
            ("A.1,0\nA.2,0\nB,0\n", "E-ALC-009 12 5"),
        ])
    func csvFaults(_ rows: String, _ fault: String) {
        let found = CriteriaFixture.faults("", "", csv: "envelope,firms\n" + rows)
        #expect(found.contains { $0.hasPrefix(fault) }, "\(found)")
    }

    @Test func weightsThatSumToZeroWeighNothing() {
        let yaml = CriteriaFixture.yaml.replacingOccurrences(of: "weight: 60 %", with: "weight: 0")
            .replacingOccurrences(of: "weight: 40 %", with: "weight: 0")
        #expect(throws: CriteriaRefusal.self) { try CriteriaFixture.source(yaml) }
        #expect(AllocationError.Code.weightsAreZero.rawValue == "E-ALC-010")
    }

    @Test func everyFaultOfAFileIsTold() {
        let found = CriteriaFixture.faults("weight: 60 %", "weight: x", csv: "envelope,firms\nA.1,y\nC,1\nA.2,1\n")
        #expect(found == ["E-ALC-001 10 13", "E-ALC-002 2 firms", "E-ALC-004 3 firms", "E-ALC-005 12 5"])
    }

    @Test func theWordThatWasMeantIsTold() throws {
        do {
            _ = try CriteriaFixture.source(CriteriaFixture.yaml.replacingOccurrences(of: "value: firms", with: "value: frms"))
            Issue.record("accepted")
        } catch let refusal as CriteriaRefusal {
            let error = try #require(refusal.problems.first as? AllocationError)
            #expect(error.parameters["nearest"] == "firms" && error.parameters["expected"] == "envelope | firms")
        }
    }

    @Test(
        "Numbers as people write them",
        arguments: [
            ("0", 0), ("1234", 1_234_000_000), ("1 234", 1_234_000_000), ("1 234,5", 1_234_500_000), ("0,125", 125_000),
            ("1.234", 1_234_000), ("12,34", 12_340_000), ("1234,567", 1_234_567_000),
        ] as [(String, Int128)])
    func numbers(_ typed: String, _ millionths: Int128) {
        #expect(Quantity(typed)?.millionths == millionths)
    }

    @Test("What is no number", arguments: ["", "1,234", "12,345", "1e3", "+5", "-5", "1.", ".5", "1 23", "1.2.3", "1234567890123456", "0.1234567", "٣"])
    func noNumbers(_ typed: String) { #expect(Quantity(typed) == nil) }
}
