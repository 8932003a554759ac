import AuditTrail
import Foundation
import ReferenceData
import Storage
import TabularImport
import Testing

@testable import FundLedger

@Suite struct LedgerChecks {
    private static let tables = [
        "account", "fiscal_year", "entry", "posting", "account_day", "account_period", "entry_reference",
        "entry_source", "fund_total", "envelope", "envelope_attribute", "envelope_entry", "budget_year", "ceiling",
        "commitment", "commitment_later", "bound_entry", "rule_set", "rule_count", "budget_scope_names", "budget_scope",
        "transfer_proposal", "transfer_approval", "transfer", "levy_year", "levy_act", "earmark", "earmark_release", "fee",
    ]

    /// A book with something in every table of the ledger, annulled and reversed entries among it.
    private func full() throws -> SampleBook {
        let sample = try SampleBook()
        let csv = "entry,date,reference,memo,account,amount_cents\na,2026-05-01,R,m,5100,1\na,2026-05-01,R,m,2100,-1\n"
        let bytes = Array(csv.utf8)
        let yaml = EntryImportTarget.defaultMapText + "unique_source: reference\n"
        let map = try ImportMap.compile(Array(yaml.utf8), fileName: "m.yaml", target: EntryImportTarget.target)
        let order = EntryImport(map: map, fileName: "a.csv", fileHash: SHA256.hash(bytes))
        try sample.write([.fnf]) { _ = try order.run(MemoryByteSource(bytes), in: $0(.fnf)) }
        let entry = try sample.post(.fnf, "2026-06-01", [("5100", 100), ("2100", -100)])
        try sample.write([.fnf]) { _ = try Journal($0(.fnf)).reverse(entry.id, date: nil, reason: "r") }
        let wrong = try sample.post(.fnf, "2026-06-02", [("6300", 50), ("2100", -50)])
        let sequence = try sample.read(.fnf) { try $0.entry(wrong.id).sequence }
        var proposal: Int64 = 0
        _ = try sample.book.write(sample.order(["fnf"])) {
            proposal = try $0.register("fnf").append(Proposed(RecordAnnulled(record: sequence, reason: "saisie")))
        }
        _ = try sample.book.write(sample.order(["fnf"], key: sample.jean)) { transaction in
            let session = try transaction.register("fnf")
            try session.append(ApprovalGiven(proposal: proposal))
            guard let proposed = try session.record(at: proposal) as? any ProposalRecord else { return }
            _ = try proposed.carryOut(in: session, proposal: proposal)
        }
        try budget(sample)
        return sample
    }

    private func budget(_ sample: SampleBook) throws {
        let year = try FiscalYear(parsing: "2027-2028"), day = year.firstDay
        try sample.write([.fnf]) { register in
            let session = try register(.fnf)
            try session.append(YearOpened(year: year, budget: .controlled))
            let budget = try Budget(session)
            try budget.set(CeilingSet(year: year, basis: .estimates, amount: 90_000, citation: "Crédits"))
            try budget.open(
                Envelope(
                    code: "A", year: year, name: "Aide", attributes: ["region": "06"],
                    expires: CalendarDate(iso: "2028-03-31"), amount: Cents(9_000)), on: day)
            try budget.open(Envelope(code: "A.1", year: year, parent: "A", amount: .zero), on: day)
            let commitment = try budget.commit(
                Cents(500), of: "A", in: year, reference: "C", memo: "m",
                later: [.init(year: FiscalYear(parsing: "2028-2029"), amount: 7)], on: day)
            let draft = try EntryDraft(
                date: day, reference: "R", memo: "m",
                postings: [Posting(account: "5100", amount: Cents(100)), Posting(account: "2100", amount: Cents(-100))])
            try budget.spend(commitment.entry, draft)
        }
        try transfers(sample, day)
        try LevyBook.fill(sample, in: year)
    }

    private func transfers(_ sample: SampleBook, _ day: CalendarDate) throws {
        let rules = try RuleFixture.set(
            "id: P1, permit: {}", "id: Q1, require: {approval: board}, when: {amount: {above: \"1,00\"}}",
            "id: Q2, require: {approval: commission}, when: {amount: {above: \"1,00\"}}",
            "id: L1, limit: {cap: \"50 %\", of: source, base: initial, counts: outflow, over: year, across: group, group: [region]}, when: {source: {region: \"06\"}}")
        let year = try FiscalYear(of: day)
        var proposals: [Int64] = []
        try sample.write([.fnf]) { register in
            proposals = [try register(.fnf).append(Proposed(RuleSetAdopted(rules, sourceName: "r.yaml", source: SHA256.hash([]))))]
        }
        _ = try sample.book.write(sample.order(["fnf"], key: sample.jean)) { transaction in
            let session = try transaction.register("fnf")
            try session.append(ApprovalGiven(proposal: proposals[0]))
            guard let proposed = try session.record(at: proposals[0]) as? any ProposalRecord else { return }
            _ = try proposed.carryOut(in: session, proposal: proposals[0])
        }
        try sample.write([.fnf]) { register in
            let transfers = try Transfers(register(.fnf))
            for cents in [90, 200] as [Int64] {
                let operation = TransferOperation(.transfer, from: .init("A", year), to: .init("A.1", year), amount: cents, date: day)
                proposals.append(try transfers.propose(operation, reason: "r").record)
            }
        }
        _ = try sample.book.write(sample.order(["fnf"], key: sample.jean)) { transaction in
            try Transfers(transaction.register("fnf")).approve(proposals[2], authority: "board", instrument: "1")
        }
    }

    @Test func aReplayGivesTheSameTables() throws {
        let report = try BookCheck.run(full().book)
        #expect(report.isSound, "\(report.faults)")
    }

    /// Every column of every table of the ledger, changed in one row of a copy: the check names the table.
    @Test func noCellOfTheLedgerCanBeChangedUnseen() throws {
        let sample = try full()
        let columns = try sample.book.store.read { connection in
            try Self.tables.flatMap { table in
                try connection.query("SELECT name, type, pk FROM pragma_table_info(?)", [.text(table)]) {
                    (table: table, column: $0.string(0), isText: $0.string(1) == "TEXT")
                }
            }
        }
        #expect(columns.count > 85)
        for (index, item) in columns.enumerated() {
            let path = sample.folder.appendingPathComponent("copy-\(index)").path
            try sample.book.store.backup(to: path)
            let copy = try Book.open(path: path, layout: SampleBook.layout, waitMilliseconds: 1000)
            let value: SQLValue = item.isText ? .text("changed") : .integer(987_654)
            try copy.store.write { connection in
                let key = try connection.query("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", [.text(item.table)]) { $0.string(0) }
                let row = try connection.first("SELECT \(key.joined(separator: ", ")) FROM \(item.table) LIMIT 1") { row in key.indices.map { row.value($0) } }
                let filter = key.map { "\($0) = ?" }.joined(separator: " AND ")
                let update = try connection.prepare("UPDATE \(item.table) SET \(item.column) = ? WHERE \(filter)")
                update.bind(values: [value] + (try #require(row)))
                _ = try update.step()
                update.reset()
                return ((), .commit)
            }
            let report = try BookCheck.run(copy)
            let named = report.faults.contains { ($0.error as? AuditError)?.parameters["table"] == item.table }
            #expect(named, "\(item.table).\(item.column)")
        }
    }
}
