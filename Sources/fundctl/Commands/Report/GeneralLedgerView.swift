import FundLedger
import ReferenceData

/// A general ledger as it is shown, written account by account.
struct GeneralLedgerView {
    struct Heading {
        let report: ReportHeading
        let from: CalendarDate?
        let to: CalendarDate?
        let withoutBudget: [FiscalYear]

        var fund: FundCode { report.fund }
        var sequence: Int64 { report.sequence }
        var remarks: [Message] {
            [LedgerTexts.withoutBudget(withoutBudget), LedgerTexts.seen(sequence, fund)].compactMap { $0 }
        }
    }

    let heading: Heading
    let format: OutputFormat
    let writer: TextWriter
    let sink: any ByteSink
    private var count = 0
    private var page: HTMLWriter

    init(heading: Heading, format: OutputFormat, writer: TextWriter, sink: any ByteSink) {
        page = HTMLWriter(language: writer.language)
        self.heading = heading
        self.format = format
        self.writer = writer
        self.sink = sink
    }

    mutating func begin() {
        switch format {
        case .json:
            let members: [(name: String, value: JSONValue)] = [
                (name: "schema", value: "fundctl/report-general-ledger/v1"),
                (name: "fund", value: .string(heading.fund.shown)), (name: "from", value: .optional(heading.from?.iso)),
                (name: "to", value: .optional(heading.to?.iso)), (name: "sequence", value: .integer(heading.sequence)),
                (name: "years_without_budget", value: .array(heading.withoutBudget.map { .string($0.text) })),
            ]
            sink.write("{\n")
            for (name, value) in members { sink.write(Array("  \"\(name)\": ".utf8) + value.line + Array(",\n".utf8)) }
            sink.write("  \"accounts\": [")
        case .csv:
            sink.write(CSVTable(columns: GeneralLedgerView.columns).text)
        case .text: sink.write(writer.text([.title(title)]))
        case .html:
            page.begin(title, isWide: true)
            write([.title(title), .facts(heading.report.facts)])
            if let mark = heading.report.mark { write([.mark(mark)]) }
        }
    }

    mutating func add(_ account: GeneralLedgerAccount) {
        count += 1
        switch format {
        case .json: sink.write(Array((count == 1 ? "\n    " : ",\n    ").utf8) + json(account).line)
        case .csv: sink.write(CSVTable(columns: GeneralLedgerView.columns, rows: rows(account)).textWithoutHeader)
        case .text: sink.write("\n" + writer.text(text(account)))
        case .html: write(text(account))
        }
    }

    /// A page is sent on account by account.
    private mutating func write(_ blocks: [TextBlock]) {
        for block in blocks { page.add(block) }
        sink.write(page.take())
    }

    /// Returns what is left to be said on standard error.
    mutating func end() -> [Message] {
        let none = Message(fr: "Aucun mouvement.", en: "No movement.")
        let first: TextBlock = count == 0 ? .paragraph(none) : .paragraph(LedgerTexts.signs)
        switch format {
        case .json:
            sink.write(count == 0 ? "]\n}\n" : "\n  ]\n}\n")
            return []
        case .csv: return heading.remarks
        case .text:
            sink.write("\n" + writer.text([first, .lines(heading.remarks)]))
            return []
        case .html:
            write([first] + (heading.withoutBudget.isEmpty ? [] : [.lines(heading.remarks.dropLast())]))
            page.end()
            sink.write(page.take())
            return []
        }
    }

    private var title: Message {
        let fund = heading.fund.shown
        return switch (heading.from?.iso, heading.to?.iso) {
        case (nil, nil): Message(fr: "Grand livre du \(fund)", en: "General ledger of the \(fund)")
        case (let from?, nil): Message(fr: "Grand livre du \(fund), à partir du \(from)", en: "General ledger of the \(fund), from \(from) on")
        case (nil, let to?): Message(fr: "Grand livre du \(fund), jusqu'au \(to)", en: "General ledger of the \(fund), up to \(to)")
        case (let from?, let to?): Message(fr: "Grand livre du \(fund), du \(from) au \(to)", en: "General ledger of the \(fund), from \(from) to \(to)")
        }
    }

    private static let columns = ["account", "date", "entry", "period", "reference", "memo", "debit", "credit", "balance"]

    private func rows(_ account: GeneralLedgerAccount) -> [[String]] {
        account.lines.map { line in
            let cents = line.amount.value
            return [
                account.account.code, line.date.iso, line.entry.text, line.period.text, line.reference, line.memo,
                MoneyFormat.plain(cents: max(cents, 0)), MoneyFormat.plain(cents: 0 - min(cents, 0)),
                MoneyFormat.plain(cents: line.balance.value),
            ]
        }
    }

    private func text(_ account: GeneralLedgerAccount) -> [TextBlock] {
        let name = LedgerTexts.name(of: account.account)
        var rows: [[Cell]] = []
        if account.opening != .zero {
            rows.append([.blank, .message(LedgerTexts.opening), .blank, .blank, .blank, .blank, .amount(account.opening)])
        }
        rows += account.lines.map { line in
            let cents = line.amount.value
            let sides: [Cell] = cents > 0 ? [.amount(cents), .blank] : [.blank, .amount(0 - cents)]
            return [.text(line.date.iso), .text(line.entry.text), .text(line.reference), .text(line.memo)] + sides
                + [.amount(line.balance)]
        }
        let table = TextTable(
            [
                .left(LedgerTexts.date), .left(LedgerTexts.entry), .left(LedgerTexts.reference),
                .left(LedgerTexts.memo, flexible: true), .right(LedgerTexts.debit), .right(LedgerTexts.credit),
                .right(LedgerTexts.balance),
            ], rows: rows,
            totals: [
                [.message(LedgerTexts.balance), .blank, .blank, .blank, .blank, .blank, .amount(account.closing)]
            ])
        return [.title(Message(fr: "\(account.account.code) \(name)", en: "\(account.account.code) \(name)")), .table(table)]
    }

    private func json(_ account: GeneralLedgerAccount) -> JSONValue {
        let lines = account.lines.map { line -> JSONValue in
            let cents = line.amount.value
            return [
                "date": .string(line.date.iso), "entry": .string(line.entry.text), "period": .string(line.period.text),
                "reference": .string(line.reference), "memo": .string(line.memo),
                "debit": .amount(cents: max(cents, 0)), "credit": .amount(cents: 0 - min(cents, 0)),
                "balance": .amount(line.balance),
            ]
        }
        return [
            "account": .string(account.account.code), "name": .string(account.account.name),
            "opening": .amount(account.opening), "closing": .amount(account.closing), "lines": .array(lines),
        ]
    }
}
