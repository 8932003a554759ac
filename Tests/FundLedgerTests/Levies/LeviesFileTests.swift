import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// `levies.csv` derived from the records equals what the tables say.
@Suite struct LeviesFileTests {
    private final class Sink: BundleSink {
        var text: [String: String] = [:]
        func write(_ bytes: UnsafeRawBufferPointer, to file: String) throws {
            text[file, default: ""] += String(decoding: bytes, as: UTF8.self)
        }
    }

    private func derived(_ book: LevyBook) throws -> String? {
        try book.sample.read(.fnf) { reader in
            let sink = Sink()
            let deriver = try #require(FundBundleDeriver(register: "fnf"))
            for sequence in 1...reader.session.register.size {
                let record = try reader.session.record(at: sequence)
                try deriver.take(record, at: sequence, into: sink) { try reader.session.record(at: $0) }
            }
            try deriver.finish(into: sink)
            return sink.text[LeviesFile.name]
        }
    }

    @Test func aFundWithoutSuchRecordsHasNoFile() throws {
        #expect(try derived(LevyBook()) == nil)
    }

    @Test func theFileSaysWhatTheTablesSay() throws {
        let book = try LevyBook()
        try book.fill()
        try book.estimate(2026, 500)
        try book.remit([(2024, 80, 0, true), (2025, 900, 12, true), (2026, 40, 0, false)], envelope: "FRAIS")
        let rows = try book.sample.read(.fnf) { try $0.levyYears() }.map { row in
            let state = row.state
            return [Int64(row.year.year), state.estimated.value, state.remitted.value, state.fees.value, state.receivable.value]
                .map(String.init).joined(separator: ",") + "\n"
        }
        #expect(
            try derived(book)
                == "taxation_year,estimated_cents,remitted_cents,fees_cents,receivable_cents\n" + rows.joined())
        #expect(rows == ["2024,0,-420,0,0\n", "2025,90000,40900,712,0\n", "2026,500,40,0,460\n"])
    }
}
