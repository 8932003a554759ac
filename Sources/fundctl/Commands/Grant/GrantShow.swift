import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant show ID`.
struct GrantShow: FundctlCommand {
    static let help = CommandHelp(
        "show", summary: Message(fr: "Montre une subvention : ses montants, son plan, ses étapes et leurs écritures", en: "Shows a grant: its figures, plan, steps and their entries"),
        examples: [.init("fundctl grant show FNF-G-000001")])

    @OptionGroup var grant: GrantArgument
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let (detail, name) = try call.openBookToRead().read { reading in
            let session = try reading.register(id.fund.rawValue)
            let detail = try FundReader(session).grant(id)
            return (detail, try GrantView.name(detail.row, in: session))
        }
        var text: [TextBlock] = [.facts(GrantView.facts(detail.row, name))]
        if !detail.state.lines.isEmpty { text.append(.table(try plan(detail.state))) }
        text.append(.table(steps(detail.steps)))
        if !detail.payables.isEmpty { text.append(.table(payables(detail.payables))) }
        return CommandResult(
            json: [
                "grant": GrantView.json(detail.row), "plan": .array(try planJSON(detail.state)),
                "instalments": .array(
                    detail.state.instalments.map {
                        [
                            "date": .string($0.date.iso), "amount": .amount(cents: $0.amount),
                            "kind": .string($0.kind.rawValue),
                        ]
                    }),
                "claims": .array(claims(detail.state)), "steps": .array(detail.steps.map(json)),
                "payables": .array(detail.payables.map(json)),
            ],
            text: text, next: GrantView.next(detail))
    }

    // MARK: Plan

    private func lines(_ state: GrantState) throws -> [(year: FiscalYear, line: GrantState.Line)] {
        try state.lines.sorted { $0.key < $1.key }.map { (try FiscalYear(startYear: $0.key), $0.value) }
    }

    private func plan(_ state: GrantState) throws -> TextTable {
        TextTable(
            [
                .left(LedgerTexts.year), .left(LedgerTexts.envelope), .right(GrantWords.planned),
                .right(state.stage == .approved ? BudgetTexts.reserved : BudgetTexts.committed),
                .right(BudgetTexts.spent),
            ],
            rows: try lines(state).map { year, line in
                [
                    .text(year.text), .text(line.envelope ?? "–"), .amount(line.planned), .amount(line.held),
                    .amount(line.spent),
                ]
            })
    }

    private func planJSON(_ state: GrantState) throws -> [JSONValue] {
        try lines(state).map { year, line in
            [
                "year": .string(year.text), "envelope": .optional(line.envelope), "planned": .amount(cents: line.planned),
                "held": .amount(cents: line.held), "spent": .amount(cents: line.spent),
            ]
        }
    }

    private func claims(_ state: GrantState) -> [JSONValue] {
        state.claims.sorted { $0.key < $1.key }.map { number, claim in
            [
                "claim": .integer(number), "amount": .amount(cents: claim.amount), "from": .string(claim.from.iso),
                "to": .string(claim.to.iso), "eligible": .amount(cents: claim.eligible),
                "accepted": claim.accepted.map(JSONValue.integer) ?? .null,
            ]
        }
    }

    // MARK: Steps

    private func steps(_ steps: [GrantStepRow]) -> TextTable {
        TextTable(
            [
                .left(GrantWords.record), .left(LedgerTexts.date), .left(GrantWords.step),
                .left(LedgerTexts.entry, flexible: true), .left(GrantWords.person),
                .left(Message(fr: "Défaite par", en: "Undone by")),
            ],
            rows: steps.map { step in
                [
                    .integer(step.sequence), .text(step.date.iso), .message(GrantWords.step(step.kind)),
                    .text(step.entries.map(\.text).joined(separator: " ")), .text(step.person),
                    step.undoneBy.map { .integer($0) } ?? .blank,
                ]
            })
    }

    private func json(_ step: GrantStepRow) -> JSONValue {
        [
            "record": .integer(step.sequence), "step": .string(step.kind), "date": .string(step.date.iso),
            "payable": step.payable.map(JSONValue.integer) ?? .null, "amount": step.cents.map { .amount(cents: $0) } ?? .null,
            "entries": .array(step.entries.map { .string($0.text) }), "person": .string(step.person),
            "recorded": .string(step.recorded), "undone_by": step.undoneBy.map(JSONValue.integer) ?? .null,
        ]
    }

    // MARK: Payables

    private func payables(_ payables: [GrantPayable]) -> TextTable {
        TextTable(
            [
                .left(GrantWords.payable), .left(LedgerTexts.date), .left(GrantWords.kind), .right(LedgerTexts.amount),
                .right(Message(fr: "Compensé", en: "Set off")), .right(GrantWords.paid), .right(GrantWords.left),
            ],
            rows: payables.map {
                [
                    .integer($0.sequence), .text($0.date.iso), .message(GrantWords.payable($0.kind)), .amount($0.amount),
                    .amount($0.offset), .amount($0.paid), .amount($0.left),
                ]
            })
    }

    private func json(_ payable: GrantPayable) -> JSONValue {
        [
            "payable": .integer(payable.sequence), "kind": .string(payable.kind.rawValue), "date": .string(payable.date.iso),
            "amount": .amount(cents: payable.amount), "set_off": .amount(cents: payable.offset),
            "paid": .amount(cents: payable.paid), "left": .amount(cents: payable.left),
        ]
    }
}
