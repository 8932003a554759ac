import ArgumentParser
import EmployerServices

/// `fundctl employer search WORDS`.
struct EmployerSearchCommand: FundctlCommand {
    static let help = CommandHelp(
        "search", summary: Message(fr: "Cherche des employeurs par les mots de leurs noms", en: "Looks for employers by the words of their names"),
        examples: [.init("fundctl employer search ferronnerie nord"), .init("fundctl employer search \"mega plex\"")],
        details: [
            Message(
                fr: """
                    Ni les accents, ni la casse, ni les traits d'union, ni l'ordre ne comptent; le début d'un mot suffit. Le \
                    nom d'une personne (NEQ en 22) ne se cherche pas.
                    """,
                en: """
                    Accents, case, hyphens and order do not matter; the beginning of a word is enough. The name of a person \
                    (NEQ in 22) is not searched.
                    """)
        ])
    static let formats: Set<OutputFormat> = [.text, .json, .csv]

    @Argument(help: .init(fr: "Les mots.", en: "The words.", value: ("mots", "words")))
    var words: [String]

    @Option(help: .init(fr: "Combien, au plus.", en: "How many at most.", value: ("n", "n")))
    var limit: Int = 50

    @OptionGroup var global: GlobalOptions

    func perform(_ call: Invocation) throws -> CommandResult {
        let words = words.joined(separator: " ")
        let (rows, hasMore) = try call.services { services in
            let matches = try services.search(words, limit: max(1, limit))
            return (
                try matches.rows.map { (row: $0, name: try EmployerView.name($0, in: services)) }, matches.hasMore
            )
        }
        let none = Message(fr: "Aucun employeur ne répond à « \(words) ».", en: "No employer answers to \"\(words)\".")
        var result = CommandResult(
            json: [
                "words": .string(words), "employers": .array(rows.map { .object(EmployerView.json($0.row)) }),
                "more": .bool(hasMore),
            ],
            text: rows.isEmpty ? [.paragraph(none)] : [.table(EmployerView.table(rows))],
            csv: CSVTable(columns: EmployerView.columns, rows: rows.map { EmployerView.csv($0.row) }))
        if hasMore {
            result.notes.append(
                Message(fr: "il y en a d'autres; --limit en montre plus.", en: "there are others; --limit shows more."))
        }
        return result
    }
}
