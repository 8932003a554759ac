import AuditTrail

/// `agreement.recognised/1`: some modules are checked; the attestation of competences. FORMAT.md, section 20.4.
public struct AgreementRecognised: AgreementRecord, Equatable {
    public static let move = AgreementMove.recognised
    public static let rules = KindRules.services(.agent)

    public let head: AgreementHead
    /// Its number.
    public let attestation: String

    public init(_ head: AgreementHead, attestation: String) {
        self.head = head
        self.attestation = attestation
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try AgreementHead(from: &reader)
        attestation = try reader.text("attestation", bytes: AgreementTexts.paper)
    }

    public var act: AgreementAct { .recognised }
    public var said: [String: CanonicalValue?] { ["attestation": .text(attestation)] }
    public var texts: [(part: String, text: String, bytes: ClosedRange<Int>)] {
        [("attestation", attestation, AgreementTexts.paper)]
    }
}
