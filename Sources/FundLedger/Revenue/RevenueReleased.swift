import AuditTrail
import ReferenceData

/// `revenue.released/1`: earmarked money is used, or its time is over, or it is returned. FORMAT.md, section 19.6.
public struct RevenueReleased: BudgetAct, Equatable {
    public enum Cause: String, CaseIterable, Sendable {
        case used
        /// Of money that our own law earmarks: it is free again, and its budget is taken back.
        case expired
        /// Of money restricted from outside: it goes back to who gave it.
        case returned

        /// Whether it takes budget back.
        public var takesBudget: Bool { self != .used }
    }

    public static let kind = "revenue.released/1"
    public static let rules = EnvelopeOpened.rules

    /// The sequence of the earmark.
    public let earmark: Int64
    /// Cents.
    public let amount: Int64
    public let cause: Cause
    public let date: CalendarDate
    public let entry: EntryID
    /// Where budget is taken back, and of which year.
    public let envelope: String?
    public let year: FiscalYear?

    public init(
        earmark: Int64, amount: Int64, cause: Cause, date: CalendarDate, entry: EntryID, envelope: String? = nil,
        year: FiscalYear? = nil
    ) {
        self.earmark = earmark
        self.amount = amount
        self.cause = cause
        self.date = date
        self.entry = entry
        self.envelope = envelope
        self.year = year
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.count("amount", least: 1)
        let text = try reader.string("cause")
        guard let cause = Cause(rawValue: text) else { throw reader.malformed("cause", text) }
        self.cause = cause
        date = try CalendarDate(iso: reader.string("date"))
        earmark = try reader.count("earmark", least: 1)
        entry = try EntryID(parsing: reader.string("entry"))
        envelope = try reader.optionalString("envelope", EnvelopeCode.isValid)
        year = try reader.optionalString("year").map { try FiscalYear(parsing: $0) }
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", amount)
        try writer.member("cause", cause.rawValue)
        try writer.member("date", date.iso)
        writer.member("earmark", earmark)
        try writer.member("entry", entry.text)
        if let envelope { try writer.member("envelope", envelope) }
        try writer.member("kind", kind)
        if let year { try writer.member("year", year.text) }
        writer.endObject()
    }

    /// Refuses: E-REV-002, E-REV-007 … E-REV-013, E-REV-015, E-ENV-004, E-ENV-006, E-YEA-001, E-CTL-004.
    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        let table = EarmarkTable(session)
        let earmarked = try table.record(earmark), left = try table.left(of: earmark)
        guard amount <= left else {
            throw LevyError(
                .releaseExceeded,
                [
                    "record": String(earmark), "left_cents": String(left), "asked_cents": String(amount),
                    "excess_cents": String(amount - left),
                ])
        }
        guard date >= earmarked.date else {
            throw LevyError(
                .releasedBeforeEarmark,
                ["record": String(earmark), "date": date.iso, "expected": earmarked.date.iso])
        }
        try judgeCause(of: earmarked)
        try judgeEnvelope(BudgetWorkspace.of(session))
        _ = try boundEntries(in: session)
    }

    private func judgeCause(of earmarked: RevenueEarmarked) throws {
        let asked: RevenueEarmarked.Basis? =
            switch cause {
            case .used: nil
            case .expired: .ownLaw
            case .returned: .outside
            }
        if let asked, asked != earmarked.basis {
            throw LevyError(.causeOfOtherBasis, ["cause": cause.rawValue, "basis": earmarked.basis.rawValue])
        }
        if cause == .used, earmarked.basis == .ownLaw, date > earmarked.expires {
            throw LevyError(.usedAfterExpiry, ["expires": earmarked.expires.iso, "date": date.iso])
        }
        guard cause != .expired || date > earmarked.expires else {
            throw LevyError(.earmarkStillOpen, ["expires": earmarked.expires.iso, "date": date.iso])
        }
    }

    private func judgeEnvelope(_ budgets: BudgetWorkspace) throws {
        guard cause.takesBudget else {
            guard envelope == nil, year == nil else {
                throw LevyError(.releaseEnvelopeUnneeded, ["cause": cause.rawValue, "envelope": envelope ?? ""])
            }
            return
        }
        guard let envelope, let year else { throw LevyError(.releaseEnvelopeMissing, ["cause": cause.rawValue]) }
        guard year.contains(date) else { throw LevyError(.earmarkYear, ["year": year.text, "date": date.iso]) }
        try budgets.requireControlled(year)
        _ = try budgets.knownEnvelope(envelope, in: year)
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        try EarmarkTable(session).release(amount, of: earmark, at: sequence)
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let journal = try JournalWorkspace.of(session)
        let earmarked = try EarmarkTable(session).record(earmark)
        var financial = FinancialMovement()
        switch earmarked.basis {
        case .ownLaw:
            try financial.add(amount, journal.controlAccount(.restricted))
            try financial.add(0 - amount, journal.controlAccount(.unrestricted))
        case .outside:
            try financial.add(amount, journal.controlAccount(.deferred))
            try financial.add(0 - amount, cause == .returned ? journal.controlAccount(.cash) : earmarked.account)
        }
        var movement = BudgetMovement()
        if let envelope { try movement.move(0 - amount, in: envelope, debit: .authorised, credit: .available) }
        return [BoundEntry(entry, try FiscalYear(of: date), movement, financial: financial, date: date)]
    }
}
