import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl catalogue adopt FILE`.
struct CatalogueAdoptCommand: FundctlCommand {
    static let help = CommandHelp(
        "adopt", summary: Message(fr: "Adopte un catalogue des mesures offertes aux employeurs", en: "Adopts a catalogue of the measures offered to employers"),
        examples: [
            .init(
                "fundctl catalogue adopt mesures-2027.yaml --dry-run",
                Message(fr: "montre ce qui s'ajoute, change et disparaît", en: "shows what is added, changed and dropped")),
            .init("fundctl catalogue adopt mesures-2027.yaml"),
        ],
        details: [
            Message(
                fr: """
                    Le fichier YAML a les clés catalogue (un code nouveau), from (le premier jour, après celui du catalogue \
                    précédent), citation, et measures : une liste où chaque mesure a measure, name, name_en et citation. Un \
                    catalogue adopté ne change plus; une intervention suit celui du jour où elle commence. Voir \
                    docs/catalogues.fr.md.
                    """,
                en: """
                    The YAML file has the keys catalogue (a new code), from (the first day, after that of the catalogue before), \
                    citation, and measures: a list where each measure has measure, name, name_en and citation. An adopted \
                    catalogue never changes; an intervention follows that of the day on which it begins. See \
                    docs/catalogues.en.md.
                    """)
        ])

    @Argument(help: .init(fr: "Le fichier YAML; « - » pour l'entrée standard.", en: "The YAML file; \"-\" for standard input.", value: ("fichier", "file")))
    var file: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let catalogue = try CatalogueFile.read(call.readFile(file), name: file)
        let request = ServiceRequest(
            command: "catalogue-adopt",
            asked: [
                "catalogue": catalogue.catalogue,
                "content": SHA256.hash(try CanonicalObject(catalogue.members.compactMapValues { $0 }).line()).hex,
            ], options: write)
        let done = try call.record(request) { _, _ in catalogue } view: { record, services in
            try CatalogueChange(record, services)
        }
        let change = done.value
        let title =
            write.dryRun
            ? Message(
                fr: "Le catalogue « \(catalogue.catalogue) » vaudrait à partir du \(catalogue.from.iso).",
                en: "The catalogue \"\(catalogue.catalogue)\" would count from \(catalogue.from.iso).")
            : Message(
                fr: "Le catalogue « \(catalogue.catalogue) » vaut à partir du \(catalogue.from.iso).",
                en: "The catalogue \"\(catalogue.catalogue)\" counts from \(catalogue.from.iso).")
        var result = CommandResult(
            json: [
                "catalogue": CatalogueView.json(catalogue), "before": .optional(change.before),
                "added": .array(change.added.map { .string($0) }), "changed": .array(change.changed.map { .string($0) }),
                "dropped": .array(change.dropped.map { .string($0) }),
            ],
            text: [.paragraph(title), .facts(change.facts), .table(CatalogueView.table(catalogue.measures))],
            next: [
                .init(
                    command: "fundctl measure list --on \(catalogue.from.iso)",
                    purpose: Message(fr: "montre les mesures de ce jour", en: "shows the measures of that day"))
            ])
        result.tell(done)
        return result
    }
}

/// What a catalogue changes of the one before it.
struct CatalogueChange {
    /// The code of the one before; nil for the first.
    let before: String?
    let added: [String]
    let changed: [String]
    let dropped: [String]

    init(_ adopted: CatalogueAdopted, _ services: ServicesReader) throws {
        let last = try services.catalogues().last { $0.from < adopted.from }
        let old = try last.map { try services.measures(of: $0) } ?? []
        before = last?.catalogue
        added = adopted.measures.map(\.measure).filter { code in !old.contains { $0.measure == code } }
        changed = adopted.measures.filter { new in old.contains { $0.measure == new.measure && $0 != new } }.map(\.measure)
        dropped = old.map(\.measure).filter { code in !adopted.measures.contains { $0.measure == code } }
    }

    var facts: [(label: Message, value: Cell)] {
        func list(_ codes: [String]) -> Cell { .text(codes.joined(separator: ", ")) }
        return [
            (Message(fr: "Le précédent", en: "The one before"), before.map { .text($0) } ?? .blank),
            (Message(fr: "Mesures ajoutées", en: "Measures added"), list(added)),
            (Message(fr: "Mesures changées", en: "Measures changed"), list(changed)),
            (Message(fr: "Mesures retirées", en: "Measures dropped"), list(dropped)),
        ]
    }
}
