import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl grant write-off ID --amount A --reason R`.
struct GrantWriteOff: FundctlCommand {
    static let help = CommandHelp(
        "write-off", summary: Message(fr: "Propose de radier une somme qui ne sera pas récupérée", en: "Proposes to write off what will not be recovered"),
        examples: [
            .init("fundctl grant write-off FNF-G-000001 --amount 1200 --envelope ADM --reason \"Faillite du bénéficiaire\"")
        ],
        details: [
            Message(
                fr: """
                    La radiation prend deux personnes : celle-ci la propose, une autre l'approuve (fundctl approval give). \
                    Elle est une charge pour créances douteuses, sur une enveloppe si l'exercice est sous contrôle \
                    budgétaire.
                    """,
                en: """
                    A write-off takes two persons: this one proposes it, another approves it (fundctl approval give). It is \
                    an expense for bad debts, on an envelope where the year is under budget control.
                    """)
        ])

    @OptionGroup var grant: GrantArgument

    @Option(help: .init(fr: "Le montant.", en: "The amount.", value: ("montant", "amount")))
    var amount: String

    @Option(help: .init(fr: "L'enveloppe de la charge.", en: "The envelope of the expense.", value: ("code", "code")))
    var envelope: String?

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var step: GrantStepOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try grant.id()
        let amount = try AmountText.parse(self.amount)
        let day = try step.day(call)
        let book = try call.openBook()
        return try Attachments(step.documents, call: call, isDryRun: write.dryRun).holding { kept in
            let request = WriteRequest(
                registers: [id.fund.rawValue],
                content: [
                    "amount": .string(amount.canonical), "command": "grant-write-off", "date": .string(step.date ?? ""),
                    "documents": .array(kept.hashes.map { .string($0) }), "envelope": .string(envelope ?? ""),
                    "grant": .string(id.text), "reason": .text(reason),
                ], options: write)
            let done = try call.write(request, to: book) { transaction in
                let session = try transaction.register(id.fund.rawValue)
                let documents = try kept.record(in: session)
                return try Grants(session).proposeWriteOff(
                    id, amount, envelope: envelope, reason: reason, .init(on: day, documents: documents))
            } again: { reading, receipts in
                let session = try reading.register(id.fund.rawValue)
                let kinds = try receipts.flatMap { receipt in
                    try (receipt.first..<receipt.first + receipt.count).filter {
                        try session.record(at: $0) is Proposed<GrantWrittenOff>
                    }
                }
                return kinds.first ?? 0
            }
            return result(done, id, amount)
        }
    }

    private func result(_ done: WriteDone<Int64>, _ id: GrantID, _ amount: Cents) -> CommandResult {
        let proposal = "\(id.fund.rawValue):\(done.value)"
        var result = CommandResult(
            json: [
                "state": "waiting", "id": .string(proposal), "grant": .string(id.text), "amount": .amount(amount),
            ],
            text: [
                .paragraph(
                    write.dryRun
                        ? Message(fr: "La radiation de \(money: amount) serait proposée.", en: "Writing off \(money: amount) would be proposed.")
                        : Message(
                            fr: "La radiation de \(money: amount) est proposée (\(proposal)). Elle attend une deuxième personne.",
                            en: "Writing off \(money: amount) is proposed (\(proposal)). It waits for a second person."))
            ],
            next: [
                .init(
                    command: "fundctl approval give \(proposal)",
                    purpose: Message(fr: "l'approuve; une autre personne", en: "approves it; another person"))
            ])
        result.tell(done)
        return result
    }
}
