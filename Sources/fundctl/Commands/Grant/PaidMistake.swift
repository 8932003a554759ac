import AuditTrail
import FundLedger
import ReferenceData

/// What was wrong is paid: nothing is taken back. What was paid, what would have been due, the difference, and the commands
/// that settle it.
struct PaidMistake: Error {
    let plan: GrantCorrection
    let detail: GrantDetail
    let name: Message
    let isDryRun: Bool

    init(_ plan: GrantCorrection, in session: RegisterSession, isDryRun: Bool) throws {
        self.plan = plan
        self.isDryRun = isDryRun
        detail = try FundReader(session).grant(plan.grant)
        name = try GrantView.name(detail.row, in: session)
    }

    /// Exit status 3: nothing is corrected.
    var result: CommandResult {
        let title = Message(
            fr: "Rien n'est corrigé : ce qui était faux est payé, et ce qui est payé reste. L'écart se règle ainsi.",
            en: "Nothing is corrected: what was wrong is paid, and what is paid stays. The difference is settled so.")
        return CommandResult(
            json: [
                "state": "paid", "grant": GrantView.json(detail.row), "undone": [], "redone": [], "entries": [],
                "settlements": .array(plan.settlements.map(json)), "repeated": false, "dry_run": .bool(isDryRun),
                "batches": [],
            ],
            text: [.paragraph(title), .table(table), .facts(GrantView.facts(detail.row, name))] + remarks.map { .paragraph($0) },
            next: steps, exit: .refused)
    }

    // MARK: Text

    private var table: TextTable {
        let hasLeft = plan.settlements.contains { $0.left > 0 }
        var columns: [TextTable.Column] = [.left(GrantWords.step), .right(GrantWords.record), .right(GrantWords.paid)]
        if hasLeft { columns.append(.right(Message(fr: "Reste à payer", en: "Left to pay"))) }
        columns += [
            .right(Message(fr: "Dû une fois corrigé", en: "Due once right")),
            .right(Message(fr: "À récupérer", en: "To recover")), .right(Message(fr: "À payer encore", en: "Still to pay")),
        ]
        let rows = plan.settlements.map { paid -> [Cell] in
            var row: [Cell] = [.message(GrantWords.step(paid.move.rawValue)), .integer(paid.record), .amount(paid.paid)]
            if hasLeft { row.append(.amount(paid.left)) }
            row.append(.amount(paid.owed))
            return row + (paid.difference > 0 ? [.amount(paid.difference), .blank] : [.blank, .amount(0 - paid.difference)])
        }
        return TextTable(columns, rows: rows)
    }

    /// What no command says.
    private var remarks: [Message] {
        var remarks: [Message] = []
        let recovered = plan.settlements.reduce(0) { $0 &+ $1.recovered }
        if recovered > 0 {
            let sum = Cents(recovered)
            remarks.append(
                Message(
                    fr: "\(money: sum) sont déjà mis à récupérer, et ôtés de ce qui suit; si c'était pour autre chose, récupérez-les en plus.",
                    en: "\(money: sum) is to be recovered already, and taken off what follows; if that was for something else, recover it as well."))
        }
        for case .holdBack(let cents) in plan.settlements.flatMap(\.remedies) {
            let sum = Cents(cents)
            remarks.append(
                Message(
                    fr: "\(money: sum) devaient être retenus et sont payés : retenez-les en plus sur la prochaine demande (grant accept --holdback).",
                    en: "\(money: sum) was to be held back and is paid: hold back so much more of the next claim (grant accept --holdback)."))
        }
        if plan.settlements.contains(where: { $0.left > 0 && $0.difference > 0 }) {
            remarks.append(
                Message(
                    fr: "Ce qui reste à payer se paie d'abord : on ne récupère que ce qui est payé.",
                    en: "What is left to pay is paid first: only what is paid is recovered."))
        }
        return remarks
    }

    // MARK: Commands

    private var steps: [CommandResult.NextStep] { plan.settlements.flatMap(\.remedies).flatMap(commands) }

    /// The commands of a remedy, as one types them.
    private func commands(_ remedy: GrantCorrection.Remedy) -> [CommandResult.NextStep] {
        let id = plan.grant.text
        let recover = Message(fr: "met l'écart à récupérer", en: "makes the difference recoverable")
        let pay = Message(fr: "rend l'écart payable", en: "makes the difference payable")
        func step(_ move: GrantMove, _ rest: String, _ purpose: Message) -> [CommandResult.NextStep] {
            guard detail.row.stage.open.contains(move) else { return [] }
            return [.init(command: "fundctl grant \(move.verb) \(id) \(rest)", purpose: purpose)]
        }
        func cents(_ amount: Int64) -> String { MoneyFormat.plain(cents: amount) }
        switch remedy {
        case .recoverClaim(let amount, let year):
            return step(.recovered, "--amount \(cents(amount)) --year \(year.text) --reason \(reason)", recover)
        case .recoverAdvance(let amount):
            return step(.recovered, "--amount \(cents(amount)) --advance --reason \(reason)", recover)
        case .claim(let amount, let number, let from, let to, let holdback):
            let held = holdback > 0 ? " --holdback \(cents(holdback))" : ""
            return step(.claimed, "--amount \(cents(amount)) --from \(from.iso) --to \(to.iso)", pay)
                + step(.accepted, "--claim \(number)\(held)", pay)
        case .advance(let amount): return step(.advanced, "--amount \(cents(amount))", pay)
        case .release(let amount): return step(.released, "--amount \(cents(amount))", pay)
        case .holdBack: return []
        }
    }

    /// The reason, as a shell takes it back.
    private var reason: String { "'" + Visible.text(plan.reason).replacing("'", with: "'\\''") + "'" }

    // MARK: JSON

    private func json(_ paid: GrantCorrection.Settlement) -> JSONValue {
        [
            "record": .integer(paid.record), "step": .string(paid.move.rawValue), "paid": .amount(cents: paid.paid),
            "left": .amount(cents: paid.left), "owed": .amount(cents: paid.owed),
            "difference": .amount(cents: paid.difference), "recovered": .amount(cents: paid.recovered),
            "commands": .array(paid.remedies.flatMap(commands).map { .string($0.command) }),
        ]
    }
}
