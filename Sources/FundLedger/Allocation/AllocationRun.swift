import AuditTrail
import ReferenceData

/// `allocation.run/1`: an envelope shared out by agreed criteria. FORMAT.md, section 18.1.
public struct AllocationRun: BudgetAct, Equatable {
    public struct Share: Sendable, Equatable {
        public let envelope: String
        /// Cents.
        public let amount: Int64

        public init(envelope: String, amount: Int64) {
            self.envelope = envelope
            self.amount = amount
        }
    }

    /// A file that the criteria read.
    public struct Input: Sendable, Equatable {
        public let name: String
        public let sha256: Digest

        public init(name: String, sha256: Digest) {
            self.name = name
            self.sha256 = sha256
        }
    }

    /// Who agreed or approved, and when.
    public struct Assent: Sendable, Equatable {
        public let by: String
        public let on: CalendarDate

        public init(by: String, on: CalendarDate) {
            self.by = by
            self.on = on
        }
    }

    public static let kind = "allocation.run/1"
    public static let rules = EnvelopeOpened.rules
    public static let mostShares = 5000
    public static let assentBytes = 1...200
    public static let mostInputs = 100

    /// The envelope that is shared out.
    public let envelope: String
    public let year: FiscalYear
    public let shares: [Share]
    public let agreed: Assent
    public let approved: Assent
    public let criteria: Digest
    public let inputs: [Input]
    public let entry: EntryID

    public init(
        envelope: String, year: FiscalYear, shares: [Share], agreed: Assent, approved: Assent, criteria: Digest,
        inputs: [Input], entry: EntryID
    ) {
        self.envelope = envelope
        self.year = year
        self.shares = shares
        self.agreed = agreed
        self.approved = approved
        self.criteria = criteria
        self.inputs = inputs
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        agreed = Assent(
            by: try reader.text("agreed_by", bytes: Self.assentBytes),
            on: try CalendarDate(iso: reader.string("agreed_on")))
        approved = Assent(
            by: try reader.text("approved_by", bytes: Self.assentBytes),
            on: try CalendarDate(iso: reader.string("approved_on")))
        criteria = try reader.digest("criteria_sha256")
        entry = try EntryID(parsing: reader.string("entry"))
        envelope = try reader.string("envelope", EnvelopeCode.isValid)
        inputs = try reader.readers("inputs").map { item in
            var item = item
            let input = Input(name: try item.text("name", bytes: 1...255), sha256: try item.digest("sha256"))
            try item.finish()
            return input
        }
        guard inputs.count <= Self.mostInputs else { throw reader.malformed("inputs", String(inputs.count)) }
        shares = try reader.readers("shares").map { item in
            var item = item
            let amount = try item.count("amount")
            let share = Share(envelope: try item.string("envelope", EnvelopeCode.isValid), amount: amount)
            try item.finish()
            return share
        }
        guard (1...Self.mostShares).contains(shares.count) else {
            throw reader.malformed("shares", String(shares.count))
        }
        year = try FiscalYear(parsing: reader.string("year"))
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("agreed_by", agreed.by)
        try writer.member("agreed_on", agreed.on.iso)
        try writer.member("approved_by", approved.by)
        try writer.member("approved_on", approved.on.iso)
        try writer.member("criteria_sha256", criteria.hex)
        try writer.member("entry", entry.text)
        try writer.member("envelope", envelope)
        writer.name("inputs")
        writer.beginArray()
        for input in inputs {
            writer.beginObject()
            try writer.member("name", input.name)
            try writer.member("sha256", input.sha256.hex)
            writer.endObject()
        }
        writer.endArray()
        try writer.member("kind", kind)
        writer.name("shares")
        writer.beginArray()
        for share in shares {
            writer.beginObject()
            writer.member("amount", share.amount)
            try writer.member("envelope", share.envelope)
            writer.endObject()
        }
        writer.endArray()
        try writer.member("year", year.text)
        writer.endObject()
    }

    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        let budgets = try BudgetWorkspace.of(session)
        try budgets.requireControlled(year)
        let source = try budgets.knownEnvelope(envelope, in: year)
        var last: String?
        for share in shares {
            guard share.envelope != envelope, last.map({ EnvelopeCode.precedes($0, share.envelope) }) ?? true else {
                throw LedgerError(.allocationShares, ["envelope": share.envelope])
            }
            last = share.envelope
            guard share.amount > 0 else {
                throw LedgerError(.actAmount, ["kind": Self.kind, "amount_cents": String(share.amount)])
            }
            let initial = try budgets.knownEnvelope(share.envelope, in: year).amounts.initial
            guard !initial.addingReportingOverflow(share.amount).overflow else {
                throw LedgerError(.budgetOverflow, ["envelope": share.envelope])
            }
        }
        guard !source.amounts.initial.subtractingReportingOverflow(try total()).overflow else {
            throw LedgerError(.budgetOverflow, ["envelope": envelope])
        }
    }

    /// The sum of the shares. Refuses: E-ENV-010.
    public func total() throws -> Int64 {
        try shares.reduce(Int64(0)) { total, share in
            let (sum, overflow) = total.addingReportingOverflow(share.amount)
            guard !overflow else { throw LedgerError(.budgetOverflow, ["envelope": envelope]) }
            return sum
        }
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let budgets = try BudgetWorkspace.of(session)
        let total = try self.total()
        try budgets.change(envelope, in: year) { $0.initial -= total }
        for share in shares { try budgets.change(share.envelope, in: year) { $0.initial += share.amount } }
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        var movement = BudgetMovement()
        try movement.move(0 - total(), in: envelope, debit: .authorised, credit: .available)
        for share in shares {
            try movement.move(share.amount, in: share.envelope, debit: .authorised, credit: .available)
        }
        return [BoundEntry(entry, year, movement)]
    }
}
