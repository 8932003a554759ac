import EmployerServices
import ReferenceData

/// The report for machines.
struct AccountabilityData {
    let report: Accountability

    /// A row for each indicator and level that has a target or a figure.
    var results: [JSONValue] {
        each { indicator, level -> JSONValue in
            let definition = indicator.definition, target = indicator.targets[level]
            return [
                "indicator": .string(definition.indicator), "version": .integer(definition.version),
                "level": .string(level.text), "target": FigureFormat.json(target?.initial, definition),
                "revised": FigureFormat.json(target?.revised, definition),
                "result": FigureFormat.json(indicator.result(level), definition),
                "restated": FigureFormat.json(indicator.restated(level), definition),
                "gap": FigureFormat.json(indicator.gap(level), definition),
                "gap_percent": indicator.gapShare(level).map { .string(FigureFormat.plainShare($0)) } ?? .null,
                "explanation_asked": .bool(indicator.asksExplanation(level)),
                "explanations": .array(
                    indicator.explanations(level).map {
                        ["month": .optional($0.place.month?.text), "text": .string($0.text)]
                    }),
            ]
        }
    }

    private func each<T>(_ body: (IndicatorYear, Level) -> T) -> [T] {
        report.indicators.flatMap { indicator in
            report.levels(of: indicator).filter { indicator.targets[$0] != nil || indicator.result($0) != nil }
                .map { body(indicator, $0) }
        }
    }

    /// The months of each indicator at the report's level.
    var months: [JSONValue] {
        report.indicators.flatMap { indicator in
            indicator.months.compactMap { month -> JSONValue? in
                guard let figure = month.figure(report.level) else { return nil }
                return [
                    "indicator": .string(indicator.definition.indicator), "month": .string(month.month.text),
                    "figure": FigureFormat.json(figure, indicator.definition),
                    "published": .bool(month.publication != nil),
                ]
            }
        }
    }

    var restatements: [JSONValue] {
        report.indicators.flatMap { indicator in
            indicator.months.compactMap { month -> JSONValue? in
                guard let now = month.restated(report.level) else { return nil }
                return [
                    "indicator": .string(indicator.definition.indicator), "month": .string(month.month.text),
                    "published": .integer(month.figure(report.level) ?? 0), "recounted": .integer(now),
                ]
            }
        }
    }

    var costs: [JSONValue] {
        report.costs.map { cost in
            [
                "indicator": .string(cost.definition.indicator), "count_of": .string(cost.counted.indicator),
                "total": .amount(cents: cost.total), "count": .integer(cost.count),
                "each": cost.each.map { .amount(cents: $0) } ?? .null,
                "grants": .array(
                    cost.grants.map {
                        [
                            "grant": .string($0.grant.text), "intervention": .string($0.intervention),
                            "accepted": .amount(cents: $0.accepted),
                        ]
                    }),
                "unknown": .array(cost.unknown.map { .string($0.text) }),
            ]
        }
    }

    /// The annual table, a row for each indicator and level.
    var csv: CSVTable {
        CSVTable(
            columns: [
                "indicator", "version", "level", "target", "revised", "result", "restated", "gap", "gap_percent",
                "explanation_asked", "explanations",
            ],
            rows: each { indicator, level -> [String] in
                let definition = indicator.definition, target = indicator.targets[level]
                func plain(_ value: Int64?) -> String { value.map { FigureFormat.plain($0, definition) } ?? "" }
                return [
                    definition.indicator, String(definition.version), level.text, plain(target?.initial),
                    plain(target?.revised), plain(indicator.result(level)), plain(indicator.restated(level)),
                    plain(indicator.gap(level)), indicator.gapShare(level).map(FigureFormat.plainShare) ?? "",
                    indicator.asksExplanation(level) ? "yes" : "no",
                    indicator.explanations(level).map(\.text).joined(separator: " | "),
                ]
            })
    }
}
