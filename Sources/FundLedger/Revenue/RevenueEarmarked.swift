import AuditTrail
import ReferenceData

/// `revenue.earmarked/1`: money received for a purpose, which raises the envelope of that purpose. FORMAT.md, section 19.6.
public struct RevenueEarmarked: BudgetAct, Equatable {
    public enum Basis: String, CaseIterable, Sendable {
        /// Our own law earmarks it: revenue, then a restricted surplus.
        case ownLaw = "own-law"
        /// An agreement or another government's law restricts it: deferred until it is used.
        case outside
    }

    public static let kind = "revenue.earmarked/1"
    public static let rules = EnvelopeOpened.rules
    public static let citationBytes = 1...500

    /// The revenue account.
    public let account: String
    /// Cents.
    public let amount: Int64
    public let basis: Basis
    public let citation: String
    public let date: CalendarDate
    public let entry: EntryID
    public let envelope: String
    public let year: FiscalYear
    /// The last day on which it may be used.
    public let expires: CalendarDate
    public let memo: String

    public init(
        account: String, amount: Int64, basis: Basis, citation: String, date: CalendarDate, entry: EntryID,
        envelope: String, year: FiscalYear, expires: CalendarDate, memo: String
    ) {
        self.account = account
        self.amount = amount
        self.basis = basis
        self.citation = citation
        self.date = date
        self.entry = entry
        self.envelope = envelope
        self.year = year
        self.expires = expires
        self.memo = memo
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        account = try reader.string("account") { Account.isCode($0.utf8) }
        amount = try reader.count("amount", least: 1)
        let text = try reader.string("basis")
        guard let basis = Basis(rawValue: text) else { throw reader.malformed("basis", text) }
        self.basis = basis
        citation = try reader.text("citation", bytes: Self.citationBytes)
        date = try CalendarDate(iso: reader.string("date"))
        entry = try EntryID(parsing: reader.string("entry"))
        envelope = try reader.string("envelope", EnvelopeCode.isValid)
        expires = try CalendarDate(iso: reader.string("expires"))
        memo = try reader.text("memo", bytes: 0...EntryLimits.memoBytes)
        year = try FiscalYear(parsing: reader.string("year"))
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("account", account)
        writer.member("amount", amount)
        try writer.member("basis", basis.rawValue)
        try writer.member("citation", citation)
        try writer.member("date", date.iso)
        try writer.member("entry", entry.text)
        try writer.member("envelope", envelope)
        try writer.member("expires", expires.iso)
        try writer.member("kind", kind)
        try writer.member("memo", memo)
        try writer.member("year", year.text)
        writer.endObject()
    }

    /// Refuses: E-ACC-020, E-ACC-021, E-REV-001 … E-REV-005, E-ENV-004, E-ENV-006, E-YEA-001, E-CTL-004.
    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        let budgets = try BudgetWorkspace.of(session)
        let state = try budgets.journal.openAccount(account)
        guard state.accountClass == .revenue else {
            throw LevyError(.earmarkAccount, ["account": account, "found": state.accountClass.rawValue])
        }
        guard year.contains(date) else { throw LevyError(.earmarkYear, ["year": year.text, "date": date.iso]) }
        try budgets.requireControlled(year)
        let envelope = try budgets.knownEnvelope(self.envelope, in: year)
        guard let day = envelope.expires else {
            throw LevyError(.earmarkEnvelopeLasts, ["envelope": self.envelope, "year": year.text])
        }
        guard day <= Int64(expires.dayNumber) else {
            throw LevyError(
                .earmarkEnvelopeLater,
                [
                    "envelope": self.envelope, "expires": expires.iso,
                    "found": Int32(exactly: day).flatMap { try? CalendarDate(dayNumber: $0) }?.iso ?? "",
                ])
        }
        guard expires >= date else {
            throw LevyError(.earmarkExpired, ["expires": expires.iso, "date": date.iso])
        }
        _ = try boundEntries(in: session)
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let state = try BudgetWorkspace.of(session).knownEnvelope(envelope, in: year)
        try EarmarkTable(session).open(amount, expires: state.expires ?? Int64(expires.dayNumber), at: sequence)
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let journal = try JournalWorkspace.of(session)
        var financial = FinancialMovement()
        try financial.add(amount, journal.controlAccount(.cash))
        switch basis {
        case .ownLaw:
            try financial.add(0 - amount, account)
            try financial.add(amount, journal.controlAccount(.unrestricted))
            try financial.add(0 - amount, journal.controlAccount(.restricted))
        case .outside:
            try financial.add(0 - amount, journal.controlAccount(.deferred))
        }
        var movement = BudgetMovement()
        try movement.move(amount, in: envelope, debit: .authorised, credit: .available)
        return [BoundEntry(entry, year, movement, financial: financial, date: date)]
    }
}
