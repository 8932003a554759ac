import FundLedger
import ReferenceData

/// A trial balance as it is shown.
struct TrialBalanceView {
    let report: TrialBalance
    let heading: ReportHeading
    /// Years opened without budget control that its figures come from.
    let withoutBudget: [FiscalYear]

    func result(_ format: OutputFormat) throws -> CommandResult {
        let page = ReportPage(
            title: title, heading: heading, body: try body,
            remarks: [report.rows.isEmpty ? nil : LedgerTexts.signs, LedgerTexts.withoutBudget(withoutBudget)].compactMap { $0 },
            isRuled: false)
        var result = CommandResult(
            json: [
                "fund": .string(report.fund.shown), "span": .string(spanName), "span_value": .optional(spanValue),
                "sequence": .integer(report.sequence), "rows": .array(report.rows.map(json)),
                "debit": .amount(report.debit), "credit": .amount(report.credit),
                "years_without_budget": .array(withoutBudget.map { .string($0.text) }),
            ],
            text: page.text,
            csv: CSVTable(columns: ["account", "name", "debit", "credit", "balance"], rows: report.rows.map(csv)),
            notes: format == .csv
                ? [LedgerTexts.withoutBudget(withoutBudget), LedgerTexts.seen(report.sequence, report.fund)].compactMap { $0 } : [])
        result.html = page.html()
        return result
    }

    private var spanName: String {
        switch report.span {
        case .all: "all"
        case .asOf: "as-of"
        case .period: "period"
        case .year: "year"
        }
    }

    private var spanValue: String? {
        switch report.span {
        case .all: nil
        case .asOf(let date): date.iso
        case .period(let period): period.text
        case .year(let year): year.text
        }
    }

    private var title: Message {
        let fund = report.fund.shown
        return switch report.span {
        case .all: Message(fr: "Balance de vérification du \(fund)", en: "Trial balance of the \(fund)")
        case .asOf(let date):
            Message(fr: "Balance de vérification du \(fund) au \(date.iso)", en: "Trial balance of the \(fund) as of \(date.iso)")
        case .period(let period):
            Message(
                fr: "Balance de vérification du \(fund), période \(period.text)",
                en: "Trial balance of the \(fund), period \(period.text)")
        case .year(let year):
            Message(
                fr: "Balance de vérification du \(fund), exercice \(year.text)",
                en: "Trial balance of the \(fund), fiscal year \(year.text)")
        }
    }

    /// Only a period or a year has an opening.
    private var hasOpening: Bool {
        switch report.span {
        case .all, .asOf: false
        case .period, .year: true
        }
    }

    private var body: [TextBlock] {
        get throws {
            let financial = report.rows.filter { !$0.account.accountClass.isBudgetary }
            let budgetary = report.rows.filter(\.account.accountClass.isBudgetary)
            var blocks: [TextBlock] = []
            if report.rows.isEmpty {
                blocks.append(.paragraph(Message(fr: "Aucun mouvement.", en: "No movement.")))
            }
            if !financial.isEmpty { blocks.append(.table(try table(financial))) }
            if !budgetary.isEmpty {
                blocks += [.title(Message(fr: "Comptes budgétaires", en: "Budgetary accounts")), .table(try table(budgetary))]
            }
            return blocks
        }
    }

    private func table(_ rows: [TrialBalance.Row]) throws -> TextTable {
        var columns: [TextTable.Column] = [.left(LedgerTexts.account), .left(LedgerTexts.name, flexible: true)]
        if hasOpening { columns.append(.right(LedgerTexts.opening)) }
        columns += [.right(LedgerTexts.debit), .right(LedgerTexts.credit), .right(LedgerTexts.balance)]
        func amounts(_ opening: Cents, _ debit: Cents, _ credit: Cents, _ balance: Cents) -> [Cell] {
            (hasOpening ? [.amount(opening)] : []) + [side(debit), side(credit), .amount(balance)]
        }
        let total = try amounts(
            .sum(rows.map(\.opening)), .sum(rows.map(\.debit)), .sum(rows.map(\.credit)), .sum(rows.map(\.balance)))
        return TextTable(
            columns,
            rows: rows.map { row in
                [.text(row.account.code), .message(LedgerTexts.name(of: row.account))]
                    + amounts(row.opening, row.debit, row.credit, row.balance)
            },
            totals: [[.message(LedgerTexts.total), .blank] + total])
    }

    /// A side without a movement is left blank.
    private func side(_ cents: Cents) -> Cell { cents.isZero ? .blank : .amount(cents) }

    private func json(_ row: TrialBalance.Row) -> JSONValue {
        [
            "account": .string(row.account.code), "name": .string(row.account.name),
            "name_en": .optional(row.account.nameEnglish), "class": .string(row.account.accountClass.rawValue),
            "opening": .amount(row.opening), "debit": .amount(row.debit), "credit": .amount(row.credit),
            "balance": .amount(row.balance),
        ]
    }

    private func csv(_ row: TrialBalance.Row) -> [String] {
        [row.account.code, row.account.name]
            + [row.debit, row.credit, row.balance].map { MoneyFormat.plain(cents: $0.value) }
    }
}
