import FundLedger
import ReferenceData

/// Payments as they are shown. No bank detail ever is.
enum PaymentView {
    static let payment = Message(fr: "Paiement", en: "Payment")
    static let payable = Message(fr: "Somme à verser", en: "Payable")
    static let grant = Message(fr: "Subvention", en: "Grant")
    static let recipient = Message(fr: "Bénéficiaire", en: "Recipient")
    static let amountOfPayment = Message(fr: "Du paiement", en: "Of the payment")
    static let issued = Message(fr: "Émis le", en: "Issued on")
    static let since = Message(fr: "Depuis", en: "Since")
    private static let notRejected = Message(fr: "Total sans les rejets", en: "Total but rejected")
    static let run = Message(fr: "Lot", en: "Run")

    static func word(_ state: PaymentState) -> Message {
        switch state {
        case .issued: Message(fr: "émis", en: "issued")
        case .cleared: Message(fr: "compensé", en: "cleared")
        case .rejected: Message(fr: "rejeté", en: "rejected")
        }
    }

    // MARK: Payments

    static func json(_ row: PaymentRow) -> JSONValue {
        [
            "payment": .string(row.id.text), "grant": .string(row.grant.text), "payable": .integer(row.payable),
            "recipient": .string(row.recipient), "amount": .amount(row.amount), "issued": .string(row.issued.iso),
            "state": .string(row.state.rawValue), "state_date": .string(row.stateDate.iso),
            "state_record": .integer(row.stateRecord), "record": .integer(row.record),
        ]
    }

    static let columns = [
        "payment", "grant", "payable", "recipient", "amount", "issued", "state", "state_date", "state_record", "record",
    ]

    static func csv(_ row: PaymentRow) -> [String] {
        [
            row.id.text, row.grant.text, String(row.payable), row.recipient, MoneyFormat.plain(cents: row.amount.value),
            row.issued.iso, row.state.rawValue, row.stateDate.iso, String(row.stateRecord), String(row.record),
        ]
    }

    static func table(_ rows: [PaymentRow]) -> TextTable {
        TextTable(
            [
                .left(payment), .left(grant), .left(recipient, flexible: true), .right(LedgerTexts.amount), .left(issued),
                .left(LedgerTexts.state), .left(since), .right(run),
            ],
            rows: rows.map { row in
                [
                    .text(row.id.text), .text(row.grant.text), .text(row.recipient), .amount(row.amount),
                    .text(row.issued.iso), .message(word(row.state)), .text(row.stateDate.iso), .text(String(row.record)),
                ]
            },
            totals: [
                [
                    "", "", .message(rows.contains { $0.state == .rejected } ? notRejected : LedgerTexts.total),
                    .amount(total(rows.filter { $0.state != .rejected }.map(\.amount))), "", "", "", "",
                ]
            ])
    }

    static func facts(_ row: PaymentRow) -> TextBlock {
        .facts([
            (payment, .text(row.id.text)), (grant, .text(row.grant.text)), (recipient, .text(row.recipient)),
            (LedgerTexts.amount, .amount(row.amount)), (issued, .text(row.issued.iso)),
            (LedgerTexts.state, .message(word(row.state))), (since, .text(row.stateDate.iso)), (run, .integer(row.record)),
            (payable, .integer(row.payable)),
        ])
    }

    /// Sums of what the book holds stay within 64 bits.
    static func total(_ amounts: [Cents]) -> Int64 { (try? Cents.sum(amounts).value) ?? 0 }

    // MARK: What is due

    static func json(_ due: DuePayment) -> JSONValue {
        [
            "payable": .integer(due.payable.sequence), "grant": .string(due.payable.grant.text),
            "recipient": .string(due.payable.recipient), "name": .optional(due.name),
            "date": .string(due.payable.date.iso), "amount": .amount(cents: due.payable.left),
            "ready": .bool(due.isReady), "waits": .optional(due.isReady ? nil : reason(due).0),
        ]
    }

    static let dueColumns = ["payable", "grant", "recipient", "name", "date", "amount", "ready", "waits"]

    static func csv(_ due: DuePayment) -> [String] {
        [
            String(due.payable.sequence), due.payable.grant.text, due.payable.recipient, due.name ?? "",
            due.payable.date.iso, MoneyFormat.plain(cents: due.payable.left), due.isReady ? "yes" : "no",
            due.isReady ? "" : reason(due).0,
        ]
    }

    static func table(_ due: [DuePayment]) -> TextTable {
        TextTable(
            [
                .right(payable), .left(grant), .left(recipient), .left(LedgerTexts.name, flexible: true),
                .left(LedgerTexts.date), .right(LedgerTexts.amount), .left(LedgerTexts.state),
            ],
            rows: due.map { due in
                [
                    .integer(due.payable.sequence), .text(due.payable.grant.text), .text(due.payable.recipient),
                    due.name.map { .text($0) } ?? .message(person), .text(due.payable.date.iso), .amount(due.payable.left),
                    .message(reason(due).1),
                ]
            },
            totals: [
                ["", "", "", "", .message(LedgerTexts.total), .amount(total(due.map { Cents($0.payable.left) })), ""]
            ])
    }

    private static let person = Message(fr: "(une personne)", en: "(a person)")

    /// Why a payable is not in a run; its word for JSON, and its words for people.
    private static func reason(_ due: DuePayment) -> (String, Message) {
        if let proposal = due.proposal {
            return (
                "proposed", Message(fr: "attend dans la proposition \(proposal)", en: "waits in the proposal \(proposal)"))
        }
        if due.bank == nil {
            return ("no-bank", Message(fr: "sans coordonnées bancaires", en: "no bank details"))
        }
        return ("", Message(fr: "à verser", en: "to be paid"))
    }
}
