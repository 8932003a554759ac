import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl envelope list --fund F --year Y`.
struct EnvelopeList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre l'arbre des enveloppes d'un exercice", en: "Shows the tree of a year's envelopes"),
        examples: [
            .init("fundctl envelope list --fund FNF --year 2026-2027"),
            .init(
                "fundctl envelope list --fund FNF --year 2026-2027 --level 1 --sums",
                Message(fr: "celles du haut, avec la somme de ce qui est dessous", en: "those at the top, with the sums of what lies below")),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var budget: BudgetOptions

    @Option(help: .init(fr: "Au plus tant de niveaux.", en: "At most so many levels.", value: ("niveaux", "levels")))
    var level: Int?

    @Option(help: .init(fr: "Celles qui sont juste sous cette enveloppe.", en: "Those just under this envelope.", value: ("code", "code")))
    var parent: String?

    @Option(help: .init(fr: "Cette enveloppe et tout ce qui est dessous.", en: "This envelope and all that lies below.", value: ("code", "code")))
    var under: String?

    @Flag(help: .init(fr: "Les sommes de chaque enveloppe et de ce qui est dessous.", en: "The sums of each envelope and what lies below it."))
    var sums = false

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = try budget.read()
        if parent != nil, under != nil { throw CommandLineError(.exclusiveOptions, ["option": "--parent", "other": "--under"]) }
        if let level, level < 1 {
            throw CommandLineError(.invalidValue, ["value": String(level), "option": "--level", "choices": "1, 2, 3 …"])
        }
        let tree = try call.openBookToRead().read { reading in
            let reader = try FundReader(reading.register(fund.rawValue))
            if let code = parent ?? under { _ = try reader.envelope(code, in: year) }
            return try EnvelopeTree(
                reader.envelopes(year), under: under, below: parent, levels: level ?? (parent == nil ? nil : 1))
        }
        let none = Message(fr: "Aucune enveloppe.", en: "No envelope.")
        return CommandResult(
            json: [
                "fund": .string(fund.shown), "year": .string(year.text),
                "envelopes": .array(tree.nodes.map { EnvelopeView.json($0.row, subtree: $0.subtree) }),
                "total": EnvelopeView.json(tree.total),
            ],
            text: tree.nodes.isEmpty ? [.paragraph(none)] : [.table(EnvelopeView.table(tree, sums: sums))],
            csv: CSVTable(
                columns: EnvelopeView.columns,
                rows: tree.nodes.map { EnvelopeView.csv($0.row, sums ? $0.subtree : $0.row.amounts) }),
            next: tree.nodes.isEmpty
                ? [
                    .init(
                        command: "fundctl envelope open CODE --fund \(fund.shown) --year \(year.text) --amount …",
                        purpose: Message(fr: "en ouvre une", en: "opens one"))
                ] : [])
    }
}
