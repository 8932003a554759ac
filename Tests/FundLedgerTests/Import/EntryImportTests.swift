import AuditTrail
import Foundation
import ReferenceData
import TabularImport
import Testing

@testable import FundLedger

@Suite struct EntryImports {
    private func order(_ csv: String, map: ImportMap? = nil) throws -> EntryImport {
        try EntryImport(
            map: map ?? EntryImportTarget.defaultMap(), fileName: "entries.csv",
            fileHash: SHA256.hash(Array(csv.utf8)))
    }

    private func run(_ csv: String, into sample: SampleBook, map: ImportMap? = nil) throws -> EntryImport.Outcome {
        let order = try order(csv, map: map)
        return try sample.write([.fnf]) {
            try order.run(MemoryByteSource(Array(csv.utf8), pieceLimit: 7), in: $0(.fnf))
        }
    }

    private let header = "entry,date,reference,memo,account,amount_cents\n"

    @Test func rowsOfAnEntryTogetherBecomeOneEntryAndTheBatchSaysWhatItCameFrom() throws {
        let sample = try SampleBook()
        let outcome = try run(
            header + "a,2026-05-01,R1,« été »,5100,250\na,2026-05-01,R1,« été »,2100,-250\n"
                + "b,2026-06-01,R2,\"virgule, guillemet \"\"\",5100,100\nb,2026-06-01,R2,\"virgule, guillemet \"\"\",2100,-100\n",
            into: sample)
        #expect(outcome.entries == 2)
        #expect(outcome.postings == 4)
        #expect(outcome.debitCents == 350)
        #expect(outcome.firstEntry?.text == "FNF-2026-000001")
        try sample.book.read { book in
            let session = try book.register("fnf")
            let record = try session.record(at: session.register.size - 1)
            #expect((record as? ImportRecorded)?.entries == 2)
        }
        let entries = try sample.read(.fnf) { try $0.entries(EntryFilter()) }
        #expect(entries.map(\.entry.memo) == ["« été »", "virgule, guillemet \""])
        #expect(entries.map(\.entry.row) == [2, 4])
    }

    @Test func everyBadRowIsNamedAndNothingIsWritten() throws {
        let sample = try SampleBook()
        let before = try sample.dump()
        let csv =
            header + "a,2026-05-01,R1,m,5100,250\na,2026-05-01,R1,m,2100,-240\n"
            + "b,2026-05-02,R2,m,5100,1\nb,2026-05-02,R2,m,9999,-1\n"
            + "c,2031-05-02,R3,m,5100,1\nc,2031-05-02,R3,m,2100,-1\n" + "d,2026-05-02,R4,m,5100,+7\n"
        #expect {
            _ = try run(csv, into: sample)
        } throws: { error in
            guard let refusal = error as? ImportRefusal else { return false }
            return refusal.problems.map { "\($0.line) \($0.code)" }.sorted()
                == ["2 E-JRN-001", "4 E-ACC-020", "6 E-YEA-001", refusal.problems.first { $0.line == 8 }.map { "8 \($0.code)" } ?? ""]
        }
        #expect(try sample.dump() == before)
    }

    @Test func aUniqueSourceBringsOnlyWhatIsNew() throws {
        let sample = try SampleBook()
        let yaml = """
            version: 1
            target: entries
            unique_source: Id
            fields:
              date: {column: Date}
              reference: {column: Id}
              memo: {constant: essai}
            postings:
              - account: {constant: "5100"}
                amount: {column: Amount, unit: dollars}
                side: {constant: debit}
              - account: {constant: "2100"}
                amount: {column: Amount, unit: dollars}
                side: {constant: credit}
            """
        let map = try ImportMap.compile(Array(yaml.utf8), fileName: "map.yaml", target: EntryImportTarget.target)
        let first = "Id,Date,Amount\nA,2026-05-01,10.00\nB,2026-05-02,20.00\n"
        #expect(try run(first, into: sample, map: map).entries == 2)
        let again = try run(first + "C,2026-05-03,30.00\n", into: sample, map: map)
        #expect(again.entries == 1)
        #expect(again.known == 2)
        let nothing = try run(first + "\n", into: sample, map: map)
        #expect(nothing.entries == 0)
    }

    @Test func theRealGrantsRegisterGivesTheKnownTotalsByYear() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appendingPathComponent("../shared/data/trafford_360giving_grants.csv")
        guard let data = try? Data(contentsOf: file) else {
            print("skipped: \(file.path) is not there")
            return
        }
        let known: KeyValuePairs = [
            "2012-2013": 2_068_000, "2013-2014": 13_655_262, "2014-2015": 9_901_874, "2016-2017": 7_445_551,
            "2017-2018": 5_938_505, "2018-2019": 13_679_363, "2019-2020": 18_894_883, "2020-2021": 9_285_609,
        ]
        let sample = try SampleBook(years: known.map(\.key))
        let yaml = try Data(contentsOf: root.appendingPathComponent("maps/360giving-grants.yaml"))
        let map = try ImportMap.compile(Array(yaml), fileName: "map.yaml", target: EntryImportTarget.target)
        let order = EntryImport(map: map, fileName: "grants.csv", fileHash: SHA256.hash(Array(data)))
        let outcome = try sample.write([.fnf]) { try order.run(MemoryByteSource(Array(data)), in: $0(.fnf)) }
        #expect(outcome.entries == 366)
        #expect(outcome.debitCents == 80_869_047)
        for (year, cents) in known {
            let balance = try sample.read(.fnf) { try $0.trialBalance(.year(FiscalYear(parsing: year))) }
            #expect(balance.rows.first { $0.account.code == "5100" }?.debit.value == Int64(cents), "\(year)")
        }
    }
}
