import ArgumentParser
import AuditTrail
import FundLedger
import ReferenceData

/// `fundctl export grants --fund F --to 360giving|federal`.
struct ExportGrants: FundctlCommand {
    static let help = CommandHelp(
        "grants",
        summary: Message(
            fr: "Écrit le registre des subventions dans une forme publique", en: "Writes the register of grants in a public form"),
        examples: [
            .init("fundctl export grants --fund FNF --to 360giving -o subventions.csv"),
            .init("fundctl export grants --fund FNF --to federal --year 2026-2027 -o divulgation.csv"),
        ],
        details: [
            Message(
                fr: """
                    Un CSV : les titres de la norme 360Giving, une rangée par subvention accordée; ou les champs du modèle \
                    fédéral de divulgation proactive, une rangée par convention et par avenant en vigueur. Aucun nom de \
                    personne n'y paraît; ce que le registre ne sait pas reste vide. Colonne par colonne : \
                    docs/public-grants.fr.md.
                    """,
                en: """
                    A CSV: the titles of the 360Giving standard, a row a grant awarded; or the fields of the federal template \
                    of proactive disclosure, a row an agreement and an amendment in force. No person's name is in it; what the \
                    register does not know is blank. Column by column: docs/public-grants.en.md.
                    """)
        ])
    static let formats: Set<OutputFormat> = [.text]

    @OptionGroup var fund: FundOption

    @Option(help: .init(fr: "Dans quelle forme : 360giving ou federal.", en: "In which form: 360giving or federal.", value: ("forme", "form")))
    var to: GrantPublicationFormat

    @Option(
        help: .init(
            fr: "Seulement ce qui a été accordé, ou signé, dans l'exercice.", en: "Only what was awarded, or signed, in the fiscal year.",
            value: ("exercice", "year")))
    var year: String?

    @Option(
        help: .init(
            fr: "Le préfixe que 360Giving donne à qui publie, comme 360G-exemple.",
            en: "The prefix that 360Giving gives a publisher, such as 360G-example.", value: ("préfixe", "prefix")))
    var prefix: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let fund = try fund.code()
        if let prefix, !GrantPublication.Publisher.isPrefix(prefix) {
            throw CommandLineError(.invalidValue, ["value": prefix, "option": "--prefix", "choices": "360G-…"])
        }
        let publisher = GrantPublication.Publisher(
            name: RegisterWords.name(fund.rawValue).text(in: .fr), prefix: prefix)
        let publication = GrantPublication(to, year: try year.map { try FiscalYear(parsing: $0) }, publisher: publisher)
        let book = try call.openBookToRead()
        var result = CommandResult(json: [:], text: [])
        result.stream = { _, sink in
            try book.read { reading in
                let reader = try FundReader(reading.register(fund.rawValue))
                var table = CSVTable(columns: publication.columns)
                sink.write(table.text)
                let count = try publication.forEachRow(reader) { row in
                    table.rows = [row.map(Self.text)]
                    sink.write(table.textWithoutHeader)
                }
                let seen = LedgerTexts.seen(reader.session.register.size, fund)
                return [Message(fr: "\(count, "rangée", "rangées"). \(seen)", en: "\(count, "row", "rows"). \(seen)")]
            }
        }
        return result
    }

    private static func text(_ value: GrantPublication.Value) -> String {
        switch value {
        case .blank: ""
        case .text(let text): text
        case .date(let date): date.iso
        case .amount(let cents): MoneyFormat.plain(cents: cents)
        case .number(let number): String(number)
        }
    }
}

extension GrantPublicationFormat: ExpressibleByArgument {}
