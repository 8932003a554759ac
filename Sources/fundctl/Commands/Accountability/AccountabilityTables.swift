import EmployerServices
import ReferenceData

/// The annual tables: at the level asked for, at those under it, and what explains the gaps.
struct AccountabilityTables {
    let report: Accountability

    /// Targeted indicators of both services, then those that are followed.
    var annual: [TextBlock] {
        let targeted = report.indicators.filter(\.definition.isTargeted)
        let followed = report.indicators.filter { !$0.definition.isTargeted && $0.result(report.level) != nil }
        var blocks: [TextBlock] = []
        if !targeted.isEmpty {
            blocks.append(.title(Message(fr: "Résultats et cibles", en: "Results and targets")))
            if !report.isOver { blocks.append(.paragraph(Self.running)) }
            blocks.append(.table(table(targeted)))
        }
        if !followed.isEmpty {
            blocks += [.title(Message(fr: "Indicateurs suivis sans cible", en: "Indicators followed without a target")), .table(results(followed))]
        }
        return blocks
    }

    private static let running = Message(
        fr: "L'exercice n'est pas fini : les résultats sont ceux d'avril à ce jour, et les écarts ne sont pas définitifs.",
        en: "The year is not over: results are those from April to now, and gaps are not final.")

    private func table(_ indicators: [IndicatorYear]) -> TextTable {
        TextTable(
            [.left(IndicatorWords.indicator, flexible: true)] + Self.columns,
            rows: indicators.map { [.message(IndicatorWords.name($0.definition))] + cells($0, report.level) })
    }

    private static let columns: [TextTable.Column] = [
        .right(IndicatorWords.target), .right(IndicatorWords.revised), .right(IndicatorWords.result),
        .right(IndicatorWords.gap), .right(IndicatorWords.gapShare), .left(IndicatorWords.explanation),
    ]

    private func cells(_ indicator: IndicatorYear, _ level: Level) -> [Cell] {
        let definition = indicator.definition, target = indicator.targets[level]
        return [
            FigureFormat.cell(target?.initial, definition),
            target?.revised.map { FigureFormat.cell($0, definition) } ?? .blank,
            FigureFormat.cell(indicator.result(level), definition),
            indicator.gap(level).map { FigureFormat.cell($0, definition) } ?? .blank,
            indicator.gapShare(level).map { Cell.message(FigureFormat.share($0)) } ?? .blank,
            explanation(indicator, level).map { Cell.message($0) } ?? .blank,
        ]
    }

    /// Whether the gap is explained, or an explanation asked for; nothing where neither.
    func explanation(_ indicator: IndicatorYear, _ level: Level) -> Message? {
        if !indicator.explanations(level).isEmpty { return IndicatorWords.given }
        return indicator.asksExplanation(level) ? IndicatorWords.asked : nil
    }

    private func results(_ indicators: [IndicatorYear]) -> TextTable {
        TextTable(
            [.left(IndicatorWords.indicator, flexible: true), .right(IndicatorWords.result)],
            rows: indicators.map {
                [
                    .message(IndicatorWords.name($0.definition)),
                    FigureFormat.cell($0.result(report.level), $0.definition),
                ]
            })
    }

    // MARK: The levels under it

    var under: [TextBlock] {
        let indicators = report.indicators.filter { report.levels(of: $0).count > 1 && $0.definition.isTargeted }
        guard !indicators.isEmpty else { return [] }
        var rows: [[Cell]] = []
        var heads: Set<Int> = []
        for indicator in indicators {
            heads.insert(rows.count)
            rows.append([.message(IndicatorWords.name(indicator.definition))] + cells(indicator, report.level))
            rows += report.levels(of: indicator).dropFirst().map { level in
                [Cell.item(Self.name(level), depth: 1)] + cells(indicator, level)
            }
        }
        let title =
            report.level == .national
            ? Message(fr: "Par région", en: "By region") : Message(fr: "Par bureau", en: "By office")
        let table = TextTable(
            [.left(IndicatorWords.level, flexible: true)] + Self.columns, rows: rows,
            caption: Message(fr: "Chaque indicateur, puis les niveaux qui en relèvent", en: "Each indicator, then the levels under it"),
            heads: heads)
        return [.title(title), .table(table)] + sums
    }

    /// A place has the same name in both languages.
    private static func name(_ level: Level) -> String {
        switch level {
        case .national: "Québec"
        case .region(let region): "\(region.code) \(region.name)"
        case .office(let office): office.text
        }
    }

    /// Where the sum of the levels under is not the level's figure, that is said with the reason.
    private var sums: [TextBlock] {
        let differing = report.indicators.compactMap { indicator in
            report.sumUnder(indicator).map { (indicator.definition, $0.own, $0.sum) }
        }
        guard !differing.isEmpty else { return [] }
        let table = TextTable(
            [
                .left(IndicatorWords.indicator, flexible: true), .right(IndicatorWords.figure),
                .right(Message(fr: "Somme des niveaux qui en relèvent", en: "Sum of the levels under it")),
                .right(Message(fr: "Comptés plus d'une fois", en: "Counted more than once")),
            ],
            rows: differing.map { definition, own, sum -> [Cell] in
                [.message(IndicatorWords.name(definition)), .integer(own), .integer(sum), .integer(sum - own)]
            }, caption: Message(fr: "Pourquoi la somme n'est pas le chiffre", en: "Why the sum is not the figure"))
        return [.paragraph(IndicatorWords.oncePerLevel), .table(table)]
    }

    // MARK: Explanations

    var explanations: [TextBlock] {
        let found = report.indicators.flatMap { indicator in
            report.levels(of: indicator).flatMap { level in
                indicator.explanations(level).map { (indicator.definition, level, $0) }
            }
        }
        guard !found.isEmpty else { return [] }
        let table = TextTable(
            [
                .left(IndicatorWords.indicator, flexible: true), .left(IndicatorWords.level), .left(LedgerTexts.period),
                .left(IndicatorWords.explanation, flexible: true),
            ],
            rows: found.map { definition, level, explained -> [Cell] in
                [
                    .message(IndicatorWords.name(definition)), .message(IndicatorWords.level(level)),
                    .text(explained.place.month?.text ?? explained.place.year.text), .text(Visible.text(explained.text)),
                ]
            })
        return [.title(Message(fr: "Explications des écarts", en: "Explanations of gaps")), .table(table)]
    }
}
