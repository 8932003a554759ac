import AuditTrail
import ReferenceData

/// The budget of one fund inside a transaction: each act with the entries that it binds.
public struct Budget {
    public let session: RegisterSession
    let journal: Journal

    /// Refuses: E-ACC-025 for a register that keeps no books.
    public init(_ session: RegisterSession) throws {
        self.session = session
        journal = try Journal(session)
    }

    /// Opens an envelope; its amount is authorised by an entry of that date. Refuses: E-YEA-001, E-ENV codes.
    @discardableResult
    public func open(_ envelope: Envelope, on date: CalendarDate) throws -> EnvelopeOpened {
        try requireControlled(envelope.year)
        let entry = envelope.amount.isZero ? nil : try journal.nextID(envelope.year)
        let opened = EnvelopeOpened(envelope, entry: entry)
        try post(opened, on: date, reference: envelope.code, memo: envelope.name)
        return opened
    }

    /// Authorises more, or less. Refuses: E-YEA-001, E-ENV codes, E-JRN-029.
    @discardableResult
    public func revise(
        _ code: String, in year: FiscalYear, by amount: Cents, reason: String, on date: CalendarDate
    ) throws -> EnvelopeRevised {
        try EntryDraft.limit("reason", reason, EntryLimits.reasonBytes)
        try requireControlled(year)
        let revised = EnvelopeRevised(
            envelope: code, year: year, amount: amount.value, reason: reason, entry: try journal.nextID(year))
        try post(revised, on: date, reference: code, memo: reason)
        return revised
    }

    /// Sets a ceiling of the fund, or sets it anew. Refuses: E-YEA-001, E-ENV-004.
    public func set(_ ceiling: CeilingSet) throws { try session.append(ceiling) }

    /// Refuses: E-YEA-001, E-ENV-004.
    public func requireControlled(_ year: FiscalYear) throws {
        try BudgetWorkspace.of(session).requireControlled(year)
    }

    /// Appends an act and the entries that it binds. `date`: the effective date, moved into each entry's year.
    @discardableResult
    public func post(
        _ act: some BudgetAct, on date: CalendarDate, reference: String, memo: String
    ) throws -> [JournalEntry] {
        let bound = try bindings(of: act)
        try session.append(act)
        return try postEntries(bound, on: date, reference: reference, memo: memo)
    }

    /// Appends the entries of an act that was appended just before.
    func postEntries(
        _ bound: [BoundEntry], on date: CalendarDate, reference: String, memo: String
    ) throws -> [JournalEntry] {
        try bound.map { bound in
            let (day, period) = try Self.place(of: bound.date ?? date, in: bound.year)
            let budgetary = try journal.workspace.postings(of: bound.movement, Self.order(bound.movement))
            let postings =
                try bound.reversal?.entry.postings.map { try $0.negated() }
                ?? (bound.financial?.postings ?? []) + budgetary
            var entry = JournalEntry(
                id: bound.entry, date: day, period: period, reference: reference,
                memo: Self.prefix(memo, EntryLimits.memoBytes), postings: postings)
            entry.reverses = bound.reversal?.entry.id
            entry.reason = bound.reversal?.reason
            try session.append(entry)
            return entry
        }
    }

    /// The entries of an act that is lawful; none of one that is not, for appending it is refused with the reason.
    private func bindings(of act: some BudgetAct) throws -> [BoundEntry] {
        try act.judgeAct(in: session, at: session.register.size + 1)
        return try act.boundEntries(in: session)
    }

    /// What loses first, then the others, in byte order.
    private static func order(_ movement: BudgetMovement) -> [String] {
        let codes = movement.envelopes
        func loses(_ code: String) -> Bool { (movement.sums[.init(code, .authorised)] ?? 0) < 0 }
        return codes.filter(loses) + codes.filter { !loses($0) }
    }

    /// Refuses: E-ENV-028 for a day after the year that an act is of.
    public static func requireDay(_ day: CalendarDate, notAfter year: FiscalYear) throws {
        guard day > year.lastDay else { return }
        throw LedgerError(.actDateAfterYear, ["date": day.iso, "year": year.text])
    }

    /// The date and period of an entry that is to lie in a year: the date itself where it is of the year, else its first
    /// period (the date kept) or its last day.
    static func place(of date: CalendarDate, in year: FiscalYear) throws -> (CalendarDate, PeriodID) {
        if year.contains(date) { return (date, try PeriodID(of: date)) }
        if date < year.firstDay { return (date, try PeriodID(year: year, number: 1)) }
        return (year.lastDay, try PeriodID(of: year.lastDay))
    }

    /// At most so many bytes of a text, whole characters of it.
    static func prefix(_ text: String, _ bytes: Int) -> String {
        var kept = text
        while kept.utf8.count > bytes { kept.removeLast() }
        return kept
    }
}
