import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl indicator list [--year Y]`.
struct IndicatorList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les indicateurs et leurs définitions", en: "Shows the indicators and their definitions"),
        examples: [
            .init("fundctl indicator list"),
            .init("fundctl indicator list --year 2026-2027", Message(fr: "celles qui valent pour cet exercice", en: "those that count for that year")),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Option(help: .init(fr: "Seulement les définitions qui valent pour cet exercice.", en: "Only the definitions that count for this year.", value: ("exercice", "year")))
    var year: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let year = try self.year.map { try FiscalYear(parsing: $0) }
        let found = try call.openBookToRead().read { reading in
            let services = ServicesReader(try reading.register(RegisterName.employers))
            return try year.map { try services.definitions(of: $0) } ?? services.definitions()
        }
        let none = Message(fr: "Aucun indicateur n'est défini.", en: "No indicator is defined.")
        return CommandResult(
            json: ["year": .optional(year?.text), "indicators": .array(found.map(IndicatorView.json))],
            text: found.isEmpty ? [.paragraph(none)] : [.table(IndicatorView.table(found))],
            csv: CSVTable(columns: IndicatorView.columns, rows: found.map(IndicatorView.csv)),
            next: found.isEmpty
                ? [
                    .init(
                        command: "fundctl indicator define --template quebec",
                        purpose: Message(fr: "définit ceux de la convention", en: "defines those of the agreement"))
                ] : [])
    }
}

/// A definition as it is shown.
enum IndicatorView {
    static let columns = [
        "indicator", "version", "from", "name", "name_en", "method", "parameters", "unit", "decimals", "targeted", "citation",
    ]

    static func json(_ definition: IndicatorDefined) -> JSONValue {
        [
            "indicator": .string(definition.indicator), "version": .integer(definition.version),
            "from": .string(definition.from.text), "name": .string(definition.name),
            "name_en": .string(definition.nameEnglish), "method": .string(definition.method.rawValue),
            "parameters": .array(
                definition.parameters.sorted { $0.key < $1.key }.map { ["name": .string($0.key), "value": .string($0.value)] }),
            "unit": .string(definition.unit.rawValue), "decimals": .integer(definition.decimals),
            "targeted": .bool(definition.isTargeted), "citation": .string(definition.citation),
        ]
    }

    static func csv(_ definition: IndicatorDefined) -> [String] {
        [
            definition.indicator, String(definition.version), definition.from.text, definition.name,
            definition.nameEnglish, definition.method.rawValue, IndicatorWords.parameters(definition),
            definition.unit.rawValue, String(definition.decimals), definition.isTargeted ? "yes" : "no",
            definition.citation,
        ]
    }

    static func table(_ definitions: [IndicatorDefined]) -> TextTable {
        TextTable(
            [
                .left(IndicatorWords.indicator), .left(IndicatorWords.from), .left(LedgerTexts.name, flexible: true),
                .left(IndicatorWords.method), .left(IndicatorWords.target),
            ],
            rows: definitions.map {
                [
                    .text($0.versionedName), .text($0.from.text), .message(IndicatorWords.name($0)),
                    .message(IndicatorWords.method($0.method)),
                    .message($0.isTargeted ? Message(fr: "ciblé", en: "targeted") : Message(fr: "suivi", en: "followed")),
                ]
            })
    }

    static func facts(_ definition: IndicatorDefined) -> [(label: Message, value: Cell)] {
        var facts: [(label: Message, value: Cell)] = [
            (LedgerTexts.name, .message(IndicatorWords.name(definition))),
            (Message(fr: "Définition", en: "Definition"), .text(definition.versionedName)),
            (IndicatorWords.from, .text(definition.from.text)),
            (IndicatorWords.method, .message(IndicatorWords.method(definition.method))),
        ]
        let parameters = IndicatorWords.parameters(definition)
        if !parameters.isEmpty { facts.append((Message(fr: "Paramètres", en: "Parameters"), .text(parameters))) }
        facts.append((Message(fr: "Unité", en: "Unit"), .message(IndicatorWords.unit(definition.unit))))
        facts.append((BudgetTexts.citation, .text(definition.citation)))
        return facts
    }
}
