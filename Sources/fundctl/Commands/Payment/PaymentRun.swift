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
        let review: PaymentReview
        var leftOut: [DuePayment] = []
        /// How many are due and ready beyond the most that a run takes.
        var later = 0
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
            return try propose(until: until, on: day, grant, session)
        } again: { reading, receipts in
            guard let first = receipts.first, let found = try reading.records(Proposed<PaymentIssued>.self, of: receipts).first
            else { throw AuditError(.proposalUnknown, ["proposal": "–"]) }
            let run = found.record.subject
            return Proposal(
                id: ProposalID(register: fund.rawValue, sequence: first.first), run: run,
                review: try Payments(found.session).review(run.items, proposal: first.first))
        }
        return try result(done, fund)
    }

    /// What was named is refused with its reason; of what was not, the rest is left out.
    private func propose(
        until: CalendarDate, on day: CalendarDate, _ grant: GrantID?, _ session: RegisterSession
    ) throws -> Proposal {
        let payments = try Payments(session)
        if let recipient { _ = try Recipients(session).recipient(recipient) }
        if let grant { _ = try FundReader(session).grant(grant) }
        let wanted =
            payable.isEmpty
            ? try payments.due(until: until, grant: grant, recipient: recipient)
            : try payments.due(payables: payable).filter { due in
                (grant.map { $0 == due.payable.grant } ?? true) && (recipient.map { $0 == due.payable.recipient } ?? true)
            }
        let ready = payable.isEmpty ? wanted.filter(\.isReady) : wanted
        let taken = payable.isEmpty ? Array(ready.prefix(PaymentIssued.itemCounts.upperBound)) : ready
        let sequence = try payments.propose(taken.map(\.payable.sequence), on: day)
        guard let run = (try session.record(at: sequence) as? Proposed<PaymentIssued>)?.subject else {
            throw AuditError(.proposalUnknown, ["proposal": String(sequence)])
        }
        return Proposal(
            id: ProposalID(register: session.register.name, sequence: sequence), run: run,
            review: try payments.review(run.items, proposal: sequence),
            leftOut: payable.isEmpty ? wanted.filter { !$0.isReady } : [], later: ready.count - taken.count)
    }

    private func result(_ done: WriteDone<Proposal>, _ fund: FundCode) throws -> CommandResult {
        let proposal = done.value
        let total = try proposal.run.total()
        let remarks = RunRemark.ofProposal(proposal.review)
        let count = proposal.run.items.count
        let title =
            write.dryRun
            ? Message(
                fr: "\(count, "paiement serait proposé", "paiements seraient proposés") : \(money: total).",
                en: "\(count, "payment", "payments") would be proposed: \(money: total).")
            : Message(
                fr: "\(count, "paiement est proposé", "paiements sont proposés") : \(money: total). Le lot attend une deuxième personne.",
                en: "\(count, "payment", "payments") proposed: \(money: total). The run waits for a second person.")
        var text: [TextBlock] = [.paragraph(title), .table(table(proposal.review, total))]
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
                    proposal.review.lines.map { line in
                        [
                            "payable": .integer(line.payable.sequence), "grant": .string(line.payable.grant.text),
                            "recipient": .string(line.payable.recipient), "name": .optional(line.name),
                            "amount": .amount(cents: line.amount),
                        ]
                    }),
                "left_out": .array(proposal.leftOut.map(PaymentView.json)),
                "later": .integer(proposal.later), "remarks": .array(remarks.map(\.json)),
            ], text: text,
            notes: remarks.notes + later(proposal.later),
            next: [
                .init(
                    command: "fundctl approval show \(proposal.id.text)",
                    purpose: Message(fr: "ce que la deuxième personne lit d'abord", en: "what the second person reads first"))
            ] + TwoPersonCommand.approval(
                [
                    ActOutcome(
                        register: proposal.id.register, sequence: proposal.id.sequence, state: .waiting, isAlone: false)
                ], by: .approver))
        result.tell(done)
        return result
    }

    private func later(_ count: Int) -> [Message] {
        guard count > 0 else { return [] }
        return [
            Message(
                fr: "un lot porte au plus \(PaymentIssued.itemCounts.upperBound) paiements : les plus anciens; \(count, "autre attend", "autres attendent") le prochain lot.",
                en: "a run has at most \(PaymentIssued.itemCounts.upperBound) payments: the oldest; \(count, "other waits", "others wait") for the next run.")
        ]
    }

    private func table(_ review: PaymentReview, _ total: Cents) -> TextTable {
        TextTable(
            [
                .right(PaymentView.payable), .left(PaymentView.grant), .left(PaymentView.recipient),
                .left(LedgerTexts.name, flexible: true), .right(LedgerTexts.amount),
            ],
            rows: review.lines.map { line in
                [
                    .integer(line.payable.sequence), .text(line.payable.grant.text), .text(line.payable.recipient),
                    .text(line.name ?? "–"), .amount(line.amount),
                ]
            }, totals: [["", "", "", .message(LedgerTexts.total), .amount(total)]])
    }
}
