import FundLedger
import ReferenceData

/// Levies and earmarked revenue as they are shown.
struct LeviesReportView {
    let heading: ReportHeading
    let year: FiscalYear?
    let levies: LevySummary
    let earmarks: [EarmarkBalance]
    /// By code, those that were credited with earmarked revenue.
    let accounts: [String: Account]
    /// The control account of what is receivable, with its balance from the journal.
    let control: (account: String, balance: Cents)?

    func result() throws -> CommandResult {
        let page = ReportPage(
            title: title, heading: heading, facts: year.map { [(LedgerTexts.year, .text($0.text))] } ?? [],
            body: try body(isPage: false), isRuled: false)
        var result = CommandResult(json: try json(), text: page.text, csv: csv)
        result.html = page.html(try body(isPage: true))
        return result
    }

    private var title: Message {
        let fund = heading.fund.shown
        guard let year else {
            return Message(fr: "Cotisations et revenus affectés du fonds \(fund)", en: "Levies and earmarked revenue of the fund \(fund)")
        }
        return Message(
            fr: "Cotisations et revenus affectés du fonds \(fund), exercice \(year.text)",
            en: "Levies and earmarked revenue of the fund \(fund), fiscal year \(year.text)")
    }

    // MARK: Levies

    private func body(isPage: Bool) throws -> [TextBlock] {
        var blocks: [TextBlock] = []
        if levies.lines.isEmpty {
            blocks.append(
                .paragraph(
                    year == nil
                        ? Message(fr: "Aucune cotisation inscrite.", en: "No levy recorded.")
                        : Message(fr: "Aucune cotisation dans cet exercice.", en: "No levy in this fiscal year.")))
        } else {
            blocks += [.chart(chart), .table(try table())]
            if let control { blocks.append(.facts([(balance(of: control.account), .amount(control.balance))])) }
        }
        if !levies.acts.isEmpty {
            blocks += [
                .title(Message(fr: "Estimations et remises", en: "Estimates and remittances")),
                .table(LevyActView.table(levies.acts)),
            ]
        }
        return try blocks + EarmarkReportBlocks(earmarks: earmarks, accounts: accounts, isPage: isPage).blocks()
    }

    private func balance(of account: String) -> Message {
        guard let year else {
            return Message(fr: "Solde du compte \(account)", en: "Balance of the account \(account)")
        }
        return Message(
            fr: "Solde du compte \(account) à la fin de \(year.text)", en: "Balance of the account \(account) at the end of \(year.text)")
    }

    private static let opening = Message(fr: "À recevoir au début", en: "Receivable at start")
    private static let closing = Message(fr: "À recevoir à la fin", en: "Receivable at end")
    private static let revenue = Message(fr: "Revenus", en: "Revenue")
    private static let adjustments = Message(fr: "Redressements", en: "Adjustments")

    private typealias Column = (name: String, heading: Message, path: KeyPath<LevySummary.Line, Cents>)

    /// What is told of a taxation year.
    private var columns: [Column] {
        [
            ("opening", Self.opening, \.opening), ("estimated", LevyActView.estimated, \.estimated),
            ("remitted", LevyActView.remitted, \.remitted), ("fees", LevyActView.fees, \.fees),
            ("revenue", Self.revenue, \.revenue), ("adjustments", Self.adjustments, \.adjusted),
            ("receivable", closing, \.receivable),
        ]
    }

    private var closing: Message { year == nil ? LevyActView.receivable : Self.closing }

    private var chart: Chart {
        Chart(
            Message(fr: "Estimé, remis, à recevoir, par année d'imposition", en: "Estimated, remitted, receivable, by taxation year"),
            .columns, .grouped,
            series: [LevyActView.estimated, LevyActView.remitted, closing],
            levies.lines.map { .init(.verbatim($0.year.text), [$0.estimated.value, $0.remitted.value, $0.receivable.value]) }
        ).limited(to: 16) { count in Message(fr: "\(count, "autre", "autres")", en: "\(count, "other", "others")") }
    }

    private func table() throws -> TextTable {
        // Nothing was receivable before the book.
        let columns = columns.dropFirst(year == nil ? 1 : 0)
        return TextTable(
            [.left(LevyActView.year)] + columns.map { .right($0.heading) },
            rows: levies.lines.map { line in
                [.text(line.year.text)] + columns.map { .amount(line[keyPath: $0.path]) }
            },
            totals: [[.message(LedgerTexts.total)] + (try columns.map { .amount(try levies.sum($0.path)) })])
    }

    // MARK: Data

    private func json() throws -> KeyValuePairs<String, JSONValue> {
        [
            "fund": .string(heading.fund.shown), "year": .optional(year?.text), "sequence": .integer(heading.sequence),
            "sealed": .string(heading.sealed),
            "years": .array(
                levies.lines.map { line in
                    .object(
                        [(name: "taxation_year", value: .string(line.year.text))]
                            + columns.map { (name: $0.name, value: .amount(line[keyPath: $0.path])) })
                }),
            "total": .object(try columns.map { (name: $0.name, value: .amount(try levies.sum($0.path))) }),
            "control": control.map { ["account": .string($0.account), "balance": .amount($0.balance)] } ?? .null,
            "acts": .array(levies.acts.map(LevyActView.json)),
            "earmarks": .array(earmarks.map(EarmarkReportBlocks.json)),
            "earmarked_left": .amount(try .sum(earmarks.map(\.left))),
        ]
    }

    private var csv: CSVTable {
        CSVTable(
            columns: ["taxation_year"] + columns.map(\.name),
            rows: levies.lines.map { line in
                [line.year.text] + columns.map { MoneyFormat.plain(cents: line[keyPath: $0.path].value) }
            })
    }
}
