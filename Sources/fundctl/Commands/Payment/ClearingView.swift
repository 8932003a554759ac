import FundLedger
import ReferenceData

/// What a statement said, as it is shown: what is cleared, what is doubtful, what nobody knows, what is outstanding.
struct ClearingView {
    let cleared: [PaymentCleared]
    let matching: StatementMatching
    /// The payments cleared, by number.
    let rows: [String: PaymentRow]
    let fund: FundCode
    /// SHA-256 of what is kept with it.
    let documents: [String]
    /// A request made before tells what it cleared, and what is outstanding now.
    let isRecalled: Bool
    private let matches: [String: StatementMatching.Match]

    init(
        cleared: [PaymentCleared], matching: StatementMatching, rows: [String: PaymentRow], fund: FundCode,
        documents: [String], isRecalled: Bool
    ) {
        self.cleared = cleared
        self.matching = matching
        self.rows = rows
        self.fund = fund
        self.documents = documents
        self.isRecalled = isRecalled
        matches = Dictionary(matching.matched.map { ($0.payment.payment, $0) }) { first, _ in first }
    }

    func result(isDryRun: Bool) -> CommandResult {
        let ids = cleared.flatMap { record in record.payments.map { (record: record, id: $0) } }
        let count = ids.count
        let total = PaymentView.total(rows.values.map(\.amount))
        let title =
            count == 0
            ? Message(fr: "Aucun paiement n'est rapproché.", en: "No payment is matched.")
            : isDryRun
                ? Message(
                    fr: "\(count, "paiement serait compensé", "paiements seraient compensés") : \(money: Cents(total)).",
                    en: "\(count, "payment", "payments") would be cleared: \(money: Cents(total)).")
                : Message(
                    fr: "\(count, "paiement compensé", "paiements compensés") : \(money: Cents(total)).",
                    en: "\(count, "payment", "payments") cleared: \(money: Cents(total)).")
        var text: [TextBlock] = [.paragraph(title)]
        if count > 0 { text.append(.table(clearedTable(ids))) }
        if !matching.doubtful.isEmpty { text += [.title(Self.doubtful), .table(doubtTable)] }
        if !matching.known.isEmpty { text += [.title(Self.known), .table(knownTable)] }
        if !matching.returns.isEmpty { text += [.title(Self.returns), .table(returnTable)] }
        if !matching.unmatched.isEmpty { text += [.title(Self.unmatched), .table(rowTable(matching.unmatched))] }
        if !matching.outstanding.isEmpty { text += [.title(Self.outstanding), .table(outstandingTable)] }
        if !documents.isEmpty {
            text.append(.facts(documents.map { (label: Self.document, value: .text($0)) }))
        }
        if matching.looksReversed { text.insert(.mark(Self.reversed), at: 1) }
        return CommandResult(
            json: [
                "fund": .string(fund.shown), "total": .amount(cents: total), "cleared": .array(ids.map(json)),
                "doubtful": .array(matching.doubtful.map(json)), "known": .array(matching.known.map(json)),
                "returns": .array(matching.returns.map(json)), "reversed": .bool(matching.looksReversed),
                "unmatched": .array(matching.unmatched.map(json)),
                "outstanding": .array(
                    matching.outstanding.map {
                        [
                            "payment": .string($0.payment), "amount": .amount($0.amount), "issued": .string($0.issued.iso),
                        ]
                    }), "documents": .array(documents.map { .string($0) }),
            ], text: text, next: next)
    }

    private var next: [CommandResult.NextStep] {
        if let back = matching.returns.first(where: { $0.state != .rejected }), !matching.looksReversed {
            return [
                .init(
                    command: "fundctl payment reject \(back.payment) --reason \"…\" --date \(back.row.date.iso)",
                    purpose: Message(fr: "inscrit que ce dépôt est revenu", en: "records that this deposit came back"))
            ]
        }
        guard !matching.outstanding.isEmpty || !matching.doubtful.isEmpty else { return [] }
        return [
            .init(
                command: "fundctl payment clear --fund \(fund.shown) --payment … --date …",
                purpose: Message(fr: "inscrit un paiement que vous avez vérifié", en: "records a payment that you checked")),
            .init(
                command: "fundctl payment reject … --reason …",
                purpose: Message(fr: "si un dépôt est revenu", en: "if a deposit came back")),
        ]
    }

    // MARK: JSON

    private func ground(_ id: PaymentID) -> (StatementMatching.Ground, BankStatement.Row)? {
        matches[id.text].map { ($0.ground, $0.row) }
    }

    private func json(_ cleared: (record: PaymentCleared, id: PaymentID)) -> JSONValue {
        let found = ground(cleared.id)
        return [
            "payment": .string(cleared.id.text), "amount": .amount(rows[cleared.id.text]?.amount ?? .zero),
            "date": .string(cleared.record.date.iso), "entry": .string(cleared.record.entry.text),
            "by": .optional(isRecalled ? nil : found?.0.rawValue ?? "named"),
            "line": found.map { .integer($0.1.line) } ?? .null,
        ]
    }

    private func json(_ doubt: StatementMatching.Doubt) -> JSONValue {
        [
            "line": .integer(doubt.row.line), "date": .string(doubt.row.date.iso), "amount": .amount(doubt.row.amount),
            "description": .string(doubt.row.description), "reference": .string(doubt.row.reference),
            "candidates": .array(doubt.candidates.map { .string($0.payment) }),
        ]
    }

    private func json(_ row: BankStatement.Row) -> JSONValue {
        [
            "line": .integer(row.line), "date": .string(row.date.iso), "amount": .amount(row.amount),
            "description": .string(row.description), "reference": .string(row.reference),
        ]
    }

    private func json(_ known: StatementMatching.Known) -> JSONValue {
        var (state, since, first): (String, JSONValue, JSONValue) = ("repeated", .null, .null)
        switch known.ground {
        case .settled(let settled, let day): (state, since) = (settled.rawValue, .string(day.iso))
        case .repeated(let line): first = .integer(line)
        }
        return [
            "line": .integer(known.row.line), "date": .string(known.row.date.iso), "amount": .amount(known.row.amount),
            "description": .string(known.row.description), "reference": .string(known.row.reference),
            "payment": .string(known.payment), "payment_amount": .amount(known.amount), "state": .string(state),
            "since": since, "first_line": first,
        ]
    }

    private func json(_ back: StatementMatching.Return) -> JSONValue {
        [
            "line": .integer(back.row.line), "date": .string(back.row.date.iso), "amount": .amount(back.row.amount),
            "description": .string(back.row.description), "reference": .string(back.row.reference),
            "payment": .string(back.payment), "payment_amount": .amount(back.amount), "state": .string(back.state.rawValue),
        ]
    }

    // MARK: Text

    private var returnTable: TextTable {
        TextTable(
            [
                .right(Self.line), .left(LedgerTexts.date), .right(LedgerTexts.amount), .left(PaymentView.payment),
                .right(PaymentView.amountOfPayment), .left(LedgerTexts.state, flexible: true),
            ],
            rows: matching.returns.map { back in
                [
                    .integer(back.row.line), .text(back.row.date.iso), .amount(back.row.amount), .text(back.payment),
                    .amount(back.amount), .message(PaymentView.word(back.state)),
                ]
            })
    }

    private func clearedTable(_ ids: [(record: PaymentCleared, id: PaymentID)]) -> TextTable {
        TextTable(
            [
                .left(PaymentView.payment), .left(LedgerTexts.date), .right(LedgerTexts.amount), .left(LedgerTexts.entry),
                .left(Self.ground),
            ],
            rows: ids.map { record, id in
                [
                    .text(id.text), .text(record.date.iso), .amount(rows[id.text]?.amount ?? .zero),
                    .text(record.entry.text), isRecalled ? .blank : .message(Self.word(ground(id)?.0)),
                ]
            })
    }

    private var doubtTable: TextTable {
        TextTable(
            [
                .right(Self.line), .left(LedgerTexts.date), .right(LedgerTexts.amount),
                .left(Self.description, flexible: true), .left(Self.candidates),
            ],
            rows: matching.doubtful.map { doubt in
                [
                    .integer(doubt.row.line), .text(doubt.row.date.iso), .amount(doubt.row.amount),
                    .text(doubt.row.description), .text(doubt.candidates.map(\.payment).joined(separator: ", ")),
                ]
            })
    }

    private var knownTable: TextTable {
        TextTable(
            [
                .right(Self.line), .left(LedgerTexts.date), .right(LedgerTexts.amount), .left(PaymentView.payment),
                .right(PaymentView.amountOfPayment), .left(LedgerTexts.state, flexible: true),
            ],
            rows: matching.known.map { known in
                let row = known.row
                return [
                    .integer(row.line), .text(row.date.iso), .amount(row.amount), .text(known.payment),
                    .amount(known.amount), .message(Self.word(known.ground)),
                ]
            })
    }

    private static func word(_ ground: StatementMatching.Known.Ground) -> Message {
        switch ground {
        case .settled(let state, let day):
            Message(
                fr: "déjà \(PaymentView.word(state)) le \(day.iso)", en: "\(PaymentView.word(state)) already, on \(day.iso)")
        case .repeated(let line): Message(fr: "déjà à la rangée \(line)", en: "in row \(line) already")
        }
    }

    private func rowTable(_ rows: [BankStatement.Row]) -> TextTable {
        TextTable(
            [
                .right(Self.line), .left(LedgerTexts.date), .right(LedgerTexts.amount),
                .left(Self.description, flexible: true),
            ],
            rows: rows.map { [.integer($0.line), .text($0.date.iso), .amount($0.amount), .text($0.description)] })
    }

    private var outstandingTable: TextTable {
        TextTable(
            [.left(PaymentView.payment), .left(PaymentView.issued), .right(LedgerTexts.amount)],
            rows: matching.outstanding.map { [.text($0.payment), .text($0.issued.iso), .amount($0.amount)] },
            totals: [
                [.message(LedgerTexts.total), "", .amount(PaymentView.total(matching.outstanding.map(\.amount)))]
            ])
    }

    private static func word(_ ground: StatementMatching.Ground?) -> Message {
        switch ground {
        case .number: Message(fr: "numéro", en: "number")
        case .amount: Message(fr: "montant unique", en: "unique amount")
        case nil: Message(fr: "nommé", en: "named")
        }
    }

    private static let doubtful = Message(fr: "Douteux, non inscrit", en: "Doubtful, not recorded")
    private static let returns = Message(fr: "Retours, non inscrits", en: "Returns, not recorded")
    private static let reversed = Message(
        fr: "Rien ne sort du compte dans ce relevé, mais des entrées nomment des paiements : le signe semble inversé.",
        en: "Nothing leaves the account in this statement, but money that comes in names payments: the sign looks reversed.")
    private static let unmatched = Message(fr: "Sorties sans paiement", en: "Withdrawals without payment")
    private static let outstanding = Message(fr: "Encore en circulation", en: "Still in transit")
    private static let known = Message(fr: "Déjà connu, non inscrit", en: "Known already, not recorded")
    private static let document = Message(fr: "Pièce gardée", en: "Document kept")
    private static let ground = Message(fr: "Reconnu par", en: "Known by")
    private static let line = Message(fr: "Rangée", en: "Row")
    private static let description = Message(fr: "Description", en: "Description")
    private static let candidates = Message(fr: "Peut être", en: "May be")
}
