import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant correct ID --record N --amount A --reason R`.
struct GrantCorrect: FundctlCommand {
    static let help = CommandHelp(
        "correct", summary: Message(fr: "Corrige un montant : montre tout ce que cela défait et refait, puis le fait d'un coup", en: "Mends an amount: shows all that this takes back and does again, then does it at once"),
        examples: [
            .init(
                "fundctl grant correct FNF-G-000001 --record 214 --amount 12500 --reason \"12 500 saisi 15 200\" --dry-run",
                Message(fr: "montre seulement", en: "shows only")),
            .init("fundctl grant correct FNF-G-000001 --record 216 --holdback 1250 --reason \"Retenue oubliée\""),
        ],
        details: [
            Message(
                fr: """
                    Ce qui repose sur l'étape fautive est défait, de la dernière à la première, par des écritures de \
                    contrepassation, puis refait avec le bon montant : un seul lot, tout ou rien. Ce qui n'en dépend pas ne \
                    bouge pas. Un paiement fait ne se défait pas : la commande n'écrit alors rien, calcule ce qui est payé, \
                    ce qui aurait été dû et l'écart, et donne les commandes qui le règlent; rejeté par la banque, il n'empêche \
                    rien. Une approbation abaissée entraîne le plan et les versements de la convention; la refaire demande \
                    aussi le rôle approver. Sur un terminal, elle demande avant d'écrire; --yes répond d'avance.
                    """,
                en: """
                    What rests on the wrong step is taken back, from the last to the first, by reversing entries, then done \
                    again with the right amount: one batch, all or nothing. What does not rest on it stays. A payment made \
                    is not taken back: the command then writes nothing, reckons what is paid, what would have been due and \
                    the difference, and gives the commands that settle it; one that the bank sent back hinders nothing. An \
                    approval that is lowered takes plan and instalments of the agreement with it; doing it again takes the \
                    role approver too. On a terminal it asks before it writes; --yes answers beforehand.
                    """)
        ])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "L'enregistrement de l'étape fautive (fundctl grant show).", en: "The record of the wrong step (fundctl grant show).", value: ("enregistrement", "record")))
    var record: Int64

    @Option(help: .init(fr: "Le bon montant.", en: "The right amount.", value: ("montant", "amount")))
    var amount: String?

    @Option(help: .init(fr: "Ce qui était admissible.", en: "What was eligible.", value: ("montant", "amount")))
    var eligible: String?

    @Option(help: .init(fr: "L'avance à employer.", en: "The advance to use.", value: ("montant", "amount")))
    var advance: String?

    @Option(help: .init(fr: "La bonne retenue.", en: "The right holdback.", value: ("montant", "amount")))
    var holdback: String?

    @Option(help: .init(fr: "Pourquoi une part de la demande est refusée.", en: "Why a part of the claim is refused.", value: ("motif", "reason")))
    var refusedBecause: String?

    @Option(help: .init(fr: "Le bon plan, entier.", en: "The right plan, whole.", value: ("ligne", "line")))
    var plan: [String] = []

    @Option(name: .customLong("instalment"), help: .init(fr: "Les bons versements prévus, tous.", en: "The right instalments, all of them.", value: ("versement", "instalment")))
    var instalments: [String] = []

    @Option(help: .init(fr: "Le motif de la correction.", en: "The reason of the correction.", value: ("motif", "reason")))
    var reason: String

    @Option(help: .init(fr: "La date de ce qui est défait et refait; sinon celles des étapes.", en: "The date of what is taken back and done again; else those of the steps.", value: ("date", "date")))
    var date: String?

    @Flag(help: .init(fr: "Ne demande rien.", en: "Asks nothing."))
    var yes = false

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let change = try self.change()
        let day = try date.map { try CalendarDate(iso: $0) }
        let book = try call.openBook()
        if !yes, !write.dryRun, !global.noInput, call.edge.terminal.isInput, call.edge.terminal.isTalk,
            let paid = try confirm(id, change, day, book, call)
        {
            return paid
        }
        let request = WriteRequest(
            registers: [id.fund.rawValue],
            content: [
                "advance": .string(advance ?? ""), "amount": .string(amount ?? ""), "command": "grant-correct",
                "date": .string(date ?? ""), "eligible": .string(eligible ?? ""), "grant": .string(id.text),
                "holdback": .string(holdback ?? ""), "instalments": .array(instalments.map { .text($0) }),
                "plan": .array(plan.map { .text($0) }), "reason": .text(reason), "record": .integer(record),
                "refused": .text(refusedBecause ?? ""),
            ], options: write)
        do {
            let done = try call.write(request, to: book) { transaction in
                let session = try transaction.register(id.fund.rawValue)
                let grants = try Grants(session)
                let plan = try grants.planCorrection(of: record, in: id, change, reason: reason, on: day)
                guard plan.settlements.isEmpty else { throw try PaidMistake(plan, in: session, isDryRun: write.dryRun) }
                let records = try grants.correct(plan)
                return (plan as GrantCorrection?, try GrantStepDone(id, records.flatMap(\.entryIDs), in: session))
            } again: { reading, receipts in
                let entries = try reading.records(JournalEntry.self, of: receipts).map(\.record.id)
                return (nil, try GrantStepDone(id, entries, in: reading.register(id.fund.rawValue)))
            }
            return result(done)
        } catch let mistake as PaidMistake {
            return mistake.result
        }
    }

    private func change() throws -> GrantCorrection.Change {
        func cents(_ typed: String?) throws -> Int64? { try typed.map { try AmountText.parse($0).value } }
        var change = GrantCorrection.Change()
        change.amount = try cents(amount)
        change.eligible = try cents(eligible)
        change.advance = try cents(advance)
        change.holdback = try cents(holdback)
        change.reason = refusedBecause
        change.plan = plan.isEmpty ? nil : try GrantLines.plan(plan)
        change.instalments = instalments.isEmpty ? nil : try GrantLines.instalments(instalments)
        return change
    }

    /// Gives the result where there is nothing to ask: what was wrong is paid.
    private func confirm(
        _ id: GrantID, _ change: GrantCorrection.Change, _ day: CalendarDate?, _ book: Book, _ call: Invocation
    ) throws -> CommandResult? {
        let (plan, paid) = try book.read { reading in
            let session = try reading.register(id.fund.rawValue)
            let plan = try Grants(session).planCorrection(of: record, in: id, change, reason: reason, on: day)
            return (plan, plan.settlements.isEmpty ? nil : try PaidMistake(plan, in: session, isDryRun: write.dryRun))
        }
        if let paid { return paid.result }
        let writer = TextWriter(language: call.language, columns: call.edge.terminal.columns, style: Style(isColoured: false))
        call.edge.talk.write(writer.text(CorrectionView.text(plan)) + "\n")
        try call.prompter.confirm(Message(fr: "Corriger ainsi", en: "Correct so"), option: "--yes")
        return nil
    }

    private func result(_ done: WriteDone<(GrantCorrection?, GrantStepDone)>) -> CommandResult {
        let (plan, step) = done.value
        let title =
            write.dryRun
            ? Message(fr: "La subvention serait corrigée.", en: "The grant would be corrected.")
            : Message(fr: "La subvention est corrigée.", en: "The grant is corrected.")
        var result = CommandResult(
            json: [
                "state": "corrected", "grant": GrantView.json(step.detail.row), "undone": .array(plan?.undoings.map(CorrectionView.json) ?? []),
                "redone": .array(plan?.redoings.map(CorrectionView.json) ?? []),
                "entries": .array(step.entries.map(\.json)), "settlements": [],
            ],
            text: [.paragraph(title)] + (plan.map(CorrectionView.text) ?? [])
                + [.table(GrantView.entries(step.entries)), .facts(GrantView.facts(step.detail.row, step.name))],
            next: GrantView.next(step.detail))
        result.tell(done)
        return result
    }
}
