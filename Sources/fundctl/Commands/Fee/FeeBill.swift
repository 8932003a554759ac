import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl fee bill`.
struct FeeBill: FundctlCommand {
    static let help = CommandHelp(
        "bill", summary: Message(fr: "Facture des droits", en: "Bills a fee"),
        examples: [
            .init("fundctl fee bill --fund FDMT --invoice F-2026-014 --payer \"Centre A\" --amount 260 --memo \"Certificat d'agrément\"")
        ],
        details: [
            Message(
                fr: "Le payeur nommé est un organisme; aucun renseignement personnel n'y va.",
                en: "The payer named is an organisation; no personal information goes there.")
        ])

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Le numéro de la facture.", en: "The code of the invoice.", value: ("numéro", "code")))
    var invoice: String

    @Option(help: .init(fr: "L'organisme qui paie.", en: "The organisation that pays.", value: ("nom", "name")))
    var payer: String

    @Option(help: .init(fr: "Le montant.", en: "The amount.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "Le libellé.", en: "The memo.", value: ("libellé", "memo")))
    var memo: String = ""

    @OptionGroup var date: EffectiveDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try self.fund.code(), amount = try AmountText.parse(self.amount), day = try date.day(call)
        try TypedText.check(payer, option: "--payer", bytes: FeeBilled.payerBytes)
        try TypedText.check(memo, option: "--memo", bytes: 0...EntryLimits.memoBytes)
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "amount": .string(amount.canonical), "command": "fee-bill", "date": .string(date.date ?? ""),
                "invoice": .string(invoice), "memo": .string(memo), "payer": .string(payer),
            ], options: write)
        let done = try call.write(request, to: call.openBook()) { transaction in
            let session = try transaction.register(fund.rawValue)
            try Fees(session).bill(invoice, amount, payer: payer, memo: memo, on: day)
            try session.flush()
            return try FundReader(session).fee(invoice)
        } again: { reading, _ in
            try FundReader(reading.register(fund.rawValue)).fee(invoice)
        }
        let title =
            write.dryRun
            ? Message(fr: "La facture \(invoice) serait inscrite.", en: "The invoice \(invoice) would be recorded.")
            : Message(fr: "La facture \(invoice) est inscrite.", en: "The invoice \(invoice) is recorded.")
        return FeeView.result(title, done, fund)
    }
}
