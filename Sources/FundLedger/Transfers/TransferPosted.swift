import AuditTrail
import ReferenceData

/// `transfer.posted/1`: a proposed transfer is done, with the entries that follow. FORMAT.md, section 18.4.
///
/// The budgets judge what it moves, the rules whether it may.
public struct TransferPosted: BudgetAct, LendingRecord, Equatable {
    public static let kind = "transfer.posted/1"
    public static let rules = TransferRefused.rules
    public static let parts: [VerdictName] = [.rules, .budgets]

    public let proposal: Int64
    /// The source's first.
    public let entries: [EntryID]

    public var lendsTo: [String] { entries.map(\.text) }

    public init(proposal: Int64, entries: [EntryID]) {
        self.proposal = proposal
        self.entries = entries
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        entries = try reader.strings("entries").map { try EntryID(parsing: $0) }
        guard (1...2).contains(entries.count) else { throw reader.malformed("entries", String(entries.count)) }
        proposal = try reader.count("proposal", least: 1)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        try writer.member("entries", texts: entries.map(\.text))
        try writer.member("kind", kind)
        writer.member("proposal", proposal)
        writer.endObject()
    }

    public func judge(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        guard part == .rules else { return try judgeAsAct(in: session, at: sequence) }
        try TransferWorkspace.of(session).judge(self)
    }

    public func apply(_ part: VerdictName, in session: RegisterSession, at sequence: Int64) throws {
        guard part == .rules else { return try applyAsAct(in: session, at: sequence) }
        try TransferWorkspace.of(session).post(self, at: sequence)
    }

    public func judgeAct(in session: RegisterSession, at sequence: Int64) throws {
        let operation = try TransferWorkspace.of(session).moved(by: proposal)
        guard entries.count == operation.years.count else {
            throw LedgerError(
                .transferEntries, ["found": String(entries.count), "expected": String(operation.years.count)])
        }
        try Self.judge(operation, operation.amount, in: session)
    }

    /// Both envelopes are known, and what they gave and got in all stays within 64 bits.
    static func judge(_ operation: TransferOperation, _ amount: Int64, in session: RegisterSession) throws {
        let budgets = try BudgetWorkspace.of(session)
        for place in [operation.source, operation.target].compactMap({ $0 }) {
            try budgets.requireControlled(place.year)
            let amounts = try budgets.knownEnvelope(place.envelope, in: place.year).amounts
            guard !amounts.transferredIn.addingReportingOverflow(amount).overflow,
                !amounts.transferredOut.addingReportingOverflow(amount).overflow
            else { throw LedgerError(.budgetOverflow, ["envelope": place.envelope]) }
        }
    }

    public func applyAct(in session: RegisterSession, at sequence: Int64) throws {
        let operation = try TransferWorkspace.of(session).proposed(proposal).operation
        let budgets = try BudgetWorkspace.of(session)
        try budgets.change(operation.source.envelope, in: operation.source.year) {
            $0.transferredOut += operation.amount
        }
        guard let target = operation.target else { return }
        try budgets.change(target.envelope, in: target.year) { $0.transferredIn += operation.amount }
    }

    public func boundEntries(in session: RegisterSession) throws -> [BoundEntry] {
        let movements = try TransferWorkspace.of(session).proposed(proposal).operation.movements()
        return zip(entries, movements).map { BoundEntry($0, $1.year, $1.movement) }
    }
}
