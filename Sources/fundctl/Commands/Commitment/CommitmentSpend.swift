import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl commitment spend ID`.
struct CommitmentSpend: FundctlCommand {
    static let help = CommandHelp(
        "spend", summary: Message(fr: "Passe une écriture qui dépense un engagement", en: "Posts an entry that spends of a commitment"),
        examples: [
            .init("fundctl commitment spend FNF-2026-000012 --date 2026-07-02 --ref FACT-88 --memo \"Premier versement\" --debit 5100:15000 --credit 2100:15000")
        ],
        details: [
            Message(
                fr: "Les charges de l'écriture sont imputées à l'enveloppe de l'engagement; on n'a pas à la nommer.",
                en: "The entry's expenses are charged to the commitment's envelope; it need not be named.")
        ])

    @Argument(help: .init(fr: "Le numéro de l'engagement.", en: "The commitment's id.", value: ("numéro", "id")))
    var id: String

    @Option(help: .init(fr: "La date d'effet, AAAA-MM-JJ.", en: "The effective date, YYYY-MM-DD.", value: ("date", "date")))
    var date: String

    @Option(help: .init(fr: "La période, comme 2026-P13.", en: "The period, such as 2026-P13.", value: ("période", "period")))
    var period: String?

    @Option(help: .init(fr: "La référence : une pièce, un numéro.", en: "The reference: a voucher, a number.", value: ("réf", "ref")))
    var ref: String

    @Option(help: .init(fr: "Le libellé.", en: "The memo.", value: ("libellé", "memo")))
    var memo: String

    @Option(help: .init(fr: "Une ligne au débit.", en: "A posting on the debit side.", value: ("ligne", "posting")))
    var debit: [String] = []

    @Option(help: .init(fr: "Une ligne au crédit.", en: "A posting on the credit side.", value: ("ligne", "posting")))
    var credit: [String] = []

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let commitment = try EntryID(parsing: id)
        let postings =
            try debit.map { try TypedPosting.parse($0, .debit) } + credit.map { try TypedPosting.parse($0, .credit) }
        let draft = try EntryDraft(
            date: CalendarDate(iso: date), period: period.map { try PeriodID(parsing: $0) }, reference: ref, memo: memo,
            postings: postings)
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [commitment.fund.rawValue],
            content: [
                "command": "commitment-spend", "commitment": .string(id), "date": .string(date), "memo": .string(memo),
                "period": .string(draft.period.text),
                "postings": .array(
                    postings.map { .array([.string($0.account), .string($0.amount.canonical), .string($0.envelope ?? "")]) }),
                "reference": .string(ref),
            ], options: write)
        let done = try call.write(request, to: book) { transaction in
            let session = try transaction.register(commitment.fund.rawValue)
            let entry = try Budget(session).spend(commitment, draft)
            return (try FundReader(session).written(commitment), try EntryView(entry, in: session))
        } again: { reading, receipts in
            guard let found = try reading.records(JournalEntry.self, of: receipts).first else {
                throw LedgerError(.commitmentUnknown, ["commitment": id, "fund": commitment.fund.rawValue])
            }
            return (
                try FundReader(found.session).commitment(commitment), try EntryView(found.record, in: found.session)
            )
        }
        return result(done)
    }

    private func result(_ done: WriteDone<(CommitmentRow, EntryView)>) -> CommandResult {
        let (row, view) = done.value
        let entry = view.entry.id.text
        let title =
            write.dryRun
            ? Message(
                fr: "L'écriture \(entry) dépenserait l'engagement \(row.id.text).",
                en: "The entry \(entry) would spend of the commitment \(row.id.text).")
            : Message(
                fr: "L'écriture \(entry) dépense l'engagement \(row.id.text).",
                en: "The entry \(entry) spends of the commitment \(row.id.text).")
        var result = CommandResult(
            json: ["id": .string(entry), "entry": view.json, "commitment": CommitmentView.json(row)],
            text: [.paragraph(title)] + view.text + [CommitmentView.facts(row)],
            next: [
                .init(
                    command: "fundctl entry reverse \(entry) --reason …",
                    purpose: Message(fr: "la contrepasse et rend le montant à l'engagement", en: "reverses it and gives the amount back to the commitment"))
            ])
        result.tell(done)
        return result
    }
}
