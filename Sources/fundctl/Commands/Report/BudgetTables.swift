import FundLedger
import ReferenceData

/// The tables of the budget report. A page has room for the envelopes' names; a terminal does not.
enum BudgetTables {
    static func tree(_ tree: EnvelopeTree, isPage: Bool) -> TextTable {
        TextTable(
            columns(.left(LedgerTexts.envelope), isPage: isPage),
            rows: tree.nodes.map { node in
                [.item(node.row.code, depth: node.depth)] + name(.text(node.row.name), isPage) + cells(node.row.amounts)
            },
            totals: [[.message(LedgerTexts.total)] + name(.blank, isPage) + cells(tree.total)],
            caption: Message(fr: "Les enveloppes, chacune avec ses propres montants", en: "The envelopes, each with its own amounts"))
    }

    /// Each group with its sums, then its envelopes.
    static func groups(_ grouping: BudgetGrouping, isPage: Bool) -> TextTable {
        var rows: [[Cell]] = []
        var heads: Set<Int> = []
        for group in grouping.groups {
            heads.insert(rows.count)
            let value = AttributeWords.value(group.value, of: grouping.attribute)
            rows.append([.message(value)] + name(.blank, isPage) + cells(group.sum))
            rows += group.envelopes.map {
                [.item($0.code, depth: 1)] + name(.text($0.name), isPage) + cells($0.amounts)
            }
        }
        return TextTable(
            columns(.left(AttributeWords.heading(grouping.attribute)), isPage: isPage), rows: rows,
            totals: [[.message(LedgerTexts.total)] + name(.blank, isPage) + cells(grouping.total)],
            caption: Message(fr: "Chaque groupe avec sa somme, puis ses enveloppes", en: "Each group with its sum, then its envelopes"),
            heads: heads)
    }

    static func periods(_ periods: [BudgetPeriod]) -> TextTable {
        TextTable(
            [
                .left(LedgerTexts.period), .left(Message(fr: "Mois", en: "Month")), .right(BudgetTexts.spent),
                .right(Message(fr: "Cumulé", en: "Cumulated")),
            ],
            rows: periods.map {
                [.text($0.period.text), .message(PeriodWords.long($0.period)), .amount($0.spent), .amount($0.cumulated)]
            },
            totals: [[.message(LedgerTexts.total), .blank, .amount(periods.last?.cumulated ?? .zero), .blank]])
    }

    private static func columns(_ first: TextTable.Column, isPage: Bool) -> [TextTable.Column] {
        [first] + (isPage ? [.left(LedgerTexts.name, flexible: true)] : []) + [
            .right(BudgetTexts.initial), .right(Message(fr: "Modifié", en: "Changes")), .right(BudgetTexts.authorised),
            .right(BudgetTexts.reserved), .right(BudgetTexts.committed), .right(BudgetTexts.spent),
            .right(BudgetTexts.available),
        ]
    }

    private static func name(_ cell: Cell, _ isPage: Bool) -> [Cell] { isPage ? [cell] : [] }

    private static func cells(_ amounts: EnvelopeAmounts) -> [Cell] {
        let changes = amounts.revised &+ amounts.transferredIn &- amounts.transferredOut
        return [
            .amount(amounts.initial), .amount(changes), .amount(amounts.authorised), .amount(amounts.reserved),
            .amount(amounts.committed), .amount(amounts.spent), .amount(amounts.available),
        ]
    }
}

/// The months of the fiscal year, by period; P13 is for the adjustments of its end.
enum PeriodWords {
    static func long(_ period: PeriodID) -> Message { name(period, months) }

    /// Beside a column of a chart.
    static func short(_ period: PeriodID) -> Message { name(period, abbreviations) }

    private static func name(_ period: PeriodID, _ names: [Message]) -> Message {
        period.isAdjustment ? Message(fr: "P13", en: "P13") : names[period.number - 1]
    }

    private static let months: [Message] = [
        Message(fr: "avril", en: "April"), Message(fr: "mai", en: "May"), Message(fr: "juin", en: "June"),
        Message(fr: "juillet", en: "July"), Message(fr: "août", en: "August"), Message(fr: "septembre", en: "September"),
        Message(fr: "octobre", en: "October"), Message(fr: "novembre", en: "November"),
        Message(fr: "décembre", en: "December"), Message(fr: "janvier", en: "January"),
        Message(fr: "février", en: "February"), Message(fr: "mars", en: "March"),
    ]

    private static let abbreviations: [Message] = [
        Message(fr: "avr.", en: "Apr."), Message(fr: "mai", en: "May"), Message(fr: "juin", en: "June"),
        Message(fr: "juill.", en: "July"), Message(fr: "août", en: "Aug."), Message(fr: "sept.", en: "Sept."),
        Message(fr: "oct.", en: "Oct."), Message(fr: "nov.", en: "Nov."), Message(fr: "déc.", en: "Dec."),
        Message(fr: "janv.", en: "Jan."), Message(fr: "févr.", en: "Feb."), Message(fr: "mars", en: "Mar."),
    ]
}
