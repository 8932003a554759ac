import EmployerServices
import ReferenceData

/// The monthly follow-up: a chart and a table for each indicator that has monthly figures, and what was restated.
struct AccountabilityMonths {
    let report: Accountability

    private var level: Level { report.level }

    /// Those that have a figure above zero in some month at the level; targeted and counted ones first.
    private var followed: [IndicatorYear] {
        report.indicators.filter { indicator in indicator.months.contains { ($0.figure(level) ?? 0) != 0 } }
            .sorted { rank($0.definition) < rank($1.definition) }
    }

    private func rank(_ definition: IndicatorDefined) -> (Int, String) {
        (definition.isTargeted ? (definition.method.isComputed ? 0 : 1) : 2, definition.indicator)
    }

    /// `isPage`: with a chart and a table for each targeted indicator; a text has the one table of all.
    func blocks(isPage: Bool) -> [TextBlock] {
        guard !followed.isEmpty else { return [] }
        var blocks: [TextBlock] = [.title(Message(fr: "Suivi mensuel", en: "Monthly follow-up")), .table(table)]
        if isPage {
            for indicator in followed where indicator.definition.isTargeted && isDrawn(indicator.definition) {
                blocks += [.title(IndicatorWords.name(indicator.definition)), .chart(chart(indicator)), .table(table(of: indicator))]
            }
        }
        return blocks + restatements
    }

    /// All of them, a month a column.
    private var table: TextTable {
        var columns: [TextTable.Column] = [.left(IndicatorWords.indicator, flexible: true)]
        for month in report.indicators.first?.months ?? [] { columns.append(.right(PeriodWords.short(month.month))) }
        columns.append(.right(LedgerTexts.total))
        return TextTable(
            columns,
            rows: followed.map { indicator -> [Cell] in
                let definition = indicator.definition
                var row: [Cell] = [.message(IndicatorWords.name(definition))]
                row += indicator.months.map { FigureFormat.cell($0.figure(level), definition) }
                row.append(FigureFormat.cell(indicator.result(level), definition))
                return row
            },
            caption: Message(fr: "Le chiffre de chaque mois, tel que publié s'il l'est", en: "Each month's figure, as published where it is"))
    }

    /// Whole numbers and money are drawn.
    private func isDrawn(_ definition: IndicatorDefined) -> Bool {
        (definition.unit == .count || definition.unit == .cents) && definition.decimals == 0
    }

    private func chart(_ indicator: IndicatorYear) -> Chart {
        let isMoney = indicator.definition.unit == .cents
        // The same words as the heading above it, and so shown once.
        let title = IndicatorWords.name(indicator.definition)
        let restated = indicator.months.contains { $0.restated(level) != nil }
        let series = [IndicatorWords.figure] + (restated ? [IndicatorWords.recounted] : [])
        return Chart(
            title, .columns, .grouped, of: isMoney ? .money : .count, series: series,
            indicator.months.map { month -> Chart.Category in
                let figure = month.figure(level) ?? 0
                let values = [figure] + (restated ? [month.restated(level) ?? figure] : [])
                let label = PeriodWords.short(month.month)
                return isMoney ? Chart.Category(label, values) : Chart.Category(label, counts: values)
            })
    }

    private func table(of indicator: IndicatorYear) -> TextTable {
        let definition = indicator.definition
        return TextTable(
            [
                .left(LedgerTexts.period), .left(IndicatorWords.month), .right(IndicatorWords.figure),
                .right(Message(fr: "Depuis avril", en: "Since April")), .left(LedgerTexts.state),
            ],
            rows: indicator.months.map { month in
                [
                    .text(month.month.text), .message(PeriodWords.long(month.month)),
                    FigureFormat.cell(month.figure(level), definition),
                    FigureFormat.cell(indicator.result(level, through: month.month.number), definition),
                    .message(state(month, definition)),
                ]
            })
    }

    private func state(_ month: IndicatorMonth, _ definition: IndicatorDefined) -> Message {
        guard definition.method.isComputed else {
            return month.entered(level) == nil ? .verbatim("") : Message(fr: "inscrit", en: "entered")
        }
        guard month.publication != nil else { return Message(fr: "non publié", en: "not published") }
        guard let now = month.restated(level) else { return Message(fr: "publié", en: "published") }
        return Message(fr: "publié; recompté : \(number: now)", en: "published; recounted: \(number: now)")
    }

    // MARK: Restatements

    private static func signed(_ change: Int64) -> Message {
        let sign = change > 0 ? "+" : ""
        return Message(fr: "\(sign)\(number: change)", en: "\(sign)\(number: change)")
    }

    private var restatements: [TextBlock] {
        let found = followed.flatMap { indicator in
            indicator.months.compactMap { month in
                month.restated(level).map { (indicator.definition, month, $0) }
            }
        }
        guard !found.isEmpty else { return [] }
        let table = TextTable(
            [
                .left(LedgerTexts.period), .left(IndicatorWords.indicator, flexible: true),
                .right(IndicatorWords.published), .right(IndicatorWords.recounted),
                .right(Message(fr: "Redressement", en: "Restatement")),
            ],
            rows: found.map { definition, month, now -> [Cell] in
                let published = month.figure(level) ?? 0
                return [
                    .text(month.month.text), .message(IndicatorWords.name(definition)), .integer(published), .integer(now),
                    .message(Self.signed(now - published)),
                ]
            })
        let words = Message(
            fr: "Un mois publié ne bouge plus. Ce qui a été inscrit ou annulé depuis change ce que les enregistrements comptent aujourd'hui.",
            en: "A published month no longer moves. What was recorded or annulled since changes what the records count now.")
        return [.title(Message(fr: "Redressements", en: "Restatements")), .paragraph(words), .table(table)]
    }
}

/// The definitions that the report's figures name.
struct AccountabilityDefinitions {
    let report: Accountability

    var blocks: [TextBlock] {
        let table = TextTable(
            [
                .left(Message(fr: "Définition", en: "Definition")), .left(LedgerTexts.name, flexible: true),
                .left(IndicatorWords.method), .left(Message(fr: "Paramètres", en: "Parameters")),
                .left(BudgetTexts.citation, flexible: true),
            ],
            rows: report.indicators.map { indicator -> [Cell] in
                let definition = indicator.definition
                return [
                    .text(definition.versionedName), .message(IndicatorWords.name(definition)),
                    .message(IndicatorWords.method(definition.method)), .text(IndicatorWords.parameters(definition)),
                    .text(definition.citation),
                ]
            })
        let words: [TextBlock] = report.indicators.compactMap { indicator in
            IndicatorWords.definition(indicator.definition).map { words -> TextBlock in
                let name = indicator.definition.versionedName
                return .paragraph(Message(fr: "\(name) : \(words)", en: "\(name): \(words)"))
            }
        }
        return [.title(Message(fr: "Définitions employées", en: "Definitions used"))] + words + [.table(table)]
    }
}
