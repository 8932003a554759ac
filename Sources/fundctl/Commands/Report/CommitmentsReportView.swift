import FundLedger
import ReferenceData

/// Outstanding commitments as they are shown.
struct CommitmentsReportView {
    let heading: ReportHeading
    let year: FiscalYear?
    let ageing: CommitmentAgeing

    var result: CommandResult {
        let page = ReportPage(
            title: title, heading: heading,
            facts: [(AgeWords.countedTo, .text(ageing.day.iso))],
            body: body + [.paragraph(AgeWords.counted(to: ageing.day))])
        var result = CommandResult(json: json, text: page.text, csv: csv)
        result.html = page.html(body)
        return result
    }

    private var title: Message {
        let fund = heading.fund.shown
        guard let year else {
            return Message(fr: "Engagements en cours du fonds \(fund)", en: "Outstanding commitments of the fund \(fund)")
        }
        return Message(
            fr: "Engagements en cours du fonds \(fund), exercice \(year.text)",
            en: "Outstanding commitments of the fund \(fund), fiscal year \(year.text)")
    }

    // MARK: Blocks

    private var body: [TextBlock] {
        guard !ageing.lines.isEmpty || !ageing.later.isEmpty else {
            return [.paragraph(Message(fr: "Rien n'est engagé.", en: "Nothing is committed."))]
        }
        var blocks: [TextBlock] = []
        if !ageing.lines.isEmpty {
            blocks += [
                .chart(ageChart), .table(ages), .title(Message(fr: "Les engagements, du plus ancien au plus récent", en: "The commitments, the oldest first")),
                .table(lines),
            ]
        }
        guard !ageing.later.isEmpty else { return blocks }
        return blocks + [
            .title(Self.laterTitle),
            .chart(laterChart), .table(later),
        ]
    }

    private static let laterTitle = Message(
        fr: "Obligations contractuelles des exercices à venir", en: "Contractual obligations of years to come")

    private var ageChart: Chart {
        Chart(
            Message(fr: "Solde engagé, par âge en jours", en: "Outstanding, by age in days"), .columns,
            series: [BudgetTexts.outstanding],
            AgeBand.allCases.map { .init(AgeWords.band($0), [ageing.sum(of: $0).amount.value]) })
    }

    private var laterChart: Chart {
        Chart(
            Self.laterTitle, .columns,
            series: [LedgerTexts.amount], ageing.laterYears.map { .init(.verbatim($0.year.text), [$0.sum.amount.value]) })
    }

    private var ages: TextTable {
        TextTable(
            [
                .left(AgeWords.inDays), .right(Message(fr: "Nombre", en: "Count")),
                .right(BudgetTexts.outstanding),
            ],
            rows: AgeBand.allCases.map { band in
                let sum = ageing.sum(of: band)
                return [.message(AgeWords.band(band)), .integer(sum.count), .amount(sum.amount)]
            },
            totals: [[.message(LedgerTexts.total), .integer(ageing.lines.count), .amount(ageing.outstanding)]])
    }

    private var lines: TextTable {
        TextTable(
            [
                .left(BudgetTexts.commitment), .left(LedgerTexts.envelope), .left(BudgetTexts.payee, flexible: true),
                .left(LedgerTexts.memo, flexible: true), .left(LedgerTexts.date), .right(Message(fr: "Jours", en: "Days")),
                .right(BudgetTexts.outstanding),
            ],
            rows: ageing.lines.map {
                [
                    .text($0.id), .text($0.envelope), .text($0.payee), .text($0.memo), .text($0.date.iso), .integer($0.age),
                    .amount($0.outstanding),
                ]
            },
            totals: [[.message(LedgerTexts.total), .blank, .blank, .blank, .blank, .blank, .amount(ageing.outstanding)]])
    }

    /// Each year with its sum, then what makes it.
    private var later: TextTable {
        var rows: [[Cell]] = []
        var heads: Set<Int> = []
        for (year, sum) in ageing.laterYears {
            heads.insert(rows.count)
            rows.append([.text(year.text), .blank, .blank, .amount(sum.amount)])
            rows += ageing.later.filter { $0.year == year }.map {
                [.item($0.id, depth: 1), .text($0.payee), .text($0.memo), .amount($0.amount)]
            }
        }
        return TextTable(
            [
                .left(BudgetTexts.commitment), .left(BudgetTexts.payee, flexible: true),
                .left(LedgerTexts.memo, flexible: true), .right(LedgerTexts.amount),
            ], rows: rows, totals: [[.message(LedgerTexts.total), .blank, .blank, .amount(ageing.obligations)]],
            heads: heads)
    }

    // MARK: Data

    private var json: KeyValuePairs<String, JSONValue> {
        [
            "fund": .string(heading.fund.shown), "year": .optional(year?.text), "sequence": .integer(heading.sequence),
            "sealed": .string(heading.sealed), "aged_on": .string(ageing.day.iso),
            "illustrative_rules": .array(heading.illustrative.map { .string($0.identity.text) }),
            "outstanding": .amount(ageing.outstanding), "obligations": .amount(ageing.obligations),
            "ageing": .array(
                AgeBand.allCases.map { band in
                    let sum = ageing.sum(of: band)
                    return ["days": .string(band.rawValue), "count": .integer(sum.count), "amount": .amount(sum.amount)]
                }),
            "commitments": .array(
                ageing.lines.map {
                    [
                        "source": .string($0.source.rawValue), "id": .string($0.id), "year": .string($0.year.text),
                        "envelope": .string($0.envelope), "payee": .string($0.payee), "memo": .string($0.memo),
                        "date": .string($0.date.iso), "age": .integer($0.age), "days": .string($0.band.rawValue),
                        "outstanding": .amount($0.outstanding),
                    ]
                }),
            "later": .array(
                ageing.later.map {
                    [
                        "source": .string($0.source.rawValue), "id": .string($0.id), "year": .string($0.year.text),
                        "payee": .string($0.payee), "memo": .string($0.memo), "amount": .amount($0.amount),
                    ]
                }),
        ]
    }

    /// Later years have no date, age or envelope.
    private var csv: CSVTable {
        let lines = ageing.lines.map {
            [
                "outstanding", $0.source.rawValue, $0.id, $0.year.text, $0.envelope, $0.payee, $0.memo, $0.date.iso,
                String($0.age), $0.band.rawValue, MoneyFormat.plain(cents: $0.outstanding.value),
            ]
        }
        let later = ageing.later.map {
            [
                "later", $0.source.rawValue, $0.id, $0.year.text, "", $0.payee, $0.memo, "", "", "",
                MoneyFormat.plain(cents: $0.amount.value),
            ]
        }
        return CSVTable(
            columns: ["kind", "source", "id", "year", "envelope", "payee", "memo", "date", "age", "days", "amount"],
            rows: lines + later)
    }
}
