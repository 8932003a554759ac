import FundLedger
import ReferenceData

/// The budget of a year as it is shown: its envelopes in their tree, or by an attribute.
struct BudgetReportView {
    let heading: ReportHeading
    let year: FiscalYear
    let tree: EnvelopeTree
    let totals: BudgetTotals
    let periods: [BudgetPeriod]
    let grouping: BudgetGrouping?

    /// More bars than a page takes are put together; the table has them all. Envelopes, so that a sheet has room for the
    /// heading and the chart.
    static let mostEnvelopes = 12
    /// The regions, each with its bar, and a few.
    static let mostGroups = 20

    var result: CommandResult {
        let page = ReportPage(
            title: title, heading: heading, facts: [(LedgerTexts.year, .text(year.text))], body: body(isPage: false))
        var result = CommandResult(json: json, text: page.text, csv: csv)
        result.html = page.html(body(isPage: true))
        return result
    }

    private var title: Message {
        let fund = heading.fund.shown
        guard let grouping else {
            return Message(fr: "Budget \(year.text) du fonds \(fund)", en: "Budget \(year.text) of the fund \(fund)")
        }
        let name = AttributeWords.name(grouping.attribute)
        return Message(
            fr: "Budget \(year.text) du fonds \(fund), par \(name)", en: "Budget \(year.text) of the fund \(fund), by \(name)")
    }

    // MARK: Blocks

    private func body(isPage: Bool) -> [TextBlock] {
        var blocks: [TextBlock] = [.chart(chart)]
        if let grouping {
            blocks.append(.table(BudgetTables.groups(grouping, isPage: isPage)))
        } else {
            blocks.append(.table(BudgetTables.tree(tree, isPage: isPage)))
        }
        if !totals.ceilings.isEmpty { blocks += [.table(CeilingView.table(totals)), .facts(CeilingView.facts(totals))] }
        guard isPage, !periods.isEmpty else { return blocks }
        return blocks + [.title(Message(fr: "Dépenses par période", en: "Spending by period")), .chart(periodChart), .table(BudgetTables.periods(periods))]
    }

    /// What was done with what is authorised: spent, committed, reserved, left.
    private var chart: Chart {
        let bars: [(label: Message, amounts: EnvelopeAmounts)]
        if let grouping {
            bars = grouping.groups.map { (AttributeWords.value($0.value, of: grouping.attribute), $0.sum) }
        } else {
            bars = tree.nodes.filter { $0.row.amounts.authorised != 0 }.map { (.verbatim($0.row.name), $0.row.amounts) }
        }
        let title = Message(fr: "Emploi du budget autorisé", en: "Use of the authorised budget")
        return Chart(
            title, .bars,
            series: [BudgetTexts.spent, BudgetTexts.committed, BudgetTexts.reserved, BudgetTexts.available],
            bars.map { .init($0.label, [$0.amounts.spent, $0.amounts.committed, $0.amounts.reserved, $0.amounts.available]) }
        ).limited(to: grouping == nil ? Self.mostEnvelopes : Self.mostGroups) { count in
            Message(fr: "\(count, "autre", "autres")", en: "\(count, "other", "others")")
        }
    }

    private var periodChart: Chart {
        Chart(
            Message(fr: "Dépenses par période", en: "Spending by period"), .columns, series: [BudgetTexts.spent],
            periods.map { .init(PeriodWords.short($0.period), [$0.spent.value]) })
    }

    // MARK: Data

    private var json: KeyValuePairs<String, JSONValue> {
        [
            "fund": .string(heading.fund.shown), "year": .string(year.text), "sequence": .integer(heading.sequence),
            "sealed": .string(heading.sealed),
            "illustrative_rules": .array(heading.illustrative.map { .string($0.identity.text) }),
            "envelopes": .array(tree.nodes.map { EnvelopeView.json($0.row, subtree: $0.subtree) }),
            "total": EnvelopeView.json(tree.total),
            "ceiling": totals.ceiling.map { .amount($0.amount) } ?? .null, "used": .amount(totals.used),
            "by": .optional(grouping?.attribute),
            "groups": .array(
                (grouping?.groups ?? []).map {
                    [
                        "value": .optional($0.value), "envelopes": .array($0.envelopes.map { .string($0.code) }),
                        "amounts": EnvelopeView.json($0.sum),
                    ]
                }),
            "periods": .array(
                periods.map {
                    ["period": .string($0.period.text), "spent": .amount($0.spent), "cumulated": .amount($0.cumulated)]
                }),
        ]
    }

    /// Grouped, each row begins with its group's value.
    private var csv: CSVTable {
        guard let grouping else {
            return CSVTable(columns: EnvelopeView.columns, rows: tree.nodes.map { EnvelopeView.csv($0.row, $0.row.amounts) })
        }
        return CSVTable(
            columns: ["group"] + EnvelopeView.columns,
            rows: grouping.groups.flatMap { group in
                group.envelopes.map { [group.value ?? ""] + EnvelopeView.csv($0, $0.amounts) }
            })
    }
}
