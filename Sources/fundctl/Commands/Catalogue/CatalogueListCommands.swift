import ArgumentParser
import EmployerServices
import ReferenceData

/// `fundctl catalogue list`.
struct CatalogueListCommand: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les catalogues de mesures, du premier au dernier", en: "Shows the catalogues of measures, the first to the last"),
        examples: [.init("fundctl catalogue list")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let today = try call.day(nil)
        let (catalogues, current) = try call.services { services in
            (try CatalogueView.all(services), try services.catalogue(on: today)?.catalogue)
        }
        let none = Message(
            fr: "Aucun catalogue. « fundctl services load --template quebec » en apporte un, « fundctl catalogue adopt » un autre.",
            en: "No catalogue. \"fundctl services load --template quebec\" brings one, \"fundctl catalogue adopt\" another.")
        let table = TextTable(
            [
                .left(ServiceWords.code), .left(Message(fr: "Depuis", en: "From")),
                .right(Message(fr: "Mesures", en: "Measures")), .left(Message(fr: "Aujourd'hui", en: "Today")),
                .left(ServiceWords.source, flexible: true),
            ],
            rows: catalogues.map { catalogue in
                [
                    .text(catalogue.catalogue), .text(catalogue.from.iso), .integer(Int64(catalogue.measures.count)),
                    catalogue.catalogue == current ? .message(Message(fr: "en vigueur", en: "in force")) : .blank,
                    .text(catalogue.citation),
                ]
            })
        return CommandResult(
            json: [
                "current": .optional(current),
                "catalogues": .array(
                    catalogues.map {
                        [
                            "catalogue": .string($0.catalogue), "from": .string($0.from.iso),
                            "measures": .integer(Int64($0.measures.count)), "citation": .string($0.citation),
                        ]
                    }),
            ], text: catalogues.isEmpty ? [.paragraph(none)] : [.table(table)],
            csv: CSVTable(
                columns: ["catalogue", "from", "measures", "citation"],
                rows: catalogues.map { [$0.catalogue, $0.from.iso, String($0.measures.count), $0.citation] }))
    }
}

/// `fundctl catalogue show [CODE]`.
struct CatalogueShowCommand: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre un catalogue et ses mesures", en: "Shows a catalogue and its measures"),
        examples: [
            .init("fundctl catalogue show", Message(fr: "celui d'aujourd'hui", en: "that of today")),
            .init("fundctl catalogue show quebec-1"),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Argument(help: .init(fr: "Le code; sinon celui qui vaut aujourd'hui.", en: "The code; else the one that counts today.", value: ("code", "code")))
    var catalogue: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let today = try call.day(nil)
        let found = try call.services { services in
            let all = try CatalogueView.all(services)
            let code = try catalogue ?? services.catalogue(on: today)?.catalogue
            guard let one = all.first(where: { $0.catalogue == code }) else {
                let nearest = code.flatMap { FoldedText.nearest(to: $0, among: all.map(\.catalogue)) }
                throw ServiceListError(.catalogueUnknown, ["catalogue": code ?? "", "nearest": nearest ?? ""])
            }
            return one
        }
        return CommandResult(
            json: ["catalogue": CatalogueView.json(found)],
            text: [.facts(CatalogueView.facts(found)), .table(CatalogueView.table(found.measures))],
            csv: CSVTable(
                columns: ["measure", "name", "name_en", "citation"],
                rows: found.measures.map { [$0.measure, $0.name, $0.nameEnglish, $0.citation] }))
    }
}

/// A catalogue in results.
enum CatalogueView {
    /// Those adopted, in the order of their days.
    static func all(_ services: ServicesReader) throws -> [CatalogueAdopted] {
        try services.catalogues().compactMap { try services.session.record(at: $0.sequence) as? CatalogueAdopted }
    }

    static func json(_ catalogue: CatalogueAdopted) -> JSONValue {
        [
            "catalogue": .string(catalogue.catalogue), "from": .string(catalogue.from.iso),
            "citation": .string(catalogue.citation), "measures": .array(catalogue.measures.map(MeasureList.json)),
        ]
    }

    static func facts(_ catalogue: CatalogueAdopted) -> [(label: Message, value: Cell)] {
        [
            (ServiceWords.code, .text(catalogue.catalogue)), (Message(fr: "Depuis", en: "From"), .text(catalogue.from.iso)),
            (ServiceWords.source, .text(catalogue.citation)),
        ]
    }

    static func table(_ measures: [CatalogueAdopted.Measure]) -> TextTable {
        TextTable(
            [.left(ServiceWords.measure), .left(ServiceWords.name, flexible: true), .left(ServiceWords.source)],
            rows: measures.map { measure in
                [
                    .text(measure.measure), .message(Message(fr: "\(measure.name)", en: "\(measure.nameEnglish)")),
                    .text(measure.citation),
                ]
            })
    }
}

/// `fundctl catalogue`: which measures count from when.
enum CatalogueNoun {
    static let noun = Noun(
        "catalogue", summary: Message(fr: "Les catalogues de mesures, chacun à partir de son jour", en: "The catalogues of measures, each from its day on"),
        [CatalogueListCommand.self, CatalogueShowCommand.self, CatalogueAdoptCommand.self])
}
