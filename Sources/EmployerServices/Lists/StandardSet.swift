import AuditTrail
import ReferenceData

/// `standard.set/1`: an occupational standard with its modules, set or set anew; an agreement keeps it as it stood at its
/// draft. FORMAT.md, section 20.3.
public struct StandardSet: ServiceRecord, Equatable {
    public static let kind = "standard.set/1"
    public static let rules = KindRules.services(.admin, .coordinator)

    /// A part of a trade that is learnt and checked by itself.
    public struct Module: Sendable, Equatable {
        public let module: String
        public let name: String

        public init(module: String, name: String) {
            self.module = module
            self.name = name
        }
    }

    public let standard: String
    public let name: String
    public let nameEnglish: String?
    public let committee: String?
    /// In the order of the booklet, none twice.
    public let modules: [Module]

    public init(standard: String, name: String, nameEnglish: String? = nil, committee: String? = nil, modules: [Module]) {
        self.standard = standard
        self.name = name
        self.nameEnglish = nameEnglish
        self.committee = committee
        self.modules = modules
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        committee = try reader.optionalSlug("committee")
        modules = try reader.readers("modules").map { element in
            var element = element
            let code = try element.string("module", ServiceGrammar.isCode)
            let name = try element.text("name", bytes: ServiceGrammar.name)
            try element.finish()
            return Module(module: code, name: name)
        }
        name = try reader.text("name", bytes: ServiceGrammar.name)
        nameEnglish = try reader.optionalText("name_en", bytes: ServiceGrammar.name)
        standard = try reader.slug("standard")
        guard (1...100).contains(modules.count), Set(modules.map(\.module)).count == modules.count else {
            throw reader.malformed("modules", String(modules.count))
        }
    }

    public var members: [String: CanonicalValue?] {
        [
            "committee": committee.map { .string($0) },
            "modules": .array(modules.map { ["module": .string($0.module), "name": .text($0.name)] }),
            "name": .text(name), "name_en": nameEnglish.map { .text($0) }, "standard": .string(standard),
        ]
    }

    /// The committee given, and that of the standard as it stands; where there is none, no coordinator may.
    public func scope(with services: ServicesReader) throws -> ScopeNeed? {
        guard let committee else { return ScopeNeed() }
        guard let known = try services.standardIfKnown(standard) else { return .committee(committee) }
        guard let before = known.committee else { return ScopeNeed() }
        return ScopeNeed(coordinator: .each([committee, before]))
    }

    /// Refuses: E-LST-009.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        if let committee { try services.requireCommittee(committee) }
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            """
            INSERT OR REPLACE INTO standard (register, standard, committee, name, name_en, sequence)
            VALUES (?, ?, ?, ?, ?, ?)
            """, services.register, .text(standard), .optional(committee), .text(name), .optional(nameEnglish),
            .integer(sequence))
    }
}
