import FundLedger
import ReferenceData

/// Outstanding payments as they are shown.
struct PaymentsReportView {
    let heading: ReportHeading
    let payments: PaymentsOutstanding

    func result() throws -> CommandResult {
        let body = try body()
        let page = ReportPage(
            title: title, heading: heading, facts: [(AgeWords.countedTo, .text(payments.day.iso))],
            body: body + [.paragraph(AgeWords.counted(to: payments.day))], isRuled: false)
        var result = CommandResult(json: try json(), text: page.text, csv: csv)
        result.html = page.html(body)
        return result
    }

    private var title: Message {
        let fund = heading.fund.shown
        return Message(fr: "Paiements en suspens du fonds \(fund)", en: "Outstanding payments of the fund \(fund)")
    }

    private static let stages: [(stage: PaymentsOutstanding.Stage, name: Message)] = [
        (.due, Message(fr: "À payer", en: "To be paid")),
        (.transit, Message(fr: "Émis, non compensés", en: "Issued, not cleared")),
    ]

    // MARK: Blocks

    private func body() throws -> [TextBlock] {
        guard !payments.lines.isEmpty else { return [.paragraph(Message(fr: "Rien n'est en suspens.", en: "Nothing is outstanding."))] }
        var blocks: [TextBlock] = [.chart(try chart()), .table(try ages())]
        for (stage, name) in Self.stages where payments.lines.contains(where: { $0.stage == stage }) {
            blocks += [.title(name), .table(try lines(stage))]
        }
        return blocks
    }

    private func amounts(_ band: AgeBand?) throws -> [(count: Int, amount: Cents)] {
        try Self.stages.map { try payments.sum(of: $0.stage, band) }
    }

    private func chart() throws -> Chart {
        Chart(
            Message(fr: "En suspens, par âge en jours", en: "Outstanding, by age in days"), .columns,
            series: Self.stages.map(\.name),
            try AgeBand.allCases.map { band in
                .init(AgeWords.band(band), try amounts(band).map(\.amount.value))
            })
    }

    private func ages() throws -> TextTable {
        func cells(_ band: AgeBand?) throws -> [Cell] {
            try amounts(band).flatMap { [Cell.integer($0.count), .amount($0.amount)] }
        }
        let count = Message(fr: "Nombre", en: "Count")
        return TextTable(
            [.left(AgeWords.inDays)] + Self.stages.flatMap { [TextTable.Column.right(count), .right($0.name)] },
            rows: try AgeBand.allCases.map { [.message(AgeWords.band($0))] + (try cells($0)) },
            totals: [[.message(LedgerTexts.total)] + (try cells(nil))])
    }

    private func lines(_ stage: PaymentsOutstanding.Stage) throws -> TextTable {
        TextTable(
            [
                .left(stage == .due ? GrantWords.record : Message(fr: "Paiement", en: "Payment")), .left(GrantWords.grant),
                .left(GrantWords.recipient, flexible: true), .left(LedgerTexts.date),
                .right(Message(fr: "Jours", en: "Days")), .right(LedgerTexts.amount),
            ],
            rows: payments.lines.filter { $0.stage == stage }.map {
                [
                    .text($0.id), .text($0.grant.text), .text($0.name ?? $0.recipient), .text($0.date.iso), .integer($0.age),
                    .amount($0.amount),
                ]
            },
            totals: [[.message(LedgerTexts.total), .blank, .blank, .blank, .blank, .amount(try payments.sum(of: stage).amount)]])
    }

    // MARK: Data

    private func json() throws -> KeyValuePairs<String, JSONValue> {
        [
            "fund": .string(heading.fund.shown), "sequence": .integer(heading.sequence), "sealed": .string(heading.sealed),
            "aged_on": .string(payments.day.iso), "due": .amount(try payments.sum(of: .due).amount),
            "transit": .amount(try payments.sum(of: .transit).amount),
            "ageing": .array(
                try AgeBand.allCases.map { band in
                    let sums = try amounts(band)
                    return [
                        "days": .string(band.rawValue), "due": .amount(sums[0].amount), "transit": .amount(sums[1].amount),
                    ]
                }),
            "payments": .array(
                payments.lines.map {
                    [
                        "stage": .string($0.stage.rawValue), "id": .string($0.id), "grant": .string($0.grant.text),
                        "recipient": .string($0.recipient), "name": .optional($0.name), "date": .string($0.date.iso),
                        "age": .integer($0.age), "days": .string($0.band.rawValue), "amount": .amount($0.amount),
                    ]
                }),
        ]
    }

    private var csv: CSVTable {
        CSVTable(
            columns: ["stage", "id", "grant", "recipient", "name", "date", "age", "days", "amount"],
            rows: payments.lines.map {
                [
                    $0.stage.rawValue, $0.id, $0.grant.text, $0.recipient, $0.name ?? "", $0.date.iso, String($0.age),
                    $0.band.rawValue, MoneyFormat.plain(cents: $0.amount.value),
                ]
            })
    }
}
