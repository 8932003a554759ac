import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl office set CODE`.
struct OfficeSetCommand: FundctlCommand {
    static let help = CommandHelp(
        "set", summary: Message(fr: "Inscrit un bureau, ou le change", en: "Enters an office, or changes it"),
        examples: [
            .init("fundctl office set MTL-CENTRE --region 06 --name \"CLE du Centre-Ville\""),
            .init(
                "fundctl office set MTL-CENTRE --region 06 --name \"CLE du Centre-Ville\" --closed",
                Message(fr: "plus rien de nouveau ne s'y rattache", en: "nothing new belongs to it")),
        ],
        details: [
            Message(
                fr: "Un bureau reste dans sa région : les comptes d'une région ne changent pas après coup.",
                en: "An office stays in its region: a region's counts do not change afterwards.")
        ])

    @Argument(help: .init(fr: "Le code : A-Z, 0-9, tiret.", en: "The code: A-Z, 0-9, hyphen.", value: ("code", "code")))
    var office: String

    @Option(help: .init(fr: "La région, par code ou nom.", en: "The region, by code or name.", value: ("région", "region")))
    var region: String

    @Option(help: .init(fr: "Le nom du bureau.", en: "The office's name.", value: ("nom", "name")))
    var name: String

    @Flag(help: .init(fr: "Le bureau est fermé.", en: "The office is closed."))
    var closed = false

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let code = try LocalCentreCode(parsing: office).text
        let region = try Region(parsing: region)
        try TypedText.check(name, option: "--name", bytes: ServiceGrammar.name)
        let request = ServiceRequest(
            command: "office-set",
            asked: ["office": code, "region": region.code, "name": name, "closed": closed ? "yes" : nil], options: write)
        let done = try call.record(request) { _, _ in
            OfficeSet(office: code, region: region, name: name, isClosed: closed)
        } view: { try $1.office($0.office) }
        let title =
            write.dryRun
            ? Message(fr: "Le bureau \(code) serait inscrit.", en: "The office \(code) would be entered.")
            : Message(fr: "Le bureau \(code) est inscrit.", en: "The office \(code) is entered.")
        var result = CommandResult(
            json: ["office": OfficeView.json(done.value)], text: [.paragraph(title), .table(OfficeView.table([done.value]))])
        result.tell(done)
        return result
    }
}

/// `fundctl office list`.
struct OfficeList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les bureaux", en: "Shows the offices"),
        examples: [.init("fundctl office list"), .init("fundctl office list --region Montréal")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "Ceux de cette région.", en: "Those of this region.", value: ("région", "region")))
    var region: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let region = try RegionOption.read(region)
        let rows = try call.services { try $0.offices() }.filter { region == nil || $0.region == region }
        let none = Message(fr: "Aucun bureau.", en: "No office.")
        return CommandResult(
            json: ["offices": .array(rows.map(OfficeView.json))],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(OfficeView.table(rows))],
            csv: CSVTable(
                columns: ["office", "region", "name", "state"],
                rows: rows.map { [$0.office, $0.region.code, $0.name, $0.isClosed ? "closed" : "open"] }))
    }
}

/// Offices as they are shown.
enum OfficeView {
    static func json(_ row: OfficeRow) -> JSONValue {
        [
            "office": .string(row.office), "region": .string(row.region.code), "name": .string(row.name),
            "state": .string(row.isClosed ? "closed" : "open"), "record": .integer(row.sequence),
        ]
    }

    static func table(_ rows: [OfficeRow]) -> TextTable {
        TextTable(
            [
                .left(ServiceWords.office), .left(ServiceWords.region), .left(ServiceWords.name, flexible: true),
                .left(ServiceWords.state),
            ],
            rows: rows.map { row in
                [
                    .text(row.office), ServiceWords.region(row.region), .text(row.name),
                    .message(row.isClosed ? Message(fr: "fermé", en: "closed") : Message(fr: "ouvert", en: "open")),
                ]
            })
    }
}

/// `fundctl office`: where employer services are given.
enum OfficeNoun {
    static let noun = Noun(
        "office", summary: Message(fr: "Les bureaux des services publics d'emploi", en: "The offices of the public employment services"),
        [OfficeList.self, OfficeSetCommand.self])
}
