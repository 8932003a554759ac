import ArgumentParser
import EmployerServices
import ReferenceData

/// `fundctl measure list`.
struct MeasureList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les mesures offertes aux employeurs", en: "Shows the measures offered to employers"),
        examples: [
            .init("fundctl measure list"),
            .init("fundctl measure list --on 2007-04-01", Message(fr: "celles d'un jour passé", en: "those of a day in the past")),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "Le jour; sinon aujourd'hui.", en: "The day; else today.", value: ("date", "date")))
    var on: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let day = try call.day(on)
        let (catalogue, measures) = try call.services { services in
            let catalogue = try services.catalogue(on: day)
            return (catalogue, try catalogue.map { try services.measures(of: $0) } ?? [])
        }
        let none = Message(
            fr: "Aucun catalogue ne vaut au \(day.iso). « fundctl services load --template quebec » en apporte un.",
            en: "No catalogue counts on \(day.iso). \"fundctl services load --template quebec\" brings one.")
        return CommandResult(
            json: [
                "on": .string(day.iso), "catalogue": .optional(catalogue?.catalogue),
                "from": .optional(catalogue?.from.iso), "measures": .array(measures.map(Self.json)),
            ],
            text: measures.isEmpty
                ? [.paragraph(none)]
                : [.table(CatalogueView.table(measures))],
            csv: CSVTable(
                columns: ["measure", "name", "name_en", "citation"],
                rows: measures.map { [$0.measure, $0.name, $0.nameEnglish, $0.citation] }))
    }

    static func json(_ measure: CatalogueAdopted.Measure) -> JSONValue {
        [
            "measure": .string(measure.measure), "name": .string(measure.name), "name_en": .string(measure.nameEnglish),
            "citation": .string(measure.citation),
        ]
    }
}

/// `fundctl measure`: what employers may receive.
enum MeasureNoun {
    static let noun = Noun(
        "measure", summary: Message(fr: "Les mesures offertes aux employeurs", en: "The measures offered to employers"),
        [MeasureList.self])
}
