import AuditTrail
import Foundation
import ReferenceData
import Storage
import Testing

@testable import FundLedger

/// A book in a temporary folder, founded by two persons, with the template's accounts; deleted at the end.
final class SampleBook {
    static let layout = BookLayout(
        kinds: FundKinds.all + [PaperPayment.self], schemas: [LedgerSchema.sqlite],
        later: LedgerSchema.later + [LedgerSchema.paymentIndexes], deriver: { FundBundleDeriver(register: $0) },
        pairReader: { FundPairReader(register: $0) })

    let folder: URL
    let book: Book
    let marie: PrivateKey
    let jean: PrivateKey
    let ledgerKeys: [String: PrivateKey]
    private var requests = 0

    static func key(_ name: String) throws -> PrivateKey {
        try PrivateKey(seed: SHA256.hash(Array("sample \(name)".utf8)).bytes)
    }

    /// `years`: opened in both funds without budget control.
    init(years: [String] = ["2026-2027"], founders: [String] = ["marie", "jean"]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("sample-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        book = try Book.create(
            path: folder.appendingPathComponent("sample.book").path, layout: Self.layout, waitMilliseconds: 1000)
        marie = try Self.key("marie")
        jean = try Self.key("jean")
        ledgerKeys = try Dictionary(uniqueKeysWithValues: RegisterName.all.map { ($0, try Self.key("ledger \($0)")) })
        try found(founders)
        for year in years {
            for fund in FundCode.allCases {
                try write([fund]) { try $0(fund).append(YearOpened(year: FiscalYear(parsing: year), budget: .none)) }
            }
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func found(_ names: [String]) throws {
        let keys = try names.map { ($0, try Self.key($0)) }
        let recovery = try Self.key("recovery")
        _ = try book.write(order(RegisterName.all)) { transaction in
            for name in RegisterName.all {
                let session = try transaction.found(
                    RegisterCreated(
                        register: name, origin: "sample.example", random: SHA256.hash(Array(name.utf8)),
                        ledgerKey: ledgerKeys[name]?.publicKey ?? marie.publicKey, recoveryKey: recovery.publicKey,
                        founders: keys.map { .init(person: $0.0, key: $0.1.publicKey) }, template: "quebec"))
                for (person, key) in keys {
                    let proof = Proofs.possession(
                        register: session.register.id, person: person, role: .founder, scope: "")
                    try session.append(
                        PersonAdmitted(person: person, key: key.publicKey, role: .founder, proof: key.sign(proof)))
                }
                guard let fund = FundCode(rawValue: name) else { continue }
                for account in ChartTemplate.quebec(for: fund) { try session.append(AccountOpened(account)) }
            }
        }
    }

    func order(
        _ registers: [String], key: PrivateKey? = nil, request: String? = nil, dryRun: Bool = false,
        content: String = ""
    ) -> WriteOrder {
        requests += 1
        return WriteOrder(
            key: key ?? marie, registers: registers, now: "2026-05-01T14:30:00Z",
            idempotencyKey: request ?? "request-\(requests)", contentHash: SHA256.hash(Array(content.utf8)),
            isDryRun: dryRun)
    }

    /// Writes into funds as Marie; gives what the body gives.
    @discardableResult
    func write<T>(
        _ funds: [FundCode], dryRun: Bool = false, _ body: ((FundCode) throws -> RegisterSession) throws -> T
    ) throws -> T {
        let outcome = try book.write(order(funds.map(\.rawValue), dryRun: dryRun)) { transaction in
            try body { try transaction.register($0.rawValue) }
        }
        guard case .done(let value, _, _) = outcome else { preconditionFailure("a fresh request was repeated") }
        return value
    }

    @discardableResult
    func post(
        _ fund: FundCode, _ date: String, _ postings: [(String, Int64)], reference: String = "R", memo: String = "essai"
    ) throws -> JournalEntry {
        try write([fund]) { register in
            try Journal(register(fund)).post(
                EntryDraft(
                    date: CalendarDate(iso: date), reference: reference, memo: memo,
                    postings: postings.map { Posting(account: $0.0, amount: Cents($0.1)) }))
        }
    }

    func read<T>(_ fund: FundCode, _ body: (FundReader) throws -> T) throws -> T {
        try book.read { try body(FundReader($0.register(fund.rawValue))) }
    }

    /// Every row of every table, as text: two equal dumps are two equal books.
    func dump() throws -> String {
        try book.store.read { connection in
            let tables = try connection.query(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            ) { $0.string(0) }
            var text = ""
            for table in tables {
                try connection.forEach("SELECT * FROM \(table) ORDER BY 1, 2", []) { row in
                    text += "\(table): \((0..<row.columnNames.count).map { "\(row.value($0))" })\n"
                }
            }
            return text
        }
    }
}

/// The code that a body is refused with; a test fails where it is not refused.
func refusal(_ body: () throws -> Void) -> LedgerError.Code? {
    do {
        try body()
        Issue.record("this was accepted")
        return nil
    } catch let error as LedgerError {
        return error.code
    } catch {
        Issue.record("another error: \(error)")
        return nil
    }
}
