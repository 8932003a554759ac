import ArgumentParser
import AuditTrail
import EmployerServices

/// `fundctl programme set CODE`.
struct ProgrammeSetCommand: FundctlCommand {
    static let help = CommandHelp(
        "set", summary: Message(fr: "Inscrit une stratégie ou un programme réglementé, ou le change", en: "Enters a strategy or a regulated programme, or changes it"),
        examples: [
            .init(
                "fundctl programme set gaz --nature regulated --name \"Qualification en gaz\" --name-en \"Gas qualification\" --citation \"lignes 895-900\"")
        ])

    @Argument(help: .init(fr: "Le code : a-z, 0-9, tiret.", en: "The code: a-z, 0-9, hyphen.", value: ("code", "code")))
    var programme: String

    @Option(help: .init(fr: "strategy ou regulated.", en: "strategy or regulated.", value: ("nature", "nature")))
    var nature: String

    @Option(help: .init(fr: "Le nom.", en: "The name in French.", value: ("nom", "name")))
    var name: String

    @Option(help: .init(fr: "Le nom en anglais.", en: "The name in English.", value: ("nom", "name")))
    var nameEn: String

    @Option(help: .init(fr: "Le comité dont il relève.", en: "The committee that it belongs to.", value: ("comité", "committee")))
    var committee: String?

    @Option(help: .init(fr: "Le texte qui le fonde.", en: "The text that founds it.", value: ("texte", "text")))
    var citation: String

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try CodeOption.slug(programme, "programme")
        guard let kind = ProgrammeSet.Nature(rawValue: nature) else {
            throw CommandLineError(.invalidValue, ["value": nature, "option": "--nature", "choices": "strategy, regulated"])
        }
        let request = ServiceRequest(
            command: "programme-set",
            asked: [
                "programme": programme, "nature": nature, "name": name, "name_en": nameEn, "committee": committee,
                "citation": citation,
            ], options: write)
        let done = try call.record(request) { _, _ in
            ProgrammeSet(
                programme: programme, nature: kind, name: name, nameEnglish: nameEn, committee: committee,
                citation: citation)
        } view: { try $1.programme($0.programme) }
        let title =
            write.dryRun
            ? Message(fr: "Le programme « \(programme) » serait inscrit.", en: "The programme \"\(programme)\" would be entered.")
            : Message(fr: "Le programme « \(programme) » est inscrit.", en: "The programme \"\(programme)\" is entered.")
        var result = CommandResult(
            json: ["programme": ProgrammeView.json(done.value)],
            text: [.paragraph(title), .table(ProgrammeView.table([done.value]))])
        result.tell(done)
        return result
    }
}

/// `fundctl programme list`.
struct ProgrammeList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les stratégies et les programmes réglementés", en: "Shows the strategies and regulated programmes"),
        examples: [.init("fundctl programme list")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let rows = try call.services { try $0.programmes() }
        let none = Message(fr: "Aucun programme.", en: "No programme.")
        return CommandResult(
            json: ["programmes": .array(rows.map(ProgrammeView.json))],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(ProgrammeView.table(rows))],
            csv: CSVTable(
                columns: ["programme", "nature", "name", "name_en", "committee"],
                rows: rows.map { [$0.programme, $0.nature.rawValue, $0.name, $0.nameEnglish, $0.committee ?? ""] }))
    }
}

/// Programmes as they are shown.
enum ProgrammeView {
    static func json(_ row: ProgrammeRow) -> JSONValue {
        [
            "programme": .string(row.programme), "nature": .string(row.nature.rawValue), "name": .string(row.name),
            "name_en": .string(row.nameEnglish), "committee": .optional(row.committee), "record": .integer(row.sequence),
        ]
    }

    static func table(_ rows: [ProgrammeRow]) -> TextTable {
        TextTable(
            [
                .left(ServiceWords.code), .left(Message(fr: "Nature", en: "Nature")),
                .left(ServiceWords.name, flexible: true), .left(ServiceWords.committee),
            ],
            rows: rows.map { row in
                [
                    .text(row.programme),
                    .message(
                        row.nature == .strategy
                            ? Message(fr: "stratégie", en: "strategy") : Message(fr: "réglementé", en: "regulated")),
                    .message(Message(fr: "\(row.name)", en: "\(row.nameEnglish)")),
                    row.committee.map { .text($0) } ?? .blank,
                ]
            })
    }
}

/// `fundctl programme`: what participants are counted of beside qualification agreements.
enum ProgrammeNoun {
    static let noun = Noun(
        "programme", summary: Message(fr: "Les autres stratégies et programmes réglementés", en: "The other strategies and regulated programmes"),
        [ProgrammeList.self, ProgrammeSetCommand.self])
}
