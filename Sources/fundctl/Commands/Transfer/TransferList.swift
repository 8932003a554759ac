import ArgumentParser
import AuditTrail
import FundLedger

/// `fundctl transfer list --fund F`.
struct TransferList: FundctlCommand {
    static let help = CommandHelp(
        "list", summary: Message(fr: "Montre les virements d'un fonds", en: "Shows the transfers of a fund"),
        examples: [.init("fundctl transfer list --fund FDMT")])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @OptionGroup var fund: FundOption
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code()
        let rows = try call.openBookToRead().read { try Transfers($0.register(fund.rawValue)).list() }
        let none = Message(fr: "Aucun virement.", en: "No transfer.")
        return CommandResult(
            json: ["fund": .string(fund.shown), "transfers": .array(rows.map(TransferView.json))],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(table(rows))],
            csv: CSVTable(
                columns: [
                    "record", "state", "operation", "from_year", "from", "to_year", "to", "amount", "date", "repay_by", "left",
                    "outcome",
                ],
                rows: rows.map { row in
                    let moved = row.operation
                    return [
                        String(row.record), row.state.rawValue, moved.operation.rawValue, moved.source.year.text,
                        moved.source.envelope, moved.target?.year.text ?? "", moved.target?.envelope ?? "",
                        MoneyFormat.plain(cents: moved.amount), moved.date.iso, moved.repayBy?.iso ?? "",
                        MoneyFormat.plain(cents: row.left), row.verdict.outcome.rawValue,
                    ]
                }))
    }

    private func table(_ rows: [TransferRow]) -> TextTable {
        TextTable(
            [
                .right(ApprovalWords.record), .left(LedgerTexts.date), .left(Message(fr: "Opération", en: "Operation")),
                .left(Message(fr: "De", en: "From")), .left(Message(fr: "À", en: "To")), .right(LedgerTexts.amount),
                .left(TransferView.state), .left(TransferView.repayBy), .right(TransferView.left),
            ],
            rows: rows.map { row in
                [
                    .integer(row.record), .text(row.operation.date.iso),
                    .message(TransferView.operation(row.operation.operation)),
                    .text(TransferView.place(row.operation.source, row.operation)),
                    row.operation.target.map { .text(TransferView.place($0, row.operation)) } ?? .blank,
                    .amount(row.operation.amount), .message(TransferView.state(row)),
                    row.operation.repayBy.map { .text($0.iso) } ?? .blank, row.left > 0 ? .amount(row.left) : .blank,
                ]
            })
    }
}
