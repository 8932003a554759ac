import AuditTrail
import ReferenceData

/// `commitment.opened/1`: budget bound by an agreement, an order, a decision. Its name is that of its entry. FORMAT.md,
/// section 18.1.
public struct CommitmentOpened: BudgetAct, Equatable {
    /// What is bound for a later year: a contractual obligation until that year continues it.
    public struct Later: Sendable, Equatable {
        public let year: FiscalYear
        public let amount: Int64

        public init(year: FiscalYear, amount: Int64) {
            self.year = year
            self.amount = amount
        }
    }

    public static let kind = "commitment.opened/1"
    public static let rules = EnvelopeOpened.rules
    public static let payeeBytes = 1...200
    public static let mostLater = 20

    public let envelope: String
    public let year: FiscalYear
    /// Cents of this year.
    public let amount: Int64
    public let entry: EntryID
    public let memo: String
    /// An organisation, never a person's information.
    public let payee: String?
    /// The commitment of an earlier year whose later amount this is.
    public let continues: EntryID?
    public let later: [Later]

    public init(
        envelope: String, year: FiscalYear, amount: Int64, entry: EntryID, memo: String, payee: String? = nil,
        continues: EntryID? = nil, later: [Later] = []
    ) {
        self.envelope = envelope
        self.year = year
        self.amount = amount
        self.entry = entry
        self.memo = memo
        self.payee = payee
        self.continues = continues
        self.later = later
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.count("amount")
        continues = try reader.optionalString("continues").map { try EntryID(parsing: $0) }
        entry = try EntryID(parsing: reader.string("entry"))
        envelope = try reader.string("envelope", EnvelopeCode.isValid)
        if reader.has("later") {
            later = try reader.readers("later").map { item in
                var item = item
                let amount = try item.count("amount")
                let year = try FiscalYear(parsing: item.string("year"))
                try item.finish()
                return Later(year: year, amount: amount)
            }
            guard (1...Self.mostLater).contains(later.count) else {
                throw reader.malformed("later", String(later.count))
            }
        } else {
            later = []
        }
        memo = try reader.text("memo", bytes: 0...EntryLimits.memoBytes)
        payee = try reader.optionalText("payee", bytes: Self.payeeBytes)
        year = try FiscalYear(parsing: reader.string("year"))
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", amount)
        if let continues { try writer.member("continues", continues.text) }
        try writer.member("entry", entry.text)
        try writer.member("envelope", envelope)
        try writer.member("kind", kind)
        if !later.isEmpty {
            writer.name("later")
            writer.beginArray()
            for part in later {
                writer.beginObject()
                writer.member("amount", part.amount)
                try writer.member("year", part.year.text)
                writer.endObject()
            }
            writer.endArray()
        }
        try writer.member("memo", memo)
        if let payee { try writer.member("payee", payee) }
        try writer.member("year", year.text)
        writer.endObject()
    }

    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        let budgets = try BudgetWorkspace.of(session)
        try budgets.requireControlled(year)
        _ = try budgets.knownEnvelope(envelope, in: year)
        guard amount > 0 else {
            throw LedgerError(.actAmount, ["kind": Self.kind, "amount_cents": String(amount)])
        }
        var last = year
        for part in later {
            guard part.year > last, part.amount > 0 else {
                throw LedgerError(.commitmentLater, ["year": part.year.text])
            }
            last = part.year
        }
        guard let continues else { return }
        let parameters = ["continues": continues.text, "year": year.text]
        guard let held = try budgets.commitment(continues).later[year.startYear] else {
            throw LedgerError(.continuesUnknown, parameters)
        }
        guard amount <= held.amount - held.continued else {
            let facts = [
                "amount_cents": String(held.amount), "continued_cents": String(held.continued),
                "asked_cents": String(amount), "excess_cents": String(amount - (held.amount - held.continued)),
            ]
            throw LedgerError(.continuesExceeded, parameters.merging(facts) { $1 })
        }
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        try BudgetWorkspace.of(session).open(self, at: sequence)
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        var movement = BudgetMovement()
        try movement.move(amount, in: envelope, debit: .available, credit: .committed)
        return [BoundEntry(entry, year, movement)]
    }
}
