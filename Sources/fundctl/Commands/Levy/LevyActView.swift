import FundLedger
import ReferenceData

/// Estimates, remittances and taxation years as they are shown.
enum LevyActView {
    static let year = Message(fr: "Année d'imposition", en: "Taxation year")
    static let fees = Message(fr: "Frais", en: "Fees")
    static let receivable = Message(fr: "À recevoir", en: "Receivable")
    static let estimated = Message(fr: "Estimé", en: "Estimated")
    static let remitted = Message(fr: "Remis", en: "Remitted")
    private static let revenue = Message(fr: "Revenus", en: "Revenue")
    private static let record = Message(fr: "Enregistrement", en: "Record")
    private static let act = Message(fr: "Acte", en: "Act")

    // MARK: Acts

    static func json(_ row: LevyActRow) -> JSONValue {
        let (word, text, envelope) = parts(row)
        return [
            "record": .integer(row.sequence), "act": .string(word), "date": .string(row.date.iso),
            "entry": .string(row.entry.text), "text": .string(text), "envelope": .optional(envelope),
            "parts": .array(
                row.changes.map {
                    [
                        "taxation_year": .string($0.year.text), "amount": .amount($0.amount), "fees": .amount($0.fees),
                        "receivable": .amount($0.receivable), "revenue": .amount($0.revenue),
                        "adjustment": .bool(row.isAdjustment($0)),
                    ]
                }),
        ]
    }

    static func facts(_ row: LevyActRow) -> TextBlock {
        let (_, text, envelope) = parts(row)
        var facts: [(label: Message, value: Cell)] = [
            (record, .integer(row.sequence)), (LedgerTexts.entry, .text(row.entry.text)),
            (LedgerTexts.date, .text(row.date.iso)),
            (isEstimate(row) ? Message(fr: "Base", en: "Basis") : LedgerTexts.reference, .text(text)),
        ]
        if let envelope { facts.append((LedgerTexts.envelope, .text(envelope))) }
        return .facts(facts)
    }

    /// What an act changed, year by year.
    static func changes(_ row: LevyActRow) -> TextTable {
        TextTable(
            [
                .left(year), .right(LedgerTexts.amount), .right(fees),
                .right(Message(fr: "Effet sur l'à-recevoir", en: "Change of receivable")), .right(revenue),
                .left(Message(fr: "Nature", en: "Nature")),
            ],
            rows: row.changes.map { change in
                [
                    .text(change.year.text), .amount(change.amount), .amount(change.fees), .amount(change.receivable),
                    .amount(change.revenue),
                    .message(
                        row.isAdjustment(change)
                            ? Message(fr: "redressement", en: "adjustment") : Message(fr: "de l'exercice", en: "current")),
                ]
            })
    }

    static func table(_ rows: [LevyActRow]) -> TextTable {
        TextTable(
            [
                .right(record), .left(LedgerTexts.date), .left(act), .left(year), .right(LedgerTexts.amount), .right(fees),
                .left(LedgerTexts.entry), .left(LedgerTexts.reference, flexible: true),
            ],
            rows: rows.flatMap { row in
                let (word, text, _) = parts(row)
                return row.changes.map { change -> [Cell] in
                    [
                        .integer(row.sequence), .text(row.date.iso), .message(name(word)), .text(change.year.text),
                        .amount(change.amount), .amount(change.fees), .text(row.entry.text), .text(text),
                    ]
                }
            })
    }

    /// What shows it, and what takes it back.
    static func next(_ row: LevyActRow) -> [CommandResult.NextStep] {
        let back =
            switch row.act {
            case .estimated(let record):
                "fundctl levy estimate --taxation-year \(record.year.text) --amount=\(MoneyFormat.plain(cents: 0 &- record.amount)) --basis …"
            case .remitted(let record):
                "fundctl levy remit "
                    + record.parts.map { "--part \($0.year.text):\(MoneyFormat.plain(cents: 0 &- $0.amount))" }
                    .joined(separator: " ") + " --ref …"
            }
        return [
            .init(
                command: "fundctl entry show \(row.entry.text)",
                purpose: Message(fr: "montre l'écriture", en: "shows the entry")),
            .init(
                command: back,
                purpose: isEstimate(row)
                    ? Message(fr: "retire l'estimation", en: "takes the estimate back")
                    : Message(
                        fr: "reprend la somme; ce qui était à recevoir se réinscrit par « levy estimate »",
                        en: "takes the sum back; what was receivable is recorded anew by \"levy estimate\"")),
        ]
    }

    private static func isEstimate(_ row: LevyActRow) -> Bool {
        if case .estimated = row.act { true } else { false }
    }

    private static func parts(_ row: LevyActRow) -> (word: String, text: String, envelope: String?) {
        switch row.act {
        case .estimated(let record): ("estimated", record.basis, nil)
        case .remitted(let record): ("remitted", record.reference, record.envelope)
        }
    }

    private static func name(_ word: String) -> Message {
        word == "estimated" ? Message(fr: "estimation", en: "estimate") : Message(fr: "remise", en: "remittance")
    }

    // MARK: Years

    static func json(_ row: LevyYearRow) -> JSONValue {
        [
            "taxation_year": .string(row.year.text), "estimated": .amount(row.state.estimated),
            "remitted": .amount(row.state.remitted), "fees": .amount(row.state.fees),
            "receivable": .amount(row.state.receivable),
        ]
    }

    static let columns = ["taxation_year", "estimated", "remitted", "fees", "receivable"]

    static func csv(_ row: LevyYearRow) -> [String] {
        [row.year.text]
            + [row.state.estimated, row.state.remitted, row.state.fees, row.state.receivable]
            .map { MoneyFormat.plain(cents: $0.value) }
    }

    static func table(_ rows: [LevyYearRow], totals: Cents? = nil) -> TextTable {
        TextTable(
            [.left(year), .right(estimated), .right(remitted), .right(fees), .right(receivable)],
            rows: rows.map { row in
                [
                    .text(row.year.text), .amount(row.state.estimated), .amount(row.state.remitted),
                    .amount(row.state.fees), .amount(row.state.receivable),
                ]
            },
            totals: totals.map { [[.message(LedgerTexts.total), .blank, .blank, .blank, .amount($0)]] } ?? [])
    }
}
