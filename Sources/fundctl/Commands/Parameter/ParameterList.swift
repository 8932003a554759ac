import ArgumentParser
import ReferenceData

/// `fundctl parameter list`.
struct ParameterList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre chaque paramètre tel qu'il vaut un jour donné", en: "Shows each parameter as of a day"),
        examples: [
            .init("fundctl parameter list"),
            .init("fundctl parameter list --date 2014-12-31", Message(fr: "tels qu'ils valaient", en: "as they were")),
        ],
        details: [
            Message(
                fr: "Chaque valeur dit d'où elle vient. Celle dont la source n'a pas été trouvée est une valeur par défaut, qui a un nom.",
                en: "Each value says where it comes from. One whose source was not found is a default, which has a name.")
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var date: ParameterDateOption
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let day = try date.day(call)
        let rows = ParameterRegistry.all.map { parameter in
            (parameter: parameter, step: parameter.steps.last { $0.from <= day })
        }
        let table = TextTable(
            [
                .left(ParameterWords.parameter), .left(ParameterWords.value), .left(ParameterWords.since),
                .left(ParameterWords.source, flexible: true),
            ],
            rows: rows.map { row in
                [.text(row.parameter.name)] + (row.step.map { ParameterView.cells($0, ParameterWords.short) } ?? [.message(ParameterWords.noValue), .blank, .blank])
            })
        return CommandResult(
            json: [
                "date": .string(day.iso),
                "parameters": .array(
                    rows.map { row in
                        [
                            "parameter": .string(row.parameter.name), "step": row.step.map(ParameterView.json) ?? .null,
                        ]
                    }),
            ],
            text: [.table(table), .lines(ParameterView.legend(rows.compactMap { $0.step?.mark }))],
            csv: CSVTable(
                columns: ParameterView.columns,
                rows: rows.compactMap { row in row.step.map { ParameterView.csv(row.parameter.name, $0) } }),
            next: [
                .init(
                    command: "fundctl parameter show levy-threshold",
                    purpose: Message(fr: "montre toutes les valeurs de l'un d'eux", en: "shows all values of one of them"))
            ])
    }
}
