import AuditTrail
import ReferenceData

/// `levy.remitted/1`: a lump sum of the collector, over several taxation years (D-8.3 ss. 14 and following; Revenu Québec).
/// FORMAT.md, section 19.6.
public struct LevyRemitted: BudgetAct, Equatable {
    /// What of it is for one taxation year.
    public struct Part: Sendable, Equatable {
        public let year: TaxationYear
        /// Cents before fees; below zero where the collector gives back.
        public let amount: Int64
        /// Cents that the collector keeps.
        public let fees: Int64
        /// Whether nothing more is expected of that year: what is left of its estimates is written down.
        public let isFinal: Bool

        public init(year: TaxationYear, amount: Int64, fees: Int64 = 0, isFinal: Bool = false) {
            self.year = year
            self.amount = amount
            self.fees = fees
            self.isFinal = isFinal
        }
    }

    public static let kind = "levy.remitted/1"
    public static let rules = EnvelopeOpened.rules
    public static let partCount = 1...20
    public static let referenceBytes = 1...200

    /// By ascending year, none twice.
    public let parts: [Part]
    public let reference: String
    /// Of the fees, where there are some and the year is controlled.
    public let envelope: String?
    public let date: CalendarDate
    public let entry: EntryID

    public init(parts: [Part], reference: String, envelope: String?, date: CalendarDate, entry: EntryID) {
        self.parts = parts
        self.reference = reference
        self.envelope = envelope
        self.date = date
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        date = try CalendarDate(iso: reader.string("date"))
        entry = try EntryID(parsing: reader.string("entry"))
        envelope = try reader.optionalString("envelope", EnvelopeCode.isValid)
        parts = try reader.readers("parts").map { item in
            var item = item
            let part = try Part(from: &item)
            try item.finish()
            return part
        }
        let ascends = zip(parts, parts.dropFirst()).allSatisfy { $0.year < $1.year }
        guard Self.partCount.contains(parts.count), ascends else { throw reader.malformed("parts", String(parts.count)) }
        reference = try reader.text("reference", bytes: Self.referenceBytes)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("date", date.iso)
        try writer.member("entry", entry.text)
        if let envelope { try writer.member("envelope", envelope) }
        try writer.member("kind", kind)
        writer.name("parts")
        writer.beginArray()
        for part in parts {
            writer.beginObject()
            writer.member("amount", part.amount)
            writer.member("fees", part.fees)
            if part.isFinal { try writer.member("final", "yes") }
            try writer.member("taxation_year", part.year.text)
            writer.endObject()
        }
        writer.endArray()
        try writer.member("reference", reference)
        writer.endObject()
    }

    /// Refuses: E-LEV-010, E-LEV-011, E-LEV-014, E-LEV-015, E-ENV-006, E-CTL-004, E-REF-001.
    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        try requireLawfulParts()
        let fiscal = try FiscalYear(of: date)
        let budgets = try BudgetWorkspace.of(session)
        let isControlled = try budgets.journal.year(fiscal.startYear)?.isControlled ?? false
        let fees = try Cents.sum(parts.map { Cents($0.fees) })
        if let envelope {
            guard isControlled, fees > .zero else {
                throw LevyError(.feesEnvelopeUnneeded, ["envelope": envelope, "year": fiscal.text])
            }
            _ = try budgets.knownEnvelope(envelope, in: fiscal)
        } else if isControlled, fees > .zero {
            throw LevyError(.feesEnvelopeMissing, ["year": fiscal.text, "fees_cents": fees.canonical])
        }
        _ = try boundEntries(in: session)
        let table = LevyTable(session)
        for change in try changes(in: table) { _ = try Self.changed(table.state(of: change.year), change) }
    }

    /// Refuses: E-LEV-014, E-LEV-015.
    private func requireLawfulParts() throws {
        for part in parts {
            try part.year.requireBegun(on: date)
            let (fees, amount) = (part.fees.magnitude, part.amount.magnitude)
            guard fees > amount else { continue }
            throw LevyError(
                .feesAboveAmount,
                [
                    "year": part.year.text, "fees_cents": String(part.fees), "amount_cents": String(part.amount),
                    "excess_cents": String(fees - amount),
                ])
        }
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let table = LevyTable(session)
        for change in try changes(in: table) {
            try table.set(Self.changed(table.state(of: change.year), change), of: change.year)
            try table.add(change, at: sequence)
        }
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let journal = try JournalWorkspace.of(session)
        let changes = try changes(in: LevyTable(session))
        let fees = try Cents.sum(changes.map(\.fees))
        let current = try changes.filter { try isCurrent($0.year) }
        let adjusted = try changes.filter { try !isCurrent($0.year) }
        let sums: [(ControlUse, Cents)] = [
            (.cash, try Cents.sum(changes.map(\.amount)).subtracting(fees)), (.collectionFees, fees),
            (.leviesReceivable, try Cents.sum(changes.map(\.receivable))),
            (.levies, try Cents.sum(current.map(\.revenue)).negated()),
            (.leviesAdjusted, try Cents.sum(adjusted.map(\.revenue)).negated()),
        ]
        var financial = FinancialMovement()
        for (use, sum) in sums where !sum.isZero {
            try financial.add(sum.value, journal.controlAccount(use), use == .collectionFees ? envelope : nil)
        }
        var movement = BudgetMovement()
        if let envelope { try movement.move(fees.value, in: envelope, debit: .available, credit: .spent) }
        return [BoundEntry(entry, try FiscalYear(of: date), movement, financial: financial, date: date)]
    }

    /// Whether the revenue of a taxation year is this year's, not an adjustment: the calendar year of the date, or the one
    /// before.
    func isCurrent(_ year: TaxationYear) throws -> Bool { year.year == date.year || year.year == date.year - 1 }

    /// What each part takes of what is receivable, and what of it is revenue.
    private func changes(in table: LevyTable) throws -> [LevyChange] {
        try parts.map { part in
            let amount = Cents(part.amount)
            let gone = part.taken(of: try table.state(of: part.year).receivable)
            return LevyChange(
                year: part.year, amount: amount, fees: Cents(part.fees), receivable: try gone.negated(),
                revenue: try amount.subtracting(gone))
        }
    }

    private static func changed(_ state: LevyYearState, _ change: LevyChange) throws -> LevyYearState {
        var state = state
        state.remitted = try state.remitted.adding(change.amount)
        state.fees = try state.fees.adding(change.fees)
        state.receivable = try state.receivable.adding(change.receivable)
        return state
    }
}

extension LevyRemitted.Part {
    /// What it takes of what is receivable of its year: as much as it brings, or all where nothing more is to come.
    func taken(of receivable: Cents) -> Cents {
        isFinal ? receivable : min(max(Cents(amount), .zero), receivable)
    }

    init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.integer("amount")
        guard amount != 0 else { throw reader.malformed("amount", "0") }
        fees = try reader.count("fees")
        let final = try reader.optionalString("final")
        guard final == nil || final == "yes" else { throw reader.malformed("final", final ?? "") }
        isFinal = final != nil
        year = try TaxationYear(parsing: reader.string("taxation_year"))
    }
}
