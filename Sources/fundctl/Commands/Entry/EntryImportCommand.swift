import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData
import TabularImport

/// `fundctl entry import FILE --fund F [--map MAP.yaml]`.
struct EntryImportCommand: FundctlCommand {
    static let help = CommandHelp(
        "import",
        summary: Message(
            fr: "Importe des écritures d'un fichier CSV : tout, ou rien", en: "Imports entries from a CSV file: all or nothing"),
        examples: [
            .init("fundctl entry import ecritures.csv --fund FNF"),
            .init("fundctl entry import subventions.csv --fund FNF --map maps/360giving-grants.yaml"),
        ],
        details: [
            Message(
                fr: """
                    Sans --map, le fichier a les colonnes entry, date, reference, memo, account, amount_cents, et au \
                    besoin envelope et period : une ligne d'écriture par rangée, débit positif, les rangées d'une \
                    écriture à la suite. Avec --map, tout autre fichier CSV : docs/import-maps.fr.md.
                    """,
                en: """
                    Without --map the file has the columns entry, date, reference, memo, account, amount_cents, and \
                    envelope and period where needed: one posting a row, debit positive, the rows of an entry \
                    together. With --map, any other CSV file: docs/import-maps.en.md.
                    """),
            Message(
                fr: """
                    Le même fichier importé deux fois n'est pas écrit deux fois. Si la carte nomme une source unique, un \
                    fichier plus long n'apporte que ce qui est nouveau.
                    """,
                en: """
                    The same file imported twice is not written twice. Where the map names a unique source, a longer \
                    file brings only what is new.
                    """),
        ])

    @Argument(
        help: .init(
            fr: "Le fichier CSV; « - » pour l'entrée standard.", en: "The CSV file; \"-\" for standard input.",
            value: ("fichier", "file")))
    var file: String

    @Option(help: .init(fr: "Le fonds : FNF ou FDMT.", en: "The fund: FNF or FDMT.", value: ("fonds", "fund")))
    var fund: String

    @Option(
        help: .init(
            fr: "La carte qui dit comment lire le fichier (YAML).", en: "The map that says how to read the file (YAML).",
            value: ("carte", "map")))
    var map: String?

    @Option(
        help: .init(
            fr: "Combien de rangées fautives sont nommées.", en: "How many bad rows are named.", value: ("nombre", "number")))
    var problems: Int = 50

    @OptionGroup var write: WriteOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try FundCode(parsing: self.fund)
        let map = try compiledMap(call)
        let input = try ImportInput(file, call)
        let order = EntryImport(
            map: map, fileName: input.name, fileHash: try input.hash(), problemLimit: max(1, problems))
        let book = try call.openBook()
        let register = try book.read { try $0.register(fund.rawValue).register.id }
        var options = write
        options.idempotencyKey = write.idempotencyKey ?? order.idempotencyKey(register: register)
        let progress = call.progress(Message(fr: "écritures", en: "entries"))
        let request = WriteRequest(
            registers: [fund.rawValue],
            content: ["command": "entry-import", "file": .string(order.fileHash.hex), "map": .string(hash(of: map))],
            options: options)
        let written = try call.write(request, to: book) { transaction in
            try order.run(input.open(), in: transaction.register(fund.rawValue)) { progress.advance(to: $0) }
        }
        progress.finish()
        switch written {
        case .done(let outcome, _): return result(outcome, fund, input.name)
        case .repeated(let receipts): return repeated(receipts, fund, input.name)
        }
    }

    private func compiledMap(_ call: Invocation) throws -> ImportMap {
        guard let map else { return try EntryImportTarget.defaultMap() }
        return try ImportMap.compile(call.readFile(map), fileName: map, target: EntryImportTarget.target)
    }

    private func hash(of map: ImportMap) -> String { SHA256.hash(map.compiled).hex }

    private func result(_ outcome: EntryImport.Outcome, _ fund: FundCode, _ name: String) -> CommandResult {
        let title =
            write.dryRun
            ? Message(fr: "« \(name) » serait importé.", en: "\"\(name)\" would be imported.")
            : outcome.entries == 0
                ? Message(fr: "Rien de nouveau dans « \(name) ».", en: "Nothing new in \"\(name)\".")
                : Message(fr: "« \(name) » est importé.", en: "\"\(name)\" is imported.")
        let span = outcome.firstEntry.map { first in
            outcome.firstEntry == outcome.lastEntry ? first.text : "\(first.text) … \(outcome.lastEntry?.text ?? "")"
        }
        var next: [CommandResult.NextStep] = []
        if !write.dryRun, let first = outcome.firstEntry {
            next = [
                .init(
                    command: "fundctl entry show \(first.text)",
                    purpose: Message(fr: "montre la première", en: "shows the first")),
                .init(
                    command: "fundctl report trial-balance --fund \(fund.idPrefix)",
                    purpose: Message(fr: "la balance de vérification", en: "the trial balance")),
            ]
        }
        return CommandResult(
            json: [
                "file": .string(name), "fund": .string(fund.idPrefix), "rows": .integer(outcome.rows),
                "entries": .integer(outcome.entries), "postings": .integer(outcome.postings),
                "debit": .string(AmountText.plain(Cents(outcome.debitCents))), "known": .integer(outcome.known),
                "skipped": .integer(outcome.skipped), "first_entry": .optional(outcome.firstEntry?.text),
                "last_entry": .optional(outcome.lastEntry?.text), "repeated": .bool(false), "dry_run": .bool(write.dryRun),
            ],
            text: [
                .paragraph(title),
                .facts([
                    (Message(fr: "Rangées lues", en: "Rows read"), .integer(outcome.rows)),
                    (Message(fr: "Écritures", en: "Entries"), .integer(outcome.entries)),
                    (Message(fr: "Déjà connues", en: "Known already"), .integer(outcome.known)),
                    (Message(fr: "Rangées ignorées", en: "Rows skipped"), .integer(outcome.skipped)),
                    (Message(fr: "Total des débits", en: "Total of debits"), .amount(outcome.debitCents)),
                    (Message(fr: "Numéros", en: "Numbers"), span.map { .text($0) } ?? .blank),
                ]),
            ], next: next)
    }

    private func repeated(_ receipts: [BatchReceipt], _ fund: FundCode, _ name: String) -> CommandResult {
        let batch = receipts.first
        return CommandResult(
            json: [
                "file": .string(name), "fund": .string(fund.idPrefix), "rows": .integer(0), "entries": .integer(0),
                "repeated": .bool(true), "batch": .integer(batch?.batch ?? 0), "dry_run": .bool(write.dryRun),
            ],
            text: [
                .paragraph(
                    Message(
                        fr: "« \(name) » a déjà été importé par cette carte (lot \(batch?.batch ?? 0)) : rien n'est écrit.",
                        en: "\"\(name)\" was imported by this map before (batch \(batch?.batch ?? 0)): nothing is written."))
            ])
    }
}
