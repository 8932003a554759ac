import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl year open 2026-2027 --fund F [--without-budget]`.
struct YearOpen: FundctlCommand {
    static let help = CommandHelp(
        "open", summary: Message(fr: "Ouvre un exercice et ses treize périodes", en: "Opens a fiscal year and its thirteen periods"),
        examples: [
            .init("fundctl year open 2026-2027 --fund FNF"),
            .init(
                "fundctl year open 2019-2020 --fund FNF --without-budget",
                Message(fr: "pour y reprendre un historique", en: "to take history into it")),
        ],
        details: [
            Message(
                fr: """
                    Un exercice va du 1er avril au 31 mars. Sans autre mention, la dépense y est sous contrôle budgétaire : \
                    sans enveloppe, pas de dépense. Avec --without-budget elle est libre, et partout où paraît l'exercice, \
                    il est dit qu'il est sans contrôle budgétaire. Ce choix ne change plus.
                    """,
                en: """
                    A year runs from 1 April to 31 March. Unless said otherwise its spending is under budget control: no \
                    envelope, no spending. With --without-budget it is free, and wherever the year shows it is said to be \
                    without budget control. That choice changes no more.
                    """)
        ])

    @Argument(help: .init(fr: "L'exercice, comme 2026-2027.", en: "The year, such as 2026-2027.", value: ("exercice", "year")))
    var year: String

    @OptionGroup var fund: FundOption

    @Flag(help: .init(fr: "Sans contrôle budgétaire.", en: "Without budget control."))
    var withoutBudget = false

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let year = try FiscalYear(parsing: year)
        let opened = YearOpened(year: year, budget: withoutBudget ? .none : .controlled)
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "budget": .string(opened.budget.rawValue), "command": .string("year-open"), "year": .string(year.text),
            ], options: write)
        let done = try call.write(request, to: book) { transaction in
            try transaction.register(fund.rawValue).append(opened)
            return opened
        } again: { reading, receipts in
            try reading.records(YearOpened.self, of: receipts).first?.record ?? opened
        }
        return result(done, fund)
    }

    private func result(_ done: WriteDone<YearOpened>, _ fund: FundCode) -> CommandResult {
        let year = done.value.year, budget = done.value.budget
        let title =
            write.dryRun
            ? Message(
                fr: "L'exercice \(year.text) du fonds \(fund.shown) serait ouvert, \(LedgerTexts.budget(budget)).",
                en: "The year \(year.text) of the fund \(fund.shown) would be opened, \(LedgerTexts.budget(budget)).")
            : Message(
                fr: "L'exercice \(year.text) du fonds \(fund.shown) est ouvert, \(LedgerTexts.budget(budget)).",
                en: "The year \(year.text) of the fund \(fund.shown) is open, \(LedgerTexts.budget(budget)).")
        var result = CommandResult(
            json: [
                "fund": .string(fund.shown), "year": .string(year.text), "budget": .string(budget.rawValue),
                "first_day": .string(year.firstDay.iso), "last_day": .string(year.lastDay.iso),
            ],
            text: [.paragraph(title), .paragraph(meaning(budget))],
            next: [
                .init(
                    command: "fundctl period list --fund \(fund.shown)",
                    purpose: Message(fr: "montre ses périodes", en: "shows its periods")),
                budget == .controlled
                    ? .init(
                        command: "fundctl envelope load budget.csv --fund \(fund.shown) --year \(year.text)",
                        purpose: Message(fr: "y ouvre les enveloppes du budget", en: "opens the budget's envelopes in it"))
                    : .init(
                    command: "fundctl entry post --fund \(fund.shown) --date \(year.firstDay.iso) …",
                    purpose: Message(fr: "y passe une écriture", en: "posts an entry in it")),
            ])
        result.tell(done)
        return result
    }

    private func meaning(_ budget: BudgetControl) -> Message {
        switch budget {
        case .controlled:
            Message(
                fr: "Toute dépense y nomme une enveloppe budgétaire; sans enveloppe, elle est refusée.",
                en: "All spending in it names a budget envelope; without one it is refused.")
        case .none:
            Message(
                fr: "La dépense n'y est retenue par aucune enveloppe; les rapports le diront.",
                en: "No envelope holds its spending; the reports will say so.")
        }
    }
}
