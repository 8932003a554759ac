import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl fee list --fund F`.
struct FeeList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les factures de droits et ce qui reste à recevoir", en: "Shows invoices of fees and what is left to receive"),
        examples: [.init("fundctl fee list --fund FDMT"), .init("fundctl fee list --fund FDMT --open")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var fund: FundOption

    @Flag(help: .init(fr: "Celles dont il reste un solde.", en: "Those with something left."))
    var open = false

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code()
        let rows = try call.openBookToRead().read { try FundReader($0.register(fund.rawValue)).fees() }
            .filter { !open || $0.left > 0 }
        let none = Message(fr: "Aucune facture.", en: "No invoice.")
        return CommandResult(
            json: ["fund": .string(fund.shown), "fees": .array(rows.map(FeeView.json))],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(try FeeView.table(rows))],
            csv: CSVTable(columns: FeeView.columns, rows: rows.map(FeeView.csv)))
    }
}
