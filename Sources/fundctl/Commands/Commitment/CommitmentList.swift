import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl commitment list --fund F --year Y`.
struct CommitmentList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les engagements d'un exercice", en: "Shows the commitments of a year"),
        examples: [
            .init("fundctl commitment list --fund FNF --year 2026-2027"),
            .init("fundctl commitment list --fund FNF --year 2026-2027 --envelope FORM-06 --open"),
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var budget: BudgetOptions

    @Option(help: .init(fr: "Ceux de cette enveloppe.", en: "Those of this envelope.", value: ("code", "code")))
    var envelope: String?

    @Flag(help: .init(fr: "Ceux dont il reste un solde.", en: "Those with something outstanding."))
    var open = false

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = try budget.read()
        let rows = try call.openBookToRead().read {
            try FundReader($0.register(fund.rawValue)).commitments(year, envelope: envelope)
        }.filter { !open || $0.outstanding > 0 }
        let none = Message(fr: "Aucun engagement.", en: "No commitment.")
        return CommandResult(
            json: [
                "fund": .string(fund.shown), "year": .string(year.text),
                "commitments": .array(rows.map(CommitmentView.json)),
            ],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(CommitmentView.table(rows))],
            csv: CSVTable(columns: CommitmentView.columns, rows: rows.map(CommitmentView.csv)))
    }
}
