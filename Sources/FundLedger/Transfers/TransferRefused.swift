import AuditTrail
import ReferenceData

/// `transfer.refused/1`: an operation that rules or funds do not allow, and why. FORMAT.md, section 18.4.
public struct TransferRefused: Record, Equatable {
    public static let kind = "transfer.refused/1"
    public static let rules = KindRules(
        .roles([.financeOfficer, .approver]), registers: RegisterName.funds, verdict: .rules)

    public let operation: TransferOperation
    public let reason: String
    public let verdict: TransferVerdict
    /// The proposal that is dead of it.
    public let proposal: Int64?

    init(_ operation: TransferOperation, reason: String, verdict: TransferVerdict, proposal: Int64? = nil) {
        self.operation = operation
        self.reason = reason
        self.verdict = verdict
        self.proposal = proposal
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        operation = try TransferOperation(from: &reader)
        proposal = try reader.has("proposal") ? reader.count("proposal", least: 1) : nil
        reason = try reader.text("reason", bytes: TransferProposed.reasonBytes)
        verdict = try TransferVerdict(from: &reader)
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", operation.amount)
        try writer.member("date", operation.date.iso)
        try operation.source.write("from", into: &writer)
        try writer.member("kind", kind)
        try writer.member("operation", operation.operation.rawValue)
        try writer.member("outcome", verdict.outcome.rawValue)
        if let proposal { writer.member("proposal", proposal) }
        try writer.member("reason", reason)
        if let repayBy = operation.repayBy { try writer.member("repay_by", repayBy.iso) }
        try verdict.writeRules(into: &writer)
        try operation.target?.write("to", into: &writer)
        writer.endObject()
    }

    public func judge(in session: RegisterSession, at sequence: Int64) throws {
        try TransferWorkspace.of(session).judge(self)
    }

    public func apply(in session: RegisterSession, at sequence: Int64) throws {
        try TransferWorkspace.of(session).refuse(self, at: sequence)
    }
}
