import AuditTrail
import ReferenceData

/// `transfer.returned/1`: a temporary transfer is given back, or a part of it. FORMAT.md, section 18.4.
public struct TransferReturned: BudgetAct, Equatable {
    public static let kind = "transfer.returned/1"
    public static let rules = TransferProposed.rules
    public static let parts: [VerdictName] = [.rules, .budgets]

    /// The sequence of the transfer that was posted.
    public let transfer: Int64
    /// Cents.
    public let amount: Int64
    public let entry: EntryID

    public init(transfer: Int64, amount: Int64, entry: EntryID) {
        self.transfer = transfer
        self.amount = amount
        self.entry = entry
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        amount = try reader.count("amount")
        entry = try EntryID(parsing: reader.string("entry"))
        transfer = try reader.count("transfer", least: 1)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", amount)
        try writer.member("entry", entry.text)
        try writer.member("kind", kind)
        writer.member("transfer", transfer)
        writer.endObject()
    }

    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        guard part == .rules else { return try judgeAsAct(in: session, at: sequence) }
        try TransferWorkspace.of(session).judge(self)
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        guard part == .rules else { return try applyAsAct(in: session, at: sequence) }
        try TransferWorkspace.of(session).giveBack(self)
    }

    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        let (_, operation) = try back(in: session)
        try TransferPosted.judge(operation, amount, in: session)
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let (target, operation) = try back(in: session)
        let budgets = try BudgetWorkspace.of(session)
        try budgets.change(target.envelope, in: target.year) { $0.transferredOut += amount }
        try budgets.change(operation.source.envelope, in: operation.source.year) { $0.transferredIn += amount }
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let (target, operation) = try back(in: session)
        var movement = BudgetMovement()
        try movement.move(0 - amount, in: target.envelope, debit: .authorised, credit: .available)
        try movement.move(amount, in: operation.source.envelope, debit: .authorised, credit: .available)
        return [BoundEntry(entry, operation.source.year, movement)]
    }

    /// What was lent, and to whom.
    private func back(in session: RegisterSession) throws -> (TransferOperation.Place, TransferOperation) {
        let operation = try TransferWorkspace.of(session).lent(by: transfer)
        guard let target = operation.target, operation.operation == .temporaryTransfer else {
            throw PartUnjudged(restsOn: .rules)
        }
        return (target, operation)
    }
}
