import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl transfer return SEQ --fund F --amount A`.
struct TransferReturn: FundctlCommand {
    static let help = CommandHelp(
        "return",
        summary: Message(fr: "Rend un virement temporaire, en tout ou en partie", en: "Gives a temporary transfer back, or a part of it"),
        examples: [.init("fundctl transfer return 57 --fund FDMT --amount \"5 000,00\"")])

    @Argument(help: .init(fr: "Le numéro du virement comptabilisé.", en: "The number of the transfer posted.", value: ("numéro", "number")))
    var record: Int64

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Le montant rendu.", en: "The amount given back.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "La date d'effet; sinon aujourd'hui.", en: "The effective date; else today.", value: ("date", "date")))
    var date: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, amount) = (try self.fund.code(), try AmountText.parse(self.amount))
        let day = try CalendarDate(iso: date ?? call.edge.clock.today())
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "amount": .string(amount.canonical), "command": "transfer return", "date": .string(date ?? ""),
                "transfer": .string(String(record)),
            ], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let transfers = try Transfers(transaction.register(fund.rawValue))
            let lent = try transfers.row(record).operation
            if date != nil { try Budget.requireDay(day, notAfter: lent.source.year) }
            let returned = try transfers.giveBack(record, amount, on: day)
            return (returned, try transfers.row(record))
        } again: { reading, receipts in
            guard let returned = try reading.records(TransferReturned.self, of: receipts).first?.record else {
                throw AuditError(.recordUnknown, ["record": String(record)])
            }
            return (returned, try Transfers(reading.register(fund.rawValue)).row(record))
        }
        let (returned, row) = done.value
        let title =
            done.isDryRun
            ? Message(fr: "\(money: amount) seraient rendus.", en: "\(money: amount) would be given back.")
            : Message(fr: "\(money: amount) sont rendus.", en: "\(money: amount) is given back.")
        var result = CommandResult(
            json: [
                "fund": .string(fund.shown), "transfer": .integer(record), "amount": .amount(amount),
                "left": .amount(cents: row.left), "entry": .string(returned.entry.text),
            ],
            text: [
                .paragraph(title),
                .facts([
                    (LedgerTexts.entry, .text(returned.entry.text)), (TransferView.left, .amount(row.left)),
                ]),
            ])
        result.tell(done)
        return result
    }
}
