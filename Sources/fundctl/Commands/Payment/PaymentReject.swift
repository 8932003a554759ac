import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl payment reject ID --reason R`: a deposit came back.
struct PaymentReject: FundctlCommand {
    static let help = CommandHelp(
        "reject", summary: Message(fr: "Inscrit qu'un dépôt est revenu", en: "Records that a deposit came back"),
        examples: [.init("fundctl payment reject FNF-P-000012 --reason \"compte fermé\" --date 2026-07-06")],
        details: [
            Message(
                fr: "La somme est de nouveau à verser : corrigez les coordonnées s'il le faut, puis proposez un autre lot.",
                en: "The sum is to be paid again: mend the bank details where needed, then propose another run.")
        ])

    @Argument(help: .init(fr: "Le numéro du paiement.", en: "The payment's id.", value: ("numéro", "id")))
    var id: String

    @Option(help: .init(fr: "Le motif que la banque donne.", en: "The reason that the bank gives.", value: ("motif", "reason")))
    var reason: String

    @Option(help: .init(fr: "La date du retour; sinon aujourd'hui.", en: "The day on which it came back; else today.", value: ("date", "date")))
    var date: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let payment = try PaymentID(parsing: id)
        try TypedText.check(reason, option: "--reason", bytes: PaymentRejected.reasonBytes)
        let day = try CalendarDate(iso: date ?? call.edge.clock.today())
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [payment.fund.rawValue],
            content: [
                "command": "payment reject", "date": .string(date ?? ""), "payment": .string(payment.text),
                "reason": .text(reason),
            ], options: write)
        let done = try call.write(request, to: book) { transaction in
            let payments = try Payments(transaction.register(payment.fund.rawValue))
            let rejected = try payments.reject(payment, reason: reason, on: day)
            return (rejected, try payments.payment(payment))
        } again: { reading, receipts in
            guard let found = try reading.records(PaymentRejected.self, of: receipts).first else {
                throw PaymentError(.paymentUnknown, ["payment": payment.text, "fund": payment.fund.rawValue])
            }
            return (found.record, try Payments(found.session).payment(payment))
        }
        return result(done)
    }

    private func result(_ done: WriteDone<(PaymentRejected, PaymentRow)>) -> CommandResult {
        let (rejected, row) = done.value
        let title =
            write.dryRun
            ? Message(
                fr: "Le paiement \(row.id.text) serait rejeté : \(money: row.amount) serait de nouveau à verser.",
                en: "The payment \(row.id.text) would be rejected: \(money: row.amount) would be payable again.")
            : Message(
                fr: "Le paiement \(row.id.text) est rejeté : \(money: row.amount) est de nouveau à verser.",
                en: "The payment \(row.id.text) is rejected: \(money: row.amount) is payable again.")
        var result = CommandResult(
            json: ["entry": .string(rejected.entry.text), "payment": PaymentView.json(row)],
            text: [.paragraph(title), PaymentView.facts(row)],
            next: [
                .init(
                    command: "fundctl recipient bank \(row.recipient) --fund \(row.id.fund.shown)",
                    purpose: Message(fr: "propose d'autres coordonnées bancaires", en: "proposes other bank details")),
                .init(
                    command: "fundctl payment run --fund \(row.id.fund.shown) --payable \(row.payable)",
                    purpose: Message(fr: "propose de verser de nouveau", en: "proposes to pay again")),
            ])
        result.tell(done)
        return result
    }
}
