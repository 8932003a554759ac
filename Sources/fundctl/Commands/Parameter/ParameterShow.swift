import ArgumentParser
import ReferenceData

/// `fundctl parameter show NAME`.
struct ParameterShow: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre un paramètre, toutes ses valeurs et leurs sources", en: "Shows a parameter, all its values and their sources"),
        examples: [
            .init("fundctl parameter show levy-threshold"),
            .init("fundctl parameter show grant-authority-fnf --date 2026-04-01"),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Argument(help: .init(fr: "Le nom du paramètre.", en: "The parameter's name.", value: ("nom", "name")))
    var name: String

    @OptionGroup var date: ParameterDateOption
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let parameter = try ParameterRegistry.parameter(name)
        let day = try date.day(call)
        // A day that was asked for has a value or is refused; today's may be missing.
        let current = date.date == nil ? parameter.steps.last { $0.from <= day } : try parameter.step(asOf: day)
        let table = TextTable(
            [
                .left(ParameterWords.value), .left(ParameterWords.since),
                .left(ParameterWords.source, flexible: true),
            ],
            rows: parameter.steps.map(ParameterView.cells))
        var text: [TextBlock] = [
            .title(.verbatim(parameter.name)), .paragraph(ParameterWords.meaning(parameter.name)), .table(table),
        ]
        if let current {
            let value = ParameterWords.text(current.value)
            text.append(.paragraph(Message(fr: "Au \(day.iso) : \(value).", en: "On \(day.iso): \(value).")))
        }
        text.append(.lines(ParameterView.legend(parameter.steps.map(\.mark))))
        return CommandResult(
            json: [
                "parameter": .string(parameter.name), "date": .string(day.iso),
                "current": current.map(ParameterView.json) ?? .null,
                "steps": .array(parameter.steps.map(ParameterView.json)),
            ],
            text: text,
            csv: CSVTable(
                columns: ParameterView.columns, rows: parameter.steps.map { ParameterView.csv(parameter.name, $0) }))
    }
}
