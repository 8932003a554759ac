import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl revenue list --fund F`.
struct RevenueList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les revenus affectés et ce qui en reste", en: "Shows earmarked revenue and what is left of it"),
        examples: [.init("fundctl revenue list --fund FNF"), .init("fundctl revenue list --fund FNF --open")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var fund: FundOption

    @Flag(help: .init(fr: "Ceux dont il reste un solde.", en: "Those with something left."))
    var open = false

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code()
        let rows = try call.openBookToRead().read { try FundReader($0.register(fund.rawValue)).earmarks() }
            .filter { !open || $0.left > 0 }
        let none = Message(fr: "Aucun revenu affecté.", en: "No earmarked revenue.")
        return CommandResult(
            json: ["fund": .string(fund.shown), "earmarks": .array(rows.map(EarmarkView.json))],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(try EarmarkView.table(rows))],
            csv: CSVTable(columns: EarmarkView.columns, rows: rows.map(EarmarkView.csv)))
    }
}
