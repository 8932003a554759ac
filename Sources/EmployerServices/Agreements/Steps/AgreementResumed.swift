import AuditTrail
import ReferenceData

/// `agreement.resumed/1`: after a suspension, with the end that it has now. FORMAT.md, section 20.4.
public struct AgreementResumed: AgreementRecord, Equatable {
    public static let move = AgreementMove.resumed
    public static let rules = KindRules.services(.agent, .coordinator)

    public let head: AgreementHead
    public let ends: CalendarDate

    public init(_ head: AgreementHead, ends: CalendarDate) {
        self.head = head
        self.ends = ends
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try AgreementHead(from: &reader)
        ends = try reader.day("ends")
    }

    public var act: AgreementAct { .resumed(ends: ends) }
    public var said: [String: CanonicalValue?] { ["ends": .string(ends.iso)] }
}
