import AuditTrail
import ReferenceData

/// `committee.set/1`: a sector committee, set or set anew. FORMAT.md, section 20.3.
public struct CommitteeSet: CommitteeRecord, Equatable {
    public static let kind = "committee.set/1"
    public static let rules = KindRules.services(.admin, .coordinator)
    public static let mandateBytes = 1...4000

    public let head: CommitteeHead
    public let name: String
    public let nameEnglish: String?
    public let sector: String
    /// Ascending, none twice.
    public let scian: [SCIAN]
    /// Of the committee's own body.
    public let neq: NEQ?
    public let mandate: String?

    public init(
        _ head: CommitteeHead, name: String, nameEnglish: String? = nil, sector: String, scian: [SCIAN] = [],
        neq: NEQ? = nil, mandate: String? = nil
    ) {
        self.head = head
        self.name = name
        self.nameEnglish = nameEnglish
        self.sector = sector
        self.scian = scian.sorted()
        self.neq = neq
        self.mandate = mandate
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        head = try CommitteeHead(from: &reader)
        mandate = try reader.optionalText("mandate", bytes: Self.mandateBytes)
        name = try reader.text("name", bytes: ServiceGrammar.name)
        nameEnglish = try reader.optionalText("name_en", bytes: ServiceGrammar.name)
        neq = try reader.optionalNEQ("neq")
        scian = try reader.strings("scian").map { try SCIAN(parsing: $0) }
        sector = try reader.text("sector", bytes: ServiceGrammar.name)
        guard scian.count <= 50, ServiceGrammar.ascends(scian.map(\.text)) else {
            throw reader.malformed("scian", String(scian.count))
        }
    }

    public var own: [String: CanonicalValue?] {
        [
            "mandate": mandate.map { .text($0) }, "name": .text(name), "name_en": nameEnglish.map { .text($0) },
            "neq": neq.map { .string($0.text) }, "scian": .array(scian.map { .string($0.text) }), "sector": .text(sector),
        ]
    }

    /// Refuses: E-LST-020.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        try services.requireDocuments(head.documents)
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            "INSERT OR REPLACE INTO committee (register, committee, name, sector, neq, sequence) VALUES (?, ?, ?, ?, ?, ?)",
            services.register, .text(committee), .text(name), .text(sector), .optional(neq?.text), .integer(sequence))
    }
}
