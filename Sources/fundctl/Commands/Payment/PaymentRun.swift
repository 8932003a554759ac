import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl payment run --fund F`: proposes a run of payments; an approver lets it go.
struct PaymentRun: FundctlCommand {
    static let help = CommandHelp(
        "run", summary: Message(fr: "Propose un lot de paiements", en: "Proposes a payment run"),
        examples: [
            .init("fundctl payment run --fund FNF"),
            .init("fundctl payment run --fund FNF --until 2026-06-30 --date 2026-07-02 --dry-run"),
            .init("fundctl payment run --fund FNF --grant FNF-G-000012"),
        ],
        details: [
            Message(
                fr: """
                    Le lot prend tout ce qui est dû, dont le bénéficiaire a des coordonnées bancaires et qui n'attend pas \
                    déjà. Une autre personne, approver, l'approuve : les paiements sont alors numérotés et portés aux \
                    paiements en circulation, et « payment file » écrit le fichier de la banque.
                    """,
                en: """
                    The run takes all that is due, whose recipient has bank details and which does not wait already. \
                    Another person, an approver, approves it: payments are numbered then and posted to payments in \
                    transit, and "payment file" writes the file for the bank.
                    """)
        ])

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "La date des paiements; sinon aujourd'hui.", en: "The date of the payments; else today.", value: ("date", "date")))
    var date: String?

    @Option(help: .init(fr: "Les sommes dues jusqu'à ce jour; sinon la date des paiements.", en: "What is due by this day; else by the date of the payments.", value: ("date", "date")))
    var until: String?

    @Option(help: .init(fr: "Seulement cette somme à verser; plusieurs fois, si l'on veut.", en: "This payable only; several times if you wish.", value: ("numéro", "number")))
    var payable: [Int64] = []

    @Option(help: .init(fr: "Seulement cette subvention.", en: "This grant only.", value: ("numéro", "id")))
    var grant: String?

    @Option(help: .init(fr: "Seulement ce bénéficiaire.", en: "This recipient only.", value: ("identifiant", "id")))
    var recipient: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    /// What was proposed, and what was left out.
    private struct Proposal {
        let id: ProposalID
        let run: PaymentIssued
        let items: [DuePayment]
        var leftOut: [DuePayment] = []
    }

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let grant = try grant.map { try GrantID(parsing: $0) }
        let day = try CalendarDate(iso: date ?? call.edge.clock.today())
        let until = try until.map { try CalendarDate(iso: $0) } ?? day
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "command": "payment run", "date": .string(date ?? ""), "fund": .string(fund.rawValue),
                "grant": .string(self.grant ?? ""), "payables": .array(payable.map { .string(String($0)) }),
                "recipient": .string(recipient ?? ""), "until": .string(self.until ?? ""),
            ], options: write)
        let done = try call.write(request, to: book) { transaction in
            let session = try transaction.register(fund.rawValue)
            let payments = try Payments(session)
            let due =
                payable.isEmpty ? try payments.due(until: until) : try payable.map { try payments.due(payable: $0) }
            let wanted = due.filter { due in
                (grant.map { $0 == due.payable.grant } ?? true) && (recipient.map { $0 == due.payable.recipient } ?? true)
            }
            // What was named is refused with its reason; of what was not, the rest is left out.
            let taken = payable.isEmpty ? wanted.filter(\.isReady) : wanted
            let sequence = try payments.propose(taken.map(\.payable.sequence), on: day)
            guard let proposed = try session.record(at: sequence) as? Proposed<PaymentIssued> else {
                throw AuditError(.proposalUnknown, ["proposal": String(sequence)])
            }
            return Proposal(
                id: ProposalID(register: fund.rawValue, sequence: sequence), run: proposed.subject, items: taken,
                leftOut: payable.isEmpty ? wanted.filter { !$0.isReady } : [])
        } again: { reading, receipts in
            guard let first = receipts.first, let found = try reading.records(Proposed<PaymentIssued>.self, of: receipts).first
            else { throw AuditError(.proposalUnknown, ["proposal": "–"]) }
            let payments = try Payments(found.session)
            return Proposal(
                id: ProposalID(register: fund.rawValue, sequence: first.first), run: found.record.subject,
                items: try found.record.subject.items.map { try payments.due(payable: $0.payable) })
        }
        return try result(done, fund)
    }

    private func result(_ done: WriteDone<Proposal>, _ fund: FundCode) throws -> CommandResult {
        let proposal = done.value
        let total = try proposal.run.total()
        let amounts = Dictionary(uniqueKeysWithValues: proposal.run.items.map { ($0.payable, $0.amount) })
        let count = proposal.items.count
        let title =
            write.dryRun
            ? Message(
                fr: "\(count, "paiement serait proposé", "paiements seraient proposés") : \(money: total).",
                en: "\(count, "payment", "payments") would be proposed: \(money: total).")
            : Message(
                fr: "\(count, "paiement est proposé", "paiements sont proposés") : \(money: total). Le lot attend une deuxième personne.",
                en: "\(count, "payment", "payments") proposed: \(money: total). The run waits for a second person.")
        var text: [TextBlock] = [.paragraph(title), .table(table(proposal.items, amounts, total))]
        if !proposal.leftOut.isEmpty {
            text += [
                .title(Message(fr: "Laissé de côté", en: "Left out")), .table(PaymentView.table(proposal.leftOut)),
            ]
        }
        var result = CommandResult(
            json: [
                "state": "waiting", "id": .string(proposal.id.text), "fund": .string(fund.shown),
                "date": .string(proposal.run.date.iso), "total": .amount(total),
                "items": .array(
                    proposal.items.map { item in
                        [
                            "payable": .integer(item.payable.sequence), "grant": .string(item.payable.grant.text),
                            "recipient": .string(item.payable.recipient), "name": .optional(item.name),
                            "amount": .amount(cents: amounts[item.payable.sequence] ?? 0),
                        ]
                    }),
                "left_out": .array(proposal.leftOut.map(PaymentView.json)),
            ], text: text,
            next: TwoPersonCommand.approval(
                [
                    ActOutcome(
                        register: proposal.id.register, sequence: proposal.id.sequence, state: .waiting, isAlone: false)
                ], by: .approver))
        result.tell(done)
        return result
    }

    private func table(_ items: [DuePayment], _ amounts: [Int64: Int64], _ total: Cents) -> TextTable {
        TextTable(
            [
                .right(PaymentView.payable), .left(PaymentView.grant), .left(PaymentView.recipient),
                .left(LedgerTexts.name, flexible: true), .right(LedgerTexts.amount),
            ],
            rows: items.map { item in
                [
                    .integer(item.payable.sequence), .text(item.payable.grant.text), .text(item.payable.recipient),
                    .text(item.name ?? "–"), .amount(amounts[item.payable.sequence] ?? 0),
                ]
            }, totals: [["", "", "", .message(LedgerTexts.total), .amount(total)]])
    }
}
