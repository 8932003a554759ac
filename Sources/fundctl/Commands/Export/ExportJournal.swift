import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl export journal --fund F --to hledger|beancount|csv`.
struct ExportJournal: FundctlCommand {
    static let help = CommandHelp(
        "journal",
        summary: Message(
            fr: "Écrit le journal d'un fonds pour hledger, beancount ou un tableur",
            en: "Writes a fund's journal for hledger, beancount or a spreadsheet"),
        examples: [
            .init("fundctl export journal --fund FNF --to hledger -o fnf.journal"),
            .init("fundctl export journal --fund FNF --to beancount -o fnf.beancount"),
        ],
        details: [
            Message(
                fr: """
                    Ces programmes en tirent les mêmes soldes que « fundctl report trial-balance --as-of », compte par \
                    compte. Les comptes budgétaires sont sous une racine à part. Les écritures annulées n'y sont pas; une \
                    contrepassation est liée à ce qu'elle contrepasse. Le CSV est celui que « fundctl entry import » lit \
                    sans carte. Avec --year, les écritures de cet exercice seulement, sans soldes d'ouverture.
                    """,
                en: """
                    These programs draw from it the same balances as "fundctl report trial-balance --as-of", account by \
                    account. Budgetary accounts lie under a root of their own. Annulled entries are not in it; a reversal is \
                    linked to what it reverses. The CSV is the one that "fundctl entry import" reads without a map. With \
                    --year, the entries of that year only, without opening balances.
                    """)
        ])
    static let formats: Set<OutputFormat> = [.text]

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Pour quel programme.", en: "For which program.", value: ("programme", "program")))
    var to: JournalFormat

    @Option(help: .init(fr: "L'exercice, comme 2026-2027.", en: "The fiscal year, such as 2026-2027.", value: ("exercice", "year")))
    var year: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        let year = try year.map { try FiscalYear(parsing: $0) }
        let book = try call.openBookToRead()
        let format = to, language = call.language
        var result = CommandResult(json: [:], text: [])
        result.stream = { _, sink in
            try book.read { reading in
                let reader = try FundReader(reading.register(fund.rawValue))
                let sequence = reader.session.register.size
                var comments = [Message(fr: "Journal du \(fund.shown), écrit par fundctl", en: "Journal of the \(fund.shown), written by fundctl")]
                if let year {
                    comments.append(
                        Message(
                            fr: "Exercice \(year.text) seulement, sans soldes d'ouverture",
                            en: "Fiscal year \(year.text) only, without opening balances"))
                }
                comments.append(Message(fr: "Registre \(reader.session.register.id.hex)", en: "Register \(reader.session.register.id.hex)"))
                comments.append(LedgerTexts.seen(sequence, fund))
                let export = JournalExport(format, year: year, comments: comments.map { $0.text(in: language) })
                let count = try export.write(reader) { sink.write($0) }
                return [
                    Message(
                        fr: "\(count, "écriture", "écritures"). \(LedgerTexts.seen(sequence, fund))",
                        en: "\(count, "entry", "entries"). \(LedgerTexts.seen(sequence, fund))")
                ]
            }
        }
        return result
    }
}

extension JournalFormat: ExpressibleByArgument {}
