import AuditTrail
import ReferenceData

/// `programme.set/1`: a skills strategy or a regulated programme whose participants are counted (seed 476-486, 895-900),
/// set or set anew. FORMAT.md, section 20.3.
public struct ProgrammeSet: ServiceRecord, Equatable {
    public static let kind = "programme.set/1"
    public static let rules = KindRules.services(.admin)

    public enum Nature: String, CaseIterable, Sendable { case strategy, regulated }

    public let programme: String
    public let nature: Nature
    public let name: String
    public let nameEnglish: String
    public let committee: String?
    public let citation: String

    public init(
        programme: String, nature: Nature, name: String, nameEnglish: String, committee: String? = nil, citation: String
    ) {
        self.programme = programme
        self.nature = nature
        self.name = name
        self.nameEnglish = nameEnglish
        self.committee = committee
        self.citation = citation
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        citation = try reader.text("citation", bytes: ServiceGrammar.citation)
        committee = try reader.optionalSlug("committee")
        name = try reader.text("name", bytes: ServiceGrammar.name)
        nameEnglish = try reader.text("name_en", bytes: ServiceGrammar.name)
        nature = try reader.word("nature")
        programme = try reader.slug("programme")
    }

    public var members: [String: CanonicalValue?] {
        [
            "citation": .text(citation), "committee": committee.map { .string($0) }, "name": .text(name),
            "name_en": .text(nameEnglish), "nature": .string(nature.rawValue), "programme": .string(programme),
        ]
    }

    /// Refuses: E-LST-009.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        if let committee { try services.requireCommittee(committee) }
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            """
            INSERT OR REPLACE INTO programme (register, programme, committee, nature, name, name_en, sequence)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, services.register, .text(programme), .optional(committee), .text(nature.rawValue), .text(name),
            .text(nameEnglish), .integer(sequence))
    }
}
