import ReferenceData
import Testing

@testable import FundLedger

/// What a refused transfer leaves behind: its record and what every record leaves, nothing else.
@Suite struct TransferRefusalTests {
    /// The log, its seals, its tree; and the list of transfers and refusals.
    private static let ownTables: Set<String> = ["record", "batch", "register", "transfer"]

    private func tables(_ dump: String) -> [String: [Substring]] {
        Dictionary(grouping: dump.split(separator: "\n"), by: { String($0.prefix { $0 != ":" }) })
    }

    @Test(arguments: [
        ("over a limit", "A", "B", 50_000), ("forbidden", "ADM", "A", 100), ("money lacks", "C", "A", 900_000),
    ] as [(String, String, String, Int64)])
    func nothingButItsRecordIsLeft(_ what: String, _ from: String, _ to: String, _ cents: Int64) throws {
        let book = try TransferBook()
        try book.propose(book.operation("A", "B", 5_000))
        let before = tables(try book.sample.dump())
        let outcome = try book.propose(book.operation(from, to, cents))
        #expect(outcome.state == .refused)
        let after = tables(try book.sample.dump())
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        #expect(changed.isSubset(of: Self.ownTables), "\(what): \(changed.subtracting(Self.ownTables).sorted())")
        #expect(changed.contains("transfer"))
    }
}
