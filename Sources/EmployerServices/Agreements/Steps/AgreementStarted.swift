import AuditTrail

/// `agreement.started/1`: the booklet is handed over. FORMAT.md, section 20.4.
public struct AgreementStarted: AgreementRecord, Equatable {
    public static let move = AgreementMove.started
    public static let rules = KindRules.services(.agent, .coordinator)

    public let head: AgreementHead

    public init(_ head: AgreementHead) { self.head = head }
    public init(from reader: inout CanonicalObject.Reader) throws { head = try AgreementHead(from: &reader) }

    public var act: AgreementAct { .started }
    public var said: [String: CanonicalValue?] { [:] }
}
