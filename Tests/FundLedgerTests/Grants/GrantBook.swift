import AuditTrail
import Foundation
import ReferenceData
import Storage
import Testing

@testable import FundLedger

/// A payment without a bank, by one record: `payable` and amount, or what came back of one.
struct PaperPayment: BudgetAct, Equatable {
    static let kind = "payment.paper/1"
    static let rules = GrantRoles.officer

    let payable: Int64
    let amount: Int64
    let isBack: Bool
    let date: CalendarDate
    let entry: EntryID

    init(payable: Int64, amount: Int64, isBack: Bool, date: CalendarDate, entry: EntryID) {
        self.payable = payable
        self.amount = amount
        self.isBack = isBack
        self.date = date
        self.entry = entry
    }

    init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.count("amount")
        isBack = try reader.string("back") == "yes"
        date = try CalendarDate(iso: reader.string("date"))
        entry = try EntryID(parsing: reader.string("entry"))
        payable = try reader.count("payable")
    }

    func write(into writer: inout CanonicalWriter, kind: String) throws {
        let members: CanonicalObject = [
            "amount": .integer(amount), "back": .string(isBack ? "yes" : "no"), "date": .string(date.iso),
            "entry": .string(entry.text), "kind": .string(kind), "payable": .integer(payable),
        ]
        try writer.write(members)
    }

    func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        let payable = try GrantWorkspace.of(session).payable(self.payable)
        guard isBack || amount <= payable.left else {
            throw GrantError(.payableExceeded, ["left_cents": String(payable.left)])
        }
    }

    func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let grants = try GrantWorkspace.of(session)
        if isBack {
            try grants.reject(amount, of: payable, at: sequence, on: date)
        } else {
            try grants.pay(amount, of: payable, at: sequence, on: date)
        }
    }

    func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let journal = try JournalWorkspace.of(session)
        var money = FinancialMovement()
        try money.add(isBack ? 0 - amount : amount, journal.controlAccount(.payable))
        try money.add(isBack ? amount : 0 - amount, journal.controlAccount(.transit))
        return [BoundEntry(entry, try FiscalYear(of: date), BudgetMovement(), financial: money, date: date)]
    }
}

/// A sample book whose FNF has 2026-2027 and 2027-2028 under budget control, an envelope A of 10 000.00 and one B of
/// 1 000.00 in each, a programme and two recipients.
final class GrantBook {
    let sample: SampleBook
    let first: FiscalYear
    let recipient = "1142345678"

    init() throws {
        sample = try SampleBook(years: [])
        let first = try FiscalYear(startYear: 2026)
        self.first = first
        try sample.write([.fnf]) { register in
            let session = try register(.fnf)
            try session.append(YearOpened(year: first.previous(), budget: .none))
            let budget = try Budget(session)
            for year in [first, try first.next()] {
                try session.append(YearOpened(year: year, budget: .controlled))
                try budget.open(Envelope(code: "A", year: year, amount: Cents(1_000_000)), on: year.firstDay)
                try budget.open(Envelope(code: "B", year: year, amount: Cents(100_000)), on: year.firstDay)
            }
            try Programs(session).add(
                ProgramAdded(program: "P", name: "Formation", account: "5100", norms: .approved, citation: "D-8.3"))
            try Recipients(session).add("1142345678", .name("Atelier Nord"))
            try Recipients(session).add("X-2", .name("Comité"))
        }
    }

    /// Writes as Marie, or as Jean.
    @discardableResult
    func write<T>(as key: PrivateKey? = nil, dryRun: Bool = false, _ body: (Grants) throws -> T) throws -> T {
        let outcome = try sample.book.write(sample.order(["fnf"], key: key, dryRun: dryRun)) { transaction in
            try body(Grants(transaction.register("fnf")))
        }
        guard case .done(let value, _, _) = outcome else { preconditionFailure("a fresh request was repeated") }
        return value
    }

    /// What a change is refused with; the book is the same after, byte for byte.
    func refused(as key: PrivateKey? = nil, _ body: (Grants) throws -> Void) throws -> GrantError? {
        let before = try sample.dump()
        var found: GrantError?
        do {
            try write(as: key, body)
        } catch let error as GrantError {
            found = error
        }
        #expect(try sample.dump() == before, "a refusal wrote something")
        return found
    }

    static func day(_ text: String) throws -> CalendarDate { try CalendarDate(iso: text) }
    static func notes(_ text: String) throws -> Grants.Notes { Grants.Notes(on: try day(text)) }

    static var terms: GrantTerms {
        GrantTerms(
            objectives: "Former", activities: "Cours", results: "40 personnes",
            contributions: [GrantContribution(party: "Atelier Nord", amount: 5_000)], terms: "Sur factures")
    }

    /// Applied for, assessed by Marie, approved by Jean.
    func approved(
        _ plan: [GrantPlanLine], recipient: String? = nil, on date: String = "2026-05-01",
        by decision: GrantDecision = .init(authority: .commission, instrument: "CP-1")
    ) throws -> GrantID {
        let notes = try Self.notes(date)
        let total = GrantPlanLine.total(plan) ?? 0
        let id = try write { grants in
            let id = try grants.apply(
                Cents(total), program: "P", recipient: recipient ?? self.recipient, title: "Cours", notes
            ).grant
            try grants.assess(id, .approve, amount: Cents(total), memo: "", notes)
            return id
        }
        try write(as: sample.jean) { try $0.approve(id, plan, by: decision, notes) }
        return id
    }

    /// And signed, with an instalment on the last day of each year.
    func signed(
        _ plan: [GrantPlanLine], recipient: String? = nil, on date: String = "2026-05-01",
        by decision: GrantDecision = .init(authority: .commission, instrument: "CP-1")
    ) throws -> GrantID {
        let id = try approved(plan, recipient: recipient, on: date, by: decision)
        try write {
            try $0.sign(
                id, Self.terms, from: Self.day(date), to: Self.day("2028-03-31"), plan, Self.instalments(of: plan),
                with: .name("Atelier Nord inc."), Self.notes(date))
        }
        return id
    }

    static func instalments(of plan: [GrantPlanLine]) -> [GrantInstalment] {
        plan.filter { $0.amount > 0 }.map { GrantInstalment(date: $0.year.lastDay, amount: $0.amount, kind: .claim) }
    }

    /// Pays a payable, or takes back what was paid of it.
    func pay(_ grants: Grants, _ payable: Int64, _ amount: Int64, isBack: Bool = false, on date: CalendarDate) throws {
        try grants.budget.post(
            PaperPayment(
                payable: payable, amount: amount, isBack: isBack, date: date,
                entry: grants.budget.journal.nextID(FiscalYear(of: date))),
            on: date, reference: "P", memo: "paiement")
    }

    func detail(_ id: GrantID) throws -> GrantDetail { try sample.read(.fnf) { try $0.grant(id) } }

    /// The sequence of the last record of that kind of a grant that is in force.
    func last(_ kind: String, of id: GrantID) throws -> Int64 {
        try #require(try detail(id).steps.last { $0.kind == kind && $0.undoneBy == nil }).sequence
    }

    /// The balance of a control account; cents, debit positive.
    func balance(_ use: ControlUse) throws -> Int64 {
        try sample.read(.fnf) { reader in
            guard let code = try reader.controls().account(of: use) else { return 0 }
            return try reader.account(code).balance.value
        }
    }

    func envelope(_ code: String, _ year: FiscalYear? = nil) throws -> EnvelopeAmounts {
        try sample.read(.fnf) { try $0.envelope(code, in: year ?? first).amounts }
    }

    /// Control accounts equal what the grants say; the tables are what the records give.
    func expectSound(at location: SourceLocation = #_sourceLocation) throws {
        let rows = try sample.read(.fnf) { try $0.grants() }
        func sum(_ path: KeyPath<GrantFigures, Int64>) -> Int64 { rows.reduce(0) { $0 + $1.figures[keyPath: path] } }
        #expect(try balance(.payable) == 0 - sum(\.payable), "payable", sourceLocation: location)
        #expect(try balance(.holdbacks) == 0 - sum(\.heldBack), "holdbacks", sourceLocation: location)
        #expect(try balance(.recoverable) == sum(\.recoverable), "recoverable", sourceLocation: location)
        #expect(try balance(.transit) == 0 - sum(\.paid), "transit", sourceLocation: location)
        // An accrual is reversed on 1 April: the account is empty after it.
        #expect(try balance(.accrued) == 0, "accrued", sourceLocation: location)
        let advances = try rows.map { try detail($0.id).state.advancesOutstanding }.reduce(0, +)
        #expect(try balance(.advances) == advances, "advances", sourceLocation: location)
        let report = try BookCheck.run(sample.book)
        #expect(report.isSound, "\(report.faults)", sourceLocation: location)
    }
}
