import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl commitment release ID --reason R`.
struct CommitmentRelease: FundctlCommand {
    static let help = CommandHelp(
        "release", summary: Message(fr: "Désengage ce qui reste d'un engagement, ou une part", en: "Decommits what is left of a commitment, or a part"),
        examples: [
            .init("fundctl commitment release FNF-2026-000012 --reason \"Projet terminé\""),
            .init("fundctl commitment release FNF-2026-000012 --amount 2500 --reason \"Projet réduit\""),
        ])

    @Argument(help: .init(fr: "Le numéro de l'engagement.", en: "The commitment's id.", value: ("numéro", "id")))
    var id: String

    @Option(help: .init(fr: "Le montant; sinon tout ce qui reste.", en: "The amount; else all that is left.", value: ("montant", "amount")))
    var amount: String?

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @OptionGroup var date: ActDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let commitment = try EntryID(parsing: id)
        let amount = try amount.map { try AmountText.parse($0) }
        try TypedText.check(reason, option: "--reason", bytes: 1...EntryLimits.reasonBytes)
        let day = try date.day(in: commitment.year, call)
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [commitment.fund.rawValue],
            content: [
                "amount": .string(amount?.canonical ?? ""), "command": "commitment-release", "commitment": .string(id),
                "date": .string(date.date ?? ""), "reason": .string(reason),
            ], options: write)
        let done = try call.write(request, to: book) { transaction in
            let session = try transaction.register(commitment.fund.rawValue)
            let released = try Budget(session).release(commitment, amount, reason: reason, reference: id, on: day)
            return (try FundReader(session).written(commitment), released)
        } again: { reading, receipts in
            guard let found = try reading.records(CommitmentReleased.self, of: receipts).first else {
                throw LedgerError(.commitmentUnknown, ["commitment": id, "fund": commitment.fund.rawValue])
            }
            return (try FundReader(found.session).commitment(commitment), found.record)
        }
        return result(done)
    }

    private func result(_ done: WriteDone<(CommitmentRow, CommitmentReleased)>) -> CommandResult {
        let (row, released) = done.value
        let amount = Cents(released.amount)
        let title =
            write.dryRun
            ? Message(fr: "\(money: amount) seraient désengagés.", en: "\(money: amount) would be decommitted.")
            : Message(fr: "\(money: amount) sont désengagés.", en: "\(money: amount) is decommitted.")
        var result = CommandResult(
            json: [
                "entry": .string(released.entry.text), "amount": .amount(amount), "commitment": CommitmentView.json(row),
            ],
            text: [.paragraph(title), CommitmentView.facts(row)],
            next: [
                .init(
                    command: "fundctl commitment show \(row.id.text)",
                    purpose: Message(fr: "montre l'engagement", en: "shows the commitment"))
            ])
        result.tell(done)
        return result
    }
}
