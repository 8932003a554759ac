import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData
import TabularImport

/// `fundctl envelope load FILE.csv --fund F --year Y`.
struct EnvelopeLoad: FundctlCommand {
    static let help = CommandHelp(
        "load", summary: Message(fr: "Ouvre les enveloppes d'un fichier CSV", en: "Opens the envelopes of a CSV file"),
        examples: [
            .init("fundctl envelope load budget.csv --fund FNF --year 2026-2027"),
            .init(
                "fundctl envelope load budget.csv --fund FNF --year 2026-2027 --dry-run",
                Message(fr: "vérifie le fichier, n'écrit rien", en: "checks the file, writes nothing")),
        ],
        details: [
            Message(
                fr: """
                    Les colonnes : \("code, parent, amount"), et si l'on veut \("name, expires"); toute autre colonne est \
                    un attribut de ce nom. Tout ou rien : chaque ligne qui ne va pas est nommée. L'ordre des lignes est \
                    libre : une enveloppe s'ouvre après celle dont elle relève.
                    """,
                en: """
                    The columns: \("code, parent, amount"), and where wanted \("name, expires"); every other column is an \
                    attribute of that name. All or nothing: each bad row is named. Rows come in any order: an envelope is \
                    opened after the one above it.
                    """)
        ])

    @Argument(help: .init(fr: "Le fichier; « - » pour l'entrée standard.", en: "The file; \"-\" for standard input.", value: ("fichier", "file")))
    var file: String

    @OptionGroup var budget: BudgetOptions
    @OptionGroup var date: ActDateOption
    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let (fund, year) = try budget.read()
        let day = try date.day(in: year, call)
        let bytes = try call.readFile(file)
        var table = try EnvelopeTable(MemoryByteSource(bytes), fileName: file, year: year)
        let book = try call.openBook()
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: [
                "command": "envelope-load", "date": .string(date.date ?? ""),
                "file_sha256": .string(SHA256.hash(bytes).hex), "year": .string(year.text),
            ], options: write)
        let done = try call.write(request, to: book) { transaction in
            let opened = try table.load(into: transaction.register(fund.rawValue), on: day)
            guard table.problems.isEmpty else {
                let facts = ["file": file, "problems": String(table.problems.count)]
                throw RefusedFile(LedgerError(.envelopeFileRefused, facts), table.problems)
            }
            return opened
        } again: { reading, receipts in
            try reading.records(EnvelopeOpened.self, of: receipts).map(\.record)
        }
        return try result(done, fund, year)
    }

    private func result(_ done: WriteDone<[EnvelopeOpened]>, _ fund: FundCode, _ year: FiscalYear) throws -> CommandResult {
        let opened = done.value
        let total = try Cents.sum(opened.map(\.envelope.amount))
        let title =
            write.dryRun
            ? Message(
                fr: "\(opened.count, "enveloppe serait ouverte", "enveloppes seraient ouvertes") : \(money: total).",
                en: "\(opened.count, "envelope", "envelopes") would be opened: \(money: total).")
            : Message(
                fr: "\(opened.count, "enveloppe ouverte", "enveloppes ouvertes") : \(money: total).",
                en: "\(opened.count, "envelope", "envelopes") opened: \(money: total).")
        var result = CommandResult(
            json: [
                "fund": .string(fund.shown), "year": .string(year.text), "opened": .integer(opened.count),
                "total": .amount(total),
                "envelopes": .array(
                    opened.map {
                        [
                            "envelope": .string($0.envelope.code), "parent": .optional($0.envelope.parent),
                            "amount": .amount($0.envelope.amount), "entry": .optional($0.entry?.text),
                        ]
                    }),
            ],
            text: [.paragraph(title)],
            next: [
                .init(
                    command: "fundctl envelope list --fund \(fund.shown) --year \(year.text)",
                    purpose: Message(fr: "montre les enveloppes", en: "shows the envelopes"))
            ])
        result.tell(done)
        return result
    }
}
