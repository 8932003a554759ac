import AuditTrail

/// Why an agreement ends before its modules are learnt. FORMAT.md, section 20.1.
public enum AgreementCause: String, Sendable, CaseIterable {
    case apprenticeLeft = "apprentice-left"
    case employerLeft = "employer-left"
    case employerClosed = "employer-closed"
    case notProgressing = "not-progressing"
    case other
}

/// `agreement.ended/1`: it ends early, without a paper. FORMAT.md, section 20.4.
public struct AgreementEnded: AgreementRecord, Equatable {
    public static let move = AgreementMove.ended
    public static let rules = KindRules.services(.agent, .coordinator)

    public let head: AgreementHead
    public let cause: AgreementCause
    public let reason: String

    public init(_ head: AgreementHead, cause: AgreementCause, reason: String) {
        self.head = head
        self.cause = cause
        self.reason = reason
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try AgreementHead(from: &reader)
        cause = try reader.word("cause")
        reason = try reader.text("reason", bytes: ServiceGrammar.reason)
    }

    public var act: AgreementAct { .ended }
    public var said: [String: CanonicalValue?] { ["cause": .string(cause.rawValue), "reason": .text(reason)] }
    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] { [("reason", reason, ServiceGrammar.reason)] }
}
