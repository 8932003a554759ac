import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl entry post`.
struct EntryPost: FundctlCommand {
    static let help = CommandHelp(
        "post", summary: Message(fr: "Passe une écriture", en: "Posts an entry"),
        examples: [
            .init(
                "fundctl entry post --fund FNF --date 2026-05-04 --ref AV-12 --memo \"Avance\" --debit 1300:3000,00 --credit 1000:3000,00"),
            .init(
                "fundctl entry post --fund FNF --date 2026-04-15 --ref RQ-4 --memo \"Remise\" --debit 1000:980 --debit 5800:20 --credit 4000:1000",
                Message(fr: "plusieurs lignes d'un côté", en: "several postings on one side")),
        ],
        details: [
            Message(
                fr: """
                    Une ligne s'écrit COMPTE:MONTANT, ou COMPTE:MONTANT@ENVELOPPE. Les montants : 2500, 2500.00, 2500,00 ou \
                    "2 500,00 $"; ce qui pourrait se lire de deux façons (1,234) est refusé. Une écriture tient dans un \
                    seul fonds; entre les fonds, voyez « fundctl entry interfund ». La période est celle de la date, à \
                    moins d'en nommer une : une écriture tardive garde sa date et va dans une période ouverte.
                    """,
                en: """
                    A posting is typed ACCOUNT:AMOUNT, or ACCOUNT:AMOUNT@ENVELOPE. Amounts: 2500, 2500.00, 2500,00 or \
                    "2 500,00 $"; what could be read in two ways (1,234) is refused. An entry lies in one fund; between \
                    funds, see "fundctl entry interfund". The period is that of the date unless one is named: a late entry \
                    keeps its date and goes to an open period.
                    """)
        ])

    @OptionGroup var fund: FundOption

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

    @Option(
        name: .customLong("document"),
        help: .init(fr: "Un fichier à joindre.", en: "A file to attach.", value: ("fichier", "file")))
    var documents: [String] = []

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let postings =
            try debit.map { try TypedPosting.parse($0, .debit) } + credit.map { try TypedPosting.parse($0, .credit) }
        var draft = try EntryDraft(
            date: CalendarDate(iso: date), period: period.map { try PeriodID(parsing: $0) }, reference: ref, memo: memo,
            postings: postings)
        let book = try call.openBook()
        let posted = try Attachments(documents, call: call, isDryRun: write.dryRun).holding { kept in
            draft.documents = kept.hashes.sorted()
            let request = WriteRequest(registers: [fund.rawValue], content: content(draft), options: write)
            return try PostedEntries(request, to: book, call) { transaction in
                let session = try transaction.register(fund.rawValue)
                _ = try kept.record(in: session)
                return [try Journal(session).post(draft)]
            }
        }
        let title =
            write.dryRun
            ? Message(fr: "L'écriture \(posted.ids) serait passée.", en: "The entry \(posted.ids) would be posted.")
            : Message(fr: "L'écriture \(posted.ids) est passée.", en: "The entry \(posted.ids) is posted.")
        let undo = Message(fr: "la contrepasse, si elle est de trop", en: "reverses it, if it is one too many")
        return posted.result(title: title, next: posted.next(undo: undo))
    }

    private func content(_ draft: EntryDraft) -> CanonicalObject {
        [
            "command": .string("entry-post"), "date": .string(draft.date.iso),
            "documents": .array(draft.documents.map { .string($0) }), "memo": .string(draft.memo),
            "period": .string(draft.period.text),
            "postings": .array(
                draft.postings.map {
                    .array([.string($0.account), .string($0.amount.canonical), .string($0.envelope ?? "")])
                }),
            "reference": .string(draft.reference),
        ]
    }
}
