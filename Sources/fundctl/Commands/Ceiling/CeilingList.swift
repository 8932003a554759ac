import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl ceiling list --fund F --year Y`.
struct CeilingList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les plafonds d'un exercice et ce qui en reste", en: "Shows the ceilings of a year and what is left of them"),
        examples: [.init("fundctl ceiling list --fund FDMT --year 2026-2027")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var budget: BudgetOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = try budget.read()
        let totals = try call.openBookToRead().read { try FundReader($0.register(fund.rawValue)).budgetTotals(year) }
        let none = Message(fr: "Aucun plafond.", en: "No ceiling.")
        return CommandResult(
            json: CeilingView.json(totals, fund),
            text: (totals.ceilings.isEmpty ? [.paragraph(none)] : [.table(CeilingView.table(totals))])
                + [.facts(CeilingView.facts(totals))],
            csv: CSVTable(
                columns: ["year", "basis", "amount", "authorised", "used", "citation"],
                rows: totals.ceilings.map {
                    [
                        $0.year.text, $0.basis.rawValue, MoneyFormat.plain(cents: $0.amount.value),
                        MoneyFormat.plain(cents: totals.authorised.value), MoneyFormat.plain(cents: totals.used.value),
                        $0.citation,
                    ]
                }),
            next: totals.ceilings.isEmpty
                ? [
                    .init(
                        command: "fundctl ceiling set --fund \(fund.shown) --year \(year.text) --basis estimates --amount … --citation …",
                        purpose: Message(fr: "en fixe un", en: "sets one"))
                ] : [])
    }
}

/// The ceilings of a year as they are shown.
enum CeilingView {
    static func json(_ totals: BudgetTotals, _ fund: FundCode) -> KeyValuePairs<String, JSONValue> {
        [
            "fund": .string(fund.shown), "year": .string(totals.year.text), "authorised": .amount(totals.authorised),
            "used": .amount(totals.used), "ceiling": totals.ceiling.map { .amount($0.amount) } ?? .null,
            "ceilings": .array(
                totals.ceilings.map {
                    [
                        "basis": .string($0.basis.rawValue), "amount": .amount($0.amount),
                        "citation": .string($0.citation), "record": .integer($0.sequence),
                    ]
                }),
        ]
    }

    static func table(_ totals: BudgetTotals) -> TextTable {
        TextTable(
            [
                .left(Message(fr: "Plafond", en: "Ceiling")), .right(LedgerTexts.amount),
                .left(BudgetTexts.citation, flexible: true),
            ],
            rows: totals.ceilings.map { [.message(BudgetTexts.basis($0.basis)), .amount($0.amount), .text($0.citation)] })
    }

    static func facts(_ totals: BudgetTotals) -> [(label: Message, value: Cell)] {
        [
            (Message(fr: "Autorisé en tout", en: "Authorised in all"), .amount(totals.authorised)),
            (Message(fr: "Engagé et dépensé", en: "Committed and spent"), .amount(totals.used)),
        ]
    }
}
