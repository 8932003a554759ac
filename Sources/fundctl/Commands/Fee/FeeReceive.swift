import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl fee receive INVOICE --fund F`.
struct FeeReceive: FundctlCommand {
    static let help = CommandHelp(
        "receive", summary: Message(fr: "Inscrit ce qui est reçu d'une facture", en: "Records what is received of an invoice"),
        examples: [
            .init("fundctl fee receive F-2026-014 --fund FDMT"),
            .init("fundctl fee receive F-2026-014 --fund FDMT --amount 100", Message(fr: "une part", en: "a part")),
        ])

    @Argument(help: .init(fr: "Le numéro de la facture.", en: "The code of the invoice.", value: ("numéro", "code")))
    var invoice: String

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Le montant; sinon tout ce qui reste.", en: "The amount; else all that is left.", value: ("montant", "amount")))
    var amount: String?

    @OptionGroup var date: EffectiveDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code(), amount = try self.amount.map { try AmountText.parse($0) }
        let day = try date.day(call)
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "amount": .string(amount?.canonical ?? ""), "command": "fee-receive", "date": .string(date.date ?? ""),
                "invoice": .string(invoice),
            ], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(fund.rawValue)
            try Fees(session).receive(invoice, amount, on: day)
            try session.flush()
            return try FundReader(session).fee(invoice)
        } again: { reading, _ in
            try FundReader(reading.register(fund.rawValue)).fee(invoice)
        }
        let left = Cents(done.value.left)
        let title =
            write.dryRun
            ? Message(
                fr: "Il resterait \(money: left) à recevoir de la facture \(invoice).",
                en: "\(money: left) would be left of the invoice \(invoice).")
            : Message(
                fr: "Il reste \(money: left) à recevoir de la facture \(invoice).",
                en: "\(money: left) is left of the invoice \(invoice).")
        return FeeView.result(title, done, fund)
    }
}
