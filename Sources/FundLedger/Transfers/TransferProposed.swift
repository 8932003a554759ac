import AuditTrail
import ReferenceData

/// `transfer.proposed/1`: an operation that the rules permit, or would with approvals. FORMAT.md, section 18.4.
public struct TransferProposed: Record, Equatable {
    public static let kind = "transfer.proposed/1"
    public static let rules = KindRules(.roles([.financeOfficer]), registers: RegisterName.funds, verdict: .rules)
    public static let reasonBytes = 0...1000

    public let operation: TransferOperation
    public let reason: String
    public let verdict: TransferVerdict
    /// The authorities whose approval is asked for, and those to be told; ascending.
    public let approvals: [String]
    public let notices: [String]

    public init(from reader: inout CanonicalObject.Reader) throws {
        operation = try TransferOperation(from: &reader)
        reason = try reader.text("reason", bytes: Self.reasonBytes)
        verdict = try TransferVerdict(from: &reader)
        approvals = try Self.authorities(&reader, "approvals")
        notices = try Self.authorities(&reader, "notices")
    }

    init(
        _ operation: TransferOperation, reason: String, verdict: TransferVerdict, approvals: [String], notices: [String]
    ) {
        self.operation = operation
        self.reason = reason
        self.verdict = verdict
        self.approvals = approvals
        self.notices = notices
    }

    private static func authorities(_ reader: inout CanonicalObject.Reader, _ name: String) throws -> [String] {
        let texts = try reader.strings(name)
        guard texts.count <= RuleForm.mostAuthorities, texts.allSatisfy(Grammar.isScope) else {
            throw reader.malformed(name, texts.joined(separator: " "))
        }
        return texts
    }

    public func write(into writer: inout CanonicalWriter, kind: String) throws {
        writer.beginObject()
        writer.member("amount", operation.amount)
        try writer.member("approvals", texts: approvals)
        try writer.member("date", operation.date.iso)
        try operation.source.write("from", into: &writer)
        try writer.member("kind", kind)
        try writer.member("notices", texts: notices)
        try writer.member("operation", operation.operation.rawValue)
        try writer.member("outcome", verdict.outcome.rawValue)
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
        try TransferWorkspace.of(session).open(proposal: sequence)
    }
}
