import AuditTrail

/// `agreement.completed/1`: every module is checked; the certificate of professional qualification. FORMAT.md, section 20.4.
public struct AgreementCompleted: AgreementRecord, Equatable {
    public static let move = AgreementMove.completed
    public static let rules = KindRules.services(.agent)

    public let head: AgreementHead
    /// Its number.
    public let certificate: String

    public init(_ head: AgreementHead, certificate: String) {
        self.head = head
        self.certificate = certificate
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try AgreementHead(from: &reader)
        certificate = try reader.text("certificate", bytes: AgreementTexts.paper)
    }

    public var act: AgreementAct { .completed }
    public var said: [String: CanonicalValue?] { ["certificate": .text(certificate)] }
    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        [("certificate", certificate, AgreementTexts.paper)]
    }
}
