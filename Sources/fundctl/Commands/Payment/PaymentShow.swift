import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl payment show ID`.
struct PaymentShow: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre un paiement et ses écritures", en: "Shows a payment and its entries"),
        examples: [.init("fundctl payment show FNF-P-000012")])

    @Argument(help: .init(fr: "Le numéro du paiement.", en: "The payment's id.", value: ("numéro", "id")))
    var id: String

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try PaymentID(parsing: id)
        let (row, entries) = try call.openBookToRead().read { reading in
            let session = try reading.register(id.fund.rawValue)
            let row = try Payments(session).payment(id)
            let reader = try FundReader(session)
            let records = row.stateRecord == row.record ? [row.record] : [row.record, row.stateRecord]
            return (row, try records.flatMap { try reader.entries(boundTo: $0) })
        }
        return CommandResult(
            json: [
                "fund": .string(id.fund.shown), "payment": PaymentView.json(row),
                "entries": .array(entries.map { .string($0.text) }),
            ],
            text: [
                PaymentView.facts(row),
                .facts([(LedgerTexts.entry, .text(entries.map(\.text).joined(separator: ", ")))]),
            ],
            next: row.state == .rejected
                ? [] : [
                    .init(
                        command: "fundctl payment reject \(id.text) --reason …",
                        purpose: Message(fr: "si le dépôt est revenu", en: "if the deposit came back"))
                ])
    }
}
