import AuditTrail
import FundLedger
import ReferenceData

/// A grant as it is shown.
enum GrantView {
    /// The name of the agreement or of the recipient; a person's where the book still has it, on a screen alone.
    static func name(_ row: GrantRow, in session: RegisterSession) throws -> Message {
        if let name = row.name { return .verbatim(name) }
        return try RecipientView(Recipients(session).recipient(row.recipient), in: session).name
    }

    /// Where it stands: what is zero is left out.
    static func facts(_ row: GrantRow, _ name: Message) -> [(label: Message, value: Cell)] {
        var facts: [(label: Message, value: Cell)] = [
            (GrantWords.grant, .text(row.id.text)), (GrantWords.title, .text(row.title)),
            (GrantWords.recipient, .message(Message(fr: "\(row.recipient) \(name)", en: "\(row.recipient) \(name)"))),
            (GrantWords.program, .text(row.program)), (GrantWords.state, .message(GrantWords.stage(row.stage))),
        ]
        for figure in GrantWords.figures(row.figures) where figure.cents != 0 {
            facts.append((figure.label, .amount(figure.cents)))
        }
        return facts
    }

    static func json(_ row: GrantRow) -> JSONValue {
        .object(
            [
                (name: "id", value: .string(row.id.text)), (name: "fund", value: .string(row.id.fund.shown)),
                (name: "program", value: .string(row.program)), (name: "recipient", value: .string(row.recipient)),
                (name: "name", value: .optional(row.name)), (name: "title", value: .string(row.title)),
                (name: "state", value: .string(row.stage.rawValue)), (name: "applied", value: .string(row.applied.iso)),
                (name: "signed", value: .optional(row.signed?.iso)),
            ] + GrantWords.figures(row.figures).map { (name: $0.name, value: .amount(cents: $0.cents)) }
                + [(name: "record", value: .integer(row.opened))])
    }

    static let columns =
        ["grant", "program", "recipient", "name", "title", "state", "applied", "signed"]
        + GrantWords.figures(GrantFigures()).map(\.name)

    static func csv(_ row: GrantRow) -> [String] {
        [
            row.id.text, row.program, row.recipient, row.name ?? "", row.title, row.stage.rawValue, row.applied.iso,
            row.signed?.iso ?? "",
        ] + GrantWords.figures(row.figures).map { MoneyFormat.plain(cents: $0.cents) }
    }

    /// The lines of a step's entries, one after the other.
    static func entries(_ views: [EntryView]) -> TextTable {
        let hasEnvelopes = views.contains { $0.entry.postings.contains { $0.envelope != nil } }
        var columns: [TextTable.Column] = [
            .left(LedgerTexts.entry), .left(LedgerTexts.account), .left(LedgerTexts.name, flexible: true),
        ]
        if hasEnvelopes { columns.append(.left(LedgerTexts.envelope)) }
        columns += [.right(LedgerTexts.debit), .right(LedgerTexts.credit)]
        let rows = views.flatMap { view in
            view.entry.postings.enumerated().map { position, posting -> [Cell] in
                let account = view.accounts[posting.account]
                var row: [Cell] = [
                    position == 0 ? .text(view.entry.id.text) : .blank, .text(posting.account),
                    account.map { .message(LedgerTexts.name(of: $0)) } ?? .blank,
                ]
                if hasEnvelopes { row.append(.text(posting.envelope ?? "")) }
                let cents = posting.amount.value
                return row + (cents > 0 ? [.amount(cents), .blank] : [.blank, .amount(0 - cents)])
            }
        }
        return TextTable(columns, rows: rows)
    }

    /// What usually comes next in its state.
    static func next(_ detail: GrantDetail) -> [CommandResult.NextStep] {
        let id = detail.row.id.text
        var steps = detail.row.stage.open.compactMap { move in
            usual[detail.row.stage]?[move].map { CommandResult.NextStep(command: "fundctl grant \($0.0.replacing("ID", with: id))", purpose: $0.1) }
        }
        if detail.state.payable > 0 {
            steps.append(
                .init(
                    command: "fundctl payment run --fund \(detail.row.id.fund.shown)",
                    purpose: Message(fr: "propose de payer ce qui est dû", en: "proposes to pay what is due")))
        }
        return steps
    }

    private static let usual: [GrantStage: [GrantMove: (String, Message)]] = [
        .applied: [.assessed: ("assess ID --recommend approve --memo …", Message(fr: "l'évalue", en: "assesses it"))],
        .assessed: [
            .approved: (
                "approve ID --plan …:…@… --authority … --instrument …",
                Message(fr: "l'approuve et préengage le budget", en: "approves it and reserves budget")
            ),
            .refused: ("refuse ID --reason …", Message(fr: "la refuse", en: "refuses it")),
        ],
        .approved: [
            .signed: ("sign ID …", Message(fr: "signe la convention et engage le budget", en: "signs the agreement and commits budget"))
        ],
        .signed: [
            .advanced: ("advance ID --amount …", Message(fr: "consent une avance", en: "grants an advance")),
            .claimed: (
                "claim ID --amount … --from … --to …",
                Message(fr: "inscrit une demande de versement", en: "enters a claim")
            ),
            .reported: ("report ID --memo …", Message(fr: "reçoit le rapport final", en: "takes the final report")),
        ],
        .reported: [.closed: ("close ID", Message(fr: "la ferme et désengage le reste", en: "closes it and decommits the rest"))],
    ]
}
