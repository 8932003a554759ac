import AuditTrail
import ReferenceData

/// `commitment.released/1`: lets go of what is left of a commitment, or of a part. FORMAT.md, section 18.1.
public struct CommitmentReleased: BudgetAct, Equatable {
    public static let kind = "commitment.released/1"
    public static let rules = EnvelopeOpened.rules

    public let commitment: EntryID
    /// Cents.
    public let amount: Int64
    public let entry: EntryID
    public let reason: String

    public init(commitment: EntryID, amount: Int64, entry: EntryID, reason: String) {
        self.commitment = commitment
        self.amount = amount
        self.entry = entry
        self.reason = reason
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.count("amount")
        commitment = try EntryID(parsing: reader.string("commitment"))
        entry = try EntryID(parsing: reader.string("entry"))
        reason = try reader.text("reason", bytes: 1...EntryLimits.reasonBytes)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", amount)
        try writer.member("commitment", commitment.text)
        try writer.member("entry", entry.text)
        try writer.member("kind", kind)
        try writer.member("reason", reason)
        writer.endObject()
    }

    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        try BudgetWorkspace.of(session).judge(taking: amount, of: commitment, kind: Self.kind)
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        try BudgetWorkspace.of(session).change(commitment: commitment) { $0.released += amount }
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let state = try BudgetWorkspace.of(session).commitment(commitment)
        var movement = BudgetMovement()
        try movement.move(amount, in: state.envelope, debit: .committed, credit: .available)
        return [BoundEntry(entry, state.year, movement)]
    }
}
