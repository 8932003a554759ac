import Foundation
import TabularImport
import Testing

@testable import FundLedger

@Suite struct EntryImportTargetTests {
    private let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func amounts(_ map: ImportMap, _ text: String) throws -> [[Int64]] {
        let reader = try MappedReader(map: map, source: MemoryByteSource(Array(text.utf8)), fileName: "file.csv")
        var amounts: [[Int64]] = []
        while let item = try reader.next() {
            amounts.append(try (0..<item.memberCount).map { try EntryImportTarget.amount(of: item, posting: $0).value })
        }
        #expect(reader.problems.list == [])
        return amounts
    }

    @Test func `the default map reads the columns of CLI.md`() throws {
        let found = try amounts(
            EntryImportTarget.defaultMap(),
            "entry,date,reference,memo,account,amount_cents\n1,2026-04-01,R,M,1000,5\n1,2026-04-01,R,M,2100,-5\n")
        #expect(found == [[5, -5]])
    }

    @Test func `the 360Giving map debits grants and credits grants payable`() throws {
        let yaml = try Data(contentsOf: repository.appendingPathComponent("maps/360giving-grants.yaml"))
        let map = try ImportMap.compile(
            Array(yaml), fileName: "360giving-grants.yaml", target: EntryImportTarget.target)
        let found = try amounts(
            map, "Identifier,Title,Recipient Org:Name,Award Date,Amount Awarded\nG,T,N,2013-01-18,-7.5\n")
        #expect(found == [[-750, 750]])
    }

    @Test func `positions name the fields of the target`() {
        let target = EntryImportTarget.target
        #expect(target.index(of: "date") == EntryImportTarget.Field.date)
        #expect(target.index(of: "reference") == EntryImportTarget.Field.reference)
        #expect(target.index(of: "memo") == EntryImportTarget.Field.memo)
        #expect(target.index(of: "period") == EntryImportTarget.Field.period)
        let postings = target.group?.fields.map(\.name)
        #expect(postings?[EntryImportTarget.PostingField.account] == "account")
        #expect(postings?[EntryImportTarget.PostingField.amount] == "amount")
        #expect(postings?[EntryImportTarget.PostingField.envelope] == "envelope")
        #expect(postings?[EntryImportTarget.PostingField.side] == "side")
    }
}
