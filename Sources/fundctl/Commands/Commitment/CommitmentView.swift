import AuditTrail
import FundLedger
import ReferenceData

/// A commitment as it is shown.
enum CommitmentView {
    static func json(_ row: CommitmentRow) -> JSONValue {
        let record = row.record
        return [
            "commitment": .string(row.id.text), "year": .string(record.year.text), "envelope": .string(record.envelope),
            "memo": .string(record.memo), "payee": .optional(record.payee), "amount": .amount(cents: record.amount),
            "spent": .amount(cents: row.spent), "released": .amount(cents: row.released),
            "outstanding": .amount(cents: row.outstanding), "continues": .optional(record.continues?.text),
            "later": .array(
                record.later.map {
                    [
                        "year": .string($0.year.text), "amount": .amount(cents: $0.amount),
                        "continued": .amount(cents: row.continued[$0.year] ?? 0),
                    ]
                }),
            "record": .integer(row.sequence),
        ]
    }

    static func facts(_ row: CommitmentRow) -> TextBlock {
        let record = row.record
        var facts: [(label: Message, value: Cell)] = [
            (BudgetTexts.commitment, .text(row.id.text)), (LedgerTexts.envelope, .text(record.envelope)),
            (LedgerTexts.year, .text(record.year.text)), (LedgerTexts.memo, .text(record.memo)),
        ]
        if let payee = record.payee { facts.append((BudgetTexts.payee, .text(payee))) }
        if let before = record.continues {
            facts.append((Message(fr: "Donne suite à", en: "Continues"), .text(before.text)))
        }
        facts += [
            (LedgerTexts.amount, .amount(record.amount)), (BudgetTexts.spent, .amount(row.spent)),
            (BudgetTexts.released, .amount(row.released)), (BudgetTexts.outstanding, .amount(row.outstanding)),
        ]
        for later in record.later {
            let label = Message(
                fr: "Obligation contractuelle \(later.year.text)", en: "Contractual obligation \(later.year.text)")
            facts.append((label, .amount(later.amount)))
        }
        return .facts(facts)
    }

    static func table(_ rows: [CommitmentRow]) -> TextTable {
        TextTable(
            [
                .left(BudgetTexts.commitment), .left(LedgerTexts.envelope), .left(LedgerTexts.memo, flexible: true),
                .right(LedgerTexts.amount), .right(BudgetTexts.spent), .right(BudgetTexts.released),
                .right(BudgetTexts.outstanding),
            ],
            rows: rows.map { row in
                [
                    .text(row.id.text), .text(row.record.envelope), .text(row.record.memo), .amount(row.record.amount),
                    .amount(row.spent), .amount(row.released), .amount(row.outstanding),
                ]
            })
    }

    static let columns = [
        "commitment", "year", "envelope", "payee", "memo", "amount", "spent", "released", "outstanding", "continues",
    ]

    static func csv(_ row: CommitmentRow) -> [String] {
        let record = row.record
        return [row.id.text, record.year.text, record.envelope, record.payee ?? "", record.memo]
            + [record.amount, row.spent, row.released, row.outstanding].map { MoneyFormat.plain(cents: $0) }
            + [record.continues?.text ?? ""]
    }

    /// What continues and undoes a commitment.
    static func next(_ row: CommitmentRow) -> [CommandResult.NextStep] {
        [
            .init(
                command: "fundctl commitment spend \(row.id.text) … --debit 5100:… --credit 2100:…",
                purpose: Message(fr: "en dépense une part", en: "spends a part of it")),
            .init(
                command: "fundctl commitment release \(row.id.text) --reason …",
                purpose: Message(fr: "libère ce qui en reste", en: "lets go of what is left")),
        ]
    }
}

extension FundReader {
    /// A commitment as it stands inside a transaction.
    func written(_ id: EntryID) throws -> CommitmentRow {
        try session.flush()
        return try commitment(id)
    }
}
