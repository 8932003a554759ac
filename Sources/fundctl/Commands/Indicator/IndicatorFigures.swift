import ArgumentParser
import AuditTrail
import EmployerServices
import ReferenceData

/// `fundctl indicator figures [--year Y] [--month M] [--level L]`.
struct IndicatorFigures: FundctlCommand {
    static let help = CommandHelp(
        "figures",
        summary: Message(fr: "Montre les chiffres de tous les indicateurs à un niveau", en: "Shows the figures of all indicators at a level"),
        examples: [
            .init("fundctl indicator figures --year 2026-2027"),
            .init(
                "fundctl indicator figures --month 2026-P06 --level region-06",
                Message(fr: "septembre, et depuis avril, à Montréal", en: "September, and since April, in Montréal")),
        ],
        details: [
            Message(
                fr: "Avec --month : le chiffre du mois, et le cumul depuis avril. Un mois publié est montré tel que publié; ce que les enregistrements comptent maintenant est à côté quand il diffère.",
                en: "With --month: the month's figure, and since April. A published month is shown as published; what the records count now stands beside it where it differs.")
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var year: IndicatorYearOption

    @Option(help: .init(fr: "Un mois : 2026-P01 (avril) … 2026-P12 (mars).", en: "A month: 2026-P01 (April) … 2026-P12 (March).", value: ("mois", "month")))
    var month: String?

    @OptionGroup var level: LevelOption
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let month = try self.month.map { try PeriodID(month: $0) }
        let year = try month.flatMap { self.year.year == nil ? $0.year : nil } ?? self.year.read(call)
        let level = try level.read()
        if let month, month.year != year {
            throw IndicatorError(.monthOfOtherYear, ["month": month.text, "year": year.text])
        }
        let (found, published) = try call.openBookToRead().read { reading in
            let session = try reading.register(RegisterName.employers)
            try ServicesReader(session).requireKnown(level)
            return (try IndicatorReading(session).years(year, through: month?.number ?? 12), try ServicesReader(session).publishedMonths(of: year))
        }
        return IndicatorFiguresView(found: found, year: year, month: month, level: level, published: published).result
    }
}

/// The figures of all indicators at one level.
private struct IndicatorFiguresView {
    let found: [IndicatorYear]
    let year: FiscalYear
    let month: PeriodID?
    let level: Level
    let published: [PeriodID]

    var result: CommandResult {
        let title = Message(
            fr: "Indicateurs \(month?.text ?? year.text), \(IndicatorWords.level(level))",
            en: "Indicators \(month?.text ?? year.text), \(IndicatorWords.level(level))")
        let last = published.last?.text
        let until =
            last.map { Message(fr: "Publié jusqu'à \($0).", en: "Published up to \($0).") }
            ?? Message(fr: "Aucun mois de l'exercice n'est publié.", en: "No month of the year is published.")
        return CommandResult(
            json: [
                "year": .string(year.text), "month": .optional(month?.text), "level": .string(level.text),
                "published": .array(published.map { .string($0.text) }), "figures": .array(found.map(json)),
            ],
            text: [.title(title), .table(table), .paragraph(until)],
            csv: CSVTable(columns: ["indicator", "version", "figure", "year_to_date", "recounted", "target"], rows: found.map(csv)))
    }

    private func figure(_ indicator: IndicatorYear) -> Int64? {
        month.map { indicator.months[$0.number - 1].figure(level) } ?? indicator.result(level)
    }

    private func cumulated(_ indicator: IndicatorYear) -> Int64? {
        indicator.result(level, through: month?.number ?? 12)
    }

    private func restated(_ indicator: IndicatorYear) -> Int64? { indicator.restated(level, through: month?.number ?? 12) }

    private var table: TextTable {
        var columns: [TextTable.Column] = [.left(IndicatorWords.indicator), .left(LedgerTexts.name, flexible: true)]
        if month != nil { columns.append(.right(IndicatorWords.month)) }
        columns += [
            .right(Message(fr: "Depuis avril", en: "Since April")), .right(IndicatorWords.recounted),
            .right(IndicatorWords.target),
        ]
        return TextTable(
            columns,
            rows: found.map { indicator -> [Cell] in
                let definition = indicator.definition
                var row: [Cell] = [.text(definition.versionedName), .message(IndicatorWords.name(definition))]
                if month != nil { row.append(FigureFormat.cell(figure(indicator), definition)) }
                return row + [
                    FigureFormat.cell(cumulated(indicator), definition),
                    restated(indicator).map { FigureFormat.cell($0, definition) } ?? .blank,
                    FigureFormat.cell(indicator.targets[level]?.value, definition),
                ]
            })
    }

    private func json(_ indicator: IndicatorYear) -> JSONValue {
        let definition = indicator.definition
        return [
            "indicator": .string(definition.indicator), "version": .integer(definition.version),
            "figure": FigureFormat.json(figure(indicator), definition),
            "year_to_date": FigureFormat.json(cumulated(indicator), definition),
            "recounted": FigureFormat.json(restated(indicator), definition),
            "target": FigureFormat.json(indicator.targets[level]?.value, definition),
        ]
    }

    private func csv(_ indicator: IndicatorYear) -> [String] {
        let definition = indicator.definition
        func plain(_ value: Int64?) -> String { value.map { FigureFormat.plain($0, definition) } ?? "" }
        return [
            definition.indicator, String(definition.version), plain(figure(indicator)), plain(cumulated(indicator)),
            plain(restated(indicator)), plain(indicator.targets[level]?.value),
        ]
    }
}
