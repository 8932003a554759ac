import AuditTrail

/// `agreement.suspended/1`: learning stops for a time. FORMAT.md, section 20.4.
public struct AgreementSuspended: AgreementRecord, Equatable {
    public static let move = AgreementMove.suspended
    public static let rules = KindRules.services(.agent, .coordinator)

    public let head: AgreementHead
    public let reason: String

    public init(_ head: AgreementHead, reason: String) {
        self.head = head
        self.reason = reason
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try AgreementHead(from: &reader)
        reason = try reader.text("reason", bytes: ServiceGrammar.reason)
    }

    public var act: AgreementAct { .suspended }
    public var said: [String: CanonicalValue?] { ["reason": .text(reason)] }
    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] { [("reason", reason, ServiceGrammar.reason)] }
}
