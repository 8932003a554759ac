import AuditTrail
import Foundation
import ReferenceData
import TabularImport
import Testing

@testable import FundLedger

/// A file of envelopes is loaded whole, or each bad row is named.
@Suite struct EnvelopeTableTests {
    private func load(_ csv: String, into book: BudgetBook) throws -> (opened: [String], problems: [String]) {
        var table = try EnvelopeTable(MemoryByteSource(Array(csv.utf8)), fileName: "b.csv", year: book.year)
        var opened: [EnvelopeOpened] = []
        try book.write(dryRun: true) { opened = try table.load(into: $0, on: book.day) }
        return (opened.map(\.envelope.code), table.problems.list.map { "\($0.line) \($0.field ?? "") \($0.code)" })
    }

    @Test func parentsAreOpenedBeforeTheirChildren() throws {
        let book = try BudgetBook(isEmpty: true)
        let csv = "code,parent,amount,region\nA.1.1,A.1,5,06\nA.1,A,\"1 000,50\",\nB,,0,\nA,,10,07\n"
        let loaded = try load(csv, into: book)
        #expect(loaded.opened == ["B", "A", "A.1", "A.1.1"])
        #expect(loaded.problems.isEmpty)
    }

    @Test(
        "Each bad row is named by its line",
        arguments: [
            ("A,,x", "2 amount E-REF-003"), ("A,,-5", "2 amount E-ENV-027"), ("A,B,5", "2 parent E-ENV-007"),
            ("A,A,5", "2 parent E-ENV-026"), ("A,B,5\nB,A,5", "2 parent E-ENV-026"), ("A,,5\nA,,6", "3 code E-CSV"),
            ("-A,,5", "2 code E-ENV-001"), (",,5", "2 code E-CSV"),
        ])
    func badRows(_ rows: String, _ problem: String) throws {
        let book = try BudgetBook(isEmpty: true)
        let loaded = try load("code,parent,amount\n\(rows)\n", into: book)
        let first = try #require(loaded.problems.first)
        let prefix = problem.hasSuffix("E-CSV") ? String(problem.dropLast(5)) : problem.replacingOccurrences(of: "E-REF-003", with: "E-REF")
        #expect(first.hasPrefix(prefix), "\(first)")
    }

    @Test func columnsAreKnownOrAttributes() throws {
        let book = try BudgetBook(isEmpty: true)
        #expect(refusal { _ = try load("code,parent,amount,Région\nA,,5,06\n", into: book) } == .attributeMalformed)
        #expect(refusal { _ = try load("code,parent,amount,year\nA,,5,06\n", into: book) } == .attributeMalformed)
        #expect(throws: ImportError.self) { try load("code,amount\nA,5\n", into: book) }
        #expect(LedgerError.Code.envelopeFileRefused.rawValue == "E-ENV-025")
    }
}
