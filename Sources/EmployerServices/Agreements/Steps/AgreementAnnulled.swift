import AuditTrail

/// `agreement.annulled/1`: it should never have been written; it counts no more. FORMAT.md, section 20.4.
public struct AgreementAnnulled: AgreementRecord, Equatable {
    public static let move = AgreementMove.annulled
    public static let rules = KindRules.services(.agent, .admin)

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

    public var act: AgreementAct { .annulled }
    public var said: [String: CanonicalValue?] { ["reason": .text(reason)] }
    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] { [("reason", reason, ServiceGrammar.reason)] }
}
