import AuditTrail
import ReferenceData

/// `commitment.spent/1`: the next entry spends of a commitment. FORMAT.md, section 18.1.
public struct CommitmentSpent: BudgetAct, Equatable {
    public static let kind = "commitment.spent/1"
    public static let rules = EnvelopeOpened.rules
    public static let isReversible = true

    public let commitment: EntryID
    /// Cents: the sum of the entry's expenses.
    public let amount: Int64
    public let entry: EntryID

    public init(commitment: EntryID, amount: Int64, entry: EntryID) {
        self.commitment = commitment
        self.amount = amount
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.count("amount")
        commitment = try EntryID(parsing: reader.string("commitment"))
        entry = try EntryID(parsing: reader.string("entry"))
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", amount)
        try writer.member("commitment", commitment.text)
        try writer.member("entry", entry.text)
        try writer.member("kind", kind)
        writer.endObject()
    }

    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        try BudgetWorkspace.of(session).judge(taking: amount, of: commitment, kind: Self.kind)
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        try BudgetWorkspace.of(session).change(commitment: commitment) { $0.spent += amount }
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let state = try BudgetWorkspace.of(session).commitment(commitment)
        var movement = BudgetMovement()
        try movement.move(amount, in: state.envelope, debit: .committed, credit: .spent)
        return [BoundEntry(entry, state.year, movement, expense: .init(envelope: state.envelope, cents: amount))]
    }

    /// A reversal gives back what the entry spent; annulled, it takes it again.
    public func judgeReversal(undone: Bool, in session: RegisterSession) throws {
        if undone { try BudgetWorkspace.of(session).judge(taking: amount, of: commitment, kind: Self.kind) }
    }

    public func applyReversal(undone: Bool, in session: RegisterSession) throws {
        try BudgetWorkspace.of(session).change(commitment: commitment) { $0.spent += undone ? amount : 0 - amount }
    }
}
