import AuditTrail
import ReferenceData
import Storage
import Testing

@testable import FundLedger

/// A sample book whose FNF has 2026-2027 and 2027-2028 under budget control, with the envelopes A and B of region 06 and C of
/// region 07 (1 000.00 each), ADM of administration (100.00), X without attributes, and rules: transfers within a nature, at
/// most 10 % of a region's initial amounts out in a year, the board's approval above 100.00, the commission's above 150.00.
final class TransferBook {
    static let rules = [
        "id: P1, permit: {}, when: {same: [nature]}",
        "id: F1, forbid: {}, when: {source: {nature: administration}}",
        "id: L1, limit: {cap: \"20 %\", of: source, base: initial, counts: outflow, over: year, across: group, group: [region]}, when: {operation: transfer}",
        "id: L2, limit: {cap: \"50 %\", of: target, base: current, counts: net, over: year, across: fund}, when: {operation: temporary-transfer}",
        "id: Q1, require: {approval: board}, when: {amount: {above: \"100,00\"}}",
        "id: Q2, require: {approval: commission}, when: {amount: {above: \"150,00\"}}",
    ]

    let sample: SampleBook
    let year: FiscalYear
    let day: CalendarDate

    init(adopts: Bool = true, rules: [String] = TransferBook.rules) throws {
        sample = try SampleBook(years: [])
        let year = try FiscalYear(startYear: 2026)
        let day = try CalendarDate(iso: "2026-06-18")
        self.year = year
        self.day = day
        try sample.write([.fnf]) { register in
            let session = try register(.fnf)
            try session.append(YearOpened(year: year, budget: .controlled))
            try session.append(YearOpened(year: year.next(), budget: .controlled))
            let budget = try Budget(session)
            for (code, nature, region, cents, year) in [
                ("A", "aid", "06", 100_000, year), ("B", "aid", "06", 100_000, year), ("C", "aid", "07", 100_000, year),
                ("ADM", "administration", "06", 10_000, year), ("A", "aid", "06", 50_000, try year.next()),
            ] {
                try budget.open(
                    Envelope(
                        code: code, year: year, attributes: ["nature": nature, "region": region], amount: Cents(Int64(cents))),
                    on: year.firstDay)
            }
            try budget.open(Envelope(code: "X", year: year, amount: Cents(5_000)), on: day)
        }
        if adopts { try adopt(RuleFixture.source(RuleFixture.yaml(rules)).rules) }
    }

    /// Two persons adopt.
    func adopt(_ set: RuleSet) throws {
        var proposal: Int64 = 0
        try write { proposal = try $0.append(Proposed(RuleSetAdopted(set, sourceName: "r.yaml", source: SHA256.hash([])))) }
        try write(as: sample.jean) { session in
            try session.append(ApprovalGiven(proposal: proposal))
            guard let proposed = try session.record(at: proposal) as? any ProposalRecord else { return }
            _ = try proposed.carryOut(in: session, proposal: proposal)
        }
    }

    @discardableResult
    func write<T>(as key: PrivateKey? = nil, _ body: (RegisterSession) throws -> T) throws -> T {
        let outcome = try sample.book.write(sample.order(["fnf"], key: key)) { try body($0.register("fnf")) }
        guard case .done(let value, _, _) = outcome else { preconditionFailure("a fresh request was repeated") }
        return value
    }

    func operation(
        _ from: String, _ to: String?, _ cents: Int64, _ operation: BudgetOperation = .transfer, date: String = "2026-06-18",
        repayBy: String? = nil
    ) throws -> TransferOperation {
        try TransferOperation(
            operation, from: from, nil, to: to, nil, amount: cents, date: CalendarDate(iso: date),
            repayBy: repayBy.map { try CalendarDate(iso: $0) })
    }

    @discardableResult
    func propose(_ operation: TransferOperation, as key: PrivateKey? = nil) throws -> TransferOutcome {
        try write(as: key) { try Transfers($0).propose(operation, reason: "essai") }
    }

    @discardableResult
    func approve(_ proposal: Int64, _ authority: String, as key: PrivateKey? = nil) throws -> TransferOutcome {
        try write(as: key ?? sample.jean) {
            try Transfers($0).approve(proposal, authority: authority, instrument: "décision 1")
        }
    }

    func check(_ operation: TransferOperation) throws -> RuleOutcome {
        try sample.read(.fnf) { try Transfers($0.session).check(operation).judgement.outcome }
    }

    func amounts(_ code: String, _ year: FiscalYear? = nil) throws -> EnvelopeAmounts {
        try sample.read(.fnf) { try $0.envelope(code, in: year ?? self.year).amounts }
    }

    /// What is refused, by its code; the book stays the same.
    func refused(_ body: () throws -> Void) throws -> String? {
        let before = try sample.dump()
        var found: String?
        do {
            try body()
        } catch let error as LedgerError {
            found = error.code.rawValue
        } catch let error as RuleError {
            found = error.code.rawValue
        } catch let error as AuditError {
            found = error.code.rawValue
        }
        return try sample.dump() == before ? found : nil
    }

    /// A replay gives the same tables.
    func requireSound() throws {
        let report = try BookCheck.run(sample.book)
        #expect(report.isSound, "\(report.faults)")
    }
}
