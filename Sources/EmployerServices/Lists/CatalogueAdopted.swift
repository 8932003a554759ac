import AuditTrail
import ReferenceData

/// `catalogue.adopted/1`: the measures that count from a day on. FORMAT.md, section 20.3.
public struct CatalogueAdopted: ServiceRecord, Equatable {
    public static let kind = "catalogue.adopted/1"
    public static let rules = KindRules.services(.admin)

    /// A service that employers receive (seed 415-435).
    public struct Measure: Sendable, Equatable {
        public let measure: String
        public let name: String
        public let nameEnglish: String
        /// The line or article that names it.
        public let citation: String

        public init(measure: String, name: String, nameEnglish: String, citation: String) {
            self.measure = measure
            self.name = name
            self.nameEnglish = nameEnglish
            self.citation = citation
        }
    }

    public let catalogue: String
    public let from: CalendarDate
    public let citation: String
    /// Ascending, none twice.
    public let measures: [Measure]

    public init(catalogue: String, from: CalendarDate, citation: String, measures: [Measure]) {
        self.catalogue = catalogue
        self.from = from
        self.citation = citation
        self.measures = measures.sorted { $0.measure.utf8.lexicographicallyPrecedes($1.measure.utf8) }
    }

    public init(from reader: inout CanonicalObject.Reader) throws {
        catalogue = try reader.string("catalogue", ServiceGrammar.isCode)
        citation = try reader.text("citation", bytes: ServiceGrammar.citation)
        from = try reader.day("from")
        measures = try reader.readers("measures").map { element in
            var element = element
            let citation = try element.text("citation", bytes: ServiceGrammar.name)
            let slug = try element.slug("measure")
            let name = try element.text("name", bytes: ServiceGrammar.name)
            let english = try element.text("name_en", bytes: ServiceGrammar.name)
            try element.finish()
            return Measure(measure: slug, name: name, nameEnglish: english, citation: citation)
        }
        guard (1...100).contains(measures.count), ServiceGrammar.ascends(measures.map(\.measure)) else {
            throw reader.malformed("measures", String(measures.count))
        }
    }

    public var members: [String: CanonicalValue?] {
        [
            "catalogue": .string(catalogue), "citation": .text(citation), "from": .day(from),
            "measures": .array(
                measures.map {
                    [
                        "citation": .text($0.citation), "measure": .string($0.measure), "name": .text($0.name),
                        "name_en": .text($0.nameEnglish),
                    ]
                }),
        ]
    }

    /// Refuses: E-LST-004, E-LST-005.
    public func judge(with services: ServicesReader, at sequence: Int64) throws {
        let catalogues = try services.catalogues()
        guard !catalogues.contains(where: { $0.catalogue == catalogue }) else {
            throw ServiceListError(.catalogueKnown, ["catalogue": catalogue])
        }
        if let last = catalogues.last, from <= last.from {
            throw ServiceListError(
                .catalogueOrder, ["catalogue": catalogue, "from": from.iso, "last": last.from.iso])
        }
    }

    public func apply(with services: ServicesReader, at sequence: Int64) throws {
        try services.connection.run(
            "INSERT INTO catalogue (register, catalogue, from_day, sequence) VALUES (?, ?, ?, ?)", services.register,
            .text(catalogue), .day(from), .integer(sequence))
        for measure in measures {
            try services.connection.run(
                """
                INSERT INTO measure (register, catalogue_from, measure, name, name_en, citation)
                VALUES (?, ?, ?, ?, ?, ?)
                """, services.register, .day(from), .text(measure.measure), .text(measure.name),
                .text(measure.nameEnglish), .text(measure.citation))
        }
    }
}
