import AuditTrail
import ReferenceData

/// `levy.estimated/1`: levies of a taxation year that are due and not remitted yet, or less of them (SP 3510). FORMAT.md,
/// section 19.6.
public struct LevyEstimated: BudgetAct, Equatable {
    public static let kind = "levy.estimated/1"
    public static let rules = EnvelopeOpened.rules
    public static let basisBytes = 1...500

    public let year: TaxationYear
    /// Cents; below zero where it takes back.
    public let amount: Int64
    /// How the estimate was made.
    public let basis: String
    public let date: CalendarDate
    public let entry: EntryID

    public init(year: TaxationYear, amount: Int64, basis: String, date: CalendarDate, entry: EntryID) {
        self.year = year
        self.amount = amount
        self.basis = basis
        self.date = date
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.integer("amount")
        guard amount != 0 else { throw reader.malformed("amount", "0") }
        basis = try reader.text("basis", bytes: Self.basisBytes)
        date = try CalendarDate(iso: reader.string("date"))
        entry = try EntryID(parsing: reader.string("entry"))
        year = try TaxationYear(parsing: reader.string("taxation_year"))
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", amount)
        try writer.member("basis", basis)
        try writer.member("date", date.iso)
        try writer.member("entry", entry.text)
        try writer.member("kind", kind)
        try writer.member("taxation_year", year.text)
        writer.endObject()
    }

    /// Refuses: E-LEV-006, E-LEV-014, E-CTL-004, E-REF-001.
    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        try year.requireBegun(on: date)
        let receivable = try LevyTable(session).state(of: year).receivable
        guard !(try receivable.adding(Cents(amount))).isNegative else {
            throw LevyError(
                .receivableExceeded,
                [
                    "year": year.text, "receivable_cents": receivable.canonical,
                    "asked_cents": try Cents(amount).negated().canonical,
                    "excess_cents": try receivable.adding(Cents(amount)).negated().canonical,
                ])
        }
        _ = try boundEntries(in: session)
        _ = try changed(LevyTable(session).state(of: year))
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let table = LevyTable(session)
        try table.set(changed(table.state(of: year)), of: year)
        try table.add(
            LevyChange(year: year, amount: Cents(amount), fees: .zero, receivable: Cents(amount), revenue: Cents(amount)),
            at: sequence)
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let journal = try JournalWorkspace.of(session)
        var financial = FinancialMovement()
        try financial.add(amount, journal.controlAccount(.leviesReceivable))
        try financial.add(Cents(amount).negated().value, journal.controlAccount(.levies))
        return [BoundEntry(entry, try FiscalYear(of: date), BudgetMovement(), financial: financial, date: date)]
    }

    private func changed(_ state: LevyYearState) throws -> LevyYearState {
        var state = state
        state.estimated = try state.estimated.adding(Cents(amount))
        state.receivable = try state.receivable.adding(Cents(amount))
        return state
    }
}
