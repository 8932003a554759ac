import AuditTrail
import ReferenceData

/// `agreement.drafted/1`: an apprentice, a standard, an employer. FORMAT.md, section 20.4.
public struct AgreementDrafted: AgreementRecord, IntakeRecord, Equatable {
    public static let move = AgreementMove.drafted
    public static let rules = KindRules.services(.agent, .coordinator)

    public let head: AgreementHead
    public let opening: AgreementOpening
    /// Where an import took it from.
    public let intake: IntakeMark?

    public init(_ head: AgreementHead, _ opening: AgreementOpening, intake: IntakeMark? = nil) {
        self.head = head
        self.opening = opening
        self.intake = intake
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try AgreementHead(from: &reader)
        let apprentice = try reader.subject("apprentice")
        let companion = try reader.optionalSubject("companion")
        let employer = try reader.neq("employer").text
        let establishment = try reader.optionalCount("establishment", least: 1)
        let office = try reader.office()
        opening = AgreementOpening(
            apprentice: apprentice, companion: companion, employer: employer, establishment: establishment, office: office,
            standard: try reader.slug("standard"))
        intake = try reader.intakeMark()
    }

    public var act: AgreementAct { .drafted(opening) }

    public var said: [String: CanonicalValue?] {
        [
            "apprentice": .string(opening.apprentice), "companion": opening.companion.map { .string($0) },
            "employer": .string(opening.employer), "establishment": opening.establishment.map { .integer($0) },
            "office": .string(opening.office), "standard": .string(opening.standard),
        ]
    }
}
