import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl indicator define NAME …` or `fundctl indicator define --template quebec`.
struct IndicatorDefine: FundctlCommand {
    static let help = CommandHelp(
        "define",
        summary: Message(fr: "Définit un indicateur, ou une nouvelle version de sa définition", en: "Defines an indicator, or a new version of its definition"),
        examples: [
            .init(
                "fundctl indicator define --template quebec",
                Message(fr: "ceux de la convention qui manquent", en: "those of the agreement that are missing")),
            .init(
                "fundctl indicator define nouvellement-aidee --from 2027-2028 --method newly-assisted --parameter look-back=36 --targeted --name \"Entreprises nouvellement aidées\" --name-en \"Newly assisted employers\" --citation \"Décision 2027-04\"",
                Message(fr: "une autre période de référence", en: "another look-back")),
        ],
        details: [
            Message(
                fr: """
                    Une définition vaut à partir d'un exercice, et chaque chiffre nomme la sienne (nouvellement-aidee/v2). \
                    Méthodes : newly-assisted (look-back = year, ever ou un nombre de mois; measures), new-agreements, \
                    new-participants (programmes; agreements = no), interventions (measures), recorded, cost (count; measures). \
                    Les listes sont en ordre, séparées par des virgules.
                    """,
                en: """
                    A definition counts from a fiscal year on, and every figure names its own (nouvellement-aidee/v2). Methods: \
                    newly-assisted (look-back = year, ever or a number of months; measures), new-agreements, new-participants \
                    (programmes; agreements = no), interventions (measures), recorded, cost (count; measures). Lists are in \
                    order, separated by commas.
                    """)
        ])

    enum Template: String, CaseIterable, ExpressibleByArgument { case quebec }

    @Argument(help: .init(fr: "L'indicateur.", en: "The indicator.", value: ("indicateur", "indicator")))
    var indicator: String?

    @Option(help: .init(fr: "Définit les indicateurs de ce modèle que le livre n'a pas : quebec.", en: "Defines the indicators of this template that the book has not: quebec.", value: ("modèle", "template")))
    var template: Template?

    @Option(help: .init(fr: "Le premier exercice; sinon celui d'aujourd'hui.", en: "The first fiscal year; else that of today.", value: ("exercice", "year")))
    var from: String?

    @Option(help: .init(fr: "Le nom, en français.", en: "The name, in French.", value: ("nom", "name")))
    var name: String?

    @Option(help: .init(fr: "Le nom en anglais.", en: "The name in English.", value: ("nom", "name")))
    var nameEn: String?

    @Option(help: .init(fr: "La méthode.", en: "The method.", value: ("méthode", "method")))
    var method: IndicatorMethod.Name = .recorded

    @Option(help: .init(fr: "Un paramètre de la méthode : nom=valeur. Se répète.", en: "A parameter of the method: name=value. May be repeated.", value: ("paramètre", "parameter")))
    var parameter: [String] = []

    @Option(help: .init(fr: "L'unité : count, cents, percent, ratio ou days.", en: "The unit: count, cents, percent, ratio or days.", value: ("unité", "unit")))
    var unit: IndicatorDefined.Unit = .count

    @Option(help: .init(fr: "Combien de décimales, de 0 à 4.", en: "How many decimals, 0 to 4.", value: ("nombre", "number")))
    var decimals: Int64 = 0

    @Flag(help: .init(fr: "Des cibles lui sont fixées.", en: "Targets are set for it."))
    var targeted = false

    @Option(help: .init(fr: "Le texte qui le fonde.", en: "The text that founds it.", value: ("source", "citation")))
    var citation: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let asked = try template == nil ? [definition(call)] : []
        let content: CanonicalObject = [
            "citation": .text(citation ?? ""), "command": "indicator-define", "decimals": .integer(decimals),
            "from": .string(from ?? ""), "indicator": .text(indicator ?? ""), "method": .string(method.rawValue),
            "name": .text(name ?? ""), "name_en": .text(nameEn ?? ""),
            "parameters": .array(parameter.map { .text($0) }), "targeted": .string(targeted ? "yes" : "no"),
            "template": .string(template?.rawValue ?? ""), "unit": .string(unit.rawValue),
        ]
        let request = WriteRequest(registers: [RegisterName.employers], content: content, options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(RegisterName.employers)
            let indicators = Indicators(session)
            guard template != nil else { return try asked.map { try indicators.define($0) } }
            return try indicators.defineMissing(IndicatorTemplate.quebec(measures: ServicesReader(session).measuresToCount()))
        } again: { reading, receipts in
            try reading.records(IndicatorDefined.self, of: receipts).map(\.record)
        }
        var result = CommandResult(
            json: ["indicators": .array(done.value.map(IndicatorView.json))], text: text(done.value))
        result.tell(done)
        return result
    }

    private func text(_ defined: [IndicatorDefined]) -> [TextBlock] {
        if defined.count == 1, let one = defined.first {
            let title =
                write.dryRun
                ? Message(fr: "\(one.versionedName) serait défini.", en: "\(one.versionedName) would be defined.")
                : Message(fr: "\(one.versionedName) est défini.", en: "\(one.versionedName) is defined.")
            return [.paragraph(title), .facts(IndicatorView.facts(one))]
        }
        let title =
            write.dryRun
            ? Message(
                fr: "\(defined.count, "indicateur serait défini", "indicateurs seraient définis").",
                en: "\(defined.count, "indicator", "indicators") would be defined.")
            : Message(
                fr: "\(defined.count, "indicateur est défini", "indicateurs sont définis").",
                en: "\(defined.count, "indicator", "indicators") defined.")
        return [.paragraph(title), .table(IndicatorView.table(defined))]
    }

    /// What the options say. Refuses: E-CLI-004 for one that is missing.
    private func definition(_ call: Invocation) throws -> IndicatorDefined {
        func need(_ value: String?, _ option: String) throws -> String {
            guard let value else { throw CommandLineError(.missingArgument, ["argument": option, "command": "indicator define"]) }
            return value
        }
        var parameters: [String: String] = [:]
        for text in parameter {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, ServiceGrammar.isSlug(parts[0]) else {
                throw CommandLineError(
                    .invalidValue, ["value": text, "option": "--parameter", "choices": "look-back=36"])
            }
            parameters[parts[0]] = parts[1]
        }
        let indicator = try IndicatorName.check(need(self.indicator, "<indicator>"))
        let name = try need(self.name, "--name")
        guard IndicatorDefined.decimalsRange.contains(decimals) else {
            throw CommandLineError(
                .invalidValue, ["value": String(decimals), "option": "--decimals", "choices": "0…4"])
        }
        return IndicatorDefined(
            indicator: indicator, version: 1, from: try FiscalYear(parsing: from ?? call.currentYear), name: name,
            nameEnglish: nameEn ?? name, method: method, parameters: parameters, unit: unit, decimals: decimals,
            isTargeted: targeted, citation: try need(citation, "--citation"))
    }
}

extension IndicatorMethod.Name: ExpressibleByArgument {}
extension IndicatorDefined.Unit: ExpressibleByArgument {}
