import FundLedger
import ReferenceData

/// Fees as they are shown.
enum FeeView {
    private static let invoice = Message(fr: "Facture", en: "Invoice")
    private static let payer = Message(fr: "Payeur", en: "Payer")
    private static let received = Message(fr: "Reçu", en: "Received")
    private static let left = Message(fr: "Reste", en: "Left")

    static func result(_ title: Message, _ done: WriteDone<FeeRow>, _ fund: FundCode) -> CommandResult {
        let row = done.value, record = row.record
        var result = CommandResult(
            json: ["fund": .string(fund.shown), "fee": json(row)],
            text: [
                .paragraph(title),
                .facts([
                    (invoice, .text(record.invoice)), (LedgerTexts.entry, .text(record.entry.text)),
                    (LedgerTexts.date, .text(record.date.iso)), (payer, .text(record.payer)),
                    (LedgerTexts.memo, .text(record.memo)), (LedgerTexts.amount, .amount(record.amount)),
                    (received, .amount(row.received)), (left, .amount(row.left)),
                ]),
            ],
            next: [
                row.left > 0
                    ? .init(
                        command: "fundctl fee receive \(record.invoice) --fund \(fund.shown)",
                        purpose: Message(fr: "inscrit le paiement", en: "records the payment"))
                    : .init(
                        command: "fundctl fee list --fund \(fund.shown) --open",
                        purpose: Message(fr: "montre ce qui reste à recevoir", en: "shows what is left to receive"))
            ])
        result.tell(done)
        return result
    }

    static func json(_ row: FeeRow) -> JSONValue {
        let record = row.record
        return [
            "invoice": .string(record.invoice), "record": .integer(row.sequence), "date": .string(record.date.iso),
            "payer": .string(record.payer), "memo": .string(record.memo), "entry": .string(record.entry.text),
            "amount": .amount(cents: record.amount), "received": .amount(cents: row.received),
            "left": .amount(cents: row.left),
        ]
    }

    static func table(_ rows: [FeeRow]) throws -> TextTable {
        let total = try Cents.sum(rows.map { Cents($0.left) })
        return TextTable(
            [
                .left(invoice), .left(LedgerTexts.date), .left(payer, flexible: true), .right(LedgerTexts.amount),
                .right(received), .right(left),
            ],
            rows: rows.map { row in
                [
                    .text(row.record.invoice), .text(row.record.date.iso), .text(row.record.payer),
                    .amount(row.record.amount), .amount(row.received), .amount(row.left),
                ]
            },
            totals: [[.message(LedgerTexts.total), .blank, .blank, .blank, .blank, .amount(total)]])
    }

    static let columns = ["invoice", "record", "date", "payer", "memo", "amount", "received", "left"]

    static func csv(_ row: FeeRow) -> [String] {
        let record = row.record
        return [record.invoice, String(row.sequence), record.date.iso, record.payer, record.memo]
            + [record.amount, row.received, row.left].map { MoneyFormat.plain(cents: $0) }
    }
}
