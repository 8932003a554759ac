import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl entry reverse ID --reason R [--date D]`.
struct EntryReverse: FundctlCommand {
    static let help = CommandHelp(
        "reverse",
        summary: Message(fr: "Contrepasse une écriture : les lignes opposées, liées à elle", en: "Reverses an entry: the opposite postings, linked to it"),
        examples: [
            .init("fundctl entry reverse FNF-2026-000007 --reason \"Saisie en double\""),
            .init(
                "fundctl entry reverse FNF-2026-000007 --reason \"Annulation du projet\" --date 2026-07-02",
                Message(fr: "à une date plus tardive", en: "at a later date")),
        ],
        details: [
            Message(
                fr: """
                    Rien ne s'efface : l'écriture et sa contrepassation restent, et chacune nomme l'autre. Sans --date, la \
                    contrepassation a la date et la période de l'original. Une écriture ne se contrepasse qu'une fois. Les \
                    deux moitiés d'un mouvement entre fonds se contrepassent ensemble.
                    """,
                en: """
                    Nothing is erased: the entry and its reversal both stay, and each names the other. Without --date the \
                    reversal has the original's date and period. An entry is reversed once only. Both halves of a movement \
                    between funds are reversed together.
                    """)
        ])

    @Argument(help: .init(fr: "Le numéro de l'écriture.", en: "The entry's id.", value: ("numéro", "id")))
    var id: String

    @Option(help: .init(fr: "Le motif.", en: "The reason.", value: ("motif", "reason")))
    var reason: String

    @Option(help: .init(fr: "La date d'effet; sinon celle de l'original.", en: "The effective date; else the original's.", value: ("date", "date")))
    var date: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let id = try EntryID(parsing: id)
        let date = try date.map { try CalendarDate(iso: $0) }
        try TypedText.check(reason, option: "--reason", bytes: 1...EntryLimits.reasonBytes)
        let book = try call.openBook()
        let original = try book.read { try FundReader($0.register(id.fund.rawValue)).entry(id).entry }
        let registers = original.pair == nil ? [id.fund.rawValue] : FundCode.allCases.map(\.rawValue)
        let request = WriteRequest(
            registers: registers,
            content: [
                "command": .string("entry-reverse"), "date": .string(date?.iso ?? ""), "entry": .string(id.text),
                "reason": .string(reason),
            ], options: write)
        let posted = try PostedEntries(request, to: book, call) { transaction in
            original.pair == nil
                ? [try Journal(transaction.register(id.fund.rawValue)).reverse(id, date: date, reason: reason)]
                : try InterfundMovement.reverse(id, date: date, reason: reason) { try transaction.register($0.rawValue) }
        }
        let show = CommandResult.NextStep(
            command: "fundctl entry show \(id.text)",
            purpose: Message(fr: "montre l'original, désormais lié", en: "shows the original, now linked"))
        return posted.result(title: title(original, posted), next: [show])
    }

    private func title(_ original: JournalEntry, _ posted: PostedEntries) -> Message {
        guard let reversal = posted.done.value.first?.entry else { return posted.ids }
        let day = reversal.date == original.date
            ? Message(fr: "le \(reversal.date.iso), date de l'original", en: "on \(reversal.date.iso), the original's date")
            : Message(fr: "le \(reversal.date.iso)", en: "on \(reversal.date.iso)")
        let what = original.id.text
        if let pair = original.pair?.entry.text {
            return write.dryRun
                ? Message(
                    fr: "Les écritures \(what) et \(pair) seraient contrepassées par \(posted.ids), \(day).",
                    en: "The entries \(what) and \(pair) would be reversed by \(posted.ids), \(day).")
                : Message(
                    fr: "Les écritures \(what) et \(pair) sont contrepassées par \(posted.ids), \(day).",
                    en: "The entries \(what) and \(pair) are reversed by \(posted.ids), \(day).")
        }
        return write.dryRun
            ? Message(
                fr: "L'écriture \(what) serait contrepassée par \(posted.ids), \(day).",
                en: "The entry \(what) would be reversed by \(posted.ids), \(day).")
            : Message(
                fr: "L'écriture \(what) est contrepassée par \(posted.ids), \(day).",
                en: "The entry \(what) is reversed by \(posted.ids), \(day).")
    }
}
