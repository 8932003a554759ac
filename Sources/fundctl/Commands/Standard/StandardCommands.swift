import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl standard set CODE`.
struct StandardSetCommand: FundctlCommand {
    static let help = CommandHelp(
        "set", summary: Message(fr: "Inscrit une norme professionnelle, ou la change", en: "Enters an occupational standard, or changes it"),
        examples: [
            .init(
                "fundctl standard set cuisinier --name \"Cuisinier\" --committee tourisme --module \"M1:Hygiène\" --module \"M2:Cuissons\"")
        ],
        details: [
            Message(
                fr: "Une entente garde les modules de la norme telle qu'elle était quand on l'a rédigée.",
                en: "An agreement keeps the modules of the standard as it was when it was drafted.")
        ])

    @Argument(help: .init(fr: "Le code : a-z, 0-9, tiret.", en: "The code: a-z, 0-9, hyphen.", value: ("code", "code")))
    var standard: String

    @Option(help: .init(fr: "Le nom du métier.", en: "The trade's name.", value: ("nom", "name")))
    var name: String

    @Option(help: .init(fr: "Le nom en anglais.", en: "The name in English.", value: ("nom", "name")))
    var nameEn: String?

    @Option(help: .init(fr: "Le comité qui la tient.", en: "The committee that keeps it.", value: ("comité", "committee")))
    var committee: String?

    @Option(
        name: .customLong("module"),
        help: .init(fr: "Un module, dans l'ordre du carnet : CODE:NOM.", en: "A module, in the booklet's order: CODE:NAME.", value: ("module", "module")))
    var modules: [String]

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        try CodeOption.slug(standard, "standard")
        let modules = try modules.map { text in
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, ServiceGrammar.isCode(parts[0]) else {
                throw CommandLineError(.invalidValue, ["value": text, "option": "--module", "choices": "M1:Hygiène"])
            }
            return StandardSet.Module(module: parts[0], name: parts[1])
        }
        let request = ServiceRequest(
            command: "standard-set",
            asked: [
                "standard": standard, "name": name, "name_en": nameEn, "committee": committee,
                "modules": modules.map { "\($0.module):\($0.name)" }.joined(separator: ", "),
            ], options: write)
        let done = try call.record(request) { _, _ in
            StandardSet(standard: standard, name: name, nameEnglish: nameEn, committee: committee, modules: modules)
        } view: { record, _ in record }
        let title =
            write.dryRun
            ? Message(fr: "La norme « \(standard) » serait inscrite.", en: "The standard \"\(standard)\" would be entered.")
            : Message(fr: "La norme « \(standard) » est inscrite.", en: "The standard \"\(standard)\" is entered.")
        var result = CommandResult(
            json: ["standard": StandardView.json(done.value)],
            text: [.paragraph(title), .facts(StandardView.facts(done.value)), .table(StandardView.modules(done.value))])
        result.tell(done)
        return result
    }
}

/// `fundctl standard show CODE`.
struct StandardShow: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre une norme et ses modules", en: "Shows a standard and its modules"),
        examples: [.init("fundctl standard show cuisinier")])

    @Argument(help: .init(fr: "Le code.", en: "The code.", value: ("code", "code")))
    var standard: String

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let record = try call.services { services in
            try services.session.record(at: services.standard(standard).sequence) as? StandardSet
        }
        guard let record else { throw ServiceListError(.standardUnknown, ["standard": standard, "nearest": ""]) }
        return CommandResult(
            json: ["standard": StandardView.json(record)],
            text: [.facts(StandardView.facts(record)), .table(StandardView.modules(record))])
    }
}

/// `fundctl standard list`.
struct StandardList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les normes professionnelles", en: "Shows the occupational standards"),
        examples: [.init("fundctl standard list --committee tourisme")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "Celles de ce comité.", en: "Those of this committee.", value: ("comité", "committee")))
    var committee: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let rows = try call.services { try $0.standards() }.filter { committee == nil || $0.committee == committee }
        let none = Message(fr: "Aucune norme professionnelle.", en: "No occupational standard.")
        let table = TextTable(
            [.left(ServiceWords.code), .left(ServiceWords.name, flexible: true), .left(ServiceWords.committee)],
            rows: rows.map { row in
                [.text(row.standard), .text(row.name), row.committee.map { .text($0) } ?? .blank]
            })
        return CommandResult(
            json: [
                "standards": .array(
                    rows.map {
                        [
                            "standard": .string($0.standard), "name": .string($0.name),
                            "name_en": .optional($0.nameEnglish), "committee": .optional($0.committee),
                            "record": .integer($0.sequence),
                        ]
                    })
            ],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(table)],
            csv: CSVTable(
                columns: ["standard", "name", "name_en", "committee"],
                rows: rows.map { [$0.standard, $0.name, $0.nameEnglish ?? "", $0.committee ?? ""] }))
    }
}

/// Standards as they are shown.
enum StandardView {
    static func json(_ record: StandardSet) -> JSONValue {
        [
            "standard": .string(record.standard), "name": .string(record.name), "name_en": .optional(record.nameEnglish),
            "committee": .optional(record.committee),
            "modules": .array(record.modules.map { ["module": .string($0.module), "name": .string($0.name)] }),
        ]
    }

    static func facts(_ record: StandardSet) -> [(label: Message, value: Cell)] {
        [
            (ServiceWords.code, .text(record.standard)), (ServiceWords.name, .text(record.name)),
            (ServiceWords.committee, record.committee.map { .text($0) } ?? .blank),
        ]
    }

    static func modules(_ record: StandardSet) -> TextTable {
        TextTable(
            [.left(Message(fr: "Module", en: "Module")), .left(ServiceWords.name, flexible: true)],
            rows: record.modules.map { [.text($0.module), .text($0.name)] })
    }
}

/// Codes typed as arguments, refused before anything is opened.
enum CodeOption {
    /// Refuses: E-CLI-007.
    static func slug(_ typed: String, _ option: String) throws {
        guard !ServiceGrammar.isSlug(typed) else { return }
        throw CommandLineError(.invalidValue, ["value": typed, "option": option, "choices": "1…32 a-z 0-9 -"])
    }

    /// Refuses: E-CLI-007.
    static func code(_ typed: String, _ option: String) throws {
        guard !ServiceGrammar.isCode(typed) else { return }
        throw CommandLineError(.invalidValue, ["value": typed, "option": option, "choices": "1…64 A-Z a-z 0-9 . _ -"])
    }
}

/// `fundctl standard`: what an apprentice learns, module by module.
enum StandardNoun {
    static let noun = Noun(
        "standard", summary: Message(fr: "Les normes professionnelles", en: "The occupational standards"),
        [StandardList.self, StandardShow.self, StandardSetCommand.self])
}
