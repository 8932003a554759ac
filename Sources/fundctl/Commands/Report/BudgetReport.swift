import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl report budget --fund F --year Y [--by ATTRIBUTE]`.
struct BudgetReport: FundctlCommand {
    static let help = CommandHelp(
        "budget", summary: Message(fr: "Le budget d'un exercice : autorisé, engagé, dépensé, disponible", en: "The budget of a year: authorised, committed, spent, available"),
        examples: [
            .init("fundctl report budget --fund FNF --year 2026-2027"),
            .init(
                "fundctl report budget --fund FNF --year 2026-2027 --by region --format html -o budget.html",
                Message(fr: "une page à imprimer", en: "a page to print")),
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
                    """),
            Message(
                fr: """
                    --by réunit les enveloppes par mesure (measure), région (region), bureau (office), programme \
                    (programme) ou tout autre attribut qu'elles portent : chaque groupe avec sa somme, puis ses enveloppes. \
                    Une enveloppe compte une fois, selon son propre attribut.
                    """,
                en: """
                    --by puts the envelopes together by measure, region, office, programme or any other attribute that \
                    they have: each group with its sum, then its envelopes. An envelope counts once, by its own attribute.
                    """),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv, .html]

    @OptionGroup var budget: BudgetOptions

    @Option(
        help: .init(
            fr: "Réunit les enveloppes par cet attribut : region, measure, office, programme…",
            en: "Puts the envelopes together by this attribute: region, measure, office, programme…",
            value: ("attribut", "attribute")))
    var by: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = try budget.read()
        let view = try call.openBookToRead().read { reading in
            let reader = try FundReader(reading.register(fund.rawValue))
            let rows = try reader.envelopes(year)
            return BudgetReportView(
                heading: try ReportHeading(reader, days: year.firstDay...year.lastDay), year: year,
                tree: try EnvelopeTree(rows), totals: try reader.budgetTotals(year),
                periods: try reader.budgetPeriods(year),
                grouping: try by.map { try BudgetGrouping(rows, by: $0, fund: fund, year: year) })
        }
        return view.result
    }
}
