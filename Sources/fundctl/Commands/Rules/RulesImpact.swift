import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl rules impact FILE --fund F [--year Y]`: the transfers of a fund judged again under a draft.
struct RulesImpact: FundctlCommand {
    static let help = CommandHelp(
        "impact",
        summary: Message(
            fr: "Rejoue les virements d'un fonds sous un projet de règles; n'écrit rien",
            en: "Replays a fund's transfers under draft rules; writes nothing"),
        examples: [
            .init("fundctl rules impact projet.yaml --fund FDMT --year 2026-2027"),
            .init(
                "fundctl rules impact projet.yaml --fund FDMT --all",
                Message(fr: "montre aussi ceux pour qui rien ne change", en: "shows those that nothing changes for, too")),
        ],
        details: [
            Message(
                fr: """
                    Le projet est pris comme s'il avait toujours été en vigueur. Chaque virement est jugé à sa place, avec \
                    tout ce qui fut comptabilisé avant lui, que le projet le permette ou non. L'argent n'est compté que là \
                    où il manquait alors. Adopter un projet ne rejuge rien.
                    """,
                en: """
                    The draft is taken as if it had always been in force. Each transfer is judged in its place, with all \
                    that was posted before it, whether the draft allows that or not. Money is counted only where it lacked \
                    at the time. Adopting a draft judges nothing again.
                    """)
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Argument(help: RuleFile.help)
    var file: String

    @OptionGroup var fund: FundOption

    @Option(
        help: .init(
            fr: "L'exercice; sinon tous.", en: "The fiscal year; else all of them.", value: ("exercice", "year")))
    var year: String?

    @Flag(help: .init(fr: "Montre aussi les virements pour qui rien ne change.", en: "Shows also the transfers that nothing changes for."))
    var all = false

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = (try self.fund.code(), try self.year.map { try FiscalYear(parsing: $0) })
        let draft = try RuleFile.rules(file, call)
        let impact = try call.openBookToRead().read {
            try Transfers($0.register(fund.rawValue)).impact(of: draft, in: year)
        }
        let shown = impact.rows.filter { all || $0.change != .same }
        var text: [TextBlock] = [.facts(facts(impact))]
        if !shown.isEmpty { text.append(.table(table(shown))) }
        return CommandResult(
            json: [
                "fund": .string(fund.shown), "year": .optional(year?.text), "draft": .string(draft.identity.text),
                "status": .string(draft.status.rawValue), "replayed": .integer(impact.rows.count),
                "same": .integer(impact.count(.same)), "now_refused": .integer(impact.count(.nowRefused)),
                "now_lawful": .integer(impact.count(.nowLawful)), "other_approvals": .integer(impact.count(.otherApprovals)),
                "other_reason": .integer(impact.count(.otherReason)), "transfers": .array(shown.map(json)),
            ],
            text: text,
            csv: CSVTable(
                columns: [
                    "record", "effect", "operation", "from", "to", "amount", "date", "outcome", "approvals", "draft_outcome", "draft_rules",
                    "draft_approvals",
                ],
                rows: shown.map { row in
                    let moved = row.transfer.operation
                    return [
                        String(row.transfer.record), row.change.rawValue, moved.operation.rawValue,
                        TransferView.place(moved.source, moved), moved.target.map { TransferView.place($0, moved) } ?? "",
                        MoneyFormat.plain(cents: moved.amount), moved.date.iso, row.transfer.verdict.outcome.rawValue,
                        row.transfer.approvals.joined(separator: " "), row.judgement.outcome.rawValue,
                        row.judgement.rules.joined(separator: " "), row.judgement.approvals.joined(separator: " "),
                    ]
                }),
            next: impact.rows.isEmpty
                ? []
                : [
                    .init(
                        command: "fundctl rules test \(file)",
                        purpose: Message(fr: "juge les exemples du projet", en: "judges the draft's examples"))
                ])
    }

    private func facts(_ impact: TransferImpact) -> [(label: Message, value: Cell)] {
        [
            (Message(fr: "Projet", en: "Draft"), .message(TransferView.ruleset(impact.draft))),
            (Message(fr: "Virements rejoués", en: "Transfers replayed"), .integer(impact.rows.count)),
        ] + TransferImpact.Change.allCases.map { (words($0), .integer(impact.count($0))) }
    }

    private func words(_ change: TransferImpact.Change) -> Message {
        switch change {
        case .same: Message(fr: "Comme avant", en: "As before")
        case .nowRefused: Message(fr: "Licites, ne le seraient plus", en: "Lawful, would not be any more")
        case .nowLawful: Message(fr: "Refusés, deviendraient licites", en: "Refused, would be lawful")
        case .otherApprovals: Message(fr: "Licites, avec d'autres approbations", en: "Lawful, with other approvals")
        case .otherReason: Message(fr: "Refusés, pour une autre raison", en: "Refused, for another reason")
        }
    }

    private func table(_ rows: [TransferImpact.Row]) -> TextTable {
        TextTable(
            [
                .right(ApprovalWords.record), .left(LedgerTexts.date), .left(Message(fr: "De", en: "From")),
                .left(Message(fr: "À", en: "To")), .right(LedgerTexts.amount), .left(Message(fr: "Alors", en: "Then")),
                .left(Message(fr: "Sous le projet", en: "Under the draft")),
                .left(TransferView.rules, flexible: true), .left(Message(fr: "Approbations", en: "Approvals"), flexible: true),
            ],
            rows: rows.map { row in
                let moved = row.transfer.operation
                return [
                    .integer(row.transfer.record), .text(moved.date.iso), .text(TransferView.place(moved.source, moved)),
                    moved.target.map { .text(TransferView.place($0, moved)) } ?? .blank, .amount(moved.amount),
                    .message(RuleWords.outcome(row.transfer.verdict.outcome)), .message(RuleWords.outcome(row.judgement.outcome)),
                    .text(row.judgement.rules.joined(separator: " ")), .text(row.judgement.approvals.joined(separator: " ")),
                ]
            })
    }

    private func json(_ row: TransferImpact.Row) -> JSONValue {
        .object(
            TransferView.members(row.transfer) + [
                (name: "effect", value: .string(row.change.rawValue)),
                (name: "draft_outcome", value: .string(row.judgement.outcome.rawValue)),
                (name: "draft_rules", value: .array(row.judgement.rules.map { .string($0) })),
                (name: "draft_approvals", value: .array(row.judgement.approvals.map { .string($0) })),
            ])
    }
}
