import FundLedger
import ReferenceData

/// Earmarked revenue as it is shown.
enum EarmarkView {
    static let record = Message(fr: "Enregistrement", en: "Record")
    static let basis = Message(fr: "Base", en: "Basis")
    static let expires = Message(fr: "Échéance", en: "Expires")
    static let released = Message(fr: "Libéré", en: "Released")
    static let left = Message(fr: "Reste", en: "Left")

    static func json(_ row: EarmarkRow) -> JSONValue {
        let record = row.record
        return [
            "record": .integer(row.sequence), "date": .string(record.date.iso), "account": .string(record.account),
            "basis": .string(record.basis.rawValue), "year": .string(record.year.text),
            "envelope": .string(record.envelope), "expires": .string(record.expires.iso),
            "envelope_expires": .string(row.envelopeExpires.iso), "citation": .string(record.citation),
            "memo": .string(record.memo), "entry": .string(record.entry.text), "amount": .amount(cents: record.amount),
            "released": .amount(cents: row.released), "left": .amount(cents: row.left),
            "releases": .array(
                row.releases.map {
                    [
                        "record": .integer($0.sequence), "date": .string($0.record.date.iso),
                        "cause": .string($0.record.cause.rawValue), "amount": .amount(cents: $0.record.amount),
                        "envelope": .optional($0.record.envelope), "entry": .string($0.record.entry.text),
                    ]
                }),
        ]
    }

    static func facts(_ row: EarmarkRow) -> TextBlock {
        let record = row.record
        var facts: [(label: Message, value: Cell)] = [
            (Self.record, .integer(row.sequence)), (LedgerTexts.entry, .text(record.entry.text)),
            (LedgerTexts.date, .text(record.date.iso)), (LedgerTexts.account, .text(record.account)),
            (basis, .message(word(record.basis))), (LedgerTexts.year, .text(record.year.text)),
            (LedgerTexts.envelope, .text(record.envelope)), (expires, .text(record.expires.iso)),
        ]
        if row.envelopeExpires != record.expires {
            facts.append((Message(fr: "Échéance de l'enveloppe", en: "Envelope expires"), .text(row.envelopeExpires.iso)))
        }
        facts += [
            (BudgetTexts.citation, .text(record.citation)), (LedgerTexts.amount, .amount(record.amount)),
            (released, .amount(row.released)), (left, .amount(row.left)),
        ]
        return .facts(facts)
    }

    static func table(_ rows: [EarmarkRow]) throws -> TextTable {
        let total = try Cents.sum(rows.map { Cents($0.left) })
        return TextTable(
            [
                .right(record), .left(LedgerTexts.date), .left(LedgerTexts.account), .left(basis),
                .left(LedgerTexts.envelope), .left(expires), .right(LedgerTexts.amount), .right(released), .right(left),
            ],
            rows: rows.map { row in
                [
                    .integer(row.sequence), .text(row.record.date.iso), .text(row.record.account),
                    .message(word(row.record.basis)), .text(row.record.envelope), .text(row.envelopeExpires.iso),
                    .amount(row.record.amount), .amount(row.released), .amount(row.left),
                ]
            },
            totals: [[.message(LedgerTexts.total), .blank, .blank, .blank, .blank, .blank, .blank, .blank, .amount(total)]])
    }

    static let columns = [
        "record", "date", "account", "basis", "year", "envelope", "expires", "envelope_expires", "amount", "released", "left",
        "citation",
    ]

    static func csv(_ row: EarmarkRow) -> [String] {
        let record = row.record
        return [
            String(row.sequence), record.date.iso, record.account, record.basis.rawValue, record.year.text, record.envelope,
            record.expires.iso, row.envelopeExpires.iso,
        ] + [record.amount, row.released, row.left].map { MoneyFormat.plain(cents: $0) } + [record.citation]
    }

    static func next(_ row: EarmarkRow, _ fund: FundCode) -> [CommandResult.NextStep] {
        let list = CommandResult.NextStep(
            command: "fundctl revenue list --fund \(fund.shown)",
            purpose: Message(fr: "montre les revenus affectés", en: "shows earmarked revenue"))
        guard row.left > 0 else { return [list] }
        return [
            .init(
                command: "fundctl revenue release \(row.sequence) --fund \(fund.shown) --cause used --amount …",
                purpose: Message(fr: "libère ce qui a servi", en: "releases what was used")), list,
        ]
    }

    static func word(_ basis: RevenueEarmarked.Basis) -> Message {
        switch basis {
        case .ownLaw: Message(fr: "notre loi", en: "own law")
        case .outside: Message(fr: "de l'extérieur", en: "outside")
        }
    }
}
