import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl report budget --fund F --year Y`.
struct BudgetReport: FundctlCommand {
    static let help = CommandHelp(
        "budget", summary: Message(fr: "Le budget d'un exercice : autorisé, engagé, dépensé, disponible", en: "The budget of a year: authorised, committed, spent, available"),
        examples: [
            .init("fundctl report budget --fund FNF --year 2026-2027"),
            .init("fundctl report budget --fund FNF --year 2026-2027 --format csv -o budget.csv"),
        ],
        details: [
            Message(
                fr: """
                    Chaque enveloppe avec ses propres montants, puis le total de l'exercice et ses plafonds. Initial, \
                    révisions, reçu et cédé font l'autorisé; l'autorisé est la somme du préengagé, de l'engagé, du dépensé \
                    et du disponible.
                    """,
                en: """
                    Each envelope with its own amounts, then the year's total and its ceilings. Initial, revisions, in and \
                    out make what is authorised; that is the sum of reserved, committed, spent and available.
                    """)
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var budget: BudgetOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = try budget.read()
        let (tree, totals, sequence) = try call.openBookToRead().read { reading in
            let reader = try FundReader(reading.register(fund.rawValue))
            return (
                try EnvelopeTree(reader.envelopes(year)), try reader.budgetTotals(year), reader.session.register.size
            )
        }
        let title = Message(
            fr: "Budget \(year.text) du fonds \(fund.shown)", en: "Budget \(year.text) of the fund \(fund.shown)")
        var text: [TextBlock] = [.title(title), .table(table(tree))]
        if !totals.ceilings.isEmpty { text += [.table(CeilingView.table(totals)), .facts(CeilingView.facts(totals))] }
        text.append(.paragraph(LedgerTexts.seen(sequence, fund)))
        return CommandResult(
            json: [
                "fund": .string(fund.shown), "year": .string(year.text), "sequence": .integer(sequence),
                "envelopes": .array(tree.nodes.map { EnvelopeView.json($0.row, subtree: $0.subtree) }),
                "total": EnvelopeView.json(tree.total),
                "ceiling": totals.ceiling.map { .amount($0.amount) } ?? .null, "used": .amount(totals.used),
            ],
            text: text,
            csv: CSVTable(columns: EnvelopeView.columns, rows: tree.nodes.map { EnvelopeView.csv($0.row, $0.row.amounts) }))
    }

    private func table(_ tree: EnvelopeTree) -> TextTable {
        func cells(_ amounts: EnvelopeAmounts) -> [Cell] {
            let changes = amounts.revised &+ amounts.transferredIn &- amounts.transferredOut
            return [
                .amount(amounts.initial), .amount(changes), .amount(amounts.authorised), .amount(amounts.reserved),
                .amount(amounts.committed), .amount(amounts.spent), .amount(amounts.available),
            ]
        }
        return TextTable(
            [
                .left(LedgerTexts.envelope), .right(BudgetTexts.initial),
                .right(Message(fr: "Modifié", en: "Changes")), .right(BudgetTexts.authorised),
                .right(BudgetTexts.reserved), .right(BudgetTexts.committed), .right(BudgetTexts.spent),
                .right(BudgetTexts.available),
            ],
            rows: tree.nodes.map { node in
                [.text(String(repeating: "  ", count: node.depth) + node.row.code)] + cells(node.row.amounts)
            },
            totals: [[.message(LedgerTexts.total)] + cells(tree.total)])
    }
}
