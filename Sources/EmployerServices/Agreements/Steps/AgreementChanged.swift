import AuditTrail

/// `agreement.changed/1`: another companion, another employer, another end, other hours. The booklet follows the
/// apprentice. FORMAT.md, section 20.4.
public struct AgreementChanged: AgreementRecord, Equatable {
    public static let move = AgreementMove.changed
    public static let rules = KindRules.services(.agent, .coordinator)

    public let head: AgreementHead
    public let change: AgreementChange

    public init(_ head: AgreementHead, _ change: AgreementChange) {
        self.head = head
        self.change = change
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try AgreementHead(from: &reader)
        var change = AgreementChange()
        change.companion = try reader.optionalSubject("companion")
        change.employer = try reader.optionalNEQ("employer")?.text
        change.ends = try reader.optionalDay("ends")
        change.establishment = try reader.optionalCount("establishment", least: 1)
        change.hours = try reader.has("hours") ? reader.count("hours", in: AgreementTerms.hours) : nil
        change.office = try reader.optionalOffice()
        self.change = change
    }

    public var act: AgreementAct { .changed(change) }

    public var said: [String: CanonicalValue?] {
        [
            "companion": change.companion.map { .string($0) }, "employer": change.employer.map { .string($0) },
            "ends": change.ends.map { .string($0.iso) }, "establishment": change.establishment.map { .integer($0) },
            "hours": change.hours.map { .integer($0) }, "office": change.office.map { .string($0) },
        ]
    }
}
