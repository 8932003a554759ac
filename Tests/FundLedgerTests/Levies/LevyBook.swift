import AuditTrail
import ReferenceData
import Testing

@testable import FundLedger

/// A sample book whose FNF has 2025-2026, 2026-2027 and 2027-2028 under budget control, with the envelopes FRAIS (1 000.00)
/// and MUT (nothing yet, until 30 September 2026) in 2026-2027, LONG without a last day, and MUT in 2027-2028 too; and whose
/// FDMT has 2026-2027 without budget control.
final class LevyBook {
    let sample: SampleBook
    let year: FiscalYear

    init() throws {
        sample = try SampleBook(years: [])
        let year = try FiscalYear(startYear: 2026)
        self.year = year
        try sample.write([.fnf, .fdmt]) { register in
            let session = try register(.fnf)
            for opened in [try year.previous(), year, try year.next()] {
                try session.append(YearOpened(year: opened, budget: .controlled))
            }
            let budget = try Budget(session)
            try budget.open(Envelope(code: "FRAIS", year: year, amount: Cents(100_000)), on: year.firstDay)
            try budget.open(Envelope(code: "LONG", year: year, amount: .zero), on: year.firstDay)
            for (opened, last) in [(year, "2026-09-30"), (try year.next(), "2027-09-30")] {
                try budget.open(
                    Envelope(code: "MUT", year: opened, expires: CalendarDate(iso: last), amount: .zero), on: opened.firstDay)
            }
            try register(.fdmt).append(YearOpened(year: year, budget: .none))
        }
    }

    static func day(_ iso: String) throws -> CalendarDate { try CalendarDate(iso: iso) }

    @discardableResult
    func write<T>(_ fund: FundCode = .fnf, dryRun: Bool = false, _ body: (RegisterSession) throws -> T) throws -> T {
        try sample.write([fund], dryRun: dryRun) { try body($0(fund)) }
    }

    @discardableResult
    func estimate(_ year: Int, _ cents: Int64, on date: String = "2026-03-31") throws -> Int64 {
        try write {
            try Levies($0).estimate(TaxationYear(year), Cents(cents), basis: "essai", on: Self.day(date))
        }
    }

    /// Parts as year, amount, fees, final.
    @discardableResult
    func remit(
        _ parts: [(Int, Int64, Int64, Bool)], envelope: String? = nil, on date: String = "2026-07-15"
    ) throws -> Int64 {
        try write { session in
            try Levies(session).remit(
                parts.map { try .init(year: TaxationYear($0.0), amount: $0.1, fees: $0.2, isFinal: $0.3) },
                reference: "RQ-1", feesOf: envelope, on: Self.day(date))
        }
    }

    @discardableResult
    func earmark(
        _ cents: Int64 = 50_000, account: String = "4800", basis: RevenueEarmarked.Basis = .ownLaw,
        envelope: String = "MUT", expires: String = "2026-09-30", on date: String = "2026-05-01"
    ) throws -> Int64 {
        try write { session in
            try EarmarkedRevenue(session).earmark(
                Cents(cents), account: account, basis: basis, envelope: envelope, expires: Self.day(expires),
                citation: "D-8.3 r. 7 s. 12", memo: "mutuelle", on: Self.day(date))
        }
    }

    @discardableResult
    func release(
        _ earmark: Int64, _ cents: Int64?, _ cause: RevenueReleased.Cause, envelope: String? = nil,
        on date: String = "2026-08-01"
    ) throws -> Int64 {
        try write { session in
            try EarmarkedRevenue(session).release(
                earmark, cents.map { Cents($0) }, cause: cause, envelope: envelope, on: Self.day(date))
        }
    }

    func bill(_ invoice: String, _ cents: Int64, on date: String = "2026-05-04") throws {
        try write(.fdmt) {
            try Fees($0).bill(invoice, Cents(cents), payer: "Centre A", memo: "droits", on: Self.day(date))
        }
    }

    func receive(_ invoice: String, _ cents: Int64?, on date: String = "2026-06-04") throws {
        try write(.fdmt) { try Fees($0).receive(invoice, cents.map { Cents($0) }, on: Self.day(date)) }
    }

    /// Something in every table of levies, revenue and fees.
    func fill() throws {
        try estimate(2025, 90_000)
        try remit([(2024, -500, 0, false), (2025, 40_000, 700, false)], envelope: "FRAIS")
        try release(earmark(), 20_000, .used)
        try bill("F-1", 26_000)
        try receive("F-1", 6_000)
    }

    /// The same in a year under budget control of another book's FNF, fees too.
    static func fill(_ sample: SampleBook, in year: FiscalYear) throws {
        let day = year.firstDay, taxation = try TaxationYear(of: day)
        try sample.write([.fnf, .fdmt]) { register in
            let session = try register(.fnf)
            try Budget(session).open(Envelope(code: "MUT", year: year, expires: year.lastDay, amount: Cents(700)), on: day)
            try Levies(session).estimate(taxation, Cents(900), basis: "b", on: day)
            try Levies(session).remit(
                [.init(year: taxation, amount: 500, fees: 7)], reference: "RQ", feesOf: "MUT", on: day)
            let revenue = try EarmarkedRevenue(session)
            let earmark = try revenue.earmark(
                Cents(50), account: "4800", basis: .ownLaw, envelope: "MUT", expires: year.lastDay, citation: "c", on: day)
            try revenue.release(earmark, Cents(5), cause: .used, on: day)
            let fdmt = try register(.fdmt)
            try fdmt.append(YearOpened(year: year, budget: .none))
            try Fees(fdmt).bill("F-1", Cents(26), payer: "A", on: day)
            try Fees(fdmt).receive("F-1", Cents(6), on: day)
        }
    }

    /// `1000 90000, 4000 -90000` of the financial postings, then `A:authorised 5` of the others.
    func entry(_ id: EntryID) throws -> String {
        try sample.read(id.fund) { reader in
            let entry = try reader.entry(id).entry
            return entry.postings.map { posting in
                "\(posting.account)\(posting.envelope.map { "@" + $0 } ?? "") \(posting.amount.canonical)"
            }.joined(separator: ", ")
        }
    }

    func balance(_ account: String, _ fund: FundCode = .fnf) throws -> Int64 {
        try sample.read(fund) { try $0.account(account).balance.value }
    }

    func row(_ year: Int) throws -> LevyYearState {
        try sample.read(.fnf) { try $0.levyYear(TaxationYear(year)).state }
    }

    /// The code that something is refused with; nil where the book changed, or nothing was refused.
    func refused(_ body: () throws -> Void) throws -> String? {
        let before = try sample.dump()
        var found: String?
        do {
            try body()
        } catch let error as LevyError {
            found = error.code.rawValue
        } catch let error as LedgerError {
            found = error.code.rawValue
        } catch let error as RegistryError {
            found = error.code.rawValue
        } catch let error as ReferenceError {
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
